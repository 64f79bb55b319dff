import {exponential, generalisedPareto, lognormal, type Stream} from './random.ts';
import {logGamma} from './gamma.ts';
import {normalAbove, normalQuantile} from './normal.ts';
import {probability} from './quantile.ts';

/** How long something lasted. What lasts still was seen for `minutes` and is censored: it will be longer. */
export interface Duration {
  readonly minutes: number;
  readonly lasting?: boolean;
}

/**
 * A law of durations in minutes.
 * Lognormal: the logarithm is normal(mu, sigma). Lomax: P(X > x) = (1 + x / scale)^-alpha, a Pareto tail.
 * Weibull: P(X > x) = exp(-(x / scale)^shape). Exponential: P(X > x) = exp(-x / scale).
 */
export type DurationLaw =
  | {readonly name: 'lognormal'; readonly mu: number; readonly sigma: number}
  | {readonly name: 'lomax'; readonly alpha: number; readonly scale: number}
  | {readonly name: 'weibull'; readonly shape: number; readonly scale: number}
  | {readonly name: 'exponential'; readonly scale: number};

/** A law as it fits: by maximum likelihood, open durations counting for what they have lasted. */
export interface Fit<L extends DurationLaw = DurationLaw> {
  readonly law: L;
  /** Akaike's criterion (1974), 2 parameters - 2 log likelihood: less is better, and only differences speak. */
  readonly aic: number;
  /** The greatest distance between the law's distribution and the sample's (Kolmogorov-Smirnov). */
  readonly ks: number;
}

/**
 * The laws side by side, the best by AIC first. The lognormal and a heavy tail are both told: which is true of the tail no
 * sample of this size decides.
 */
export interface DurationReport {
  readonly n: number;
  readonly lasting: number;
  readonly fits: readonly Fit[];
  /** Hill's index of the longest tenth; below 2 the variance, below 1 the mean has no end. NaN of fewer than 20. */
  readonly hill: number;
  /** The share of all minutes that the longest tenth hold. */
  readonly topTenth: number;
}

/** How often a duration is longer than `minutes`. */
export function survival(law: DurationLaw, minutes: number): number {
  if (minutes <= 0) return 1;
  switch (law.name) {
    case 'lognormal':
      return normalAbove((Math.log(minutes) - law.mu) / law.sigma);
    case 'lomax':
      return Math.exp(-law.alpha * Math.log1p(minutes / law.scale));
    case 'weibull':
      return Math.exp(-((minutes / law.scale) ** law.shape));
    case 'exponential':
      return Math.exp(-minutes / law.scale);
  }
}

/** The logarithm of the density at `minutes`, above 0. */
export function logDensity(law: DurationLaw, minutes: number): number {
  const {log, log1p, PI} = Math;
  switch (law.name) {
    case 'lognormal': {
      const z = (log(minutes) - law.mu) / law.sigma;
      return -log(minutes * law.sigma) - log(2 * PI) / 2 - (z * z) / 2;
    }
    case 'lomax':
      return log(law.alpha / law.scale) - (law.alpha + 1) * log1p(minutes / law.scale);
    case 'weibull': {
      const x = minutes / law.scale;
      return log(law.shape / law.scale) + (law.shape - 1) * log(x) - x ** law.shape;
    }
    case 'exponential':
      return -log(law.scale) - minutes / law.scale;
  }
}

/** The mean in minutes: Infinity for a Lomax of alpha 1 or less. */
export function meanOf(law: DurationLaw): number {
  switch (law.name) {
    case 'lognormal':
      return Math.exp(law.mu + law.sigma ** 2 / 2);
    case 'lomax':
      return law.alpha > 1 ? law.scale / (law.alpha - 1) : Infinity;
    case 'weibull':
      return law.scale * Math.exp(logGamma(1 + 1 / law.shape));
    case 'exponential':
      return law.scale;
  }
}

/** The duration that a share `p` stay below, in minutes. */
export function durationQuantile(law: DurationLaw, p: number): number {
  const exponent = -Math.log1p(-probability(p));
  switch (law.name) {
    case 'lognormal':
      return Math.exp(law.mu + law.sigma * normalQuantile(p));
    case 'lomax':
      return law.scale * Math.expm1(exponent / law.alpha);
    case 'weibull':
      return law.scale * exponent ** (1 / law.shape);
    case 'exponential':
      return law.scale * exponent;
  }
}

/** A duration drawn from the law, in minutes. */
export function drawDuration(from: Stream, law: DurationLaw): number {
  switch (law.name) {
    case 'lognormal':
      return lognormal(from, law.mu, law.sigma);
    case 'lomax':
      return generalisedPareto(from, law.scale / law.alpha, 1 / law.alpha);
    case 'weibull':
      return law.scale * exponential(from) ** (1 / law.shape);
    case 'exponential':
      return law.scale * exponential(from);
  }
}
