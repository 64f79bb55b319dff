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
  /** Expected daily PnL by pod, in the order of the pods, each by draw. */
  readonly daily: readonly Float64Array[];
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
  const series = pods.map(({pnl: {days, mean}}) =>
    Float64Array.from(dates, date => ((days.get(date) ?? mean) - mean) / days.size),
  );
  const daily = pods.map(({pnl}) => new Float64Array(count).fill(pnl.from === 'stated' ? pnl.mean : 0));
  const ofDays = stream(seed, 'impact: daily PnL');
  const times = () => timesDrawn(ofDays, dates.length);
  // Four draws at a time: their sums do not wait for each other, and the days are gone through once.
  for (let draw = 0; draw < count && dates.length > 0; draw += 4) {
    const [a, b, c, d] = [times(), times(), times(), times()];
    for (const [pod, {pnl}] of pods.entries()) {
      if (pnl.from === 'stated') continue;
      const own = series[pod] as Float64Array;
      let [ofA, ofB, ofC, ofD] = [pnl.mean, pnl.mean, pnl.mean, pnl.mean];
      for (let day = 0; day < own.length; day++) {
        const earned = own[day] as number;
        ofA += (a[day] as number) * earned;
        ofB += (b[day] as number) * earned;
        ofC += (c[day] as number) * earned;
        ofD += (d[day] as number) * earned;
      }
      // What lies behind the last draw is not kept by the array.
      const drawn = daily[pod] as Float64Array;
      drawn[draw] = ofA;
      drawn[draw + 1] = ofB;
      drawn[draw + 2] = ofC;
      drawn[draw + 3] = ofD;
    }
  }
  return {seed, count, given, daily};
}

/** How often each of `days` comes up when as many are drawn. */
function timesDrawn(from: Stream, days: number): Float64Array {
  const times = new Float64Array(days);
  for (let left = days; left > 0; left--) {
    const day = index(from, days);
    times[day] = (times[day] as number) + 1;
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
  {count, daily}: Pick<Draws, 'count' | 'daily'>,
  of: (group: G) => number,
): Float64Array {
  const sums = new Float64Array(count);
  let at = 0;
  for (const group of groups) {
    const each = of(group);
    for (const _ of group.pods) {
      const drawn = daily[at++] as Float64Array;
      for (let draw = 0; draw < count; draw++)
        sums[draw] = (sums[draw] as number) + each * (drawn[draw] as number);
    }
  }
  return sums;
}
