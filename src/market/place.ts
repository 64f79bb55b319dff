import type {Money, MoneyRange} from '../base/index.ts';

/** Where an amount stands in a band. `share` is 0 at the low end, 1 at the high end, and goes on outside. */
export interface BandPlace {
  readonly place: 'below' | 'within' | 'above';
  readonly share: number;
}

/**
 * Where `amount` stands in `band`. Throws where the currencies differ: convert first, with a dated rate. A band of one
 * point has no inside: its share is 0 at or under the point and 1 above it.
 */
export function placeIn(amount: Money, band: MoneyRange): BandPlace {
  if (amount.currency !== band.currency)
    throw new Error(`a ${band.currency} band cannot place ${amount.currency}`);
  const width = band.high - band.low;
  const above = amount.amount > band.high;
  const share = width > 0 ? (amount.amount - band.low) / width : above ? 1 : 0;
  return {place: amount.amount < band.low ? 'below' : above ? 'above' : 'within', share};
}
