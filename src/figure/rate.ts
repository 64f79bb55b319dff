import {type DatedRate, quantity, rateLegs} from '../base/index.ts';
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
  const inputs = legs.map(
    ({currency, perEuro, span}): Input => ({
      name: currency,
      label: `${currency} for one euro`,
      figure: read(quantity(perEuro, `${currency}/EUR`), span, evidence),
    }),
  );
  // The euro is the measure of the others, and has no rate of its own.
  return worked(from === 'EUR' ? to : to === 'EUR' ? `1 / ${from}` : `${to} / ${from}`, inputs);
}
