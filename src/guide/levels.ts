import {bodyOf, type MarkdownBlock, type Page, type TextRange, wordsOf} from './blocks.ts';
import {companyAndLevel, firstWordAndLevel, isLevelWord} from '../english/index.ts';
import {labelOf, passageOf} from './prose.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import type {LevelName, Passage, Unread} from './types.ts';

const HEADING = /\blevel(?:s|ing)?\b|\bladder\b|\bequivalen/i;
/** Columns and rows that describe a level instead of naming one. */
const ATTRIBUTE =
  /^(?:(?:role )?scope|ic\/manager|focus|typical|yoe|years|experience|comp\b|comp parity|compensation|description|responsib|tc\b|total comp|salary|notes?|key |domain|typical yoe)/i;
const PAY = /[$£€₹]\s?\d/;
/** How a line that says so opens, its markup blanked. */
const MAPPING = /^[\s\uFEFF"“]*level mapping/i;
/** Money or a percentage. */
const FIGURE = /[$£€₹₪¥]\s?\d|\b[A-Z]{3}\s\d|\d\s?%/;

/** The level map: a table, or one or more lines. First match wins, the table before the lines. */
export const levels: BlockRule = {
  part: 'levels',
  read(page, left, so) {
    const own = namesOf(so.company?.value ?? '');
    const shapes = [tableOf(page, left, own), linesOf(page, left, own)];
    return shapes.find(portion => portion.claims.length > 0) ?? NOTHING;
  },
};

/** "Fortinet (Security)" also goes by "Fortinet", "Weights & Biases" by "W&B". */
function namesOf(company: string): string[] {
  const short = company.replace(/\s*\(.*$/, '');
  const first = short.split(' ')[0] ?? '';
  return [...new Set([company, short, ...(first.length > 3 ? [first] : [])])].filter(name => name !== '');
}

function tableOf(page: Page, left: readonly MarkdownBlock[], own: readonly string[]): Portion {
  for (const [at, block] of left.entries()) {
    if (block.kind !== 'table' || !HEADING.test(titleAbove(page, left, at))) continue;
    const {rows, narrative, unread} = readTable(page, block, own);
    if (rows.length > 0) return {claims: [block], parts: {levels: rows, narrative}, unread};
  }
  return NOTHING;
}

/** The title a table stands under, or the label paragraph right above it. */
function titleAbove(page: Page, left: readonly MarkdownBlock[], at: number): string {
  const above = left[at - 1];
  const section = left[at]?.section ?? '';
  return above?.kind === 'paragraph' ? `${section} ${bodyOf(page, above).slice(0, 60)}` : section;
}

interface Table {
  readonly rows: readonly LevelName[][];
  /** What a row or column of attributes says in money or percent. */
  readonly narrative: readonly Passage[];
  readonly unread: readonly Unread[];
}

function readTable(page: Page, block: MarkdownBlock, own: readonly string[]): Table {
  const head = block.rows[0] ?? [];
  const names = head.map(cell => heading(wordsOf(page, cell), own[1] ?? own[0] ?? ''));
  const transposed = /^(?:attribute|dimension|category)$/i.test(names[0] ?? '');
  const columns = names.flatMap((name, at) =>
    name === null || (transposed && at === 0) ? [] : [{name, at}],
  );
  const rows: LevelName[][] = [];
  const narrative: Passage[] = [];
  const unread: Unread[] = [];
  const isColumn = new Set(columns.map(({at}) => at));
  let attributes = false;
  for (const row of block.rows.slice(1)) {
    const words = row.map(cell => wordsOf(page, cell));
    attributes ||= !transposed && isOfAttributes(words);
    const named = !attributes && (!transposed || /^(?:title|level)/i.test(words[0] ?? ''));
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
      if (cell === undefined || /^(?:|[-—–]|n\/a)$/i.test(level)) return [];
      return [{company: name, level, span: page.source.span(cell.from, cell.to)}];
    });
    if (read.length > 0) rows.push(read);
  }
  return {rows, narrative, unread};
}

/** Whether a row describes the levels. The rows below it do so too: nicknames, pay, what the pay consists of. */
function isOfAttributes(words: readonly string[]): boolean {
  return ATTRIBUTE.test(words[0] ?? '') || words.filter(word => PAY.test(word)).length * 2 > words.length;
}

/** The company a column is about; null for a column that describes. */
function heading(words: string, own: string): string | null {
  if (ATTRIBUTE.test(words)) return null;
  if (
    /^(?:internal\s+)?(?:level|grade|band)s?$/i.test(words) ||
    /^internal (?:level|grade|title)/i.test(words)
  )
    return own;
  if (/^(?:industry |market |external |faang |peer )?equivalent$/i.test(words)) return words;
  return words
    .replace(/^(?:equivalent\s+)?(?:@|at\s)\s*|^equivalent\s+at\s+/i, '')
    .replace(/\s+(?:levels?|equiv(?:alent|\.)?)$/i, '')
    .replace(/\s+equivalent\s+level$/i, '')
    .trim();
}

function linesOf(page: Page, left: readonly MarkdownBlock[], own: readonly string[]): Portion {
  const labelled = left.find(
    block =>
      block.kind === 'paragraph' &&
      !block.titles &&
      MAPPING.test(page.bare.slice(block.from, block.from + 40)) &&
      /^level mapping/i.test(labelOf(page, block.from, block.to)?.text ?? ''),
  );
  const lines =
    labelled !== undefined
      ? [{block: labelled, from: labelOf(page, labelled.from, labelled.to)?.after ?? labelled.from}]
      : left
          .filter(
            block => ['paragraph', 'item'].includes(block.kind) && /^level mapping/i.test(block.section),
          )
          .map(block => ({block, from: block.start}));
  const read = lines.map(({block, from}) => ({block, ...readLine(page, {from, to: block.to}, own)}));
  const claims = read.filter(({rows}) => rows.length > 0);
  const remarks = claims.flatMap(({block, remark}) =>
    remark === null ? [] : [passageOf(page, block.section, remark.from, remark.to)],
  );
  if (claims.length === 0) return NOTHING;
  return {
    claims: claims.map(({block}) => block),
    parts: {levels: claims.flatMap(({rows}) => rows), narrative: remarks},
    unread: claims.flatMap(({unread}) => unread),
  };
}

/** One way in which a line says that levels are equal: how it falls into rows and entries. */
interface Shape {
  readonly fits: RegExp;
  readonly rows: (line: string) => string[];
  readonly entries: (row: string) => string[];
}

/** Says the same as "maps to". */
const MAPS =
  /\b(?:maps?|corresponds?|aligns?|(?:is|are)(?=(?:\s\w+)? (?:equivalent|comparable)))(?:\s(?:roughly|approximately|closely|directly|broadly))?(?:\s(?:equivalent|comparable))?\s(?:to|with)\b/;

const MAPS_TO: Shape = {
  fits: MAPS,
  rows: line => line.split(/;\s+/),
  entries: row => {
    const [subject = '', object = ''] = row.split(MAPS);
    return [subject, ...bracketed(object).flatMap(listed).flatMap(halved)];
  },
};

/** "IC2 (L4 at one, E4 at another) and L4 at banks (Ospreybank, Heron)": what stands in a list in brackets is listed too, unless it names companies and no level. */
function bracketed(object: string): string[] {
  const sides: string[] = [];
  let from = 0;
  for (const {0: all, 1: list = '', index} of object.matchAll(/\(([^()]*(?:,|\sat\s)[^()]*)\)/g)) {
    const leveled = list.split(/,\s+/).some(item => companyAndLevel(item, []) !== null);
    sides.push(object.slice(from, index), ...(leveled ? [list] : []));
    from = index + all.length;
  }
  return [...sides, object.slice(from)];
}

/** "Osprey L4 and Heron E4": two entries where each half names a company and a level. */
function halved(piece: string): string[] {
  const halves = piece.split(/\s+and\s+(?![^()]*\))/);
  return halves.every(half => companyAndLevel(half, []) !== null) ? halves : [piece];
}

const SHAPES: readonly Shape[] = [
  {
    fits: /\sEquivalent:/i,
    rows: line => [line],
    entries: row =>
      row.split(/\s\|\s/).flatMap(piece => (/^Equivalent:/i.test(piece) ? listed(piece.slice(11)) : [piece])),
  },
  {
    fits: /\s=\s/,
    rows: line => {
      const pieces = line.split(/\s\|\s|;\s/);
      return pieces.every(piece => / = /.test(piece)) ? pieces : [line];
    },
    entries: row => row.split(/\s[=~≈]\s|\s\|\s/).flatMap((side, at) => (at === 0 ? [side] : listed(side))),
  },
  {
    fits: /\s?[~≈]\s/,
    rows: line => [line],
    entries: row => row.split(/\s?[~≈]\s|\s[|·]\s/).flatMap((side, at) => (at === 0 ? [side] : listed(side))),
  },
  MAPS_TO,
];

/** One line read: its rows, and what of it is none. */
interface Line {
  readonly rows: readonly LevelName[][];
  /** Sentences behind the chain: a claim of the narrative. */
  readonly remark: TextRange | null;
  /** Pieces of the chain of which no company could be told. */
  readonly unread: readonly Unread[];
}

function readLine(page: Page, stretch: TextRange, own: readonly string[]): Line {
  const words = wordsOf(page, stretch);
  const line = untilSentenceEnd(words);
  const shape = SHAPES.find(one => one.fits.test(line));
  if (shape === undefined) return {rows: [], remark: null, unread: []};
  const span = page.source.span(stretch.from, stretch.to);
  const place = (piece: string) => within(page, stretch, piece) ?? span;
  const lost = (piece: string, why: string): Unread => ({text: piece, why, span: place(piece)});
  const unread: Unread[] = [];
  const rows = shape.rows(line).flatMap(row => {
    const read: LevelName[] = [];
    for (const [at, entry] of shape.entries(row).entries()) {
      const piece = entry.trim();
      // the first piece is of the guide's own company, and so is the second of "Role at Larkspur maps to IC2 (…)"
      const mine =
        piece !== '' &&
        (at === 0 || (at === 1 && shape === MAPS_TO && / \(/.test(row) && !/\bat\b/.test(piece)));
      const named =
        companyAndLevel(entry, own) ??
        (mine ? {company: own[0] ?? '', level: piece} : firstWordAndLevel(piece));
      if (named !== null) read.push({...named, span: place(piece)});
      else if (/[A-Z\d]/.test(piece) && !/^no\s[^>]*$/i.test(piece))
        unread.push(lost(piece, 'a level of no company that could be told'));
    }
    if (read.length > 1) return [read];
    unread.push(lost(row.trim(), 'a level that is equal to no other'));
    return [];
  });
  const said = words.slice(line.length).replace(/^[\s.;—–-]+/, '');
  const remark = said === '' ? null : within(page, stretch, said);
  if (said !== '' && remark === null && /\d/.test(said))
    unread.push(lost(said, 'a remark behind the level map'));
  return {rows, remark, unread};
}

/** "A, B / C": pieces that begin with a role or level belong to the piece before ("Senior PM / Principal PM"). */
function listed(side: string): string[] {
  const pieces: string[] = [];
  for (const piece of side.split(/(,\s+(?:and\s+)?|\s\/\s|\s+or\s+(?=an?\s))(?![^()]*\))/)) {
    if (/^(?:,\s+(?:and\s+)?|\s\/\s|\s+or\s+)$/.test(piece)) pieces.push(piece);
    else if (pieces.length > 1 && isLevelWord(piece.split(' ')[0] ?? '') && !/\sat\s/.test(piece))
      pieces.splice(-2, 2, `${pieces.at(-2)}${pieces.at(-1)}${piece}`);
    else pieces.push(piece);
  }
  return pieces.filter(piece => !/^(?:,\s+(?:and\s+)?|\s\/\s|\s+or\s+)$/.test(piece) && piece.trim() !== '');
}

/** A chain may go on with sentences, or with a remark behind a double hyphen. */
function untilSentenceEnd(line: string): string {
  const end =
    /(?<!\b(?:Sr|Jr|vs|Inc|Eng|Mgr|Dir)|\.[A-Z])\.\s+(?=[A-Z])|\s--\s|\s—\s(?=[a-z]|Note\b)(?![^()]*\))|;\s(?![^;.]*(?:\bmaps? to\b|\s=\s))/.exec(
      line,
    );
  return line.slice(0, end?.index).replace(/\.$/, '');
}

function within(page: Page, {from, to}: TextRange, words: string) {
  const at = page.source.text.slice(from, to).indexOf(words);
  return at < 0 ? null : page.source.span(from + at, from + at + words.length);
}
