/** What a coalition of contributors brings about: a model's output, in any unit. The empty one brings 0 or what comes by itself. */
export type CoalitionValue = (coalition: readonly string[]) => number;

/** One contributor's part of what all bring about together, in the unit of the worth. */
export interface Credit {
  readonly contributor: string;
  readonly value: number;
  /** What the contributor brings alone, and what would be missing without that contributor alone. */
  readonly firstIn: number;
  readonly lastIn: number;
  /** The least and the most that the contributor adds to any coalition: the value lies between them in every game. */
  readonly adds: {readonly least: number; readonly most: number};
}

export interface Shares {
  readonly credits: readonly Credit[];
  /** What is shared out: the worth of all, less that of none. The credits come to it. */
  readonly total: number;
  /**
   * `lastIn`, where every contributor adds less the more are there before (submodular), `firstIn` where more
   * (supermodular), and then the two marginals bound every credit; `neither`, and then they need not; `both` where
   * nobody adds to anybody else's part.
   */
  readonly least: 'lastIn' | 'firstIn' | 'both' | 'neither';
}

/** Above eight contributors their coalitions are more than anybody can look through. */
export const MOST_CONTRIBUTORS = 8;

/**
 * Shares out what contributors bring about together by the value of Shapley (1953): each gets the mean of what it adds
 * over all orders in which they might have come, sum over S without i of |S|! (n - |S| - 1)! / n! [v(S + i) - v(S)].
 * Exact; `worth` is asked once for each coalition. Throws above eight contributors, of one named twice, and where the
 * worth is no number.
 */
export function shapley(contributors: readonly string[], worth: CoalitionValue): Shares {
  const n = contributors.length;
  if (n > MOST_CONTRIBUTORS) throw new RangeError(`invalid number of contributors: ${n}, at most 8`);
  if (new Set(contributors).size < n) throw new RangeError('invalid contributors: one is named twice');
  const all = (1 << n) - 1;
  const worths = Float64Array.from({length: all + 1}, (_, set) => {
    const value = worth(contributors.filter((_, i) => (set >> i) & 1));
    if (!Number.isFinite(value)) throw new RangeError(`invalid worth of a coalition: ${value}`);
    return value;
  });
  const v = (set: number) => worths[set] as number;
  const chance = orders(n);
  const credits = contributors.map((contributor, i) => {
    const own = 1 << i;
    let [value, least, most] = [0, Infinity, -Infinity];
    for (let set = 0; set <= all; set++) {
      if ((set & own) !== 0) continue;
      const added = v(set | own) - v(set);
      value += (chance[size(set)] as number) * added;
      least = Math.min(least, added);
      most = Math.max(most, added);
    }
    return {
      contributor,
      value,
      firstIn: v(own) - v(0),
      lastIn: v(all) - v(all & ~own),
      adds: {least, most},
    };
  });
  return {credits, total: v(all) - v(0), least: leastOf(n, v)};
}

/** The chance of an order in which one given contributor comes right after a given coalition, by its size. */
function orders(n: number): readonly number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return [...Array(n).keys()].map(k => (factorial(k) * factorial(n - k - 1)) / factorial(n));
}

function size(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Looks at every pair beside every coalition: v(S + i) + v(S + j) against v(S + i + j) + v(S). */
function leastOf(n: number, v: (set: number) => number): Shares['least'] {
  const all = (1 << n) - 1;
  const scale = Math.max(...Array.from({length: all + 1}, (_, set) => Math.abs(v(set))));
  let [sub, sup] = [true, true];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      for (let set = 0; set <= all; set++) {
        const [one, other] = [1 << i, 1 << j];
        if ((set & (one | other)) !== 0) continue;
        const gain = v(set | one) + v(set | other) - v(set | one | other) - v(set);
        if (gain < -1e-12 * scale) sub = false;
        if (gain > 1e-12 * scale) sup = false;
      }
  if (sub && sup) return 'both';
  if (sub) return 'lastIn';
  return sup ? 'firstIn' : 'neither';
}
