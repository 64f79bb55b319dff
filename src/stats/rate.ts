import {type Estimate, LEVEL} from './estimate.ts';
import {betaQuantile, studentQuantile} from './beta.ts';
import {chiSquareAbove, gammaQuantile} from './gamma.ts';
import {normalQuantile} from './normal.ts';

/** How many events came in how much time, in any unit of time: rates are per that unit. */
export interface EventCount {
  readonly events: number;
  readonly time: number;
}

/** Above this ratio of variance to mean a Poisson law is too narrow, and a negative binomial takes its place. */
export const OVERDISPERSED = 1.3;

/**
 * Events per unit of time, with the exact bounds of Garwood (1936): chi-square quantiles over twice the time. Without
 * an event the low bound is 0 and the high one is not.
 */
export function rateOf({events, time}: EventCount, level = LEVEL): Estimate {
  checkCount({events, time});
  const [low, high] = countBounds(events, level);
  return {
    low: low / time,
    mid: events / time,
    high: high / time,
    level,
    method: 'exact Poisson bounds',
    n: events,
  };
}

/** The same for a count that need not be whole: shapes k and k + 1 of the gamma law. */
function countBounds(events: number, level: number): [number, number] {
  const tail = (1 - level) / 2;
  return [events > 0 ? gammaQuantile(tail, events) : 0, gammaQuantile(1 - tail, events + 1)];
}

/**
 * The chance of no event in the time `ahead`: (t / (t + ahead))^(k + 1/2), the gamma posterior worked into a Poisson. Of
 * events in bursts, `size` is that of the negative binomial of such a time: the mean of (1 + rate x ahead / size)^-size over
 * the posterior, by the midpoints of its equal parts.
 */
export function chanceOfNone({events, time}: EventCount, ahead: number, size = Infinity): number {
  checkCount({events, time});
  if (size === Infinity) return (time / (time + ahead)) ** (events + 0.5);
  let sum = 0;
  for (let part = 0; part < PARTS; part++) {
    const rate = gammaQuantile((part + 0.5) / PARTS, events + 0.5) / time;
    sum += (1 + (rate * ahead) / size) ** -size;
  }
  return sum / PARTS;
}

/** Equal parts of a posterior: of two hundred the mean of what falls with the rate is right to a thousandth. */
const PARTS = 200;

/** A share `hits` of `tries`, with the exact bounds of Clopper and Pearson (1934). Of no tries all is possible. */
export function shareEstimate(hits: number, tries: number, level = LEVEL): Estimate {
  if (!(hits >= 0 && hits <= tries)) throw new RangeError(`invalid share: ${hits} of ${tries}`);
  const tail = (1 - level) / 2;
  return {
    low: hits > 0 ? betaQuantile(tail, hits, tries - hits + 1) : 0,
    mid: hits / tries,
    high: hits < tries ? betaQuantile(1 - tail, hits + 1, tries - hits) : 1,
    level,
    method: 'exact binomial bounds',
    n: tries,
  };
}

/** How far counts of equal periods vary beyond chance. */
export interface Dispersion {
  readonly mean: number;
  /** Variance over mean: 1 for a Poisson. NaN of fewer than two periods or no events. */
  readonly ratio: number;
  /** How often a Poisson would vary as much or more, by chi-square (Fisher 1950). */
  readonly p: number;
  readonly law: 'poisson' | 'negative binomial';
  /** Of the negative binomial, by moments: mean^2 / (variance - mean). Infinity for the Poisson. */
  readonly size: number;
}

/** The law of counts of equal periods: negative binomial where variance over mean passes 1.3. */
export function dispersionOf(counts: readonly number[]): Dispersion {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const ratio = n > 1 ? squares / (n - 1) / mean : NaN;
  const over = ratio > OVERDISPERSED;
  return {
    mean,
    ratio,
    p: ratio >= 0 ? chiSquareAbove(squares / mean, n - 1) : NaN,
    law: over ? 'negative binomial' : 'poisson',
    size: over ? mean / (ratio - 1) : Infinity,
  };
}

/**
 * Events per period from counts of equal periods. Where they are overdispersed the count is worth fewer independent
 * events, k over the ratio, and the exact bounds are taken of those (quasi-Poisson: McCullagh and Nelder 1989, 6.2). The
 * ratio is itself an estimate, and is raised by the square of Student's quantile over the normal one.
 */
export function rateOfCounts(counts: readonly number[], level = LEVEL): Estimate {
  const {ratio, law} = dispersionOf(counts);
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (law === 'poisson') return rateOf({events, time: counts.length}, level);
  const p = (1 + level) / 2;
  const raised = ratio * (studentQuantile(p, counts.length - 1) / normalQuantile(p)) ** 2;
  const [low, high] = countBounds(events / raised, level);
  const scale = raised / counts.length;
  return {
    low: low * scale,
    mid: events / counts.length,
    high: high * scale,
    level,
    method: `exact bounds widened for variance ${ratio.toFixed(1)} times the mean`,
    n: events,
  };
}

function checkCount({events, time}: EventCount): void {
  if (!(events >= 0 && time > 0)) throw new RangeError(`invalid count: ${events} in ${time}`);
}
