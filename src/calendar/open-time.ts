import {DAY_MS} from './day.ts';
import type {EpochMs, Schedule} from './session.ts';

/**
 * Open time as running sums: how long the market was open before any instant, without walking there. The stretches lie
 * in order; `before` holds the open time up to each; `firstOf` says for every day from `base` which stretch is the first
 * to end after its midnight, so that an instant is at most a few steps from its own.
 */
export interface OpenTime {
  /** The instants it speaks of: from `from` to `to`, both included. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly before: Float64Array;
  readonly base: EpochMs;
  readonly firstOf: Int32Array;
}

export function openTimeOf({sessions, from, to}: Schedule): OpenTime {
  const opens = sessions.flatMap(session => session.opens);
  // One more stretch than there are, at the end of time: whoever looks for the next one finds it.
  const starts = new Float64Array(opens.length + 1).fill(Number.POSITIVE_INFINITY);
  const ends = new Float64Array(opens.length + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Float64Array(opens.length + 1);
  for (const [at, stretch] of opens.entries()) {
    starts[at] = stretch.from;
    ends[at] = stretch.to;
    before[at + 1] = (before[at] as number) + stretch.to - stretch.from;
  }
  const base = Math.floor(from / DAY_MS) * DAY_MS;
  const firstOf = new Int32Array(Math.floor((to - base) / DAY_MS) + 1);
  for (let day = 0, at = 0; day < firstOf.length; day++) {
    while ((ends[at] as number) <= base + day * DAY_MS) at++;
    firstOf[day] = at;
  }
  return {from, to, starts, ends, before, base, firstOf};
}

/** The first stretch that ends after `at`; one past the last where none does. */
export function stretchAt({ends, base, firstOf}: OpenTime, at: EpochMs): number {
  let stretch = firstOf[Math.floor((at - base) / DAY_MS)] as number;
  while ((ends[stretch] as number) <= at) stretch++;
  return stretch;
}

/** Milliseconds of open time from the first session until `at`, which must lie between `from` and `to`. */
export function openBefore(open: OpenTime, at: EpochMs): number {
  const stretch = stretchAt(open, at);
  const since = at - (open.starts[stretch] as number);
  return (open.before[stretch] as number) + (since > 0 ? since : 0);
}
