import type {Document} from '../../src/page/index.ts';
import {type Element, parse} from '../fixtures/dom.ts';

/** What of an element is a line of its own: its words touch no others. */
const APART = new Set(
  'p li dt dd th td tr div h1 h2 h3 h4 section article blockquote figure figcaption header footer ol ul dl table small'.split(
    ' ',
  ),
);

interface Node extends Element {
  readonly nodeType: number;
  readonly childNodes: Iterable<Node>;
}

/** The words of a page as a reader reads them, without pictures, marks, contents and what is read aloud only. */
export function wordsOfHtml(html: string): readonly string[] {
  const {body} = parse(html);
  for (const aside of body.querySelectorAll('svg, sup, nav, .unseen, .notes a[aria-label]'))
    (aside as Element & {remove(): void}).remove();
  return wordsOf(textOf(body as Node));
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent;
  const within = [...node.childNodes].map(textOf).join('');
  return APART.has(node.localName) ? ` ${within} ` : within;
}

/** The words of a text for a terminal, without marks and rules. */
export function wordsOfTerminal(text: string): readonly string[] {
  return wordsOf(text.replace(/\[\d+\]/g, ''));
}

/** Capitals are a look, as are bullets, bars, and the hyphen that is never broken at. */
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll('\u2011', '-')
    .toUpperCase()
    .split(/\s+/)
    .filter(word => word !== '' && !/^[•›┃━═─]+$/.test(word));
}

/** The document without strips, which a terminal alone has. */
export function withoutStrips(document: Document): Document {
  return without(document, key => key === 'strips');
}

/** Without what is said beneath a cell, too: a terminal sets it a line lower, below the whole row. */
export function comparable(document: Document): Document {
  return without(document, (key, node) => key === 'strips' || (key === 'under' && isCell(node)));
}

/** Beneath an item stand several texts, beneath a cell one. */
function isCell(node: object): boolean {
  return 'under' in node && Array.isArray(node.under) && !node.under.some(Array.isArray);
}

function without(document: Document, left: (key: string, node: object) => boolean): Document {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (left(key, value) ? [] : [[key, walk(one)]])),
    );
  };
  return walk(document) as Document;
}
