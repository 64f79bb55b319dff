import {beyondCalendar, type Calendar, type EpochMs} from '../../calendar/index.ts';
import type {Finding} from '../../figure/index.ts';
import {type Curve, weightUntil} from './curve.ts';

/**
 * A clock that runs in trading days: a session adds 1 to it, spread over its open time by a curve, and nothing is added
 * while the market is closed. On a day that closes early the curve is pressed into the shorter session: the day is still
 * a day, and each of its minutes weighs more.
 */
export interface SessionClock {
  readonly calendar: Calendar;
  readonly curve: Curve;
  /** When each session opens, in order. */
  readonly starts: Float64Array;
}

const STARTS = new WeakMap<Calendar, Float64Array>();

export function sessionClock(calendar: Calendar, curve: Curve): SessionClock {
  const known = STARTS.get(calendar);
  const starts = known ?? Float64Array.from(calendar.sessions, ({opens}) => opens[0]?.from ?? Number.NaN);
  STARTS.set(calendar, starts);
  return {calendar, curve, starts};
}

/**
 * Trading days between two instants, exactly: the sum over the open minutes of w(m), where the w of a session sum to 1.
 * A finding where the calendar does not reach them. Throws where `to` is before `from`.
 */
export function tradingDays(clock: SessionClock, from: EpochMs, to: EpochMs): number | Finding {
  const {calendar} = clock;
  const {openTime} = calendar;
  if (!(from <= to)) throw new RangeError(`an interval from ${from} to ${to} ends before it starts`);
  if (from < openTime.from || to > openTime.to) {
    const before = from < openTime.from;
    return beyondCalendar(calendar, new Date(before ? from : to).toISOString(), before ? 'before' : 'after');
  }
  const [a, b] = [reading(clock, from), reading(clock, to)];
  // Sessions and parts of a session apart, so that a minute among ten thousand days keeps its digits.
  return b.session - a.session + (b.weight - a.weight);
}

/** The last session that has opened by `at`, and how much of its weight has passed. */
function reading({calendar, curve, starts}: SessionClock, at: EpochMs): {session: number; weight: number} {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  const session = low - 1;
  const opens = calendar.sessions[session]?.opens;
  if (opens === undefined) return {session, weight: 1};
  let [whole, passed] = [0, 0];
  for (const {from, to} of opens) {
    whole += to - from;
    passed += Math.max(0, Math.min(at, to) - from);
  }
  return {session, weight: weightUntil(curve, passed / whole)};
}
