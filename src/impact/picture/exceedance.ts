import type {Currency} from '../../base/index.ts';
import type {YearAhead} from '../year.ts';
import type {ExceedancePicture} from './types.ts';

/** Losses that fewer than one simulated year in so many reaches are chance's own, and no shape. */
const RAREST = 1 / 1000;

/**
 * The loss-exceedance curve of a year. In money of `currency`; or, without one, as shares of `atRisk`, the PnL at risk of
 * a year in the money of `year`.
 */
export function exceedancePicture(
  {mean, none, curve, oneIn, outages, counted}: YearAhead,
  scale: {readonly currency: Currency} | {readonly atRisk: number},
): ExceedancePicture {
  const [currency, per] = 'currency' in scale ? [scale.currency, 1] : [null, scale.atRisk];
  const points = [...curve, ...oneIn.map(({years, loss}) => ({loss, chance: 1 / years}))]
    .filter(({chance}) => chance >= RAREST)
    .toSorted((a, b) => a.loss - b.loss || b.chance - a.chance);
  return {
    kind: 'exceedance',
    currency,
    mean: mean.mid / per,
    none,
    curve: points.map(({loss, chance}) => ({loss: loss / per, chance})),
    oneIn: oneIn.map(({years, loss}) => ({years, loss: loss / per})),
    outages,
    counted,
  };
}
