import {day, type Prose, say} from '../../figure/index.ts';
import {dayIn} from '../../intake/index.ts';

/** How much of a record is printed. */
export interface RecordLook {
  /** Every system by every basis and every service, and not only those that need a word. */
  readonly full: boolean;
}

/** Two instants as ISO 8601: of a period the second no longer belongs to it. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The day of an instant in a zone. */
export function dayOf(instant: string, zone: string): Prose {
  return say`${day(dayIn(Date.parse(instant), zone))}`;
}

/** `2024-10-03 to 2026-09-20`: the days of two instants. */
export function daysOf({from, to}: Ends, zone: string): Prose {
  return say`${dayOf(from, zone)} to ${dayOf(to, zone)}`;
}

/** The first and the last day that belong to a period. */
export function daysWithin({from, to}: Ends, zone: string): Prose {
  return say`${dayOf(from, zone)} to ${day(dayIn(Date.parse(to) - 1, zone))}`;
}

/** `2025-03-13T00:30Z`, to the minute. */
export function minuteOf(instant: string): Prose {
  return say`${day(`${instant.slice(0, 16)}Z`)}`;
}
