/** How a figure lies across guides. `n` guides stand behind it: a median of three says n=3. */
export interface Spread {
  readonly n: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Null for no values. The median of an even number lies half way between its two middle ones. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? least;
  const median = sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
  return {n: sorted.length, least, median, most};
}
