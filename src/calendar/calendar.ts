import type {Finding} from '../figure/index.ts';
import {beyondCalendar} from './finding.ts';
import type {ExchangeFacts} from './facts.ts';
import {dayNumber} from './day.ts';
import {openBefore, type OpenTime, openTimeOf, stretchAt} from './open-time.ts';
import {type Closure, type EpochMs, type OpenStretch, scheduleOf, type Session} from './session.ts';

/** The sessions of one exchange over the years that its facts cover. */
export interface Calendar {
  /** `XNYS`, `CME:equity`, `24x7`. */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** First and last day that the facts speak of, `YYYY-MM-DD`. */
  readonly covers: {readonly from: string; readonly to: string};
  readonly asOf: string;
  readonly source: string;
  /** What a reader of its figures should know. */
  readonly notes: readonly string[];
  readonly sessions: readonly Session[];
  readonly closures: readonly Closure[];
  readonly openTime: OpenTime;
}

/** Works out a calendar from facts. Throws where they contradict each other: shipped facts are ours. */
export function calendarOf(facts: ExchangeFacts): Calendar {
  const {id, name, zone, covers, asOf, source, notes = []} = facts;
  const schedule = scheduleOf(facts);
  const {sessions, closures} = schedule;
  return {id, name, zone, covers, asOf, source, notes, sessions, closures, openTime: openTimeOf(schedule)};
}

/**
 * Minutes for which the market is open between two instants, exact to the millisecond; a stretch is open from its first
 * instant until before its last. A finding where either end lies outside the facts. Throws where `to` is before `from`.
 */
export function openMinutes(calendar: Calendar, from: EpochMs, to: EpochMs): number | Finding {
  const {openTime} = calendar;
  if (!(from <= to)) throw new RangeError(`an interval from ${from} to ${to} ends before it starts`);
  if (from < openTime.from || to > openTime.to) return beyond(calendar, from, to);
  return (openBefore(openTime, to) - openBefore(openTime, from)) / 60_000;
}

/** Whether the market is open at an instant; a finding where the facts do not reach it. */
export function isOpen(calendar: Calendar, at: EpochMs): boolean | Finding {
  const {openTime} = calendar;
  if (!(at >= openTime.from && at < openTime.to)) return beyond(calendar, at, at);
  return (openTime.starts[stretchAt(openTime, at)] as number) <= at;
}

/** The open stretches between two instants, cut to them; those that touch are one. Throws as `openMinutes` does. */
export function openWithin(calendar: Calendar, from: EpochMs, to: EpochMs): readonly OpenStretch[] | Finding {
  const {openTime} = calendar;
  if (!(from <= to)) throw new RangeError(`an interval from ${from} to ${to} ends before it starts`);
  if (from < openTime.from || to > openTime.to) return beyond(calendar, from, to);
  const {starts, ends} = openTime;
  const found: {from: EpochMs; to: EpochMs}[] = [];
  for (let at = stretchAt(openTime, from); (starts[at] as number) < to; at++) {
    const stretch = {from: Math.max(from, starts[at] as number), to: Math.min(to, ends[at] as number)};
    const last = found.at(-1);
    if (last?.to === stretch.from) last.to = stretch.to;
    else found.push(stretch);
  }
  return found;
}

/** The sessions of the days from `from` to `to`, both included, `YYYY-MM-DD`. Throws where these are no days. */
export function sessions(calendar: Calendar, from: string, to: string): readonly Session[] | Finding {
  if (!(dayNumber(from) <= dayNumber(to))) throw new RangeError(`no days from "${from}" to "${to}"`);
  if (from < calendar.covers.from) return beyondCalendar(calendar, from, 'before');
  if (to > calendar.covers.to) return beyondCalendar(calendar, to, 'after');
  return calendar.sessions.filter(({date}) => date >= from && date <= to);
}

function beyond(calendar: Calendar, from: EpochMs, to: EpochMs): Finding {
  const before = !(from >= calendar.openTime.from);
  const at = before ? from : to;
  return beyondCalendar(
    calendar,
    Number.isNaN(at) ? String(at) : new Date(at).toISOString(),
    before ? 'before' : 'after',
  );
}
