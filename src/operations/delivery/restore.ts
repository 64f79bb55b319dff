import {groupBy} from '../../base/index.ts';
import {count, type Finding, finding, say} from '../../figure/index.ts';
import {type Interval, type Period, type State, timelineOf} from '../../record/index.ts';
import {type DurationQuantiles, durationQuantiles} from './spread.ts';

const MINUTE = 60_000;

/** How long users waited, in minutes. */
export interface Restore extends DurationQuantiles {
  /** Outages that last still: each counts with its length so far, and the upper ends are as if it never ended. */
  readonly open: number;
}

/**
 * Time to restore: median minutes from the start of an outage to its end (dora-team/fourkeys takes whole hours, which
 * cannot tell five minutes from fifty). Intervals of one system that overlap are one outage, whoever tells of them; the
 * outages are those that begin in the period and are in one of `states`. Null where there are none.
 */
export function restoreOf(
  intervals: readonly Interval[],
  period: Period,
  states: readonly State[],
  level: number,
  findings: Finding[],
): Restore | null {
  const outages = outagesOf(intervals, period, states);
  const minutes = outages.map(({from, to}) => (to - from) / MINUTE);
  const open = outages.filter(({lasts}) => lasts).length;
  const spread = durationQuantiles(minutes, 'time to restore', level, findings);
  if (spread === null || open === 0) return spread === null ? null : {...spread, open};
  const message = say`time to restore: ${count(open)} of ${count(outages.length)} outages last still, so the figures are lower bounds`;
  findings.push(finding('open-incident', 'warning', message));
  // The truth lies between every open outage ending now and none ending ever.
  const endless = outages.map(({lasts}, at) => (lasts ? Infinity : (minutes[at] as number)));
  const worst = durationQuantiles(endless, 'time to restore', level, []) ?? spread;
  return {
    median: {...spread.median, high: worst.median.high},
    p90: {...spread.p90, high: worst.p90.high},
    open,
  };
}

interface Outage extends Period {
  readonly lasts: boolean;
}

function outagesOf(
  intervals: readonly Interval[],
  period: Period,
  states: readonly State[],
): readonly Outage[] {
  const hurting = intervals.filter(({state, start}) => states.includes(state) && start < period.to);
  return [...groupBy(hurting, ({system}) => system).values()].flatMap(of => {
    let [from, to] = [period.from, period.to];
    for (const {start, end} of of) {
      from = Math.min(from, start);
      to = Math.max(to, end ?? to);
    }
    const marks = of.map(one => ({...one, end: one.end ?? one.until ?? null, state: 'down' as const}));
    const opened = Math.min(...of.flatMap(({start, end}) => (end === null ? [start] : [])), Infinity);
    return timelineOf(marks, {from, to}, 'up')
      .stretches.filter(one => one.state === 'down' && one.from >= period.from && one.from < period.to)
      .map(one => ({from: one.from, to: one.to, lasts: one.to > opened}));
  });
}
