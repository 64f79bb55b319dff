import {studentQuantile} from './beta.ts';
import type {Estimate} from './estimate.ts';
import {type Regression, leverage, nearCovariance, powers, residualCovariance} from './regression.ts';

/** A coefficient with an interval that knows of errors that hang together. */
export interface Coefficient {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** The standard error that the interval is made of. */
  readonly error: number;
  /** The standard error as Newey and West have it, before it is mended for a short series. */
  readonly plainError: number;
  /** Degrees of freedom of the Student t that the interval is made of. */
  readonly freedom: number;
}

/** How many steps apart two errors may be and still count together: floor(4 (n / 100)^(2/9)), Newey and West 1994. */
export function lagOf(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Coefficient `of` with a Newey-West interval that holds in short series. The plain estimate is far too small there: with
 * 52 weeks and four coefficients its 95% interval holds the truth in 78 to 87 of 100 series, because residuals are
 * smaller and less alike than errors. It is mended as Bell and McCaffrey (2002) do, with errors that follow an AR(1) of
 * coefficient `rho` as the model to mend by: the estimate is scaled so that it would be right on average under that
 * model, and the degrees of freedom are those that its spread there has (Satterthwaite; Imbens and Kolesar 2016).
 */
export function coefficient(fitted: Regression, of: number, rho: number, level: number): Coefficient {
  const {times, residuals} = fitted;
  const n = times.length;
  const lag = lagOf(n);
  const weights = leverage(fitted, of);
  const covariance = residualCovariance(fitted, rho);
  const likeness = powers(times, rho);
  // The estimate is e'Ae, with A the Bartlett kernel times the weights of both rows; under the model its mean is the
  // trace of AS and its variance twice that of (AS)^2, S being the residuals' covariance.
  const expected = new Float64Array(n * n);
  let [square, truth] = [0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const apart = Math.abs((times[i] as number) - (times[j] as number));
      const both = at(weights, i) * at(weights, j);
      truth += both * at(likeness, apart);
      if (apart > lag) continue;
      const kernel = (1 - apart / (lag + 1)) * both;
      square += kernel * at(residuals, i) * at(residuals, j);
      for (let k = 0; k < n; k++)
        expected[i * n + k] = at(expected, i * n + k) + kernel * at(covariance, j * n + k);
    }
  let [mean, spread] = [0, 0];
  for (let i = 0; i < n; i++) {
    mean += at(expected, i * n + i);
    for (let j = 0; j < n; j++) spread += at(expected, i * n + j) * at(expected, j * n + i);
  }
  const mid = fitted.coefficients[of] as number;
  const error = Math.sqrt((Math.max(0, square) * truth) / mean);
  const freedom = (mean * mean) / spread;
  const reach = error * studentQuantile((1 + level) / 2, freedom);
  const plainError = Math.sqrt(Math.max(0, square));
  return {low: mid - reach, mid, high: mid + reach, error, plainError, freedom};
}

/** No series of this length can tell it from a walk that never returns. */
export const MOST_PERSISTENT = 0.95;

/**
 * The autocorrelation of the errors, from 0 to 0.95: the one under which residuals would be as alike as they are. That
 * of the residuals themselves is too small, the more so the more columns are fitted.
 */
export function autocorrelation(fitted: Regression): number {
  const {times, residuals} = fitted;
  const n = times.length;
  const pairs = [...Array(Math.max(0, n - 1)).keys()].filter(i => times[i + 1] === (times[i] as number) + 1);
  const alike = (next: (i: number) => number, own: (i: number) => number) => {
    let [above, below] = [0, 0];
    for (const i of pairs) above += next(i);
    for (let i = 0; i < n; i++) below += own(i);
    return below > 0 ? above / below : 0;
  };
  const seen = alike(
    i => at(residuals, i) * at(residuals, i + 1),
    i => at(residuals, i) ** 2,
  );
  const expected = (rho: number) => {
    const {own, next} = nearCovariance(fitted, rho);
    return alike(
      i => at(next, i),
      i => at(own, i),
    );
  };
  let [low, high] = [0, MOST_PERSISTENT];
  if (seen <= expected(low)) return low;
  if (seen >= expected(high)) return high;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (expected(middle) < seen) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A difference of logarithms as a share. */
export function shareOfLog(
  {low, mid, high}: Coefficient,
  level: number,
  method: string,
  n: number,
): Estimate {
  return {low: Math.expm1(low), mid: Math.expm1(mid), high: Math.expm1(high), level, method, n};
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] as number;
}
