import {type Figure, type Finding, isFinding, measured, styled, worked} from '../figure/index.ts';
import {quantity} from '../base/index.ts';
import {type Calendar, sessions} from './calendar.ts';
import type {Closure, Session} from './session.ts';

/** Share of the open time that a system has to be up, for which a report says what that allows: four nines. */
const FOUR_NINES = 0.9999;

/** What somebody wants to know of a year: how long the market is open, and when it is not. */
export interface CalendarReport {
  readonly calendar: Pick<Calendar, 'id' | 'name' | 'zone' | 'covers' | 'asOf' | 'source' | 'notes'>;
  readonly year: number;
  readonly sessions: number;
  readonly minutes: Figure;
  readonly quarters: readonly QuarterOpen[];
  /** Sessions that open late, close early, or whose hours are not certain. */
  readonly short: readonly ShortSession[];
  readonly closures: readonly Closure[];
}

interface QuarterOpen {
  /** `Q3`. */
  readonly quarter: string;
  readonly sessions: number;
  readonly minutes: Figure;
  /** Seconds of downtime in open hours that leave four nines of the quarter. */
  readonly allows: Figure;
}

export interface ShortSession {
  readonly date: string;
  readonly minutes: Figure;
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
  // Open to everybody: whoever asks the facts of the exchange again counts the same minutes.
  const open = (minutes: number, within: {readonly from: string; readonly to: string}) =>
    measured(
      quantity(minutes, 'minute'),
      {question: {exchange: id, ...within}, period: within, sources: []},
      {tier: 'published', source: 'the facts of exchanges in data/exchanges'},
      {disclosure: 'public', style: {as: 'factor', digits: 12}},
    );
  const total = totalOf(found);
  return {
    calendar: {id, name, zone, covers, asOf, source, notes},
    year,
    sessions: total.sessions,
    minutes: open(total.minutes, {from, to}),
    quarters: [1, 2, 3, 4].map(quarter => {
      const [first, last] = [`${year}-${MONTHS[quarter - 1]}-01`, `${year}-${LAST_DAYS[quarter - 1]}`];
      const of = totalOf(found.filter(({date}) => date >= first && date <= last));
      const minutes = open(of.minutes, {from: first, to: last});
      return {quarter: `Q${quarter}`, sessions: of.sessions, minutes, allows: allowanceOf(minutes)};
    }),
    short: found
      .filter(({early, late, doubt}) => (early ?? late ?? doubt) !== null)
      .map(session => ({
        date: session.date,
        minutes: open(sessionMinutes(session), {from: session.date, to: session.date}),
        early: session.early,
        late: session.late,
        doubt: session.doubt,
      })),
    closures: calendar.closures.filter(({date}) => date >= from && date <= to),
  };
}

/** First months and last days of the quarters. */
const MONTHS = ['01', '04', '07', '10'];
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/** What a year of four nines leaves of some open minutes, in seconds. */
function allowanceOf(minutes: Figure): Figure {
  const label = 'open minutes of the quarter';
  return styled(
    worked(`minutes * 60[second/minute] * (1 - ${FOUR_NINES})`, [{name: 'minutes', label, figure: minutes}]),
    'duration',
  );
}

function totalOf(found: readonly Session[]) {
  return {sessions: found.length, minutes: found.reduce((sum, session) => sum + sessionMinutes(session), 0)};
}
