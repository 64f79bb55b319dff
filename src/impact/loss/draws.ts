import {type Estimate, index, LEVEL, pert, quantileOf, type Stream, stream} from '../../stats/index.ts';
import type {LossGivenOutage} from '../plan.ts';
import type {PodGroup, PodModel} from './group.ts';

/** How often everything that is uncertain is drawn anew, unless told. */
export const DRAWS = 2000;

/** Draws of what a loss is made of: the same draws for everything that is set beside each other. */
export interface Draws {
  readonly seed: number;
  readonly count: number;
  /** Loss given outage, by draw. One number is in doubt, so all outages of a draw share it. */
  readonly given: Float64Array;
  /**
   * Expected daily PnL of the pods, each times its weight, summed, by draw. It is the days that are drawn, the same for all
   * pods: whatever is asked for is one series of days, however many pods it is made of.
   */
  readonly daily: (weights: readonly number[]) => Float64Array;
}

/**
 * Draws loss given outage from its PERT range, and the mean daily PnL of every pod by a bootstrap over days: one draw
 * takes the same days for all pods, since what moves one moves others (Efron and Tibshirani 1993, ch. 8). A stated PnL
 * does not move: nobody said how sure it is.
 */
export function drawsOf(
  pods: readonly PodModel[],
  range: Pick<LossGivenOutage, 'low' | 'mode' | 'high'>,
  seed: number,
  count: number = DRAWS,
): Draws {
  const ofRange = stream(seed, 'impact: loss given outage');
  const given = Float64Array.from({length: count}, () => pert(ofRange, range));
  const dates = [...new Set(pods.flatMap(({pnl}) => [...pnl.days.keys()]))].sort();
  // How far each day lies from the mean, so that a pod without a row on a day takes no part in it: how many of its own days
  // come up would otherwise move a pod that earns the same on each.
  const series = pods.map(({pnl: {days, mean, from}}) =>
    from === 'stated'
      ? null
      : Float64Array.from(dates, date => ((days.get(date) ?? mean) - mean) / days.size),
  );
  const times = timesDrawn(stream(seed, 'impact: daily PnL'), count, dates.length);
  const daily: Draws['daily'] = weights => {
    let mean = 0;
    const all = new Float64Array(dates.length);
    for (const [pod, {pnl}] of pods.entries()) {
      const [weight, own] = [weights[pod] as number, series[pod] as Float64Array | null];
      if (weight === 0) continue;
      mean += weight * pnl.mean;
      if (own === null) continue;
      for (let day = 0; day < own.length; day++)
        all[day] = (all[day] as number) + weight * (own[day] as number);
    }
    const drawn = new Float64Array(count);
    for (let draw = 0, at = 0; draw < count; draw++) {
      let sum = mean;
      for (let day = 0; day < all.length; day++) sum += (times[at++] as number) * (all[day] as number);
      drawn[draw] = sum;
    }
    return drawn;
  };
  return {seed, count, given, daily};
}

/** How often each of `days` comes up when as many are drawn, draw after draw. */
function timesDrawn(from: Stream, draws: number, days: number): Uint16Array {
  const times = new Uint16Array(draws * days);
  for (let start = 0; start < times.length; start += days)
    for (let left = days; left > 0; left--) {
      const at = start + index(from, days);
      times[at] = (times[at] as number) + 1;
    }
  return times;
}

/** The middle `LEVEL` of draws, about a figure worked out by itself. `n` is how many things were drawn from. */
export function estimateOf(mid: number, draws: Float64Array, method: string, n: number): Estimate {
  const sorted = Float64Array.from(draws).sort();
  const tail = (1 - LEVEL) / 2;
  return {low: quantileOf(sorted, tail), mid, high: quantileOf(sorted, 1 - tail), level: LEVEL, method, n};
}

/** `byDailyPnl` in every draw of the pods' daily PnL, which are in the order of the groups. */
export function drawsByDailyPnl<G extends Pick<PodGroup, 'pods'>>(
  groups: readonly G[],
  {daily}: Pick<Draws, 'daily'>,
  of: (group: G, at: number) => number,
): Float64Array {
  return daily(
    groups.flatMap((group, at) => {
      const each = of(group, at);
      return group.pods.map(() => each);
    }),
  );
}
