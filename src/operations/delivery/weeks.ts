import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import type {Period} from '../../record/index.ts';
import {quantileOf} from '../../stats/index.ts';

/** How long one deployment took, or one change, in minutes. */
export interface Timed {
  readonly at: EpochMs;
  readonly minutes: number;
}

/** One step of a series: `time` counts steps from the change, the first after it being 0. */
export interface SeriesStep {
  readonly time: number;
  readonly minutes: number;
  readonly n: number;
}

/**
 * The quantile `q` of the minutes in every stretch of `days` days, counted from `change` both ways, so that none lies on
 * both sides of it. Stretches cut by the period and those without a positive time are left out.
 */
export function steps(
  timed: readonly Timed[],
  {period, change, days, q}: {period: Period; change: EpochMs; days: number; q: number},
): readonly SeriesStep[] {
  const length = days * DAY_MS;
  const first = Math.ceil((period.from - change) / length);
  const end = Math.floor((period.to - change) / length);
  const minutes = new Map<number, number[]>();
  for (const {at, minutes: one} of timed) {
    const time = Math.floor((at - change) / length);
    if (!(one > 0) || time < first || time >= end) continue;
    const of = minutes.get(time);
    if (of === undefined) minutes.set(time, [one]);
    else of.push(one);
  }
  return [...minutes]
    .toSorted(([a], [b]) => a - b)
    .map(([time, of]) => ({
      time,
      minutes: quantileOf(
        of.toSorted((a, b) => a - b),
        q,
      ),
      n: of.length,
    }));
}
