import {Temporal} from 'temporal-polyfill';
import {DAY_MS, type DayNumber} from './day.ts';

/** Turns a day and a time of day of one zone into an instant: epoch milliseconds. Minutes may be negative or over a day. */
export type ZoneClock = (day: DayNumber, minutes: number) => number;

/**
 * The clock of an IANA zone between two days. It asks for the zone's transitions once, because a zoned time for each end
 * of some ten thousand sessions takes Temporal most of a second. In the hour that a zone skips or repeats it answers by
 * the offset before; no exchange opens or closes then.
 */
export function zoneClock(zone: string, from: DayNumber, to: DayNumber): ZoneClock {
  const end = (to + 2) * DAY_MS;
  let at = Temporal.Instant.fromEpochMilliseconds((from - 2) * DAY_MS).toZonedDateTimeISO(zone);
  /** From which local millisecond on an offset holds. */
  const since = [Number.NEGATIVE_INFINITY];
  const offsets = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > end) break;
    since.push(next.epochMilliseconds + Math.max(offsets.at(-1) ?? 0, next.offsetNanoseconds / 1e6));
    offsets.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
  let period = 0;
  return (day, minutes) => {
    const local = day * DAY_MS + minutes * 60_000;
    while (period > 0 && local < (since[period] as number)) period--;
    while (period + 1 < since.length && local >= (since[period + 1] as number)) period++;
    return local - (offsets[period] as number);
  };
}
