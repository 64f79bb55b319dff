import {CURRENCY_SIGNS, type Currency} from '../base/index.ts';
import {
  currencyOfPlace,
  grantOfCell,
  grantOfNote,
  type Heading,
  isOverFour,
  type Pays,
} from '../english/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import {normalized} from './bare.ts';
import {type MarkdownBlock, type Page, type TextRange, wordsOf} from './blocks.ts';
import {type PayCell, readCell} from './cells.ts';
import {type PayColumn, type PayLayout, payLayout} from './pay-layout.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import {sentenceStretches} from './prose.ts';
import {isStrategy} from './strategy.ts';
import type {AuditRule, Band, Unread} from './types.ts';

const BARE_DOLLAR = /(?<![A-Za-z])\$/;
/** Pay by the year below this, without a magnitude, is pay by the hour or counted in thousands that nobody names. */
const LEAST_YEARLY = 1000;
const LEAST = 100;
/** What a note to a table may be, and among how many blocks before and behind it one is looked for. */
const NOTES: readonly MarkdownBlock['kind'][] = ['paragraph', 'item', 'quote'];
const MOST_NOTES = 6;

/** The first table that states pay. Later ones show scenarios and peers, and stay unread. */
export const bands: BlockRule = {
  part: 'bands',
  read(page, left) {
    for (const [at, block] of left.entries()) {
      if (block.kind !== 'table') continue;
      const words = block.rows.map(row => row.map(cell => wordsOf(page, cell)));
      const layout = payLayout(words, block.section);
      if (layout === null) continue;
      const even = block.rows.map(row => row.length === block.rows[0]?.length);
      const read = cellsOf(page, block, words, layout, even);
      if (read.bands.length === 0) continue;
      const unread = [...raggedRows(page, block, even), ...read.unread];
      const noted = notedPeriod(page, left, at);
      const told = read.bands.map(band =>
        band.basis === 'unknown' && noted !== null ? {...band, basis: noted} : band,
      );
      return {claims: [block], parts: {bands: told}, findings: read.findings, unread};
    }
    return NOTHING;
  },
};

/**
 * The period that the notes around a table state for its grants: "Equity values represent four-year grants". Null where none
 * does, or two say otherwise, or the title above.
 */
function notedPeriod(page: Page, left: readonly MarkdownBlock[], at: number): '4yr' | 'annual' | null {
  const section = left[at]?.section ?? '';
  const isNote = (block: MarkdownBlock | undefined) =>
    block !== undefined &&
    NOTES.includes(block.kind) &&
    !block.titles &&
    block.section === section &&
    !isStrategy(page, block);
  const notes: MarkdownBlock[] = [];
  for (const [from, step] of [
    [at - 1, -1],
    [at + 1, 1],
  ] as const)
    for (let next = from; isNote(left[next]) && Math.abs(next - at) <= MOST_NOTES; next += step)
      notes.push(left[next] as MarkdownBlock);
  const said = notes.flatMap(({start, to}) =>
    sentenceStretches(page, start, to).map(stretch => grantOfNote(page.bare.slice(stretch.from, stretch.to))),
  );
  const [period, ...others] = new Set([grantOfCell(section), ...said].filter(one => one !== null));
  return others.length > 0 || period === undefined || period === 'unknown' || !said.includes(period)
    ? null
    : period;
}

/** A row of more or fewer cells than the heading: nobody can say which cell stands under which. */
function* raggedRows(page: Page, block: MarkdownBlock, even: readonly boolean[]): Iterable<Unread> {
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
  block: MarkdownBlock,
  words: readonly (readonly string[])[],
  layout: PayLayout,
  even: readonly boolean[],
) {
  const read: Band[] = [];
  const unread: Unread[] = [];
  const findings: Finding<AuditRule>[] = [];
  const homes = new Map<string, {currency: Currency | null; counted: boolean; lettered: boolean}>();
  const codes = new Map<string, Currency | null>();
  const codeOf = (region: string) => {
    if (!codes.has(region)) codes.set(region, currencyOfPlace(region));
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
    const what = layout.pays(at, column);
    if (what === null) continue;
    const row = homes.get(place);
    const home = row?.currency ?? code;
    // beside a base in NT$ a bare $ is another currency, and beside one in $ it is the region's
    const value = readCell(
      page.bare.slice(cell.from, cell.to),
      home,
      row?.lettered && isDollar(home) ? null : code,
      what.heading.magnitude,
    );
    const currency = value?.currency ?? home;
    const why =
      value === null ? 'no pay can be read in the cell' : whyNoPay(what, value, row?.counted === true);
    if (value === null || currency === null || why !== null) {
      const text = page.source.text.slice(cell.from, cell.to);
      if (/\d/.test(text))
        unread.push({
          text,
          why: why ?? 'no currency is told for the cell',
          span: page.source.span(cell.from, cell.to),
        });
      continue;
    }
    read.push(bandOf(page, cell, value, currency, what, region, level, words[at]?.[column] ?? ''));
    if (value.mended !== null) {
      const message = say`${normalized(page.bare.slice(cell.from, cell.to))}: ${value.mended}`;
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
 * Why a value is no pay of its column. A base or a total is no percent; a bare number of a grant counts shares, unless the
 * row's base has no sign either, and of what this reader has no word for it counts anything; pay by the hour is no pay by
 * the year.
 */
function whyNoPay({component, heading}: PayColumn, value: PayCell, unsigned: boolean): string | null {
  const {unit, counted, per, low, high} = value;
  if (heading.kind === 'attribute') return 'a figure of what stands beside the pay';
  const isMain = component === 'base' || component === 'total';
  if (unit === 'percent') return isMain ? 'a percentage where a sum must stand' : null;
  if (counted && !unsigned && (component === 'equity' || component.startsWith('other:')))
    return 'a number that no sign makes money';
  const period = per ?? heading.period;
  if (period !== null && period !== 'year' && period !== 'month')
    return 'pay by another period than a year or a month';
  const least = isMain && period !== 'month' ? LEAST_YEARLY : LEAST;
  return (high ?? low) < least && low > 0 ? 'too small a sum for a year' : null;
}

function bandOf(
  page: Page,
  cell: TextRange,
  value: PayCell,
  currency: Currency,
  what: PayColumn,
  region: string,
  level: string | null,
  words: string,
): Band {
  // a percent of pay under "Sign-On / Bonus" comes every year
  const isBonus = what.component === 'signOn' && value.unit === 'percent' && what.heading.isOfBonus;
  const component = isBonus ? 'bonus' : what.component;
  // monthly pay is yearly pay by twelve: the one figure of a band that does not stand in its cell
  const isMonthly = value.per === null && what.heading.period === 'month';
  const months = (value.per === 'month' || isMonthly) && value.unit === 'money' ? 12 : 1;
  const altMonths = isMonthly ? 12 : 1;
  const {alt} = value;
  return {
    region,
    level,
    currency,
    component,
    low: value.low * months,
    high: value.high === null ? null : value.high * months,
    unit: value.unit,
    basis: basisOf(component, what.heading, words),
    alt: alt === null ? null : {...alt, low: alt.low * altMonths, high: alt.high * altMonths},
    note: value.note,
    span: page.source.span(cell.from, cell.to),
  };
}

/**
 * Base, bonus and total are by the year by custom, a sign-on is paid once. Only of a grant must somebody say over which time
 * it is stated. Whether the total then adds the grant whole is for the audit.
 */
function basisOf(component: Pays, heading: Heading, words: string): Band['basis'] {
  if (component === 'signOn') return 'once';
  if (isOverFour(words)) return '4yr';
  const isOfGrant = component === 'equity' || (component.startsWith('other:') && heading.isGrant);
  return isOfGrant ? (grantOfCell(words) ?? heading.grant) : 'annual';
}

function isDollar(currency: Currency | null): boolean {
  return currency !== null && CURRENCY_SIGNS[currency].endsWith('$');
}
