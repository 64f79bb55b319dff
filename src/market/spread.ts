import {type Known, valueOf, worked} from '../figure/index.ts';

/** How a figure lies across guides. `n` guides stand behind it: a median of three says n=3. */
export interface Spread {
  readonly n: number;
  readonly least: Known;
  readonly median: Known;
  readonly most: Known;
}

/** Null for no values. The median of an even number lies half way between its two middle ones. */
export function spreadOf(values: readonly Known[]): Spread | null {
  const sorted = [...values].sort((a, b) => valueOf(a) - valueOf(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? least;
  const median = sorted.length % 2 === 1 ? upper : halfWay(sorted[middle - 1] ?? upper, upper);
  return {n: sorted.length, least, median, most};
}

function halfWay(lower: Known, upper: Known): Known {
  const inputs = [
    {name: 'lower', label: 'the lower of the two in the middle', figure: lower},
    {name: 'upper', label: 'the upper of the two in the middle', figure: upper},
  ];
  return worked('(lower + upper) / 2', inputs, {subject: upper.subject, style: upper.style});
}
