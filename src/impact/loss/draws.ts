import {index, pert, stream} from '../../base/index.ts';
import {type Estimate, LEVEL} from '../estimate.ts';
import type {LossGivenOutage} from '../plan.ts';
import {quantileOf} from '../stats/quantile.ts';
import type {PodModel} from './group.ts';

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
  // A pod without a row on a day takes no part in that day; its other days weigh the more.
  const series = pods.map(({pnl}) => {
    const weight = pnl.days.size === 0 ? 0 : 1 / pnl.days.size;
    return Float64Array.from(dates, date => (pnl.days.get(date) ?? 0) * weight);
  });
  const daily = pods.map(({pnl}) => new Float64Array(count).fill(pnl.from === 'stated' ? pnl.mean : 0));
  const ofDays = stream(seed, 'impact: daily PnL');
  const times = new Float64Array(dates.length);
  for (let draw = 0; draw < count && dates.length > 0; draw++) {
    times.fill(0);
    for (let day = 0; day < dates.length; day++) {
      const at = index(ofDays, dates.length);
      times[at] = (times[at] as number) + 1;
    }
    for (const [pod, {pnl}] of pods.entries()) {
      if (pnl.from === 'stated') continue;
      const own = series[pod] as Float64Array;
      let sum = 0;
      for (let day = 0; day < times.length; day++) sum += (times[day] as number) * (own[day] as number);
      (daily[pod] as Float64Array)[draw] = sum;
    }
  }
  return {seed, count, given, daily};
}

/** The middle `LEVEL` of draws, about a figure worked out by itself. `n` is how many things were drawn from. */
export function estimateOf(mid: number, draws: Float64Array, method: string, n: number): Estimate {
  const sorted = Float64Array.from(draws).sort();
  const tail = (1 - LEVEL) / 2;
  return {low: quantileOf(sorted, tail), mid, high: quantileOf(sorted, 1 - tail), level: LEVEL, method, n};
}
