import {probability, whereReaches} from './quantile.ts';

/** Bernoulli numbers B(2n) / (2n (2n - 1)), of Stirling's series (Abramowitz and Stegun 6.1.41). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/** The logarithm of the gamma function, for x above 0: Stirling's series, after stepping up to where it is exact. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid argument of the gamma function: ${x}`);
  let product = 1;
  let at = x;
  for (; at < 12; at++) product *= at;
  const inverse = 1 / (at * at);
  let series = 0;
  for (const term of STIRLING.toReversed()) series = series * inverse + term;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series / at - Math.log(product);
}

/**
 * The regularised lower incomplete gamma function P(shape, x): a series below shape + 1 and a continued fraction above,
 * by Lentz's method (Abramowitz and Stegun 6.5.29 and 6.5.31).
 */
export function gammaBelow(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? series(shape, x) : 1 - fraction(shape, x);
}

/** What is left above: Q = 1 - P, without loss where it is small. */
export function gammaAbove(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - series(shape, x) : fraction(shape, x);
}

function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = shape + 1; Math.abs(term) > 1e-17 * sum; n++) sum += term *= x / n;
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

function fraction(shape: number, x: number): number {
  if (x === Infinity) return 0;
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b || 1e-300);
    c = b + a / c || 1e-300;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** The quantile of a gamma law of scale 1. */
export function gammaQuantile(p: number, shape: number): number {
  if (probability(p) === 0) return 0;
  if (p === 1) return Infinity;
  return whereReaches(x => gammaBelow(shape, x), p, 0, shape + 1);
}

/** The quantile of a chi-square law with `freedom` degrees of freedom. */
export function chiSquareQuantile(p: number, freedom: number): number {
  return 2 * gammaQuantile(p, freedom / 2);
}

/** How often a chi-square of `freedom` degrees of freedom is above `x`. */
export function chiSquareAbove(x: number, freedom: number): number {
  return gammaAbove(freedom / 2, x / 2);
}
