import type {Currency} from '../../base/index.ts';

/** Why a row has no part in an answer. Every row that was read is either counted here or kept. */
export const DROP_REASONS = {
  blank: 'nothing stands in the row',
  'broken line': 'the line could not be read as a row',
  duplicate: 'a later row has the same case number',
  withdrawn: 'the case was withdrawn',
  denied: 'the case was denied',
  'not certified': 'the case has another status than certified',
  'no wage': 'no wage is stated',
  'unreadable wage': 'the wage is no number above zero',
  'unknown unit': 'the unit of pay is missing or none of year, month, two weeks, week and hour',
  'range upside down': 'the upper end lies below the lower',
  'wrong unit': 'the wage is out of bounds in its unit, and which unit was meant is not certain',
  'upper end out of bounds': 'the upper end is out of bounds in the unit of the lower',
} as const;
export type DropReason = keyof typeof DROP_REASONS;

/** Five points of a set of yearly amounts; between two values a point is interpolated. */
export interface Quartiles {
  readonly n: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}

/** A full year's wages of one set of rows. */
export interface WageSet {
  /** Rows. */
  readonly n: number;
  readonly currency: Currency;
  /** The lower end of the range, or the one wage stated. */
  readonly from: Quartiles;
  /** The upper end, of the rows that state one; null where none does. */
  readonly to: Quartiles | null;
  /** Rows whose lower end is the prevailing wage itself: the least the law allows, which says nothing of the offer. */
  readonly atPrevailing: number;
  /** Rows whose unit of pay was mended. */
  readonly mended: number;
  /** Days of the first and the last decision, `YYYY-MM-DD`; null where the table has no dates. */
  readonly decided: {readonly first: string; readonly last: string} | null;
}

export interface WageGroup extends WageSet {
  /** A field of roles.json, or `other`. */
  readonly role: string;
  readonly city: string;
  readonly company: string;
}

/** Rows that fit the question and are no part of the answer: they are paid under other rules. */
export interface WageApart extends WageSet {
  readonly why: string;
}

export interface WageFile {
  readonly file: string;
  /** The sheet of a workbook; null of a text. */
  readonly sheet: string | null;
  readonly rows: number;
}

export interface Counted {
  readonly what: string;
  readonly rows: number;
}

export interface WageAnswer {
  readonly question: WageQuestion;
  readonly files: readonly WageFile[];
  /** `read` is the sum of `kept` and of every count of `dropped`. */
  readonly rows: {readonly read: number; readonly kept: number; readonly fitting: number};
  readonly dropped: readonly Counted[];
  /** Units that were mended: `Hour read as Year`. */
  readonly mended: readonly Counted[];
  /** One set for each currency. */
  readonly all: readonly WageSet[];
  /** The largest first; `groupsLeftOut` says how many smaller ones are not listed. */
  readonly groups: readonly WageGroup[];
  readonly groupsLeftOut: number;
  readonly apart: readonly WageApart[];
  /** The names under which the companies asked for were found in the files. */
  readonly employers: readonly (Counted & {readonly company: string; readonly by: string})[];
  /** Companies asked for that no row is under, and the names in the files that begin like theirs. */
  readonly unfound: readonly {readonly company: string; readonly near: readonly string[]}[];
  /** What the region asked for stands for; null where none was. */
  readonly gathered: RegionGathered | null;
  /** What was assumed of every row, for whoever would assume something else. */
  readonly assumptions: readonly WageAssumption[];
  /** What the figures are, and what they are not. */
  readonly basis: string;
}

/** The metropolitan areas that a region stands for, and the cities in which rows that fit were found. */
interface RegionGathered {
  readonly metros: readonly {
    readonly name: string;
    readonly title: string;
    readonly counties: number;
    readonly source: string;
  }[];
  readonly cities: readonly Counted[];
}

/** A bound that no data gave. */
export interface WageAssumption {
  readonly name: 'least wage' | 'ceiling' | 'window';
  /** Amounts are of a full year in `unit`; the window is a multiple of the row's own prevailing wage. */
  readonly value: number;
  readonly unit: Currency | 'prevailing wages';
  readonly basis: string;
}

/** What is asked: companies and a role as one writes them, a place. Null asks for all. */
export interface WageQuestion {
  readonly companies: readonly string[];
  readonly role: string | null;
  readonly region: string | null;
}

/** What every answer from the Department's files must say of itself. */
export const LCA_BASIS =
  'a floor, not a market median: the wages that employers certified for H-1B workers, the least that may lawfully be paid, before any bonus; FROM equal to the prevailing wage says nothing of the offer';
