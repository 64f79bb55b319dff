import {almanacOf, weekdayTest} from './almanac.ts';
import {type DayNumber, dayNumber, dayText} from './day.ts';
import type {ClockHours, ClosureKind, DatedHours, ExchangeFacts, ShortDay} from './facts.ts';
import {zoneClock} from './zone.ts';

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** Open from `from` until before `to`. */
export interface OpenStretch {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** A day of trading. */
export interface Session {
  /** The trading day, `YYYY-MM-DD`; a session that opens on the evening before bears the day on which it closes. */
  readonly date: string;
  /** One stretch, or more where a lunch break or a halt splits the session. */
  readonly opens: readonly OpenStretch[];
  /** Why it closes earlier than usual, or null. */
  readonly early: string | null;
  /** Why it opens later than usual, or null. */
  readonly late: string | null;
  /** Why these hours are not certain, or null. */
  readonly doubt: string | null;
}

/** A day of the exchange's week without a session. */
export interface Closure {
  readonly date: string;
  readonly name: string;
  readonly kind: ClosureKind;
  readonly doubt: string | null;
}

/** Everything that the facts say, worked out: what is open when, and what is not. */
export interface Schedule {
  readonly sessions: readonly Session[];
  readonly closures: readonly Closure[];
  /** What the facts speak of: from this instant until before that one. */
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Works out the sessions of an exchange. Throws where its facts contradict each other or cannot be read. */
export function scheduleOf(facts: ExchangeFacts): Schedule {
  const [from, to] = [dayNumber(facts.covers.from), dayNumber(facts.covers.to)];
  if (!(from <= to)) throw new Error(`${facts.id}: covers ${facts.covers.from} to ${facts.covers.to}`);
  const almanac = almanacOf(facts);
  const isWeekday = weekdayTest(facts);
  const clock = zoneClock(facts.zone, from, to);
  const hoursOn = hoursReader(facts);
  const sessions: Session[] = [];
  const closures: Closure[] = [];
  for (let day = from; day <= to; day++) {
    if (!isWeekday(day)) continue;
    const marked = almanac.get(day);
    if (marked?.short === false) {
      const {name, kind = 'holiday', doubt = null} = marked.fact;
      closures.push({date: dayText(day), name, kind, doubt});
      continue;
    }
    const usual = hoursOn(day);
    const hours = marked === undefined ? usual : shortHours(facts, usual, marked.fact, day);
    const early = lastOf(hours)[1] < lastOf(usual)[1];
    const late = (hours[0] as Minutes)[0] > (usual[0] as Minutes)[0];
    sessions.push({
      date: dayText(day),
      opens: hours.map(([open, close]) => ({from: clock(day, open), to: clock(day, close)})),
      early: early ? (marked?.fact.name ?? null) : null,
      late: late ? (marked?.fact.name ?? null) : null,
      doubt: marked?.fact.doubt ?? null,
    });
  }
  checkOrder(facts, sessions);
  return {
    sessions,
    closures,
    from: clock(from, eveningBefore(hoursOn(from))),
    to: clock(to + 1, eveningBefore(hoursOn(to))),
  };
}

type Minutes = readonly [from: number, to: number];

/** The usual hours of a day, in minutes from its midnight. */
function hoursReader(facts: ExchangeFacts): (day: DayNumber) => readonly Minutes[] {
  const periods = facts.hours.map(({from, open}: DatedHours) => ({
    from: dayNumber(from),
    open: open.map(stretch => minutesOf(facts, stretch)),
  }));
  if (periods.some(({from}, at) => !(from > (periods[at - 1]?.from ?? Number.NEGATIVE_INFINITY))))
    throw new Error(`${facts.id}: hours are not in the order of their days`);
  let at = 0;
  return day => {
    while (at > 0 && day < (periods[at]?.from ?? 0)) at--;
    while (day >= (periods[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at++;
    const period = periods[at];
    if (period === undefined || !(day >= period.from))
      throw new Error(`${facts.id}: no hours for ${dayText(day)}`);
    return period.open;
  };
}

function minutesOf(facts: ExchangeFacts, [from, to]: ClockHours): Minutes {
  return [timeOfDay(facts, from), timeOfDay(facts, to)];
}

function timeOfDay(facts: ExchangeFacts, text: string): number {
  const parts = /^(previous )?(\d\d):(\d\d)$/.exec(text);
  if (parts === null) throw new Error(`${facts.id}: "${text}" is no time of day such as 09:30`);
  return Number(parts[2]) * 60 + Number(parts[3]) - (parts[1] === undefined ? 0 : 24 * 60);
}

function shortHours(
  facts: ExchangeFacts,
  usual: readonly Minutes[],
  fact: ShortDay,
  day: DayNumber,
): readonly Minutes[] {
  const open = fact.open === undefined ? Number.NEGATIVE_INFINITY : timeOfDay(facts, fact.open);
  const close = fact.close === undefined ? Number.POSITIVE_INFINITY : timeOfDay(facts, fact.close);
  const hours =
    fact.hours?.map(stretch => minutesOf(facts, stretch)) ??
    usual.flatMap(([from, to]): Minutes[] => {
      const cut: Minutes = [Math.max(from, open), Math.min(to, close)];
      return cut[0] < cut[1] ? [cut] : [];
    });
  if (hours.length === 0 || JSON.stringify(hours) === JSON.stringify(usual))
    throw new Error(`${facts.id}: "${fact.name}" on ${dayText(day)} does not shorten the session`);
  return hours;
}

function lastOf(hours: readonly Minutes[]): Minutes {
  return hours.at(-1) as Minutes;
}

/** How far before midnight a session opens, in minutes: none, or negative. */
function eveningBefore(hours: readonly Minutes[]): number {
  return Math.min(0, hours[0]?.[0] ?? 0);
}

function checkOrder(facts: ExchangeFacts, sessions: readonly Session[]): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const {date, opens} of sessions)
    for (const {from, to} of opens) {
      if (!(from >= end && to > from)) throw new Error(`${facts.id}: ${date} opens before it has closed`);
      end = to;
    }
}
