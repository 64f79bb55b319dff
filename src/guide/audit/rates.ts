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
  const implied = median(
    row.flatMap(({low, high, alt}) =>
      alt === null || high === null ? [] : [alt.low / low, alt.high / high],
    ),
  );
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
    severity: fitted ? 'note' : 'warning',
    message:
      `${first.region}: the row converts at ${show(implied)} ${to} for one ${from}; the reference rate was ` +
      `${dated.map(({rate, day}) => `${show(rate)} on ${day}`).join(', ')}` +
      (fitted ? '' : `: ${Math.round(off(latest) * 100)}% off`),
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

function show(rate: number): string {
  return String(Number(rate.toPrecision(4)));
}
