import {
  type ChainLevel,
  describesLevels,
  heardIn,
  isNoLevel,
  isOfAttributes,
  isOfCompanies,
  levelChain,
  levelHeading,
  namesLevels,
  opensLevelMap,
  type OwnNames,
  ownNames,
  titlesLevels,
} from '../english/index.ts';
import {bodyOf, type MarkdownBlock, type Page, wordsOf} from './blocks.ts';
import {labelOf, passageOf} from './prose.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import type {LevelName, Passage, Unread} from './types.ts';

const PAY = /[$£€₹]\s?\d/;
/** Money or a percentage. */
const FIGURE = /[$£€₹₪¥]\s?\d|\b[A-Z]{3}\s\d|\d\s?%/;

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
    const label = block.kind === 'paragraph' && !block.titles ? labelOf(page, block.from, block.to) : null;
    if (label === null || !opensLevelMap(label.text)) continue;
    const read = chainsIn(page, [{block, from: textStart(page, block)}], own);
    if (read.claims.length > 0) return read;
    // a label that introduces a list: "Level Mapping: roughly as follows"
    const end = left.findIndex((other, index) => index > at && other.kind !== 'item');
    const items = chainsIn(page, left.slice(at + 1, end < 0 ? left.length : end).map(lineOf), own);
    if (items.claims.length > 0) return items;
  }
  return chainsIn(page, titled(left), own);
}

/** The lines beneath a title that says so. */
function titled(left: readonly MarkdownBlock[]): LevelLine[] {
  let section: string | null = null;
  let isMap = false;
  return left.flatMap(block => {
    if (block.section !== section) isMap = opensLevelMap(block.section);
    section = block.section;
    return isMap && isOfText(block.kind) ? [lineOf(block)] : [];
  });
}

function lineOf(block: MarkdownBlock): LevelLine {
  return {block, from: block.start};
}

/** The chains among some lines. A line that is none stays for others to claim. */
function chainsIn(page: Page, lines: readonly LevelLine[], own: OwnNames, prose = true): Portion {
  const claims: MarkdownBlock[] = [];
  const rows: LevelName[][] = [];
  const narrative: Passage[] = [];
  const unread: Unread[] = [];
  for (const {block, from} of lines) {
    const text = page.bare.slice(from, block.to);
    const chain = levelChain(text, own.all, heardIn(restOf(page, block)));
    if (chain.rows.length === 0 || (chain.isProse && !prose)) continue;
    claims.push(block);
    rows.push(...chain.rows.map(row => row.map(level => placed(page, from, level))));
    for (const {from: start, to, why} of chain.lost)
      unread.push({
        text: wordsOf(page, {from: from + start, to: from + to}),
        why,
        span: page.source.span(from + start, from + to),
      });
    const said = /^[\s.;—–-]+/.exec(text.slice(chain.end))?.[0].length ?? 0;
    const remark = from + chain.end + said;
    if (remark < block.to) narrative.push(passageOf(page, block.section, remark, block.to));
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
