import {showShare} from '../../base/index.ts';
import {count, type Finding, finding, say} from '../../figure/index.ts';
import {type Estimate, quantileEstimate} from '../../stats/index.ts';

/** How long something takes, in minutes: the median, as DORA has it, and beside it the slow end. */
export interface DurationQuantiles {
  readonly median: Estimate;
  readonly p90: Estimate;
}

/** Median and 90th percentile of minutes; null, with a finding that says of `what`, where there are none. */
export function durationQuantiles(
  minutes: readonly number[],
  what: string,
  level: number,
  findings: Finding[],
): DurationQuantiles | null {
  const median = quantileEstimate(minutes, 0.5, level);
  const p90 = quantileEstimate(minutes, 0.9, level);
  if (median === null || p90 === null) {
    findings.push(
      finding('nothing-to-count', 'note', say`${what}: nothing in the period to take a median of`),
    );
    return null;
  }
  for (const [name, one] of [
    ['median', median],
    ['90th percentile', p90],
  ] as const)
    if (one.level < level) {
      const message = say`${what}: an interval of the ${name} from ${count(one.n)} values holds it with ${percent(one.level)} at most, expected ${percent(level)}`;
      const hint = 'take a longer period';
      findings.push(finding('few-values', 'warning', message, {hint}));
    }
  return {median, p90};
}

export function percent(share: number): string {
  return showShare(share, 1);
}
