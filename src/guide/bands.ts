import type {Component, Currency} from '../base/index.ts';
import {CURRENCY_SIGNS, isCurrency} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import {plain} from './bare.ts';
import {type Block, type Page, type Stretch, wordsOf} from './blocks.ts';
import {type Cell, readCell} from './cells.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {AuditRule, Band, Unread} from './types.ts';

type Pays = Band['component'];

/** What a heading pays for; null where it names a region, a level or nothing we know. In order: first match wins. */
const COMPONENTS: readonly (readonly [RegExp, Component])[] = [
  [/^(?:base|fixed)\b|\bbase (?:salary|pay|comp)|\bsalary\b/i, 'base'],
  [/\b(?:sign(?:ing)?[- ]?on|signing|joining bonus)\b/i, 'signOn'],
  [/\bpnl\b/i, 'pnl'],
  [/^(?:total|tc\b|all-in|annual total)|\btotal (?:comp|cash|package)/i, 'total'],
  [/\b(?:stock|rsus?|psus?|equity|options?|ppus?|shares?|ltip?|long-term incentives?)\b/i, 'equity'],
  [/\bbonus\b|\bvariable\b|\bincentive\b/i, 'bonus'],
  [/\btotal\b|\btc\b|\bote\b/i, 'total'],
];
const OTHER =
  /\b(?:carry|medallion|secondary|profit|partnership|premium|participation|allocation|allowance|access|value|commission)\b/i;
const LEVEL = /^(?:(?:job|career|experience|internal|ic) )?(?:level|grade|band|title|role|seniority)\b/i;
const REGION = /^(?:region|location|office|market|city|hub|geo|country|site|zone)/i;
const CURRENCY = /^currency\b/i;
/** What the rows of a table without a heading over them must say to be levels. */
const RANK =
  /\b(?:[A-Z]{1,3}-?\d\w*|junior|mid|senior|staff|principal|lead|director|associate|analyst|entry|manager|vp)\b/i;
const FOUR_YEARS = /\b(?:4|four)[\s-]?(?:yr|year)/i;
const BARE_DOLLAR = /(?<![A-Za-z])\$/;
/** Before any parenthesis: "(4yr vest, $20K/yr)" is a remark. */
const YEARLY = /^[^(]*(?:\/\s?(?:yr|year)\b|\bper year\b|\bannual\b)/i;
/** Cities and countries that settle a sign shared by several currencies. */
const HOMES: readonly (readonly [RegExp, Currency])[] = [
  [/\b(?:tokyo|osaka|kyoto|yokohama|fukuoka|nagoya|japan)\b/i, 'JPY'],
  [/\b(?:copenhagen|aarhus|odense|denmark)\b/i, 'DKK'],
  [/\b(?:oslo|bergen|trondheim|norway)\b/i, 'NOK'],
  [/\b(?:stockholm|gothenburg|malmö|sweden)\b/i, 'SEK'],
];

/** Which way a compensation table is laid out: what its rows and its columns are. */
interface Layout {
  readonly pays: (row: number, column: number) => {component: Pays; heading: string} | null;
  readonly region: (row: number, column: number) => string;
  readonly level: (row: number, column: number) => string | null;
  /** The currency that a column, a row or a heading names for the cell. */
  readonly home: (row: number, column: number) => Currency | null;
  /** Whether the cell pays for what its heading says and this reader has no word for, if it pays at all. */
  readonly unnamed: (row: number, column: number) => string | null;
}

/** The first table that states pay. Later ones show scenarios and peers, and stay unread. */
export const bands: BlockRule = {
  part: 'bands',
  read(page, left) {
    for (const block of left) {
      if (block.kind !== 'table') continue;
      const words = block.rows.map(row => row.map(cell => wordsOf(page, cell)));
      const layout =
        byComponentColumns(words) ?? byComponentRows(words) ?? byLevelAndRegion(words, block.section);
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
  const enough = REGION.test(head[0] ?? '') ? 1 : 2;
  if (
    pays.filter(one => one !== null).length < enough ||
    !pays.some(one => one === 'base' || one === 'total')
  )
    return null;
  const first = pays.findIndex(one => one !== null);
  const labels = head.flatMap((_, at) => (at < first ? [at] : []));
  const level = labels.find(at => LEVEL.test(head[at] ?? ''));
  const money = labels.find(at => CURRENCY.test(head[at] ?? ''));
  const region =
    labels.find(at => REGION.test(head[at] ?? '')) ?? labels.find(at => at !== level && at !== money);
  const regions = region === undefined ? [] : words.map(row => place(row[region]));
  const homes = head.map(codeIn);
  return {
    pays: (_, column) => naming(pays[column], head[column]),
    region: row => regions[row] ?? '',
    level: row => (level === undefined ? null : (words[row]?.[level] ?? null)),
    home: (row, column) =>
      (money === undefined ? null : codeIn(words[row]?.[money] ?? '')) ?? homes[column] ?? null,
    unnamed: (_, column) =>
      pays[column] === null && column !== region && !isLabel(head[column] ?? '')
        ? (head[column] ?? '')
        : null,
  };
}

/** Component rows, one column for each region, or for each level. */
function byComponentRows(words: readonly (readonly string[])[]): Layout | null {
  const head = words[0] ?? [];
  const pays = words.map(row => componentOf(row[0] ?? ''));
  const known = pays.slice(1).filter(one => one !== null);
  if (known.length < 2 || !known.some(one => one === 'base' || one === 'total')) return null;
  const leveled = head.slice(1).every(one => RANK.test(one) && codeIn(one) === null);
  if (head.slice(1).some(one => /target|accept|walk|start|floor|initial|stretch|offer/i.test(one)))
    return null;
  const regions = head.map(place);
  return {
    pays: (row, column) => (column === 0 ? null : naming(pays[row], words[row]?.[0])),
    region: (_, column) => (leveled ? '' : (regions[column] ?? '')),
    level: (_, column) => (leveled ? (head[column] ?? null) : null),
    home: () => null,
    unnamed: (row, column) => (column > 0 && pays[row] === null ? (words[row]?.[0] ?? '') : null),
  };
}

/** Level rows, one column for each region; unless the heading above says base, their total is implied. */
function byLevelAndRegion(words: readonly (readonly string[])[], section: string): Layout | null {
  const head = words[0] ?? [];
  const rows = words.slice(1);
  const ranked = head[0] === '' && rows.filter(row => RANK.test(row[0] ?? '')).length * 2 > rows.length;
  if (!(ranked || LEVEL.test(head[0] ?? '')) || head.length < 2) return null;
  const homes = head.map(codeIn);
  const cells = rows.flatMap(row => row.flatMap((cell, at) => (at === 0 ? [] : [{cell, at}])));
  const paid = cells.filter(({cell, at}) => readCell(cell, homes[at] ?? null)?.unit === 'money').length;
  if (paid * 2 < cells.length || paid === 0) return null;
  const component = /\bbase\b/i.test(section) && !/\btotal\b/i.test(section) ? 'base' : 'total';
  const regions = head.map(place);
  return {
    pays: (_, column) => (column === 0 ? null : {component, heading: ''}),
    region: (_, column) => regions[column] ?? '',
    level: row => words[row]?.[0] ?? null,
    home: () => null,
    unnamed: () => null,
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
  const homes = new Map<string, {currency: Currency | null; counted: boolean; lettered: boolean}>();
  const codes = new Map<string, Currency | null>();
  const codeOf = (region: string) => {
    if (!codes.has(region)) codes.set(region, codeIn(region));
    return codes.get(region) ?? null;
  };
  const cells = block.rows.flatMap((row, at) =>
    at === 0 || even[at] === false
      ? []
      : row.map((cell, column) => {
          const region = layout.region(at, column);
          const level = layout.level(at, column);
          const code = codeOf(region) ?? layout.home(at, column);
          return {cell, at, column, region, level, place: region + (level ?? ''), code};
        }),
  );
  // the base cell of a region first, for it says which currency the region's other cells are of
  for (const {cell, at, column, place, code} of cells) {
    const what = layout.pays(at, column);
    if (what === null || (what.component !== 'base' && homes.get(place)?.currency != null)) continue;
    const text = page.bare.slice(cell.from, cell.to);
    const own = readCell(text, code, code);
    if (own?.currency != null || !homes.has(place))
      homes.set(place, {
        currency: own?.currency ?? code,
        counted: own?.counted === true,
        lettered: own !== null && !BARE_DOLLAR.test(text),
      });
  }
  for (const {cell, at, column, region, level, place, code} of cells) {
    const unnamed = layout.unnamed(at, column);
    const what =
      layout.pays(at, column) ??
      (unnamed === null ? null : {component: `other:${unnamed}` as const, heading: unnamed});
    if (what === null) continue;
    const row = homes.get(place);
    const home = row?.currency ?? code;
    // beside a base in NT$ a bare $ is another currency, and beside one in $ it is the region's
    const value = readCell(
      page.bare.slice(cell.from, cell.to),
      home,
      row?.lettered && isDollar(home) ? null : code,
    );
    const currency = value?.currency ?? home;
    if (value === null || currency === null || !isPayOf(what, value, row?.counted === true)) {
      const text = page.source.text.slice(cell.from, cell.to);
      if (/\d/.test(text))
        unread.push({
          text,
          why: 'no pay can be read in the cell',
          span: page.source.span(cell.from, cell.to),
        });
      continue;
    }
    read.push(bandOf(page, cell, value, currency, what, region, level, words[at]?.[column] ?? ''));
    if (value.mended !== null) {
      const message = say`${plain(page.bare.slice(cell.from, cell.to))}: ${value.mended}`;
      const hint = 'write both ends of a range under one sign and in one unit';
      findings.push(
        finding('damaged-cell', 'warning', message, {
          span: page.source.span(cell.from, cell.to),
          hint,
        }),
      );
    }
  }
  return {bands: read, findings, unread};
}

/**
 * A base or a total is no percent; a bare number of a grant counts shares, unless the row's base has no sign either,
 * and of what this reader has no word for it counts anything.
 */
function isPayOf({component}: {component: Pays}, {unit, counted}: Cell, unsigned: boolean): boolean {
  if (unit === 'percent') return component !== 'base' && component !== 'total';
  return !counted || unsigned || (component !== 'equity' && !component.startsWith('other:'));
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
  // a percent of pay under "Sign-On / Bonus" comes every year
  const component =
    what.component === 'signOn' && value.unit === 'percent' && /\bbonus\b/i.test(what.heading)
      ? 'bonus'
      : what.component;
  // monthly pay is yearly pay by twelve: the one figure of a band that does not stand in its cell
  const months = value.per === 'month' && value.unit === 'money' ? 12 : 1;
  return {
    region,
    level,
    currency,
    component,
    low: value.low * months,
    high: value.high === null ? null : value.high * months,
    unit: value.unit,
    basis: basisOf({component, heading: what.heading}, words),
    alt: value.alt,
    note: value.note,
    span: page.source.span(cell.from, cell.to),
  };
}

/**
 * A grant is over four years where its cell says so, or its heading does and the cell does not say otherwise: "/yr" in
 * either makes it yearly. Whether the total then adds the grant whole is for the audit.
 */
function basisOf({component, heading}: {component: Pays; heading: string}, words: string): Band['basis'] {
  if (component === 'signOn') return 'once';
  if (/\/\s?4\s?yr/i.test(words)) return '4yr';
  if (component !== 'equity') return 'annual';
  if (FOUR_YEARS.test(words)) return '4yr';
  return FOUR_YEARS.test(heading) && !YEARLY.test(words) && !YEARLY.test(heading) ? '4yr' : 'annual';
}

function componentOf(heading: string): Pays | null {
  const words = heading.replace(/\s*\(.*$/, '').trim();
  if (words === '' || isLabel(words)) return null;
  if (/\bcarry\b|(?:^|\s)(?:w\/|with\b|\+).*\bpremium\b/i.test(words)) return `other:${heading}`;
  for (const [pattern, component] of COMPONENTS) if (pattern.test(words)) return component;
  return OTHER.test(words) ? `other:${heading}` : null;
}

/** A heading of what stands beside pay and is none. */
function isLabel(words: string): boolean {
  return REGION.test(words) || LEVEL.test(words) || CURRENCY.test(words);
}

function naming(component: Pays | null | undefined, heading: string | undefined) {
  return component === null || component === undefined ? null : {component, heading: heading ?? ''};
}

function isDollar(currency: Currency | null): boolean {
  return currency !== null && CURRENCY_SIGNS[currency].endsWith('$');
}

/** A region without flags and shortcodes. */
function place(words: string | undefined): string {
  return (words ?? '')
    .replace(
      /[\u{1F1E6}-\u{1F1FF}\u{1F300}-\u{1FAFF}\u{2600}-\u{27BF}\u{E0020}-\u{E007F}]|\u{FE0F}|\u{200D}|:[a-z0-9_+-]+:/gu,
      '',
    )
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
