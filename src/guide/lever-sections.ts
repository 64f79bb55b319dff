import {isLeverPart, type leversHeading} from '../english/index.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {type Opening, PLAIN} from './lever-shapes.ts';
import {isStrategy} from './strategy.ts';
import type {Unread} from './types.ts';

/** A lever as it is found: how it opens, and the blocks up to the next. */
export interface Found {
  readonly opening: Opening;
  readonly blocks: MarkdownBlock[];
}

/** What stands under a title of levers, up to the next title as high. */
export interface LeverSection {
  readonly title: MarkdownBlock;
  readonly says: 'list' | 'levers';
  readonly blocks: readonly MarkdownBlock[];
  /** What ends it. */
  readonly next: MarkdownBlock | null;
}

const SHORTEST_SCRIPT = 40;
const LONGEST_UNREAD = 400;

/** Whether a block holds a script: words in quotes, and not a few. */
export function isScript(page: Page, block: MarkdownBlock): boolean {
  const text = page.bare.slice(block.start, block.to);
  return (
    text.lastIndexOf('"') - text.indexOf('"') > SHORTEST_SCRIPT ||
    text.lastIndexOf('”') - text.indexOf('“') > SHORTEST_SCRIPT
  );
}

/** The sections whose titles open a list of levers, or speak of levers. A title in bold ends where any heading or another begins. */
export function leverSections(
  page: Page,
  left: readonly MarkdownBlock[],
  heading: ReadonlyMap<MarkdownBlock, ReturnType<typeof leversHeading>>,
): readonly LeverSection[] {
  return left.flatMap((title, at) => {
    const says = heading.get(title) ?? null;
    if (says === null || says === 'lever') return [];
    const isEnd = (block: MarkdownBlock) =>
      block.kind === 'rule' ||
      isStrategy(page, block) ||
      (block.depth > 0 && (title.depth === 0 || block.depth <= title.depth)) ||
      (title.depth === 0 && block.titles && heading.get(block) != null);
    let end = at + 1;
    for (let block = left[end]; block !== undefined && !isEnd(block); block = left[end]) end++;
    return [{title, says, blocks: left.slice(at + 1, end), next: left[end] ?? null}];
  });
}

/**
 * The levers of a section that has no number for any: by its headings, its titles in bold or its bold labels. `titled` asks
 * only for those beneath titles, two and more, before any list.
 */
export function unnumbered(page: Page, section: LeverSection, titled: boolean): readonly Found[] {
  for (const shape of titled ? PLAIN.slice(0, 2) : PLAIN) {
    const found: Found[] = [];
    let listed = false;
    for (const block of section.blocks) {
      const opening = shape.open(page, block);
      const last = found.at(-1)?.blocks[0];
      if (opening !== null) found.push({opening, blocks: [block]});
      else if (block.titles && last?.kind === 'paragraph' && !isLeverPart(bodyOf(page, block))) break;
      else if (found.length > 0 && block.kind !== 'table') found.at(-1)?.blocks.push(block);
      else listed ||= block.kind === 'item';
    }
    const isSpoken = ({blocks}: Found) =>
      blocks.some(block => block.kind === 'quote' || isScript(page, block));
    const speechless = found.findIndex(one => !isSpoken(one));
    // beneath a title in bold any other may be the next part of the guide: only what is spoken is a lever
    const kept = section.title.depth === 0 && speechless >= 0 ? found.slice(0, speechless) : found;
    const told = kept.filter(({opening, blocks: [first, ...others]}) =>
      others.some(({titles}) => !titles) ? true : opening.after < (first?.to ?? 0),
    );
    if (titled ? told.length > 1 && !listed : told.length > 1 || told.some(isSpoken)) return told;
  }
  return [];
}

/**
 * What the sections of levers say of which no block is a lever's, for a person to read. Their prose is of the narrative, too;
 * their tables are of nothing else.
 */
export function unreadSections(
  page: Page,
  sections: readonly LeverSection[],
  found: readonly Found[],
): {readonly unread: readonly Unread[]; readonly tables: readonly MarkdownBlock[]} {
  const taken = new Set(found.flatMap(({blocks}) => blocks));
  const lost = sections.filter(
    ({says, blocks, next}) =>
      (says === 'list' || found.length === 0) &&
      ![...blocks, next].some(block => block !== null && taken.has(block)),
  );
  const unread = lost.flatMap(({title, blocks}) => {
    const said = blocks.filter(block => bodyOf(page, block) !== '');
    const last = said.at(-1);
    if (last === undefined) return [];
    const text = said.map(block => bodyOf(page, block)).join(' ');
    const why = 'a section of levers in which none could be told';
    return [{text: text.slice(0, LONGEST_UNREAD), why, span: page.source.span(title.from, last.to)}];
  });
  return {unread, tables: lost.flatMap(({blocks}) => blocks.filter(({kind}) => kind === 'table'))};
}
