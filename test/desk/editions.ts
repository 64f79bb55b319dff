import {type Edition, jsonOf, matcherOf} from '../../src/figure/index.ts';
import {planOf} from '../../src/desk/plan.ts';
import {printHtml, printTerminal, textsOfPage, textsOfTerminal} from '../../src/page/index.ts';
import type {Situation} from '../../src/strategy/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {all, type Document, type Element, parse} from '../fixtures/dom.ts';

/** All that an edition of a case gives to others, in each medium. */
export interface Printed {
  readonly json: unknown;
  readonly html: string;
  readonly terminal: string;
  /** The texts because of which the last search would let nothing of it be written. */
  readonly refused: readonly string[];
}

export async function printedAs(situation: Situation, edition: Edition, full = true): Promise<Printed> {
  const {report, clean, tells} = planOf(situation).for(edition);
  const document = planDocument(report, {edition, full});
  const {json, figures} = jsonOf(report, clean);
  const html = await printHtml(document, {clean});
  const terminal = printTerminal(document, {width: 100, colour: false, clean});
  const texts = textsIn({json, figures}).map(([, text]) => text);
  const refused = [...texts, ...textsOfPage(html), ...textsOfTerminal(terminal)].filter(text =>
    tells({texts: [text]}),
  );
  return {json: {...(json as object), figures}, html, terminal, refused};
}

/** Every text of a value by where it stands, and the keys that are no words of the program. */
export function textsIn(value: unknown, at = ''): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const named = /^[a-z][A-Za-z]*$|^\d+$|^\//.test(key) ? [] : [[`${at} key`, key] as const];
    return [...named, ...textsIn(one, `${at}/${key}`)];
  });
}

interface Node extends Element {
  readonly nodeType: number;
  readonly childNodes: Iterable<Node>;
}

const ALOUD = new Set(['aria-label', 'title', 'alt', 'data-head', 'content', 'aria-description']);
/** What is a line of its own: its words touch no others. */
const APART =
  'p, li, td, th, dd, dt, h1, h2, h3, h4, text, figcaption, div, small, ul, ol, dl, table, article, section, blockquote, span.assumption, span.sum, span.formula';

/** Every text of a page: of its nodes, its lines, what is read aloud, and what the style prints. Numbers of notes are none. */
export function textsOn(html: string): readonly string[] {
  const page = parse(html);
  const printed = all(page, 'style').flatMap(({textContent}) =>
    [...textContent.matchAll(/content: "((?:[^"\\]|\\.)*)"/g)].map(([, coded = '']) =>
      coded.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    ),
  );
  for (const aside of all(page, 'meta[name=viewport], style, sup, .no, nav span, .notes a[aria-label]'))
    (aside as Element & {remove(): void}).remove();
  const found: string[] = [...printed];
  const visit = (node: Node) => {
    if (node.nodeType === 3) found.push(node.textContent);
    for (const {name, value} of node.attributes ?? []) if (ALOUD.has(name)) found.push(value);
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(page.querySelector('html') as Node);
  for (const line of all(page, APART) as readonly Node[])
    found.push(
      [...line.childNodes]
        .map(node =>
          node.nodeType === 1 &&
          (APART.split(', ').includes(node.localName) || node.querySelector(APART) !== null)
            ? '\n.\n'
            : node.textContent,
        )
        .join(''),
    );
  return found.map(text => text.replaceAll('\u2011', '-'));
}

/**
 * The lines of a text for a terminal, and of a table the cells, without the numbers of notes, sections and claims: nobody reads
 * "that was not" of one column and "all; needs" of the next as one.
 */
export function linesOf(terminal: string): readonly string[] {
  return terminal
    .replace(/\[\d+\]/g, '')
    .split(/\n|(?<=\S) {2,}/)
    .map(line => line.trim().replace(/^(?:━━ )?(?:\d+|C\d+) /, ''));
}

/** Where something printed still speaks of `words`, by the program's own reading or by `pattern`, which is simpler. */
export function leaks(
  {json, html, terminal}: Printed,
  words: string,
  pattern = plainly(words),
): readonly string[] {
  const {speaks} = matcherOf([{words, subjects: []}]);
  const told = (text: string) => speaks(text) || pattern.test(text.replaceAll(HOLE, ''));
  return [
    ...textsOn(html)
      .filter(told)
      .map(text => `page: ${text}`),
    ...linesOf(terminal)
      .filter(told)
      .map(text => `terminal: ${text}`),
    ...textsIn(json)
      .filter(([, text]) => told(text))
      .map(([at, text]) => `json ${at}: ${text}`),
  ].map(text => text.replace(/\s+/g, ' ').slice(0, 240));
}

/** The words as they stand, as words of their own. */
function plainly(words: string): RegExp {
  const quoted = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\d[.,-])${quoted}(?![\\p{L}\\p{N}])(?![.,-]\\d)`, 'iu');
}

const HOLE = '[kept back]';

/** What is broken in what is left: holes in what is to be spoken, headings over nothing, links that lead nowhere. */
export function breaks({json, html, terminal, refused}: Printed): readonly string[] {
  const page = parse(html);
  const ids = new Set(all(page, '[id]').map(({id}) => id));
  const links = all(page, 'a[href]').map(link => link.getAttribute('href')?.slice(1) ?? '');
  return [
    ...refused.map(text => `the last search refuses "${text}"`),
    ...links.filter(to => !ids.has(to)).map(to => `a link to #${to}, which is not there`),
    ...all(page, '.notes li')
      .filter(({id}) => !links.includes(id))
      .map(({id}) => `${id} is referred to by nobody`),
    ...all(page, 'h1, h2, h3, h4').flatMap(headingFault),
    ...all(page, 'p, li, dd, dt, td, th, blockquote, ul, ol, dl, article, section, figcaption, b, title')
      .filter(one => one.textContent.trim() === '' && one.querySelector('svg') === null)
      .map(one => `an empty ${one.localName}`),
    ...all(page, 'blockquote p, .rebuttals dd, .rebuttals dt')
      .filter(({textContent}) => textContent.includes(HOLE))
      .map(({textContent}) => `a hole in what is said: ${textContent}`),
    ...spoken(json)
      .filter(text => text.includes(HOLE))
      .map(text => `a hole in a script: ${text}`),
    ...[wordsOf(page), terminal].flatMap(
      text => /.{0,40}\b(?:undefined|NaN|null|Infinity)\b.{0,40}/.exec(text)?.[0] ?? [],
    ),
  ];
}

function headingFault(heading: Element): readonly string[] {
  const number = heading.querySelector('.no')?.textContent ?? '';
  if (heading.textContent.slice(number.length).trim() === '') return ['an empty heading'];
  if (heading.localName === 'h1') return [];
  const next = (heading as Element & {readonly nextElementSibling: Element | null}).nextElementSibling;
  const over = next !== null && !(/^h[1-4]$/.test(next.localName) && next.localName <= heading.localName);
  return over ? [] : [`nothing under "${heading.textContent}"`];
}

function wordsOf(page: Document): string {
  for (const style of all(page, 'style')) (style as Element & {remove(): void}).remove();
  return page.querySelector('html')?.textContent ?? '';
}

/** The sentences of a brief that are said aloud. */
function spoken(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, one]) => {
    if (key === 'figures') return [];
    return ['script', 'say', 'they', 'you'].includes(key)
      ? textsIn(one).map(([, text]) => text)
      : spoken(one);
  });
}
