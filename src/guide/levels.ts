import {type Block, bodyOf, type Page, type Stretch, wordsOf} from './blocks.ts';
import {companyAndLevel, isLevelWord} from './companies.ts';
import {labelOf} from './prose.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import type {LevelName} from './types.ts';

const HEADING = /\blevel(?:s|ing)?\b|\bladder\b|\bequivalen/i;
/** Columns and rows that describe a level instead of naming one. */
const ATTRIBUTE =
  /^(?:scope|focus|typical|yoe|years|experience|comp\b|comp parity|compensation|description|responsib|tc\b|total comp|salary|notes?|key |domain|typical yoe)/i;
const PAY = /[$£€₹]\s?\d/;

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

function tableOf(page: Page, left: readonly Block[], own: readonly string[]): Portion {
  for (const [at, block] of left.entries()) {
    if (block.kind !== 'table' || !HEADING.test(titleAbove(page, left, at))) continue;
    const rows = readTable(page, block, own);
    if (rows.length > 0) return {claims: [block], parts: {levels: rows}};
  }
  return NOTHING;
}

/** The title a table stands under, or the label paragraph right above it. */
function titleAbove(page: Page, left: readonly Block[], at: number): string {
  const above = left[at - 1];
  const section = left[at]?.section ?? '';
  return above?.kind === 'paragraph' ? `${section} ${bodyOf(page, above).slice(0, 60)}` : section;
}

function readTable(page: Page, block: Block, own: readonly string[]): LevelName[][] {
  const head = block.rows[0] ?? [];
  const names = head.map(cell => heading(wordsOf(page, cell), own[1] ?? own[0] ?? ''));
  const transposed = /^(?:attribute|dimension|category)$/i.test(names[0] ?? '');
  const columns = names.flatMap((name, at) =>
    name === null || (transposed && at === 0) ? [] : [{name, at}],
  );
  const rows: LevelName[][] = [];
  for (const row of block.rows.slice(1)) {
    const words = row.map(cell => wordsOf(page, cell));
    // rows below the first attribute are attributes too: nicknames, pay, what the pay consists of
    if (
      !transposed &&
      (ATTRIBUTE.test(words[0] ?? '') || words.filter(word => PAY.test(word)).length * 2 > words.length)
    )
      break;
    if (transposed && !/^(?:title|level)/i.test(words[0] ?? '')) continue;
    const read = columns.flatMap(({name, at}) => {
      const cell = row[at];
      const level = words[at] ?? '';
      if (cell === undefined || /^(?:|[-—–]|n\/a)$/i.test(level)) return [];
      return [{company: name, level, span: page.source.span(cell.from, cell.to)}];
    });
    if (read.length > 0) rows.push(read);
  }
  return rows;
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
    .replace(/\s+(?:levels?|equivalent)$/i, '')
    .replace(/\s+equivalent\s+level$/i, '')
    .trim();
}

function linesOf(page: Page, left: readonly Block[], own: readonly string[]): Portion {
  const labelled = left.find(
    block =>
      block.kind === 'paragraph' &&
      !block.titles &&
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
  const read = lines.map(({block, from}) => ({block, rows: readLine(page, {from, to: block.to}, own)}));
  const claims = read.filter(({rows}) => rows.length > 0);
  if (claims.length === 0) return NOTHING;
  return {claims: claims.map(({block}) => block), parts: {levels: claims.flatMap(({rows}) => rows)}};
}

/** One way in which a line says that levels are equal: how it falls into rows and entries. */
interface Shape {
  readonly fits: RegExp;
  readonly rows: (line: string) => string[];
  readonly entries: (row: string) => string[];
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
      const pieces = line.split(/\s\|\s/);
      return pieces.every(piece => / = /.test(piece)) ? pieces : [line];
    },
    entries: row => row.split(/\s=\s|\s\|\s/).flatMap((side, at) => (at === 0 ? [side] : listed(side))),
  },
  {
    fits: /\s?[~≈]\s/,
    rows: line => [line],
    entries: row => row.split(/\s?[~≈]\s|\s[|·]\s/).flatMap((side, at) => (at === 0 ? [side] : listed(side))),
  },
  {
    fits: /\bmaps? to\b/,
    rows: line => [line],
    entries: row => {
      const [subject = '', object = ''] = row.split(/\s+maps? to\s+/);
      const inner = /^([^()]*)\(([^()]*)\)/.exec(object);
      return [
        subject,
        ...(inner === null ? listed(object) : [...listed(inner[1] ?? ''), ...listed(inner[2] ?? '')]),
      ];
    },
  },
];

function readLine(page: Page, stretch: Stretch, own: readonly string[]): LevelName[][] {
  const line = untilSentenceEnd(wordsOf(page, stretch));
  const shape = SHAPES.find(one => one.fits.test(line));
  if (shape === undefined) return [];
  const span = page.source.span(stretch.from, stretch.to);
  return shape
    .rows(line)
    .map(row =>
      shape.entries(row).flatMap((entry, at) => {
        const named =
          companyAndLevel(entry, own) ??
          (at === 0 && own[0] !== undefined && entry.trim() !== ''
            ? {company: own[0], level: entry.trim()}
            : null);
        return named === null ? [] : [{...named, span: within(page, stretch, entry.trim()) ?? span}];
      }),
    )
    .filter(row => row.length > 1);
}

/** "A, B / C": pieces that begin with a role or level belong to the piece before ("Senior PM / Principal PM"). */
function listed(side: string): string[] {
  const pieces: string[] = [];
  for (const piece of side.split(/(,\s+(?:and\s+)?|\s\/\s)(?![^()]*\))/)) {
    if (/^(?:,\s+(?:and\s+)?|\s\/\s)$/.test(piece)) pieces.push(piece);
    else if (pieces.length > 1 && isLevelWord(piece.split(' ')[0] ?? '') && !/\sat\s/.test(piece))
      pieces.splice(-2, 2, `${pieces.at(-2)}${pieces.at(-1)}${piece}`);
    else pieces.push(piece);
  }
  return pieces.filter(piece => !/^(?:,\s+(?:and\s+)?|\s\/\s)$/.test(piece) && piece.trim() !== '');
}

/** A chain may go on with sentences, or with a remark behind a double hyphen. */
function untilSentenceEnd(line: string): string {
  return line
    .replace(/(?:(?<!\b(?:Sr|Jr|vs|Inc|Eng|Mgr|Dir))\.\s+(?=[A-Z])|\s--\s|\s—\s(?=[a-z])|;\s)[^]*$/, '')
    .replace(/\.$/, '');
}

function within(page: Page, {from, to}: Stretch, words: string) {
  const at = page.source.text.slice(from, to).indexOf(words);
  return at < 0 ? null : page.source.span(from + at, from + at + words.length);
}
