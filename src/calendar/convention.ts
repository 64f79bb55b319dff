import {factPlace, quantity, readFact, type Span} from '../base/index.ts';
import {read, type ReadFigure} from '../figure/index.ts';

/** A length that somebody may mean by "a day" when money is turned into money a minute. */
export interface DayLength {
  readonly id: string;
  readonly minutes: number;
  /** "the NYSE session". */
  readonly name: string;
  readonly source: string;
  /** Where the minutes stand. */
  readonly span: Span;
}

/** How many such days somebody may mean by "a year". */
export interface YearLength {
  readonly id: string;
  readonly days: number;
  readonly name: string;
  readonly source: string;
  /** Where the days stand. */
  readonly span: Span;
}

/** The day and year lengths that a figure is tried against; the first of each is the usual one. */
export interface Conventions {
  readonly days: readonly [DayLength, ...DayLength[]];
  readonly years: readonly [YearLength, ...YearLength[]];
  readonly asOf: string;
}

const FILE = 'sessions.json';

/** The conventions that ship with Parley, each with its source and its place in data/sessions.json. */
export function shippedConventions(): Conventions {
  const {asOf, days, years} = readFact(FILE) as {
    readonly asOf: string;
    readonly days: readonly Omit<DayLength, 'span'>[];
    readonly years: readonly Omit<YearLength, 'span'>[];
  };
  const placed = {
    days: days.map((day, at) => ({...day, span: factPlace(FILE, ['days', at, 'minutes'])})),
    years: years.map((year, at) => ({...year, span: factPlace(FILE, ['years', at, 'days'])})),
  };
  const [day, ...otherDays] = placed.days;
  const [year, ...otherYears] = placed.years;
  if (day === undefined || year === undefined) throw new Error(`data/${FILE} names no day or no year`);
  return {asOf, days: [day, ...otherDays], years: [year, ...otherYears]};
}

/** The minutes of a day, where they stand. */
export function minutesOf({minutes, source, span}: DayLength): ReadFigure {
  return read(quantity(minutes, 'minute/day'), span, {tier: 'published', source});
}

/** The days of a year, where they stand. */
export function daysOf({days, source, span}: YearLength): ReadFigure {
  return read(quantity(days, 'day/year'), span, {tier: 'published', source});
}
