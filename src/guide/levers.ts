import {isLeverPart, leverNumber, leversHeading} from '../english/index.ts';
import {normalized} from './bare.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {hitsIn} from './hits.ts';
import {type Found, isScript, leverSections, unnumbered, unreadSections} from './lever-sections.ts';
import {endOfNumber, LOOSE, type Opening, openingOf, type Shape, SHAPES, tidy} from './lever-shapes.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import {sentencesOf} from './prose.ts';
import {slotsOf} from './slots.ts';
import {isStrategy} from './strategy.ts';
import type {Lever, Read} from './types.ts';

const SHORTEST_SCRIPT = 40;
const LONGEST_TITLE = 120;
const QUOTE_MARK = /["“”]/g;

/**
 * The list of levers, numbered or not; where none is titled so, the numbered ones under a heading that speaks of levers, or of
 * a lever, then the others under such a heading; and where there is no such heading either, bold numbers with a title, most of
 * them scripts, and numbered items all of which are. What stands under a title of levers and is none is unread.
 */
export const levers: BlockRule = {
  part: 'levers',
  read(page, left) {
    const heading = new Map(
      left.map(block => [block, block.titles ? leversHeading(bodyOf(page, block)) : null]),
    );
    const sections = leverSections(page, left, heading);
    const isList = (block: MarkdownBlock) => heading.get(block) === 'list';
    const isOfLevers = (block: MarkdownBlock) => isList(block) || heading.get(block) === 'levers';
    const plain = (says: 'list' | 'levers', titled: boolean) =>
      sections.filter(section => section.says === says).flatMap(one => unnumbered(page, one, titled));
    const ways: readonly (() => readonly Found[])[] = [
      () => collect(page, left, SHAPES, isList),
      () => plain('list', true),
      () => collect(page, left, LOOSE, isList),
      () => plain('list', false),
      () => collect(page, left, SHAPES, isOfLevers),
      () => collect(page, left, SHAPES, block => heading.get(block) != null),
      () => plain('levers', true),
      () => collect(page, left, LOOSE, isOfLevers),
      () => plain('levers', false),
      () =>
        scripted(
          page,
          collect(
            page,
            left.filter(block => block.kind !== 'item'),
            SHAPES,
            () => true,
          ),
        ),
      () =>
        wholly(
          page,
          collect(page, left, SHAPES, () => true),
        ),
    ];
    for (const way of ways) {
      const found = way();
      if (found.length === 0) continue;
      const all = [...missing(page, left, found), ...found];
      const rest = unreadSections(page, sections, all);
      const portion = portionOf(page, all);
      return {...portion, claims: [...portion.claims, ...rest.tables], unread: rest.unread};
    }
    const {tables, unread} = unreadSections(page, sections, []);
    return {...NOTHING, claims: tables, unread};
  },
};

function portionOf(page: Page, found: readonly Found[]): Portion {
  return {
    claims: found.flatMap(({blocks}) => blocks),
    parts: {
      levers: found.map(({opening, blocks}) => leverOf(page, entitled(page, opening, blocks), blocks)),
    },
  };
}

/** The levers under the titles that open a list of them, and those that say themselves that they are. */
function collect(
  page: Page,
  left: readonly MarkdownBlock[],
  shapes: readonly Shape[],
  isList: (block: MarkdownBlock) => boolean,
): Found[] {
  const found: Found[] = [];
  const anywhere = shapes.filter(shape => shape.anywhere);
  let inList = false;
  let open = false;
  /** What stands under a minor title behind a lever: part of that lever, should the next one follow. */
  let pending: MarkdownBlock[] | null = null;
  for (const block of left) {
    const last = found.at(-1);
    const opening = openingOf(page, block, inList || pending !== null ? shapes : anywhere);
    const follows = opening !== null && opening.number === (last?.opening.number ?? 0) + 1;
    if (opening !== null && (pending === null || follows || openingOf(page, block, anywhere) !== null)) {
      if (pending !== null && follows) {
        last?.blocks.push(...pending);
        inList = true;
      }
      pending = null;
      found.push({opening, blocks: [block]});
      open = true;
    } else if (block.titles) {
      const words = bodyOf(page, block);
      const minor = last !== undefined && isMinor(block, last);
      const within = minor && (isLeverPart(words) || (block.depth > 0 && last.blocks[0]?.kind === 'heading'));
      if (open && within) last.blocks.push(block);
      else {
        pending = minor && (open || pending !== null) ? [...(pending ?? []), block] : null;
        inList = isList(block);
        open = false;
      }
    } else if (isStrategy(page, block) || block.kind === 'table') {
      open = false;
      pending = null;
      inList = inList && block.kind === 'table';
    } else if (block.kind !== 'rule') {
      if (open) last?.blocks.push(block);
      else pending?.push(block);
    }
  }
  return found;
}

/** Whether a title is beneath the lever it stands behind: bold, or a heading deeper than that of the lever. */
function isMinor({depth}: MarkdownBlock, {blocks}: Found): boolean {
  return depth === 0 || depth > (blocks[0]?.depth || 6);
}

/** The levers before the first one that was found, where its number tells of some: "**1. Title**" under another title. */
function missing(page: Page, left: readonly MarkdownBlock[], found: readonly Found[]): readonly Found[] {
  const [first] = found;
  const number = first?.opening.number ?? 0;
  if (first === undefined || number < 2) return [];
  const before = left.slice(0, left.indexOf(first.blocks[0] as MarkdownBlock));
  const earlier = collect(page, before, SHAPES, () => true).slice(1 - number);
  return earlier.every(({opening}, at) => opening.number === at + 1) && earlier.length === number - 1
    ? earlier
    : [];
}

/** Of several lists those that are mostly scripts; all where none is. */
function scripted(page: Page, found: readonly Found[]): readonly Found[] {
  const lists = listsOf(found);
  const spoken = lists.filter(list => list.filter(one => isSpoken(page, one)).length * 2 > list.length);
  return (spoken.length === 0 ? lists : spoken).flat();
}

/** The lists of two and more that are nothing but scripts. */
function wholly(page: Page, found: readonly Found[]): readonly Found[] {
  return listsOf(found)
    .filter(list => list.length > 1 && list.every(one => isSpoken(page, one)))
    .flat();
}

function isSpoken(page: Page, {blocks}: Found): boolean {
  return blocks.some(block => isScript(page, block));
}

/** Lists apart: each begins again at a number that was. */
function listsOf(found: readonly Found[]): readonly Found[][] {
  const lists: Found[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const one of found) {
    const {number} = one.opening;
    if (number <= last) lists.push([]);
    lists.at(-1)?.push(one);
    last = number;
  }
  return lists;
}

/** A lever that opens with its bare number has the words behind it for a title, or those of the paragraph beneath. */
function entitled(page: Page, opening: Opening, blocks: readonly MarkdownBlock[]): Opening {
  const [first, second] = blocks;
  if (opening.title !== '' || first === undefined) return opening;
  const behind = page.bare.slice(opening.after, first.to);
  const beneath = second?.kind === 'paragraph' ? page.bare.slice(second.start, second.to) : '';
  const title = [behind, beneath].map(titleIn).find(words => words !== '');
  return {...opening, title: title ?? tidy(bodyOf(page, {start: first.start, to: opening.after}))};
}

/** The words up to the end of the line, a colon or the script, if they are short enough to be a title. */
function titleIn(text: string): string {
  const words = /^[\s\uFEFF:.—–-]*([^\n:"“”]*)/.exec(text)?.[1] ?? '';
  return words.length > LONGEST_TITLE || /[.!?]\s/.test(words)
    ? ''
    : tidy(normalized(words).replace(/[\s>—–-]+$/, ''));
}

function leverOf(page: Page, opening: Opening, blocks: readonly MarkdownBlock[]): Lever {
  const first = blocks[0] as MarkdownBlock;
  const span = page.source.span(first.from, blocks.at(-1)?.to ?? first.to);
  const bodies = [
    {from: opening.after, to: first.to},
    ...blocks.slice(1).map(({start, to}) => ({from: start, to})),
  ];
  const sentences = bodies.flatMap(({from, to}) => sentencesOf(page, from, to));
  const titled = /\d/.test(opening.title)
    ? sentencesOf(page, titleStart(page, first), Math.min(opening.after, first.to))
    : [];
  return {
    title: opening.title,
    script: scriptOf(page, bodies, blocks),
    passage: {section: first.section, label: opening.title, span, sentences: [...titled, ...sentences]},
    slots: slotsOf(page, span),
    span,
  };
}

/** Behind "1." and "Lever 2 —": the number of a lever is not a figure of it. */
function titleStart(page: Page, block: MarkdownBlock): number {
  if (block.kind === 'item') return block.start;
  const words = page.bare.slice(block.start, block.to);
  return block.start + (leverNumber(words)?.after ?? endOfNumber(words));
}

/** What stands in quotes: from the first mark to the last where the body opens with one, else the longest pair. */
function scriptOf(
  page: Page,
  bodies: readonly {from: number; to: number}[],
  blocks: readonly MarkdownBlock[],
): Read<string> | null {
  for (const {from, to} of bodies) {
    const text = page.bare.slice(from, to);
    const marks = hitsIn(text, QUOTE_MARK).map(({index}) => index);
    const [first, last] = [marks[0], marks.at(-1)];
    if (first === undefined || last === undefined || first === last) continue;
    const opens = /^[\s\uFEFF:>—–-]*$/.test(text.slice(0, first));
    const pairs = marks.flatMap((mark, at) =>
      at % 2 === 0 && marks[at + 1] !== undefined ? [{a: mark, b: marks[at + 1] as number}] : [],
    );
    const longest = pairs.reduce((one, other) => (other.b - other.a > one.b - one.a ? other : one), {
      a: 0,
      b: 0,
    });
    const {a, b} = opens ? {a: first, b: last} : longest;
    if (b - a > SHORTEST_SCRIPT)
      return {value: normalized(text.slice(a + 1, b)), span: page.source.span(from + a + 1, from + b)};
  }
  const quote = blocks.find(block => block.kind === 'quote');
  if (quote === undefined) return null;
  return {value: bodyOf(page, quote), span: page.source.span(quote.start, quote.to)};
}
