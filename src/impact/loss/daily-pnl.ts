import {
  convert,
  type Currency,
  type DatedRate,
  groupBy,
  type Money,
  rateOn,
  type Rates,
} from '../../base/index.ts';
import {type Finding, finding, say} from '../../figure/index.ts';
import type {PnlColumns} from '../../record/index.ts';
import type {StatedPnl} from '../plan.ts';

/** What a pod is expected to earn on a day. */
export interface DailyPnl {
  readonly pod: string;
  readonly mean: number;
  /** By day, in the order of days; empty where the figure is stated. */
  readonly days: ReadonlyMap<string, number>;
  readonly from: 'record' | 'stated';
  /** Where a stated figure is from; null where it was worked out. */
  readonly source: string | null;
}

export interface DailyPnls {
  readonly currency: Currency;
  readonly pods: ReadonlyMap<string, DailyPnl>;
  /** The rates by which amounts of other currencies were taken in. */
  readonly rates: readonly DatedRate[];
  readonly findings: readonly Finding[];
}

/**
 * The expected daily PnL of every pod, in one currency: a stated figure, or else the mean of its days in the record.
 * Minutes of one day are added up. Other currencies come in at the rate of the last day of the record, one rate for all
 * of it, so that no pod earns by the currency. Null where there is neither PnL nor a stated figure.
 */
export function dailyPnls(
  pnl: PnlColumns,
  stated: Readonly<Record<string, StatedPnl>>,
  asked: Currency | null,
  rates: Rates,
): DailyPnls | null {
  const currency = asked ?? pnl.books[0]?.currency ?? Object.values(stated)[0]?.amount.currency;
  if (currency === undefined) return null;
  const last = pnl.books.reduce((latest, {date}) => (date > latest ? date : latest), '');
  const used = new Map<Currency, DatedRate>();
  const lacking = new Map<Currency, Set<string>>();
  const taken = (pod: string, {amount, currency: from}: Money): number | null => {
    if (from === currency) return amount;
    const rate = used.get(from) ?? rateOn(rates, from, currency, last === '' ? '9999-12-31' : last);
    if (rate === undefined) {
      lacking.set(from, (lacking.get(from) ?? new Set()).add(pod));
      return null;
    }
    used.set(from, rate);
    return convert({amount, currency: from}, rate).amount;
  };

  const pods = new Map<string, DailyPnl>();
  const sums = sumsOf(pnl);
  for (const [pod, own] of groupBy([...pnl.books.entries()], ([, one]) => one.pod)) {
    const days = new Map<string, number>();
    for (const [book, {date, currency: of}] of own) {
      const worth = taken(pod, {amount: sums[book] as number, currency: of});
      if (worth !== null) days.set(date, (days.get(date) ?? 0) + worth);
    }
    if (days.size === 0) continue;
    const sorted = new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
    const mean = [...days.values()].reduce((sum, one) => sum + one, 0) / days.size;
    pods.set(pod, {pod, mean, days: sorted, from: 'record', source: null});
  }
  for (const [pod, {amount, source}] of Object.entries(stated)) {
    const worth = taken(pod, amount);
    // Without a rate it is left out: its days in the record are not what was stated.
    if (worth === null) pods.delete(pod);
    else pods.set(pod, {pod, mean: worth, days: new Map(), from: 'stated', source});
  }
  const findings = [...lacking].map(
    ([from, of]): Finding =>
      finding(
        'no-rate',
        'error',
        say`no rate from ${from} to ${currency} by ${last}: left out of ${[...of].join(', ')}`,
        {hint: 'state the PnL of these pods in the currency of the report'},
      ),
  );
  return {currency, pods, rates: [...used.values()], findings};
}

/** What the rows of each book come to, in their order. */
function sumsOf({blocks, books}: PnlColumns): Float64Array {
  const sums = new Float64Array(books.length);
  for (const {rows, books: of, amounts} of blocks)
    for (let row = 0; row < rows; row++) {
      const book = of[row] as number;
      sums[book] = (sums[book] as number) + (amounts[row] as number);
    }
  return sums;
}
