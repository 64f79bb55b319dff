import {type Estimate, LEVEL} from './estimate.ts';
import {quantileOf} from './quantile.ts';

/**
 * The quantile `q` of values in any order, in their unit, with the interval between two of them that holds the true
 * quantile of any distribution: the number of values below it is binomial (Conover 1999, §3.2). Exact, without
 * simulation; the level told is smaller than that asked for where so few values cannot reach it. Null of no values.
 */
export function quantileEstimate(
  values: readonly number[],
  q: number,
  level: number = LEVEL,
): Estimate | null {
  const n = values.length;
  if (n === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const {low, high, covers} = ranks(n, q, level);
  return {
    low: sorted[low - 1] as number,
    mid: quantileOf(sorted, q),
    high: sorted[high - 1] as number,
    level: Math.min(level, covers),
    method: `order statistics ${low} and ${high} of ${n}, exact binomial`,
    n,
  };
}

/**
 * The ranks, from 1, of the values between which the quantile `q` lies with probability `level` or more: each tail at
 * most half of the rest. Where no value lies far enough out it is the outermost, and `covers` says what that gives.
 */
export function ranks(n: number, q: number, level: number): {low: number; high: number; covers: number} {
  const tail = (1 - level) / 2;
  let below = 0;
  let low = 0;
  let high = n;
  let upTo = 0;
  let beforeLow = 0;
  let beforeHigh = 1;
  let logChance = n * Math.log1p(-q);
  const step = Math.log(q) - Math.log1p(-q);
  for (let k = 0; k <= n; k++) {
    upTo = below + Math.exp(logChance);
    if (upTo <= tail) {
      low = k + 1;
      beforeLow = upTo;
    }
    if (upTo >= 1 - tail && k + 1 < high) {
      high = k + 1;
      beforeHigh = upTo;
      break;
    }
    below = upTo;
    logChance += Math.log((n - k) / (k + 1)) + step;
  }
  if (low === 0) {
    low = 1;
    beforeLow = Math.exp(n * Math.log1p(-q));
  }
  if (high === n) beforeHigh = 1 - Math.exp(n * Math.log(q));
  return {low, high, covers: Math.max(0, beforeHigh - beforeLow)};
}
