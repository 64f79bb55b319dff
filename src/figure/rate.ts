import {type DatedRate, quantity, type RateLeg, rateLegs} from '../base/index.ts';
import type {Input, Known} from './figure.ts';
import {read, worked} from './make.ts';

/** A rate with what it was worked out from: both currencies for one euro, as they were published. */
export function rateInput(rate: DatedRate): Input {
  return {name: 'rate', label: `${rate.to} for one ${rate.from}`, figure: rateFigure(rate)};
}

function rateFigure(rate: DatedRate): Known {
  const {from, to, source} = rate;
  const evidence = {tier: 'published', source} as const;
  const legs = rateLegs(rate);
  if (legs === null) {
    const nowhere = {file: source, from: 0, to: 0, line: 1, column: 1};
    return read(quantity(rate.rate, `${to}/${from}`), nowhere, evidence);
  }
  const inputs = legs.map((leg): Input => {
    const currency = leg.peg?.currency ?? leg.currency;
    return {name: currency, label: `${currency} for one euro`, figure: legFigure(leg, source)};
  });
  // The euro is the measure of the others, and has no rate of its own.
  return worked(from === 'EUR' ? to : to === 'EUR' ? `1 / ${from}` : `${to} / ${from}`, inputs);
}

/** So many for one euro, as published; of a pegged currency worked out from what it is pegged to. */
function legFigure({currency, perEuro, peg, span}: RateLeg, source: string): Known {
  const published = read(quantity(perEuro, `${currency}/EUR`), span, {tier: 'published', source});
  if (peg === null) return published;
  const of = {tier: 'published', source: peg.source} as const;
  return worked(`peg * ${currency}`, [
    {
      name: 'peg',
      label: `${peg.currency} for one ${currency}`,
      figure: read(quantity(peg.rate, `${peg.currency}/${currency}`), peg.span, of),
    },
    {name: currency, label: `${currency} for one euro`, figure: published},
  ]);
}
