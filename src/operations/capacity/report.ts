import {type Finding, isFinding} from '../../figure/index.ts';
import {exchange, sessions} from '../../calendar/index.ts';
import {dayIn} from '../../intake/index.ts';
import {
  type OperationalRecord,
  type Period,
  type RecordSpec,
  type RecordReport,
  stepOf,
} from '../../record/index.ts';
import type {CapacityPlan, OperationsAssumptions} from '../plan.ts';
import {type Headroom, headroomOf} from './headroom.ts';
import {type Busiest, busiestSessions, type Held, heldVolume} from './held.ts';
import {dailyPeaks} from './peaks.ts';

/** Whether a system held a multiple of its usual volume, and how near it came to what it can carry. */
export interface CapacityReport {
  readonly system: string;
  readonly multiple: number;
  /** The exchange in whose sessions volume is counted. */
  readonly exchange: string;
  /** Seconds between two probes of the system; null where nobody probed. */
  readonly step: number | null;
  readonly own: CapacityOver;
  /** The time of the record before that which is judged; null where the record begins with it. */
  readonly before: CapacityOver | null;
}

export interface CapacityOver {
  readonly period: Period;
  /** The tenth of the sessions that carried most; without the list of them all. */
  readonly busiest: Omit<Busiest, 'sessions'> & {readonly of: number};
  readonly held: Held;
  readonly headroom: Headroom;
}

/** Every tenth session, by volume. */
const BUSIEST = 0.1;
/** Days of the return level: about a year of sessions. */
const YEAR = 250;

/**
 * Holds the claim of `plan` against the period that is judged, and against what the record has before it, each by its own
 * median session. A finding where the calendar does not reach.
 */
export function capacityReport(
  record: OperationalRecord,
  report: RecordReport,
  recordPlan: RecordSpec,
  {exchange: named}: OperationsAssumptions,
  {system, multiple}: CapacityPlan,
  {period, covers}: {readonly period: Period; readonly covers: Period},
): CapacityReport | Finding {
  const calendar = exchange(named ?? recordPlan.calendars[0] ?? '24x7');
  if (isFinding(calendar)) return {...calendar, rule: 'calendar'};
  const loads = record.loads.filter(one => one.system === system).toSorted((a, b) => a.at - b.at);
  const timeline = report.systems.find(one => one.system === system)?.timelines.counted;
  const step = stepOf(record, recordPlan, [system]);
  const over = ({from, to}: Period): CapacityOver | Finding => {
    const held = sessions(calendar, dayIn(from, calendar.zone), dayIn(to - 1, calendar.zone));
    if (isFinding(held)) return {...held, rule: 'calendar'};
    const within = loads.filter(({at}) => at >= from && at < to);
    const unseen = {period: {from, to}, stretches: []};
    const {sessions: all, ...busiest} = busiestSessions(held, within, timeline ?? unseen, BUSIEST);
    return {
      period: {from, to},
      busiest: {...busiest, of: all.length},
      held: heldVolume({...busiest, sessions: all}, multiple, step),
      headroom: headroomOf(dailyPeaks(within, calendar.zone), {every: YEAR}),
    };
  };
  const own = over(period);
  if ('rule' in own) return own;
  const before = covers.from < period.from ? over({from: covers.from, to: period.from}) : null;
  if (before !== null && 'rule' in before) return before;
  return {system, multiple, exchange: calendar.id, step, own, before};
}
