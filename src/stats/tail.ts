import {minimise} from './minimise.ts';

/** A generalised Pareto law of excesses: P(X > x) = (1 + shape x / scale)^(-1 / shape); shape 0 is the exponential. */
export interface ParetoTail {
  readonly scale: number;
  readonly shape: number;
}

/** What lies beyond a threshold: peaks over it (Pickands 1975, Balkema and de Haan 1974). */
export interface PeaksOver {
  readonly threshold: number;
  /** Values over the threshold, and all. */
  readonly over: number;
  readonly of: number;
  readonly tail: ParetoTail;
}

/** How often an excess is greater than `x`. */
export function paretoAbove({scale, shape}: ParetoTail, x: number): number {
  if (x <= 0) return 1;
  if (Math.abs(shape) < 1e-12) return Math.exp(-x / scale);
  const inside = 1 + (shape * x) / scale;
  return inside <= 0 ? 0 : inside ** (-1 / shape);
}

/**
 * The tail of `values` over `threshold` by maximum likelihood; null of fewer than five peaks. A shape below -1/2 is not
 * tried: there the likelihood has no honest maximum (Smith 1985).
 */
export function peaksOver(values: readonly number[], threshold: number): PeaksOver | null {
  const excesses = values.filter(value => value > threshold).map(value => value - threshold);
  if (excesses.length < 5) return null;
  const mean = excesses.reduce((sum, x) => sum + x, 0) / excesses.length;
  const loss = ([log = 0, shape = 0]: readonly number[]): number => {
    if (shape < -0.5 || shape > 5) return Infinity;
    const scale = Math.exp(log);
    let total = excesses.length * log;
    for (const x of excesses) {
      const inside = 1 + (shape * x) / scale;
      if (inside <= 0) return Infinity;
      total += Math.abs(shape) < 1e-9 ? x / scale : (1 + 1 / shape) * Math.log(inside);
    }
    return total;
  };
  const [log = 0, shape = 0] = minimise(loss, [Math.log(mean), 0.1]);
  return {threshold, over: excesses.length, of: values.length, tail: {scale: Math.exp(log), shape}};
}

/** How often a value is greater than `value`, which must not lie below the threshold. */
export function exceedance({threshold, over, of, tail}: PeaksOver, value: number): number {
  if (value < threshold) throw new RangeError(`invalid value: ${value} below the threshold ${threshold}`);
  return (over / of) * paretoAbove(tail, value - threshold);
}
