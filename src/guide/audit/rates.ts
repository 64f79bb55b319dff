import {type Currency, type DatedRate, rateOn} from '../../base/index.ts';
import type {Band, Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {AuditContext, Found, Rule} from './rule.ts';

const TOLERANCE = 0.03;
const MOST_YEARS = 3;

export const impliedRate: Rule = {
  name: 'implied-rate',
  severity: 'warning',
  says: 'a row in two currencies whose rate is not the market’s',
  *check(guide, _, context): Iterable<Found> {
    const rows = rowsBy(
      guide.bands.filter(
        ({unit, alt, currency}) => unit === 'money' && alt !== null && alt.currency !== currency,
      ),
      ({region, level, currency, alt}) => [region, level, currency, alt?.currency].join('\n'),
    );
    for (const row of rows) {
      const found = checkRow(guide, row, context);
      if (found !== null) yield found;
    }
  },
};

function checkRow(guide: Guide, row: readonly Band[], {rates, today}: AuditContext): Found | null {
  const [first] = row;
  if (first === undefined || first.alt === null) return null;
  const [from, to] = [first.currency, first.alt.currency];
  // where a base stands, it is the figure people compare
  const told = row.find(({component}) => component === 'base') ?? row.at(-1) ?? first;
  const implied = mean([told.low, told.high ?? told.low], [told.alt?.low ?? 0, told.alt?.high ?? 0]);
  const latest = rateOn(rates, from, to, today);
  if (latest === undefined || !Number.isFinite(implied) || implied <= 0) return null;
  const then = yearEnds(guide, from, to, today, rates);
  const off = (rate: DatedRate) => Math.abs(implied / rate.rate - 1);
  if (off(latest) <= TOLERANCE) return null;
  const fitted = then.some(rate => off(rate) <= TOLERANCE);
  const dated = [...then, latest].filter(
    (rate, at, all) => all.findIndex(({day}) => day === rate.day) === at,
  );
  return {
    message:
      `${first.region}: the row converts at ${show(implied)} ${to} for one ${from}; the reference rate was ` +
      dated.map(({rate, day}) => `${show(rate)} on ${day}`).join(', ') +
      `: ${Math.round(off(latest) * 100)}% off${fitted ? ' by now' : ''}`,
    span: first.span,
    hint: `compare in ${from}, and convert at a rate of the day`,
  };
}

/** The rates at the end of the years that the sources name, the newest three of them. */
function yearEnds(
  guide: Guide,
  from: Currency,
  to: Currency,
  today: string,
  rates: AuditContext['rates'],
): DatedRate[] {
  const years = [...new Set(guide.sources.flatMap(source => source.years))]
    .sort((a, b) => a - b)
    .slice(-MOST_YEARS);
  return years.flatMap(year => {
    const end = `${year}-12-31`;
    const rate = end < today ? rateOn(rates, from, to, end) : undefined;
    return rate === undefined ? [] : [rate];
  });
}

/** The mean of the rates at both ends. */
function mean(own: readonly [number, number], other: readonly [number, number]): number {
  return (other[0] / own[0] + other[1] / own[1]) / 2;
}

function show(rate: number): string {
  return String(Number(rate.toPrecision(4)));
}
