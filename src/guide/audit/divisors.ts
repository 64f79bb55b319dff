import {showCount} from '../../base/index.ts';
import {type Conventions, type DayLength, daysOf, minutesOf} from '../../calendar/index.ts';
import {guideQuote, type Input, type Prose, say, styled} from '../../figure/index.ts';

/** So many minutes, and what day or year has them: what somebody may have divided by. */
export interface Divisor {
  readonly minutes: number;
  readonly words: Prose;
  /** What makes them of its inputs: `day`, `year * day`. */
  readonly formula: string;
  readonly inputs: readonly Input[];
}

/** Made once for the facts of a run: rules ask for them of every guide. */
const DAYS = new WeakMap<Conventions, readonly Divisor[]>();

/** The minutes a day may have, the usual one first. */
export function dayLengths(conventions: Conventions): readonly Divisor[] {
  const known = DAYS.get(conventions);
  if (known !== undefined) return known;
  const days = conventions.days.map(day => ({
    minutes: day.minutes,
    words: say`${minutesIn(day)} minutes, ${guideQuote(day.name)}`,
    formula: 'day',
    inputs: [dayInput(day)],
  }));
  DAYS.set(conventions, days);
  return days;
}

/** Made once, as the days are. */
const YEARS = new WeakMap<Conventions, readonly Divisor[]>();

/** The minutes a year may have: every year of every day, the usual year of the usual day first. */
export function yearLengths(conventions: Conventions): readonly Divisor[] {
  const known = YEARS.get(conventions);
  if (known !== undefined) return known;
  const years = conventions.years.flatMap(year => {
    const days = daysOf(year);
    const text = String(year.days);
    return conventions.days.map(day => ({
      minutes: year.days * day.minutes,
      words: say`${styled(days, 'written', {text})} days of ${minutesIn(day)} minutes`,
      formula: '(year * day)',
      inputs: [{name: 'year', label: 'days in the year', figure: days}, dayInput(day)],
    }));
  });
  YEARS.set(conventions, years);
  return years;
}

function dayInput(day: DayLength): Input {
  return {name: 'day', label: 'minutes in the day', figure: minutesOf(day)};
}

/** The number alone: `1,440`. */
function minutesIn(day: DayLength) {
  return styled(minutesOf(day), 'written', {text: showCount(day.minutes)});
}
