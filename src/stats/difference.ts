import type {Estimate} from './estimate.ts';

/**
 * How much more `one` is than `other`, of two estimates that do not lean on each other: the margins of both, squared and
 * added (MOVER: Zou and Donner 2008). It keeps their lopsidedness, which a difference of standard errors would lose.
 * Throws where their levels differ.
 */
export function differenceOf(one: Estimate, other: Estimate): Estimate {
  if (one.level !== other.level)
    throw new RangeError(`invalid difference: level ${one.level} against ${other.level}`);
  const mid = one.mid - other.mid;
  return {
    low: mid - Math.hypot(one.mid - one.low, other.high - other.mid),
    mid,
    high: mid + Math.hypot(one.high - one.mid, other.mid - other.low),
    level: one.level,
    method: one.method === other.method ? `${one.method}, of both` : `${one.method}; ${other.method}`,
    n: one.n + other.n,
  };
}

/** An estimate in another unit: times a number above 0 that is known exactly. */
export function scaled(estimate: Estimate, by: number): Estimate {
  if (!(by > 0)) throw new RangeError(`invalid scale: ${by}`);
  return {...estimate, low: estimate.low * by, mid: estimate.mid * by, high: estimate.high * by};
}
