import {convert, type Currency, type DatedRate, rateOn, type Rates} from '../base/index.ts';

/** A range in the currency asked for, or in its own where there is no rate for it. */
export interface Exchanged {
  readonly low: number;
  readonly high: number | null;
  readonly currency: Currency;
  /** Null where nothing was converted. */
  readonly rate: DatedRate | null;
}

/** Converts to one currency at the rate of one day, and remembers every rate that it used and every one it lacked. */
export interface Exchange {
  readonly to: Currency;
  readonly of: (range: {
    readonly low: number;
    readonly high: number | null;
    readonly currency: Currency;
  }) => Exchanged;
}

/** The exchange of `day`: the last published rates on or before it. What has no rate is left as it is. */
export function exchangeInto(rates: Rates, to: Currency, day: string): Exchange {
  const found = new Map<Currency, DatedRate | undefined>();
  const rate = (from: Currency) => {
    if (!found.has(from)) found.set(from, rateOn(rates, from, to, day));
    return found.get(from);
  };
  return {
    to,
    of({low, high, currency}) {
      if (currency === to) return {low, high, currency, rate: null};
      const dated = rate(currency);
      if (dated === undefined) return {low, high, currency, rate: null};
      const at = (amount: number) => convert({amount, currency}, dated).amount;
      return {low: at(low), high: high === null ? null : at(high), currency: to, rate: dated};
    },
  };
}

/** The rates that stand behind some ranges, each once, and the currencies that no rate was known for. */
export function ratesBehind(ranges: readonly Exchanged[], to: Currency) {
  const used = new Map(ranges.flatMap(({rate}) => (rate === null ? [] : [[rate.from, rate] as const])));
  const without = new Set(ranges.filter(({currency}) => currency !== to).map(({currency}) => currency));
  return {used: [...used.values()], without: [...without]};
}
