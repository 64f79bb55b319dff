import {Temporal} from 'temporal-polyfill';
import {DAY_MS, type EpochMs} from '../calendar/index.ts';
import {type Clock, type ClockReading, readClock, unreadableTime} from './clock.ts';
import {readPattern} from './pattern.ts';
import {memoized} from './remember.ts';
import {halfWidth} from './amount/numbers.ts';

export const EPOCH_UNITS = ['s', 'ms', 'us', 'ns'] as const;
export type EpochUnit = (typeof EPOCH_UNITS)[number];

/** How the times of a source are written, as far as it is said. */
export interface TimeRule {
  /** The zone of times that state none: an IANA name. Null makes such a time a fault. */
  readonly zone: string | null;
  /** A pattern for times that no standard orders: `MM/dd/yyyy HH:mm`. Every text must then be of it. */
  readonly format?: string | null;
  /** What bare numbers count since 1970. Without it their size tells, where it can. */
  readonly unit?: EpochUnit | null;
}

interface TimeFault {
  readonly ok: false;
  readonly rule: 'bad-row' | 'unclear-time';
  /** Lower case, with the value. */
  readonly message: string;
  readonly hint: string;
}
export type InstantReading = {readonly ok: true; readonly at: EpochMs} | TimeFault;
export type DayReading = {readonly ok: true; readonly day: string} | TimeFault;

/**
 * The instant that `value` names, in whole milliseconds (a finer part is cut off). Reads ISO 8601, RFC 2822, dates with
 * the month as a word, seconds to nanoseconds since 1970, and whatever pattern is said. A plain date is its first
 * moment in the zone. Nothing is guessed: 03/04/2025 without a pattern, a time without a zone and an hour that the
 * zone skips or repeats are faults.
 */
export function readInstant(value: unknown, rule: TimeRule): InstantReading {
  const counted = typeof value === 'number' || typeof value === 'bigint';
  if (!counted && typeof value !== 'string') return unreadableTime(value);
  const text = halfWidth(String(value)).trim();
  if (counted && !rule.format) return fromNumber(text, Number(value), rule);
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text) && !rule.format) return fromNumber(text, Number(text), rule);
  const reading = clockOf(text, rule);
  return reading.ok ? place(reading.clock, text, rule) : reading;
}

/** The day that `value` names, as `YYYY-MM-DD`. A time of day without a zone is left aside; one with a zone is a fault. */
export function readDay(value: unknown, rule: TimeRule): DayReading {
  const digits = typeof value === 'number' && Boolean(rule.format);
  if (!digits && typeof value !== 'string') return dayFault(value);
  const text = halfWidth(String(value)).trim();
  const reading = clockOf(text, rule);
  if (!reading.ok) return rule.format ? reading : dayFault(text, reading);
  const {clock} = reading;
  if (clock.offset !== null || clock.zone !== null) {
    const message = `${JSON.stringify(text)} is an instant, expected a day`;
    return {ok: false, rule: 'bad-row', message, hint: 'map it as at in the place of date'};
  }
  const day = dayOf(clock);
  return day === null ? noSuchDay(text) : {ok: true, day};
}

/** What is said of what is no day; of the number of one, that its cell should look like a day. */
function dayFault(value: unknown, said: TimeFault = unreadableTime(value)): TimeFault {
  return /^\d{5}(?:\.\d+)?$/.test(String(value)) ? {...said, hint: SERIAL} : said;
}

/** The day on which `at` falls in `zone`, as `YYYY-MM-DD`. */
export function dayIn(at: EpochMs, zone: string): string {
  const days = usualDays(zone);
  const utc = Math.floor(at / DAY_MS);
  for (const near of [utc, utc - 1, utc + 1]) {
    const usual = days(near);
    if (usual !== null && at >= usual.from && at < usual.from + DAY_MS) return usual.day;
  }
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Days since 1970, to within the years that have four digits. */
const FARTHEST_DAY = 700_000;

/**
 * A day of 24 hours from midnight on, on which no clock is put forward or back: nearly every day. The day after it has 24
 * hours as well: a clock put back a minute after midnight, as in St. John's until 2011, shows the day before once more.
 */
interface UsualDay {
  readonly day: string;
  readonly from: EpochMs;
}

/** The usual days of a zone by their number since 1970; null for any other. Asking a calendar takes fifty times as long. */
const usualDays = memoized((zone: string) => {
  const starts = memoized((number: number) => startOfDay(dayOfNumber(number), zone));
  return memoized((number: number): UsualDay | null => {
    if (Math.abs(number) > FARTHEST_DAY) return null;
    const from = starts(number);
    const next = starts(number + 1);
    const usual = next - from === DAY_MS && starts(number + 2) - next === DAY_MS;
    return usual ? {day: dayOfNumber(number), from} : null;
  });
});

function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The first moment of a day, `YYYY-MM-DD`, in `zone`: not always midnight. */
export function startOfDay(day: string, zone: string): EpochMs {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The day after `day`, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({days: 1}).toString();
}

/** Whether `name` is a time zone: an IANA name. */
export function isZone(name: string): boolean {
  if (!/^(?:UTC|[A-Z][A-Za-z]*(?:[/_+-][A-Za-z0-9]+)+)$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function clockOf(text: string, rule: TimeRule): ClockReading {
  return rule.format ? readPattern(text, rule.format) : readClock(text);
}

/** The digits before the point that a time since 1970 has in each unit, from September 2001 to November 2286. */
const DIGITS: Readonly<Record<number, EpochUnit>> = {10: 's', 13: 'ms', 16: 'us', 19: 'ns'};
/** Those before the point of a day as spreadsheets count them, from 1927 to 2173. */
const DIGITS_OF_SERIAL = 5;
const SERIAL =
  'if it is a day of a spreadsheet, give its column a date format and save it again; else say timeUnit';
/** By how many places the point moves for milliseconds. */
const TO_MS: Readonly<Record<EpochUnit, number>> = {s: 3, ms: 0, us: -3, ns: -6};
/** The last instant that Temporal holds, in milliseconds on either side of 1970. */
const LAST_MS = 8.64e15;

function fromNumber(text: string, value: number, rule: TimeRule): InstantReading {
  const digits = Number.isFinite(value) ? String(Math.trunc(Math.abs(value))).length : 0;
  const unit = rule.unit ?? DIGITS[digits];
  if (unit === undefined) {
    const hint =
      digits === DIGITS_OF_SERIAL
        ? SERIAL
        : 'say timeUnit: s, ms, us or ns, or the timeFormat where the digits are a date';
    return {ok: false, rule: 'unclear-time', message: `${text} may count anything since 1970`, hint};
  }
  // Moved as text: dividing 1700000000.123 by powers of ten would leave dust behind.
  const moved = Math.floor(Number(/e/i.test(text) ? value * 10 ** TO_MS[unit] : `${text}e${TO_MS[unit]}`));
  if (Number.isFinite(moved) && Math.abs(moved) <= LAST_MS) return {ok: true, at: moved};
  const hint = 'check timeUnit: s, ms, us or ns';
  return {ok: false, rule: 'bad-row', message: `${text} ${unit} since 1970 is beyond any calendar`, hint};
}

/** Puts what a clock showed on the line of time. */
function place(clock: Clock, text: string, rule: TimeRule): InstantReading {
  if (clock.offset !== null && clock.zone === null) {
    const utc = utcOf(clock);
    if (utc !== null) return {ok: true, at: utc - clock.offset};
  }
  const usual = clock.offset === null ? onUsualDay(clock, clock.zone ?? rule.zone) : null;
  if (usual !== null) return {ok: true, at: usual};
  const plain = plainOf(clock);
  if (plain === null) return noSuchDay(text);
  const asUtc = plain.toZonedDateTime('UTC').epochMilliseconds;
  if (clock.offset !== null) {
    const at = asUtc - clock.offset;
    if (clock.zone === null || !isZone(clock.zone)) return {ok: true, at};
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(clock.zone);
    if (there.offsetNanoseconds / 1e6 === clock.offset) return {ok: true, at};
    const message = `${JSON.stringify(text)} has an offset that ${clock.zone} does not have then`;
    return {ok: false, rule: 'unclear-time', message, hint: 'leave one of the two out'};
  }
  const zone = clock.zone ?? rule.zone;
  if (zone === null) {
    const message = `${JSON.stringify(text)} states no zone`;
    const hint = 'say zone in record.yaml, as zone: America/New_York, or UTC';
    return {ok: false, rule: 'unclear-time', message, hint};
  }
  if (!isZone(zone)) {
    const hint = 'write an IANA name, as America/New_York, or UTC';
    return {ok: false, rule: 'unclear-time', message: `${zone} is not a time zone`, hint};
  }
  // A plain date is a day, and a day that skips midnight begins later.
  if (clock.hour === null) return {ok: true, at: plain.toPlainDate().toZonedDateTime(zone).epochMilliseconds};
  const earlier = plain.toZonedDateTime(zone, {disambiguation: 'earlier'}).epochMilliseconds;
  const later = plain.toZonedDateTime(zone, {disambiguation: 'later'}).epochMilliseconds;
  if (earlier === later) return {ok: true, at: earlier};
  const shown = Temporal.Instant.fromEpochMilliseconds(earlier).toZonedDateTimeISO(zone).toPlainDateTime();
  const twice = Temporal.PlainDateTime.compare(shown, plain) === 0;
  const message = `${JSON.stringify(text)} is an hour that ${zone} ${twice ? 'has twice' : 'skips'} that day`;
  return {ok: false, rule: 'unclear-time', message, hint: 'write the offset, as -05:00, or export in UTC'};
}

/** The instant of a clock on a usual day of `zone`; null on any other, and for a clock or a zone that there is not. */
function onUsualDay(clock: Clock, zone: string | null): EpochMs | null {
  const utc = utcOf({...clock, hour: clock.hour ?? 0});
  if (utc === null || zone === null || !knownZone(zone)) return null;
  const number = Math.floor(utc / DAY_MS);
  const usual = usualDays(zone)(number);
  return usual === null ? null : usual.from + utc - number * DAY_MS;
}

const knownZone = memoized(isZone);

/**
 * The clock as if it hung in Greenwich, where no calendar is needed to tell; null where one is. Most times are of this
 * kind, and a calendar takes fifty times as long.
 */
function utcOf({year, month, day, hour, minute, second, millisecond, weekday}: Clock): EpochMs | null {
  // Date takes the years before 100 for those of the last century, and lets 24:61 run over into the next day.
  if (year < 100 || hour === null || hour > 23 || minute > 59 || second > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const shown = new Date(at);
  const same = shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day;
  return same && (weekday === null || (shown.getUTCDay() || 7) === weekday) ? at : null;
}

function plainOf(clock: Clock): Temporal.PlainDateTime | null {
  const {year, month, day, hour, minute, second, millisecond} = clock;
  // ISO 8601 ends a day with 24:00, which begins the next.
  const isEnd = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
  // Temporal too counts a leap second as the one before it.
  const fields = {
    year,
    month,
    day,
    hour: isEnd ? 0 : (hour ?? 0),
    minute,
    second: second === 60 ? 59 : second,
    millisecond,
  };
  try {
    const plain = Temporal.PlainDateTime.from(fields, {overflow: 'reject'});
    if (clock.weekday !== null && clock.weekday !== plain.dayOfWeek) return null;
    return isEnd ? plain.add({days: 1}) : plain;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function dayOf(clock: Clock): string | null {
  const utc = clock.year > 9999 ? null : utcOf({...clock, hour: clock.hour ?? 0});
  if (utc !== null) return new Date(utc).toISOString().slice(0, 10);
  return plainOf(clock)?.toPlainDate().toString() ?? null;
}

function noSuchDay(text: string): TimeFault {
  const message = `${JSON.stringify(text.slice(0, 60))} is on no calendar`;
  return {ok: false, rule: 'bad-row', message, hint: 'check the day, the month, the weekday and the hour'};
}
