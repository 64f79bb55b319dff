import {DAY_MS} from '../calendar/index.ts';
import {dayIn, startOfDay} from '../intake/index.ts';
import type {Period} from './types.ts';

/** A month, `2025-03`, or the part of it that belongs to a period. */
export interface Month extends Period {
  readonly month: string;
}

/** The months of a period as the clocks of `zone` count them, the first and the last cut to the period. */
export function monthsOf({from, to}: Period, zone: string): readonly Month[] {
  const months: Month[] = [];
  for (let month = dayIn(from, zone).slice(0, 7), start = from; start < to; ) {
    const next = monthAfter(month);
    const end = Math.min(startOfDay(`${next}-01`, zone), to);
    months.push({month, from: start, to: end});
    [month, start] = [next, end];
  }
  return months;
}

/** `2025-02-28` of `2025-02`. */
export function lastDayOf(month: string): string {
  return new Date(Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** `2025-04` of `2025-03`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [nextYear, nextNumber] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(nextNumber).padStart(2, '0')}`;
}
