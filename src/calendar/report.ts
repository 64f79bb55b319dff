import {type Finding, isFinding} from '../figure/index.ts';
import {type Calendar, sessions} from './calendar.ts';
import type {Closure, Session} from './session.ts';

/** Share of the open time that a system has to be up, for which a report says what that allows: four nines. */
const FOUR_NINES = 0.9999;

/** What somebody wants to know of a year: how long the market is open, and when it is not. */
export interface CalendarReport {
  readonly calendar: Pick<Calendar, 'id' | 'name' | 'zone' | 'covers' | 'asOf' | 'source' | 'notes'>;
  readonly year: number;
  readonly sessions: number;
  readonly minutes: number;
  readonly quarters: readonly QuarterOpen[];
  /** Sessions that open late, close early, or whose hours are not certain. */
  readonly short: readonly ShortSession[];
  readonly closures: readonly Closure[];
}

export interface QuarterOpen {
  /** `Q3`. */
  readonly quarter: string;
  readonly sessions: number;
  readonly minutes: number;
  /** Seconds of downtime in open hours that leave four nines of the quarter. */
  readonly allows: number;
}

export interface ShortSession {
  readonly date: string;
  readonly minutes: number;
  readonly early: string | null;
  readonly late: string | null;
  readonly doubt: string | null;
}

/** Sessions and open minutes of the days from `from` to `to`, both included; a finding where the facts do not reach. */
export function openDays(
  calendar: Calendar,
  from: string,
  to: string,
): {readonly sessions: number; readonly minutes: number} | Finding {
  const found = sessions(calendar, from, to);
  return isFinding(found) ? found : totalOf(found);
}

/** The open minutes of a session, without its breaks. */
export function sessionMinutes({opens}: Session): number {
  return opens.reduce((sum, {from, to}) => sum + to - from, 0) / 60_000;
}

const USUAL = new WeakMap<Calendar, number>();

/** The open minutes of the latest session that is neither cut short nor in doubt. */
export function usualSession(calendar: Calendar): number {
  const known = USUAL.get(calendar);
  if (known !== undefined) return known;
  const usual = calendar.sessions.findLast(({early, late, doubt}) => (early ?? late ?? doubt) === null);
  const minutes = usual === undefined ? Number.NaN : sessionMinutes(usual);
  USUAL.set(calendar, minutes);
  return minutes;
}

/**
 * Seconds that a system may be down in `minutes` of open time and still have been up for `uptime` of it, from 0 to 1. To the
 * microsecond: 1 - 0.9995 is a little less than 0.0005, and an outage of just the 9 minutes that 18,000 allow keeps it.
 */
export function allowedSeconds(minutes: number, uptime: number): number {
  return Number((minutes * 60 * (1 - uptime)).toFixed(6));
}

/** A year of a calendar, or a finding where the facts do not reach over all of it. */
export function calendarReport(calendar: Calendar, year: number): CalendarReport | Finding {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const found = sessions(calendar, from, to);
  if (isFinding(found)) return found;
  const {id, name, zone, covers, asOf, source, notes} = calendar;
  return {
    calendar: {id, name, zone, covers, asOf, source, notes},
    year,
    ...totalOf(found),
    quarters: [1, 2, 3, 4].map(quarter => {
      const total = totalOf(found.filter(({date}) => Math.ceil(Number(date.slice(5, 7)) / 3) === quarter));
      return {quarter: `Q${quarter}`, ...total, allows: allowedSeconds(total.minutes, FOUR_NINES)};
    }),
    short: found
      .filter(({early, late, doubt}) => (early ?? late ?? doubt) !== null)
      .map(session => ({
        date: session.date,
        minutes: sessionMinutes(session),
        early: session.early,
        late: session.late,
        doubt: session.doubt,
      })),
    closures: calendar.closures.filter(({date}) => date >= from && date <= to),
  };
}

function totalOf(found: readonly Session[]) {
  return {sessions: found.length, minutes: found.reduce((sum, session) => sum + sessionMinutes(session), 0)};
}
