import {sameUnit, showUnit, strictest, weakest} from '../base/index.ts';
import {estimated, type Input, type Known, valueOf, worked} from '../figure/index.ts';

/** Where an amount stands in a band. `share` is 0 at the low end, 1 at the high end, and goes on outside. */
export interface BandPlace {
  readonly place: 'below' | 'within' | 'above';
  readonly share: Known;
}

/**
 * Where `amount` stands between `low` and `high`. Throws where their units differ: convert first, with a dated rate. A band of
 * one point has no inside: its share is 0 at or under the point and 1 above it.
 */
export function placeIn(amount: Known, low: Known, high: Known): BandPlace {
  const [unit, other] = [unitOf(amount), unitOf(low)];
  if (!sameUnit(unit, other)) throw new Error(`a band in ${showUnit(other)} cannot place ${showUnit(unit)}`);
  const [value, from, to] = [valueOf(amount), valueOf(low), valueOf(high)];
  const inputs: readonly Input[] = [
    {name: 'amount', label: 'the amount', figure: amount},
    {name: 'low', label: 'the low of the band', figure: low},
    {name: 'high', label: 'the high of the band', figure: high},
  ];
  // What stands so far up the band of base pay tells the base pay.
  const more = {subject: amount.subject, style: {as: 'known', share: true}} as const;
  return {
    place: value < from ? 'below' : value > to ? 'above' : 'within',
    share:
      to > from ? worked('(amount - low) / (high - low)', inputs, more) : atPoint(value > to, inputs, more),
  };
}

function unitOf({quantity}: Known) {
  return quantity.unit;
}

function atPoint(above: boolean, inputs: readonly Input[], more: Parameters<typeof worked>[2]): Known {
  const known = inputs.map(({figure}) => figure as Known);
  return estimated(
    {value: above ? 1 : 0, unit: {}},
    {procedure: 'market.placeIn', seed: 0, inputs},
    {tier: weakest(known.map(({evidence}) => evidence.tier)), source: 'a band of one point'},
    {...more, disclosure: strictest(known.map(({disclosure}) => disclosure))},
  );
}
