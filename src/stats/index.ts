export {
  type AnnualLoss,
  annualLoss,
  type Exceedance,
  lossExceedance,
  type LossSource,
  YEARS,
} from './annual.ts';
export {betaQuantile, studentBelow} from './beta.ts';
export {
  type Duration,
  type DurationLaw,
  drawDuration,
  durationQuantile,
  type Fit,
  meanOf,
  survival,
} from './duration.ts';
export {type Estimate, LEVEL} from './estimate.ts';
export {exponentials} from './exponentials.ts';
export {fitDurations, fitLognormal} from './fit.ts';
export {chiSquareQuantile} from './gamma.ts';
export {
  autocorrelation,
  coefficient,
  type Coefficient,
  lagOf,
  MOST_PERSISTENT,
  shareOfLog,
} from './newey-west.ts';
export {normalQuantile} from './normal.ts';
export {quantileEstimate} from './order-statistics.ts';
export {quantileOf} from './quantile.ts';
export {
  gamma,
  index,
  lognormal,
  negativeBinomial,
  normal,
  numberedStreams,
  pert,
  poisson,
  type Stream,
  stream,
  uniform,
} from './random.ts';
export {
  chanceOfNone,
  type Dispersion,
  dispersionOf,
  type EventCount,
  OVERDISPERSED,
  rateOf,
  rateOfCounts,
  shareEstimate,
} from './rate.ts';
export {fit, type Regression} from './regression.ts';
export {exceedance, type ParetoTail, peaksOver, type PeaksOver} from './tail.ts';
export {type Blow, totalDraws} from './total.ts';
export {downtimeByDay, downtimeInterval, uptimeInterval} from './uptime.ts';
export {fillNormal, fillUniform} from './ziggurat.ts';
