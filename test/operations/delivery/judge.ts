import type {Estimate} from '../../../src/stats/index.ts';

/** What an interval says of a claim such as -0.7: that at least as much was gained, that it was not, or neither. */
export function judge(change: Estimate, claimed: number): 'shown' | 'refuted' | 'open' {
  const [least, most] = claimed < 0 ? [-change.high, -change.low] : [change.low, change.high];
  if (least >= Math.abs(claimed)) return 'shown';
  return most < Math.abs(claimed) ? 'refuted' : 'open';
}
