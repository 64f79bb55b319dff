import type {Money} from '../../base/index.ts';
import type {Estimate} from '../../stats/index.ts';

/** What is claimed when deploying sooner is said to earn money. Every figure is the user's: none has a default. */
export interface EarlyDeployment {
  /** What one change earns a day when it is new, before any of it has decayed. */
  readonly daily: Money;
  /** Days after which a change earns half of that, counted from the idea and not from its deployment. */
  readonly halfLife: number;
  /** Days from the idea to its deployment, before and after. */
  readonly before: Estimate;
  readonly after: Estimate;
  /** Changes of this kind, over the time that is spoken of. */
  readonly changes: number;
}

/** What deploying sooner is worth if the edge decays as stated. */
export interface EarlyValue {
  readonly value: Estimate;
  readonly currency: Money['currency'];
  /** What it would come to without any decay: the daily earnings times the days won. No half-life gives more. */
  readonly atMost: number;
  readonly formula: string;
}

/**
 * The value of earlier deployment. An edge that earns mu a day when new and mu 2^(-t/h) after t days earns, deployed
 * after l days and left to run, the integral of that from l on; two lead times differ by
 * mu (h / ln 2) (2^(-l1/h) - 2^(-l0/h)). With h without bound it tends to mu (l0 - l1). It supposes that the edge decays
 * from the idea on, whether deployed or not: one that decays only from its deployment is worth the same later, and
 * deploying sooner wins nothing but time. Days are those in which `daily` is earned, trading days say. The ends of the
 * interval take the worst ends of both lead times, so that it holds with twice their misses at most (Bonferroni).
 * Negative where deploying became slower. Throws where the half-life is not positive or days are negative.
 */
export function earlyValue({daily, halfLife, before, after, changes}: EarlyDeployment): EarlyValue {
  if (!(halfLife > 0)) throw new RangeError(`invalid half-life: ${halfLife} days`);
  if (!(Math.min(before.low, after.low) >= 0)) throw new RangeError('invalid lead time: fewer than no days');
  const left = (days: number) => 2 ** (-days / halfLife);
  const worth = (from: number, to: number) =>
    changes * daily.amount * (halfLife / Math.LN2) * (left(to) - left(from));
  const ends = [worth(before.low, after.high), worth(before.high, after.low)];
  return {
    value: {
      low: Math.min(...ends),
      mid: worth(before.mid, after.mid),
      high: Math.max(...ends),
      level: Math.max(0, before.level + after.level - 1),
      method: `decay by half in ${halfLife} days (stated), worst ends of both lead times`,
      n: Math.min(before.n, after.n),
    },
    currency: daily.currency,
    atMost: changes * daily.amount * (before.mid - after.mid),
    formula: 'changes x daily x (half-life / ln 2) x (2^(-after / half-life) - 2^(-before / half-life))',
  };
}
