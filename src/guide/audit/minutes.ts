import {showNumber} from '../../base/index.ts';
import type {Conventions} from '../../calendar/index.ts';

/** So many minutes, and what day or year has them: what somebody may have divided by. */
export interface Minutes {
  readonly minutes: number;
  readonly words: string;
}

/** Made once for the facts of a run: rules ask for them of every guide. */
const DAYS = new WeakMap<Conventions, readonly Minutes[]>();

/** The minutes a day may have, the usual one first. */
export function daysOf(conventions: Conventions): readonly Minutes[] {
  const known = DAYS.get(conventions);
  if (known !== undefined) return known;
  const days = conventions.days.map(({minutes, name}) => ({
    minutes,
    words: `${showNumber(minutes)} minutes, ${name}`,
  }));
  DAYS.set(conventions, days);
  return days;
}

/** Made once, as the days are. */
const YEARS = new WeakMap<Conventions, readonly Minutes[]>();

/** The minutes a year may have: every year of every day, the usual year of the usual day first. */
export function yearsOf(conventions: Conventions): readonly Minutes[] {
  const known = YEARS.get(conventions);
  if (known !== undefined) return known;
  const years = conventions.years.flatMap(year =>
    conventions.days.map(day => ({
      minutes: year.days * day.minutes,
      words: `${year.days} days of ${showNumber(day.minutes)} minutes`,
    })),
  );
  YEARS.set(conventions, years);
  return years;
}
