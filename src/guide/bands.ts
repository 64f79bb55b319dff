import type {Component, Currency, Finding} from '../base/index.ts';
import {isCurrency} from '../base/index.ts';
import {plain} from './bare.ts';
import {type Block, type Page, type Stretch, wordsOf} from './blocks.ts';
import {type Cell, readCell} from './cells.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {AuditRule, Band, Unread} from './types.ts';

type Pays = Band['component'];

/** What a heading pays for; null where it names a region, a level or nothing we know. In order: first match wins. */
const COMPONENTS: readonly (readonly [RegExp, Component])[] = [
  [/^(?:base|fixed)\b|\bbase (?:salary|pay|comp)/i, 'base'],
  [/\b(?:sign(?:ing)?[- ]?on|signing)\b/i, 'signOn'],
  [/\bpnl\b/i, 'pnl'],
  [/^(?:total|tc\b|all-in|annual total)|\btotal (?:comp|cash|package)/i, 'total'],
  [/\b(?:stock|rsus?|equity|options?|ppus?|shares?|ltip?)\b/i, 'equity'],
  [/\bbonus\b|\bvariable\b|\bincentive\b/i, 'bonus'],
];
const OTHER =
  /\b(?:carry|medallion|secondary|profit|partnership|premium|participation|allocation|allowance|access|value|commission)\b/i;
const LEVEL = /^(?:level|grade|band|title|role|job level|seniority)\b/i;
const REGION = /^(?:region|location|office|market|city|hub|geo|country|site)/i;
/** Cities and countries that settle a sign shared by several currencies. */
const HOMES: readonly (readonly [RegExp, Currency])[] = [
  [/\b(?:tokyo|osaka|japan)\b/i, 'JPY'],
  [/\b(?:copenhagen|denmark|aarhus)\b/i, 'DKK'],
  [/\b(?:oslo|norway)\b/i, 'NOK'],
  [/\b(?:stockholm|sweden)\b/i, 'SEK'],
];

/** Which way a compensation table is laid out: what its rows and its columns are. */
interface Layout {
  readonly pays: (row: number, column: number) => {component: Pays; heading: string} | null;
  readonly region: (row: number, column: number) => string;
  readonly level: (row: number, column: number) => string | null;
  readonly implied: boolean;
}

/** The first table that states pay. Later ones show scenarios and peers, and stay unread. */
export const bands: BlockRule = {
  part: 'bands',
  read(page, left) {
    for (const block of left) {
      if (block.kind !== 'table') continue;
      const words = block.rows.map(row => row.map(cell => wordsOf(page, cell)));
      const layout = byComponentColumns(words) ?? byComponentRows(words) ?? byLevelAndRegion(words);
      if (layout === null) continue;
      const even = block.rows.map(row => row.length === block.rows[0]?.length);
      const read = cellsOf(page, block, words, layout, even);
      if (read.bands.length === 0) continue;
      const unread = [...raggedRows(page, block, even), ...read.unread];
      return {claims: [block], parts: {bands: read.bands}, findings: read.findings, unread};
    }
    return NOTHING;
  },
};

/** Region or level rows, one column for each component. */
function byComponentColumns(words: readonly (readonly string[])[]): Layout | null {
  const head = words[0] ?? [];
  const pays = head.map(componentOf);
  if (pays.filter(one => one !== null).length < 2 || !pays.some(one => one === 'base' || one === 'total'))
    return null;
  const labels = head.flatMap((_, at) =>
    pays[at] === null && at < pays.findIndex(one => one !== null) ? [at] : [],
  );
  const level = labels.find(at => LEVEL.test(head[at] ?? ''));
  const region = labels.find(at => REGION.test(head[at] ?? '')) ?? labels.find(at => at !== level);
  return {
    pays: (_, column) => naming(pays[column], head[column]),
    region: row => (region === undefined ? '' : place(words[row]?.[region])),
    level: row => (level === undefined ? null : (words[row]?.[level] ?? null)),
    implied: false,
  };
}

/** Component rows, one column for each region. */
function byComponentRows(words: readonly (readonly string[])[]): Layout | null {
  const head = words[0] ?? [];
  const pays = words.map(row => componentOf(row[0] ?? ''));
  const known = pays.slice(1).filter(one => one !== null);
  if (known.length < 2 || !known.some(one => one === 'base' || one === 'total')) return null;
  if (head.slice(1).some(one => /target|accept|walk|start|floor|initial|stretch|offer/i.test(one)))
    return null;
  return {
    pays: (row, column) => (column === 0 ? null : naming(pays[row], words[row]?.[0])),
    region: (_, column) => place(head[column]),
    level: () => null,
    implied: false,
  };
}

/** Level rows, one column for each region; what the cells pay for is not said, and their total is implied. */
function byLevelAndRegion(words: readonly (readonly string[])[]): Layout | null {
  const head = words[0] ?? [];
  if (!LEVEL.test(head[0] ?? '') || head.length < 2) return null;
  const cells = words.slice(1).flatMap(row => row.slice(1));
  const paid = cells.filter(cell => readCell(cell, null)?.unit === 'money').length;
  if (paid * 2 < cells.length || paid === 0) return null;
  return {
    pays: (_, column) => (column === 0 ? null : {component: 'total', heading: ''}),
    region: (_, column) => place(head[column]),
    level: row => words[row]?.[0] ?? null,
    implied: true,
  };
}

/** A row of more or fewer cells than the heading: nobody can say which cell stands under which. */
function* raggedRows(page: Page, block: Block, even: readonly boolean[]): Iterable<Unread> {
  for (const [at, row] of block.rows.entries()) {
    const [first, last] = [row[0], row.at(-1)];
    if (even[at] !== false || first === undefined || last === undefined) continue;
    const text = page.source.text.slice(first.from, last.to);
    if (!/\d/.test(text)) continue;
    const why = `the row has ${row.length} cells and the heading ${block.rows[0]?.length}`;
    yield {text, why, span: page.source.span(first.from, last.to)};
  }
}

function cellsOf(
  page: Page,
  block: Block,
  words: readonly (readonly string[])[],
  layout: Layout,
  even: readonly boolean[],
) {
  const read: Band[] = [];
  const unread: Unread[] = [];
  const findings: Finding<AuditRule>[] = [];
  const homes = new Map<string, Currency | null>();
  const cells = block.rows.flatMap((row, at) =>
    at === 0 || even[at] === false ? [] : row.map((cell, column) => ({cell, at, column})),
  );
  // the base cell of a region first, for it says which currency the region's other cells are of
  for (const {cell, at, column} of cells) {
    const place = layout.region(at, column) + (layout.level(at, column) ?? '');
    const what = layout.pays(at, column);
    if (what === null || (what.component !== 'base' && homes.has(place))) continue;
    const named = codeIn(layout.region(at, column));
    const own = readCell(page.bare.slice(cell.from, cell.to), named, named)?.currency ?? null;
    if (own !== null || !homes.has(place)) homes.set(place, own ?? named);
  }
  for (const {cell, at, column} of cells) {
    const what = layout.pays(at, column);
    if (what === null) continue;
    const region = layout.region(at, column);
    const home = homes.get(region + (layout.level(at, column) ?? '')) ?? codeIn(region);
    const value = readCell(page.bare.slice(cell.from, cell.to), home, codeIn(region));
    const currency = value?.currency ?? home;
    if (value === null || currency === null) {
      const text = page.source.text.slice(cell.from, cell.to);
      if (/\d/.test(text))
        unread.push({
          text,
          why: 'no pay can be read in the cell',
          span: page.source.span(cell.from, cell.to),
        });
      continue;
    }
    read.push(
      bandOf(page, cell, value, currency, what, region, layout.level(at, column), words[at]?.[column] ?? ''),
    );
    if (value.mended !== null)
      findings.push({
        rule: 'damaged-cell',
        severity: 'warning',
        message: `${plain(page.bare.slice(cell.from, cell.to))}: ${value.mended}`,
        span: page.source.span(cell.from, cell.to),
        hint: 'write both ends of a range under one sign and in one unit',
      });
  }
  return {bands: read, findings, unread};
}

function bandOf(
  page: Page,
  cell: Stretch,
  value: Cell,
  currency: Currency,
  what: {component: Pays; heading: string},
  region: string,
  level: string | null,
  words: string,
): Band {
  const basis = basisOf(what, words);
  // monthly pay is yearly pay by twelve: the one figure of a band that does not stand in its cell
  const months = value.per === 'month' && value.unit === 'money' ? 12 : 1;
  return {
    region,
    level,
    currency,
    component: what.component,
    low: value.low * months,
    high: value.high === null ? null : value.high * months,
    unit: value.unit,
    basis,
    alt: value.alt,
    span: page.source.span(cell.from, cell.to),
  };
}

function basisOf({component, heading}: {component: Pays; heading: string}, words: string): Band['basis'] {
  if (component === 'signOn') return 'once';
  const fourYears = /\b4[\s-]?(?:yr|year)/i;
  if (/\/\s?4\s?yr/i.test(words)) return '4yr';
  return component === 'equity' && fourYears.test(heading) && !/^[^(]*\/\s?yr\b/i.test(words)
    ? '4yr'
    : 'annual';
}

function componentOf(heading: string): Pays | null {
  const words = heading.replace(/\s*\(.*$/, '').trim();
  if (words === '' || REGION.test(words) || LEVEL.test(words)) return null;
  if (/\bcarry\b/i.test(words)) return `other:${heading}`;
  for (const [pattern, component] of COMPONENTS) if (pattern.test(words)) return component;
  return OTHER.test(words) ? `other:${heading}` : null;
}

function naming(component: Pays | null | undefined, heading: string | undefined) {
  return component === null || component === undefined ? null : {component, heading: heading ?? ''};
}

/** A region without flags and shortcodes. */
function place(words: string | undefined): string {
  return (words ?? '')
    .replace(/[\u{1F1E6}-\u{1F1FF}\u{1F300}-\u{1FAFF}]|\u{FE0F}|:[a-z_]+:/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The one currency that a region's name states or settles; null where it states none or two. */
function codeIn(region: string): Currency | null {
  const capitals: readonly string[] = region.match(/\b[A-Z]{3}\b/g) ?? [];
  const codes = [...new Set(capitals.filter(isCurrency))];
  if (codes.length > 0) return codes.length === 1 ? (codes[0] ?? null) : null;
  return HOMES.find(([pattern]) => pattern.test(region))?.[1] ?? null;
}
