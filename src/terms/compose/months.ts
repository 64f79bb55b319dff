import {Temporal} from 'temporal-polyfill';
import type {Length} from '../length.ts';

/** The month, counted from `origin`, by whose end a day has come: 1 of the day after it and of the day a month later. Below 1 of days up to it. */
export function monthOf(day: string, origin: string): number {
  const [from, to] = [Temporal.PlainDate.from(origin), Temporal.PlainDate.from(day)];
  if (Temporal.PlainDate.compare(to, from) <= 0) return 0;
  const {months, days} = from.until(to, {largestUnit: 'month'});
  return days > 0 ? months + 1 : months;
}

/** The day that is so long after another one. */
export function dayAfter(day: string, {count, unit}: Length): string {
  return Temporal.PlainDate.from(day)
    .add({[`${unit}s`]: Math.round(count)})
    .toString();
}

/** As `dayAfter`, into the past. */
export function dayBefore(day: string, {count, unit}: Length): string {
  return dayAfter(day, {count: -count, unit});
}
