import {readFact} from '../base/index.ts';

/** A length that somebody may mean by "a day" when money is turned into money a minute. */
export interface DayLength {
  readonly id: string;
  readonly minutes: number;
  /** "the NYSE session". */
  readonly name: string;
  readonly source: string;
}

/** How many such days somebody may mean by "a year". */
export interface YearLength {
  readonly id: string;
  readonly days: number;
  readonly name: string;
  readonly source: string;
}

/** The day and year lengths that a figure is tried against; the first of each is the usual one. */
export interface Conventions {
  readonly days: readonly [DayLength, ...DayLength[]];
  readonly years: readonly [YearLength, ...YearLength[]];
  readonly asOf: string;
}

/** The conventions that ship with Parley, each with its source. */
export function shippedConventions(): Conventions {
  return readFact('sessions.json') as Conventions;
}
