import {
  type ChainLevel,
  describesLevels,
  heardIn,
  isNoLevel,
  isOfAttributes,
  isOfCompanies,
  isRank,
  levelChain,
  levelHeading,
  namesLevels,
  opensLevelMap,
  type OwnNames,
  ownNames,
  titlesLevels,
} from '../english/index.ts';
import {bodyOf, type MarkdownBlock, type Page, type TextRange, wordsOf} from './blocks.ts';
import {chainsOf, type ChainStretch} from './level-lines.ts';
import {labelOf, passageOf} from './prose.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import type {LevelName, Passage, Unread} from './types.ts';

const PAY = /[$£€₹]\s?\d/;
/** Money or a percentage. */
const FIGURE = /[$£€₹₪¥]\s?\d|\b[A-Z]{3}\s\d|\d\s?%/;

/** Blocks among which more of a level map is looked for. */
const MOST_FURTHER = 200;

/** The level map: a table, with the lines beneath it that say more of the same, or one or more lines. */
export const levels: BlockRule = {
  part: 'levels',
  read(page, left, so) {
    const own = ownNames(so.company?.value ?? '');
    const table = tableOf(page, left, own);
    if (table === null) return linesOf(page, left, own);
    const beneath = left.slice(left.indexOf(table.block) + 1).filter(isBeneath(table.block));
    // what a sentence beneath says of levels is of the narrative
    const lines = chainsIn(
      page,
      beneath.map(block => ({block, from: textStart(page, block)})),
      own,
      false,
    );
    return {
      claims: [table.block, ...lines.claims],
      parts: {
        levels: [...table.rows, ...(lines.parts.levels ?? [])],
        narrative: [...table.narrative, ...(lines.parts.narrative ?? [])],
      },
      unread: [...table.unread, ...(lines.unread ?? [])],
    };
  },
};

/** Paragraphs and items beneath the title of a table. */
function isBeneath(table: MarkdownBlock): (block: MarkdownBlock) => boolean {
  return ({kind, section, titles}) => isOfText(kind) && !titles && section === table.section;
}

function isOfText(kind: MarkdownBlock['kind']): boolean {
  return kind === 'paragraph' || kind === 'item';
}

/** Where the text of a block begins behind its label. */
function textStart(page: Page, block: MarkdownBlock): number {
  return labelOf(page, block.start, block.to)?.after ?? block.start;
}

interface Table {
  readonly block: MarkdownBlock;
  readonly rows: readonly LevelName[][];
  /** What a row or column of attributes says in money or percent. */
  readonly narrative: readonly Passage[];
  readonly unread: readonly Unread[];
}

function tableOf(page: Page, left: readonly MarkdownBlock[], own: OwnNames): Table | null {
  for (const [at, block] of left.entries()) {
    if (block.kind !== 'table' || !titlesLevels(titleAbove(page, left, at))) continue;
    const table = readTable(page, block, own);
    if (table.rows.length > 0) return table;
  }
  return null;
}

/** The title a table stands under, or the label paragraph right above it. */
function titleAbove(page: Page, left: readonly MarkdownBlock[], at: number): string {
  const above = left[at - 1];
  const section = left[at]?.section ?? '';
  return above?.kind === 'paragraph' ? `${section} ${bodyOf(page, above).slice(0, 60)}` : section;
}

function readTable(page: Page, block: MarkdownBlock, own: OwnNames): Table {
  const head = block.rows[0] ?? [];
  const first = head[0] === undefined ? '' : wordsOf(page, head[0]);
  if (isOfCompanies(first)) return byCompany(page, block);
  const transposed = isOfAttributes(first);
  const columns = head.flatMap((cell, at) => {
    const name =
      transposed && at === 0 ? null : columnName(wordsOf(page, cell), cellsBelow(page, block, at), own);
    return name === null ? [] : [{name, at}];
  });
  const rows: LevelName[][] = [];
  const narrative: Passage[] = [];
  const unread: Unread[] = [];
  const isColumn = new Set(columns.map(({at}) => at));
  let attributes = false;
  for (const row of block.rows.slice(1)) {
    const words = row.map(cell => wordsOf(page, cell));
    attributes ||= !transposed && isAttributeRow(words);
    const named = !attributes && (!transposed || namesLevels(words[0] ?? ''));
    for (const [at, cell] of row.entries()) {
      const said = words[at] ?? '';
      const span = page.source.span(cell.from, cell.to);
      if (at >= head.length && /\d/.test(said))
        unread.push({text: said, why: 'a cell beyond the columns of the heading', span});
      else if (at > 0 && !(named && isColumn.has(at)) && FIGURE.test(said))
        narrative.push({...passageOf(page, block.section, cell.from, cell.to), label: words[0] ?? null});
    }
    if (!named) continue;
    const read = columns.flatMap(({name, at}) => {
      const cell = row[at];
      const level = words[at] ?? '';
      if (cell === undefined || isNoLevel(level)) return [];
      return [{company: name, level, span: page.source.span(cell.from, cell.to)}];
    });
    if (read.length > 0) rows.push(read);
  }
  return {block, rows, narrative, unread};
}

function cellsBelow(page: Page, block: MarkdownBlock, at: number): string[] {
  return block.rows.slice(1).flatMap(row => {
    const cell = row[at];
    return cell === undefined ? [] : [wordsOf(page, cell)];
  });
}

/** A row for each company: of each column of levels they are one set. */
function byCompany(page: Page, block: MarkdownBlock): Table {
  const [head = [], ...rows] = block.rows;
  const columns = head.flatMap((cell, at) =>
    at > 0 && ['own', 'label'].includes(levelHeading(wordsOf(page, cell)).kind) ? [at] : [],
  );
  const read = columns.map(at =>
    rows.flatMap(row => {
      const [company, cell] = [row[0], row[at]];
      if (company === undefined || cell === undefined || isNoLevel(wordsOf(page, cell))) return [];
      const span = page.source.span(cell.from, cell.to);
      return [{company: wordsOf(page, company), level: wordsOf(page, cell), span}];
    }),
  );
  return {block, rows: read.filter(row => row.length > 1), narrative: [], unread: []};
}

/** Whether a row describes the levels. The rows below it do so too: nicknames, pay, what the pay consists of. */
function isAttributeRow(words: readonly string[]): boolean {
  return describesLevels(words[0] ?? '') || words.filter(word => PAY.test(word)).length * 2 > words.length;
}

/** The company a column is about, or its label; null for a column that describes. */
function columnName(words: string, cells: readonly string[], own: OwnNames): string | null {
  const heading = levelHeading(words, cells);
  if (heading.kind === 'attribute') return null;
  return heading.kind === 'own' ? own.short : heading.name;
}

interface LevelLine {
  readonly block: MarkdownBlock;
  readonly from: number;
}

function linesOf(page: Page, left: readonly MarkdownBlock[], own: OwnNames): Portion {
  for (const [at, block] of left.entries()) {
    if (!isLabelled(page, block)) continue;
    const first = {block, from: textStart(page, block)};
    if (chainsIn(page, [first], own).claims.length > 0)
      return chainsIn(page, [first, ...furtherLines(page, left, at, own)], own);
    // a label that introduces a list: "Level Mapping: roughly as follows"
    const end = left.findIndex((other, index) => index > at && other.kind !== 'item');
    const items = left.slice(at + 1, end < 0 ? left.length : end).map(item => lineOf(page, item, own));
    const list = chainsIn(page, items, own);
    if (list.claims.length > 0) return list;
  }
  return chainsIn(page, titled(page, left, own), own);
}

/** Whether a paragraph opens with a label that says that a level map follows. */
function isLabelled(page: Page, block: MarkdownBlock): boolean {
  const label = block.kind === 'paragraph' && !block.titles ? labelOf(page, block.from, block.to) : null;
  return label !== null && opensLevelMap(label.text);
}

/**
 * What stands behind the first line of a level map and is more of the same: lines with such a label of their own, and right
 * behind it those, under another label or none, whose words are chains of the guide's own levels.
 */
function furtherLines(
  page: Page,
  left: readonly MarkdownBlock[],
  at: number,
  own: OwnNames,
): readonly LevelLine[] {
  let goesOn = true;
  return left.slice(at + 1, at + 1 + MOST_FURTHER).flatMap(block => {
    const isMap = isLabelled(page, block);
    if (isMap) return [{block, from: textStart(page, block)}];
    goesOn &&= isOfText(block.kind) && !block.titles;
    if (!goesOn) return [];
    const line = lineOf(page, block, own);
    goesOn =
      isOfOwn(page, {from: line.from, to: block.to}, own) &&
      (line.from > block.start || opensWithLevel(bodyOf(page, block), own));
    return goesOn ? [line] : [];
  });
}

/** Whether words open with the company's own name, or with a level. */
function opensWithLevel(words: string, own: OwnNames): boolean {
  return own.all.some(name => words.startsWith(name)) || isRank(words.split(/[=≈~:|→]/)[0] ?? '');
}

/** Whether words are nothing but chains that open with levels of the guide's own company. */
function isOfOwn(page: Page, {from, to}: TextRange, own: OwnNames): boolean {
  const {rows, lost, isProse} = levelChain(page.bare.slice(from, to), own.all);
  return (
    rows.length > 0 &&
    lost.length === 0 &&
    !isProse &&
    rows.every(row => own.all.includes(row[0]?.company ?? ''))
  );
}

/** The lines beneath a title that says so. */
function titled(page: Page, left: readonly MarkdownBlock[], own: OwnNames): LevelLine[] {
  let section: string | null = null;
  let isMap = false;
  return left.flatMap(block => {
    if (block.section !== section) isMap = opensLevelMap(block.section);
    section = block.section;
    return isMap && isOfText(block.kind) ? [lineOf(page, block, own)] : [];
  });
}

/** Behind its label where that is none of its levels: "Senior: X P4 = …", but not "P4: …". */
function lineOf(page: Page, block: MarkdownBlock, own: OwnNames): LevelLine {
  const from = textStart(page, block);
  return {block, from: isOfOwn(page, {from, to: block.to}, own) ? from : block.start};
}

/** The chains among some lines. A line that is none stays for others to claim. */
function chainsIn(page: Page, lines: readonly LevelLine[], own: OwnNames, prose = true): Portion {
  const claims: MarkdownBlock[] = [];
  const rows: LevelName[][] = [];
  const narrative: Passage[] = [];
  const unread: Unread[] = [];
  for (const {block, from} of lines) {
    const read = chainsOf(page, from, block.to, own, heardIn(restOf(page, block)));
    const isRead = ({chain}: ChainStretch) => chain.rows.length > 0 && (prose || !chain.isProse);
    if (!read.some(isRead)) continue;
    claims.push(block);
    for (const stretch of read) {
      const {from: open, to: close, chain} = stretch;
      const end = isRead(stretch) ? chain.end : 0;
      const said = /^[\s.;—–-]+/.exec(page.bare.slice(open + end, close))?.[0].length ?? 0;
      const remark = open + end + said;
      if (remark < close) narrative.push(passageOf(page, block.section, remark, close));
      if (!isRead(stretch)) continue;
      rows.push(...chain.rows.map(row => row.map(level => placed(page, open, level))));
      for (const {from: start, to, why} of chain.lost) {
        const span = page.source.span(open + start, open + to);
        unread.push({text: wordsOf(page, span), why, span});
      }
    }
  }
  if (claims.length === 0) return NOTHING;
  return {claims, parts: {levels: rows, narrative}, unread};
}

/** What a guide says besides a block. */
function restOf(page: Page, block: MarkdownBlock): string {
  return `${page.bare.slice(0, block.from)}\n${page.bare.slice(block.to)}`;
}

function placed(page: Page, offset: number, {company, level, from, to}: ChainLevel): LevelName {
  return {company, level, span: page.source.span(offset + from, offset + to)};
}
