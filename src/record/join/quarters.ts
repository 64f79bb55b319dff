import {DAY_MS} from '../../calendar/index.ts';
import {dayIn, startOfDay} from '../../intake/index.ts';
import type {Period} from '../types.ts';
import {quarterOf} from './clause.ts';

export interface Quarter extends Period {
  readonly quarter: string;
  /** Whether all of it is judged. */
  readonly whole: boolean;
}

/** The quarters that a period touches, each from the first midnight to the last of a zone. */
export function quartersOf({from, to}: Period, zone: string): readonly Quarter[] {
  const found: Quarter[] = [];
  const [year = 0, month = 1] = dayIn(from, zone).split('-').map(Number);
  for (let number = 4 * year + Math.floor((month - 1) / 3); ; number++) {
    const start = startOfDay(firstDay(number), zone);
    if (start >= to) return found;
    const end = startOfDay(firstDay(number + 1), zone);
    // The days of the record and those of the exchange may begin some hours apart.
    const whole = start >= from - DAY_MS && end <= to + DAY_MS;
    found.push({
      quarter: quarterOf(firstDay(number)),
      from: Math.max(start, from),
      to: Math.min(end, to),
      whole,
    });
  }
}

/** How many of these began in each quarter that is whole. */
export function countsByQuarter(
  events: readonly {readonly from: number}[],
  within: Period,
  zone: string,
): readonly number[] {
  return quartersOf(within, zone)
    .filter(({whole}) => whole)
    .map(({from, to}) => events.filter(one => one.from >= from && one.from < to).length);
}

/** The first day of a quarter, counted from the first of the year 0. */
function firstDay(number: number): string {
  return `${Math.floor(number / 4)}-${String(3 * (number % 4) + 1).padStart(2, '0')}-01`;
}
