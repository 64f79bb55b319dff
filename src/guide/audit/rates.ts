import {type Currency, type DatedRate, perEuro, rateOn, type Rates, type Span} from '../../base/index.ts';
import {
  day,
  guideQuote,
  join,
  type Known,
  type Prose,
  rateInput,
  say,
  styled,
  worked,
} from '../../figure/index.ts';
import {guideSum} from '../stated.ts';
import type {Band, Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {AuditCheck, AuditContext, AuditHit} from './rule.ts';

const TOLERANCE = 0.03;
const MOST_YEARS = 3;
/** Beyond this from every reference rate there is, a row was not converted at the rate of any day. */
const NEVER = 0.1;

export const impossibleRate: AuditCheck = {
  name: 'impossible-rate',
  severity: 'error',
  says: 'a row in two currencies whose rate the market has not had on any day that is known',
  *check(guide, _, {rates, today}): Iterable<AuditHit> {
    for (const row of rowsInTwo(guide)) {
      const {from, to, implied, span} = row;
      const range = rangeOf(rates, from, to, today);
      if (range === null || !isImpossible(implied, range)) continue;
      yield {
        message: say`${convertsAt(row)}; from ${day(range.since)} to ${day(range.until)} the reference rate was ${shown(range.lowest)} to ${shown(range.highest)}`,
        span,
        hint: 'ask which of the two currencies the band is of, and whether both are by the year',
      };
    }
  },
};

export const impliedRate: AuditCheck = {
  name: 'implied-rate',
  severity: 'warning',
  says: 'a row in two currencies whose rate is not the market’s',
  *check(guide, _, context): Iterable<AuditHit> {
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
  /** The cell that it was worked out from. */
  readonly told: Band;
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
    return [{region, from, to: first.alt.currency, implied, told, span}];
  });
}

interface RateRange {
  readonly lowest: DatedRate;
  readonly highest: DatedRate;
  readonly since: string;
  readonly until: string;
}

/** Made once for the rates of a run: every row of two currencies asks. */
const RANGES = new WeakMap<Rates, Map<string, RateRange | null>>();

/** The lowest and the highest reference rate of every day known up to `today`. */
function rangeOf(rates: Rates, from: Currency, to: Currency, today: string): RateRange | null {
  const key = `${from} ${to} ${today}`;
  const ranges = RANGES.get(rates) ?? new Map<string, RateRange | null>();
  RANGES.set(rates, ranges);
  const range = ranges.get(key) ?? widest(rates, from, to, today);
  ranges.set(key, range);
  return range;
}

function widest(rates: Rates, from: Currency, to: Currency, today: string): RateRange | null {
  const known = Object.keys(rates.days).flatMap(day => {
    const [own, other] = [from, to].map(currency => perEuro(rates, day, currency));
    if (day > today || own === undefined || other === undefined) return [];
    return [{from, to, rate: other / own, day, source: rates.source}];
  });
  const [first, ...more] = known.sort((a, b) => a.rate - b.rate);
  if (first === undefined) return null;
  const days = known.map(({day}) => day).sort();
  return {
    lowest: first,
    highest: more.at(-1) ?? first,
    since: days[0] ?? first.day,
    until: days.at(-1) ?? first.day,
  };
}

function isImpossible(implied: number, {lowest, highest}: RateRange): boolean {
  return implied < lowest.rate * (1 - NEVER) || implied > highest.rate * (1 + NEVER);
}

function checkRow(guide: Guide, row: RowInTwo, {rates, today}: AuditContext): AuditHit | null {
  const {from, to, implied, span} = row;
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
    message: say`${convertsAt(row)}; the reference rate was ${join(
      dated.map(one => say`${shown(one)} on ${day(one.day)}`),
      ', ',
    )}: ${farOff(row, latest)} off${fitted ? ' by now' : ''}`,
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

/** `London: the row converts at 1.267 USD for one GBP`. */
function convertsAt(row: RowInTwo): Prose {
  return say`${guideQuote(row.region)}: the row converts at ${impliedFigure(row)} ${row.to} for one ${row.from}`;
}

/** The rate of a row: the mean of those at the two ends of its cell. */
function impliedFigure({told, implied}: RowInTwo): Known {
  const {low, high, currency, alt, span} = told;
  const input = (name: string, value: number, of: Currency) => ({
    name,
    label: `the ${name} end in ${of}`,
    figure: guideSum(value, of, span),
  });
  const inputs = [input('low', low, currency), input('high', high ?? low, currency)];
  if (alt !== null)
    inputs.push(input('otherLow', alt.low, alt.currency), input('otherHigh', alt.high, alt.currency));
  const style = {as: 'written', text: show(implied)} as const;
  return worked('(otherLow / low + otherHigh / high) / 2', inputs, {style});
}

function shown(rate: DatedRate): Known {
  return styled(rateInput(rate).figure, 'written', {text: show(rate.rate)}) as Known;
}

/** `14%`: how far a row's rate is from one of the market. */
function farOff(row: RowInTwo, rate: DatedRate): Known {
  const off = row.implied / rate.rate - 1;
  const inputs = [
    {name: 'implied', label: 'the rate of the row', figure: impliedFigure(row)},
    rateInput(rate),
  ];
  const style = {as: 'written', text: `${Math.round(Math.abs(off) * 100)}%`} as const;
  return worked(off < 0 ? '1 - implied / rate' : 'implied / rate - 1', inputs, {style});
}
