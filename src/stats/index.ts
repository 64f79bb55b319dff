export {
  type AnnualLoss,
  annualLoss,
  chanceAbove,
  type Exceedance,
  lossExceedance,
  type LossSource,
  YEARS,
} from './annual.ts';
export {studentBelow} from './beta.ts';
export {differenceOf, scaled} from './difference.ts';
export {
  drawDuration,
  type Duration,
  type DurationLaw,
  durationQuantile,
  type Fit,
  logDensity,
  meanOf,
  survival,
} from './duration.ts';
export {type Estimate, LEVEL} from './estimate.ts';
export {fitDurations, fitLognormal, hillIndex} from './fit.ts';
export {chiSquareQuantile, gammaQuantile} from './gamma.ts';
export {
  autocorrelation,
  coefficient,
  type Coefficient,
  lagOf,
  MOST_PERSISTENT,
  shareOfLog,
} from './newey-west.ts';
export {normalBelow} from './normal.ts';
export {quantileEstimate} from './order-statistics.ts';
export {quantileOf} from './quantile.ts';
export {
  beta,
  exponential,
  gamma,
  generalisedPareto,
  index,
  lognormal,
  negativeBinomial,
  normal,
  pert,
  type Pert,
  poisson,
  stream,
  type Stream,
  uniform,
} from './random.ts';
export {
  chanceOfNone,
  type Count,
  type Dispersion,
  dispersionOf,
  OVERDISPERSED,
  rateOf,
  rateOfCounts,
  ratePosterior,
  rateRatio,
  shareOf,
} from './rate.ts';
export {fit, type Regression} from './regression.ts';
export {exceedance, paretoAbove, type ParetoTail, peaksOver, type PeaksOver} from './tail.ts';
export {type Blow, totalDraws} from './total.ts';
export {type Downtime, downtimeByDay, downtimeInterval, uptimeInterval} from './uptime.ts';
