import {type Finding, isFinding} from '../../figure/index.ts';
import {allowedSeconds, type Calendar, sessionMinutes, sessions} from '../../calendar/index.ts';
import {dayAfter, dayIn, startOfDay} from '../../intake/index.ts';
import type {Period} from '../types.ts';

/** What an uptime clause over one quarter of a calendar allows, and whether a probe can tell. */
export interface Allowance {
  readonly calendar: string;
  /** `2026-Q3`. */
  readonly quarter: string;
  readonly sessions: number;
  /** Open minutes of the quarter. */
  readonly open: number;
  /** The clause: 0.9999. */
  readonly target: number;
  /** Minutes of downtime that still meet it. */
  readonly allowed: number;
}

/** What `target` allows in a quarter, as `2026-Q3`; a finding where the calendar does not reach it. */
export function allowanceOf(calendar: Calendar, quarter: string, target: number): Allowance | Finding {
  const {from, to} = quarterDays(quarter);
  const held = sessions(calendar, from, to);
  if (isFinding(held)) return held;
  const open = held.reduce((sum, session) => sum + sessionMinutes(session), 0);
  return {
    calendar: calendar.id,
    quarter,
    sessions: held.length,
    open,
    target,
    allowed: allowedSeconds(open, target) / 60,
  };
}

/**
 * Whether probes this far apart can show that a clause was kept. One failed probe says only that the outage lasted
 * something up to the time to its neighbours, so a step at or above what the clause allows decides nothing.
 */
export function canShow(stepSeconds: number, allowedMinutes: number): boolean {
  return stepSeconds / 60 < allowedMinutes;
}

/** The quarter that a day lies in, `YYYY-MM-DD` to `YYYY-Qn`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The last quarter that ends within the period, by the days of `zone`; where none does, the one that it ends in. */
export function lastQuarter({from, to}: Period, zone: string): string {
  const last = dayIn(to - 1, zone);
  const quarter = quarterOf(last);
  if (quarterOf(dayAfter(last)) !== quarter) return quarter;
  const begins = startOfDay(quarterDays(quarter).from, zone);
  return begins > from ? quarterOf(dayIn(begins - 1, zone)) : quarter;
}

/** The first and the last day of a quarter, `2026-Q3`. */
export function quarterDays(quarter: string): {readonly from: string; readonly to: string} {
  const [year = '', number = ''] = quarter.split('-Q');
  const last = Number(number) * 3;
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  const month = (of: number) => String(of).padStart(2, '0');
  return {from: `${year}-${month(last - 2)}-01`, to: `${year}-${month(last)}-${days}`};
}
