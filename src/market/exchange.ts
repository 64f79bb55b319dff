import {type Currency, type DatedRate, rateOn, type Rates} from '../base/index.ts';
import {type Known, rateInput, worked} from '../figure/index.ts';

/** A rate with the numbers that it was worked out from. */
export interface KnownRate extends Omit<DatedRate, 'rate'> {
  readonly rate: Known;
}

/** A range of money of one currency. */
export interface Amounts {
  readonly low: Known;
  readonly high: Known | null;
  readonly currency: Currency;
}

/** A range in the currency asked for, or in its own where there is no rate for it. */
export interface Exchanged extends Amounts {
  /** Null where nothing was converted. */
  readonly rate: KnownRate | null;
}

/** Converts to one currency at the rate of one day. */
export interface Exchange {
  readonly to: Currency;
  readonly of: (range: Amounts) => Exchanged;
}

/** The exchange of `day`: the last published rates on or before it. What has no rate is left as it is. */
export function exchangeInto(rates: Rates, to: Currency, day: string): Exchange {
  const found = new Map<Currency, ReturnType<typeof known>>();
  const known = (from: Currency) => {
    const dated = rateOn(rates, from, to, day);
    const input = dated === undefined ? null : rateInput(dated);
    return dated === undefined || input === null
      ? null
      : {input, rate: {...dated, rate: input.figure as Known}};
  };
  return {
    to,
    of(range) {
      const {low, high, currency} = range;
      if (currency === to) return {...range, rate: null};
      if (!found.has(currency)) found.set(currency, known(currency));
      const at = found.get(currency) ?? null;
      if (at === null) return {...range, rate: null};
      const convert = (sum: Known) =>
        worked('sum * rate', [{name: 'sum', label: `in ${currency}`, figure: sum}, at.input], {
          subject: sum.subject,
          style: sum.style,
        });
      return {low: convert(low), high: high === null ? null : convert(high), currency: to, rate: at.rate};
    },
  };
}

/** The rates that stand behind some ranges, each once, and the currencies that no rate was known for. */
export function ratesBehind(ranges: readonly Exchanged[], to: Currency) {
  const used = new Map(ranges.flatMap(({rate}) => (rate === null ? [] : [[rate.from, rate] as const])));
  const without = new Set(ranges.filter(({currency}) => currency !== to).map(({currency}) => currency));
  return {used: [...used.values()], without: [...without]};
}
