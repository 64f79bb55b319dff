import type {Currency} from '../../base/index.ts';
import type {YearAhead, YearLoss} from '../year.ts';
import type {CurvePoint, ExceedancePicture} from './types.ts';

/** Losses that fewer than one simulated year in so many reaches are chance's own, and no shape. */
const RAREST = 1 / 1000;

/** Points nearer to the last one than this, in the logarithm of their chance, show nothing more. */
const APART = 0.04;

/**
 * The loss-exceedance curve of a year. In money of `currency`; or, without one, as shares of `atRisk`, the PnL at risk of
 * a year in the money of `year`.
 */
export function exceedancePicture(
  year: YearAhead,
  scale: {readonly currency: Currency} | {readonly atRisk: number},
): ExceedancePicture {
  const {mean, none, oneIn, outages, counted, fitted} = year;
  const [currency, per] = 'currency' in scale ? [scale.currency, 1] : [null, scale.atRisk];
  return {
    kind: 'exceedance',
    currency,
    mean: mean.mid / per,
    none,
    curve: pointsOf(year, per),
    laws: (fitted?.laws ?? []).map(fit => ({law: fit.law.name, curve: pointsOf(fit, per)})),
    oneIn: oneIn.map(({years, loss}) => ({years, loss: loss / per})),
    outages,
    counted,
  };
}

/** The curve with what one year in so many loses, thinned to what can be seen of it. */
function pointsOf({curve, oneIn}: Pick<YearLoss, 'curve' | 'oneIn'>, per: number): readonly CurvePoint[] {
  const kept: CurvePoint[] = [];
  const named = oneIn.map(({years, loss}) => ({loss, chance: 1 / years}));
  const points = [...curve, ...named]
    .filter(({chance}) => chance >= RAREST)
    .toSorted((a, b) => a.loss - b.loss || b.chance - a.chance);
  for (const point of points) {
    const {loss, chance} = point;
    const last = kept.at(-1);
    if (last === undefined || named.includes(point) || Math.log(last.chance / chance) >= APART)
      kept.push({loss: Number((loss / per).toPrecision(4)), chance});
  }
  return kept;
}
