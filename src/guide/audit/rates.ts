import {type Currency, type DatedRate, rateOn, type Rates, type Span} from '../../base/index.ts';
import {say} from '../../figure/index.ts';
import type {Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {AuditContext, Found, Rule} from './rule.ts';

const TOLERANCE = 0.03;
const MOST_YEARS = 3;
/** Beyond this from every reference rate there is, a row was not converted at the rate of any day. */
const NEVER = 0.1;

export const impossibleRate: Rule = {
  name: 'impossible-rate',
  severity: 'error',
  says: 'a row in two currencies whose rate the market has not had on any day that is known',
  *check(guide, _, {rates, today}): Iterable<Found> {
    for (const row of rowsInTwo(guide)) {
      const {region, from, to, implied, span} = row;
      const range = rangeOf(rates, from, to, today);
      if (range === null || !isImpossible(implied, range)) continue;
      yield {
        message: say`${region}: the row converts at ${show(implied)} ${to} for one ${from}; from ${range.since} to ${range.until} the reference rate was ${show(range.low)} to ${show(range.high)}`,
        span,
        hint: 'ask which of the two currencies the band is of, and whether both are by the year',
      };
    }
  },
};

export const impliedRate: Rule = {
  name: 'implied-rate',
  severity: 'warning',
  says: 'a row in two currencies whose rate is not the market’s',
  *check(guide, _, context): Iterable<Found> {
    for (const row of rowsInTwo(guide)) {
      const found = checkRow(guide, row, context);
      if (found !== null) yield found;
    }
  },
};

/** A row that states its pay twice, and the rate between its two currencies. Monthly pay is by the year in both. */
interface RowInTwo {
  readonly region: string;
  readonly from: Currency;
  readonly to: Currency;
  readonly implied: number;
  readonly span: Span;
}

function rowsInTwo(guide: Guide): RowInTwo[] {
  const rows = rowsBy(
    guide.bands.filter(
      ({unit, alt, currency}) => unit === 'money' && alt !== null && alt.currency !== currency,
    ),
    ({region, level, currency, alt}) => [region, level, currency, alt?.currency].join('\n'),
  );
  return rows.flatMap(row => {
    const [first] = row;
    // where a base stands, it is the figure people compare
    const told = row.find(({component}) => component === 'base') ?? row.at(-1);
    if (first?.alt == null || told?.alt == null) return [];
    const implied = mean([told.low, told.high ?? told.low], [told.alt.low, told.alt.high]);
    if (!Number.isFinite(implied) || implied <= 0) return [];
    const {region, currency: from, span} = first;
    return [{region, from, to: first.alt.currency, implied, span}];
  });
}

interface RateRange {
  readonly low: number;
  readonly high: number;
  readonly since: string;
  readonly until: string;
}

/** The lowest and the highest reference rate of every day known up to `today`. */
function rangeOf(rates: Rates, from: Currency, to: Currency, today: string): RateRange | null {
  let [low, high, since, until] = [Number.POSITIVE_INFINITY, 0, today, ''];
  for (const [day, of] of Object.entries(rates.days)) {
    const own = from === 'EUR' ? 1 : of[from];
    const other = to === 'EUR' ? 1 : of[to];
    if (day > today || own === undefined || other === undefined) continue;
    low = Math.min(low, other / own);
    high = Math.max(high, other / own);
    if (day < since) since = day;
    if (day > until) until = day;
  }
  return until === '' ? null : {low, high, since, until};
}

function isImpossible(implied: number, {low, high}: RateRange): boolean {
  return implied < low * (1 - NEVER) || implied > high * (1 + NEVER);
}

function checkRow(guide: Guide, row: RowInTwo, {rates, today}: AuditContext): Found | null {
  const {region, from, to, implied, span} = row;
  const latest = rateOn(rates, from, to, today);
  if (latest === undefined) return null;
  const off = (rate: DatedRate) => Math.abs(implied / rate.rate - 1);
  if (off(latest) <= TOLERANCE) return null;
  const range = rangeOf(rates, from, to, today);
  if (range !== null && isImpossible(implied, range)) return null;
  const then = nearestOfYears(guide, row, today, rates);
  const fitted = then.some(rate => off(rate) <= TOLERANCE);
  const dated = [...then, latest].filter(
    (rate, at, all) => all.findIndex(({day}) => day === rate.day) === at,
  );
  return {
    message: say`${region}: the row converts at ${show(implied)} ${to} for one ${from}; the reference rate was ${dated.map(({rate, day}) => `${show(rate)} on ${day}`).join(', ')}: ${String(Math.round(off(latest) * 100))}% off${fitted ? ' by now' : ''}`,
    span,
    hint: say`compare in ${from}, and convert at a rate of the day`,
  };
}

/** Of each year that the sources name, the newest three of them, the known rate that comes nearest to the row's. */
function nearestOfYears(
  guide: Guide,
  {from, to, implied}: RowInTwo,
  today: string,
  rates: Rates,
): DatedRate[] {
  const years = [...new Set(guide.sources.flatMap(source => source.years))]
    .sort((a, b) => a - b)
    .slice(-MOST_YEARS);
  return years.flatMap(year => {
    const [nearest] = Object.keys(rates.days)
      .filter(day => day.startsWith(`${year}-`) && day <= today)
      .flatMap(day => rateOn(rates, from, to, day) ?? [])
      .sort((a, b) => Math.abs(a.rate - implied) - Math.abs(b.rate - implied));
    return nearest === undefined ? [] : [nearest];
  });
}

/** The mean of the rates at both ends. */
function mean(own: readonly [number, number], other: readonly [number, number]): number {
  return (other[0] / own[0] + other[1] / own[1]) / 2;
}

function show(rate: number): string {
  return String(Number(rate.toPrecision(4)));
}
