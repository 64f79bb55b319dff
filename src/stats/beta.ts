import {logGamma} from './gamma.ts';
import {probability, whereReaches} from './quantile.ts';

/**
 * The regularised incomplete beta function I_x(a, b), by the continued fraction of Abramowitz and Stegun 26.5.8 on
 * whichever side it converges fast.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || 1e-300);
  let value = d;
  const step = (term: number): number => {
    d = 1 / (1 + term * d || 1e-300);
    c = 1 + term / c || 1e-300;
    value *= c * d;
    return c * d;
  };
  for (let m = 1; m < 100_000; m++) {
    step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    if (Math.abs(step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))) - 1) < 1e-16) break;
  }
  return value;
}

/** The quantile of a beta law. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (probability(p) === 0) return 0;
  if (p === 1) return 1;
  return whereReaches(x => betaBelow(x, a, b), p, 0, 1);
}

/** How often a Student t of `freedom` degrees of freedom lies below `t` (Abramowitz and Stegun 26.7.1). */
export function studentBelow(t: number, freedom: number): number {
  const outside = betaBelow(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t < 0 ? outside : 1 - outside;
}

/** The quantile of a Student t. */
export function studentQuantile(p: number, freedom: number): number {
  if (probability(p) === 0.5) return 0;
  const x = betaQuantile(2 * Math.min(p, 1 - p), freedom / 2, 0.5);
  return Math.sign(p - 0.5) * Math.sqrt((freedom * (1 - x)) / x);
}
