import type {Component, Currency, Disclosure, Evidence, Span} from '../base/index.ts';
import type {Known} from '../figure/index.ts';
import type {Exit} from './contract/contract.ts';
import type {Length} from './length.ts';

/** How often something is paid. */
export type PayEvery = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'once';

/** One promise of pay, as a letter or a voice on the telephone put it. */
export interface Term {
  readonly component: Exclude<Component, 'total'>;
  /** The sum that is meant: of a range its low end, of a bonus its target. Null for a participation stated as a share only. */
  readonly amount: number | null;
  readonly currency: Currency;
  readonly per: PayEvery;
  /** Whether all of it is; null where nobody has said: unknown is a third state. */
  readonly guaranteed: boolean | null;
  /** Whether it stands in writing; null where unknown. */
  readonly written: boolean | null;
  /** A share of something (2 means 2%), with what it is a share of; null for plain money. */
  readonly share: {readonly percent: number; readonly of: string} | null;
  readonly condition: string | null;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  readonly span: Span;
  /** Where the amount and the percent of the share stand, each by itself. */
  readonly places: {readonly amount: Span | null; readonly share: Span | null};
  /** What else the term says; absent where it says no more. */
  readonly more?: TermMore;
}

/** Years of service, both ends included: 2 to null is from the second on. */
export interface Years {
  readonly from: number;
  readonly to: number | null;
}

/** A test on what happens in a period: one of the two bounds at least. */
export interface TermTest {
  readonly what: 'uptime' | 'longestIncident' | 'deploymentTime' | 'cost' | 'tenure';
  readonly atLeast: Known | null;
  readonly atMost: Known | null;
}

/** How something becomes mine: on named days, or by a rule. */
export type Vesting =
  | {readonly by: 'days'; readonly days: readonly VestingDay[]}
  | {
      readonly by: 'rule';
      readonly over: Length;
      /** The share of each year; null for equal parts. */
      readonly parts: readonly Known[] | null;
      readonly every: 'month' | 'quarter' | 'year';
      readonly cliff: Length | null;
      readonly from: string | null;
    };

export interface VestingDay {
  readonly on: string;
  readonly units: Known | null;
  /** Of the whole. */
  readonly part: Known | null;
}

/** What a term may say beyond a sum and its period. What it does not say is null, an empty list, or for a number absent. */
export interface TermMore {
  readonly numbers: Readonly<Partial<Record<TermNumber, Known>>>;
  /** `2x` of the target, where the most is stated so. */
  readonly upToTimes: Known | null;
  readonly guaranteedYears: Years | null;
  readonly years: Years | null;
  readonly scope: 'book' | 'pod' | 'strategy' | 'firm' | 'protected' | null;
  readonly netting: 'within' | 'across' | null;
  readonly costs: 'none' | 'trading' | 'desk' | 'all' | null;
  readonly carry: 'none' | 'forward' | 'highWater' | null;
  readonly escalator: {readonly points: Known; readonly every: 'quarter' | 'year'} | null;
  readonly when: readonly TermTest[];
  readonly measuredBy: string | null;
  readonly metric: string | null;
  readonly rota: string | null;
  readonly by: string | null;
  readonly startBy: string | null;
  readonly paid: string | null;
  readonly needs: 'employed' | 'notUnderNotice' | null;
  readonly vesting: Vesting | null;
  readonly into: 'cash' | 'fund' | null;
  readonly window: Length | null;
  readonly lostOn: readonly Exit[] | null;
  readonly repay: {
    readonly full: Length;
    readonly until: Length | null;
    readonly on: readonly Exit[] | null;
    readonly gross: boolean | null;
  } | null;
  readonly length: Length | null;
  readonly receipts: boolean | null;
}

/** The numbers of a term beside its amount and its share. */
export type TermNumber =
  /** The high end of a range, or the most it can come to. */
  | 'upTo'
  /** The part that is guaranteed. */
  | 'guaranteed'
  /** How many of its periods there are in a year. */
  | 'times'
  /** What a share is of comes to in a year. */
  | 'comesTo'
  | 'above'
  | 'units'
  | 'price'
  | 'strike'
  | 'fairValue'
  | 'preferred'
  | 'fullyDiluted'
  /** What the whole company was valued at, with the money that came in. */
  | 'valuation'
  /** What I pay in myself, of base. */
  | 'own'
  | 'days';

/** What one party has put on the table, or what today's job pays. */
export interface Offer {
  /** The file's name without its ending. */
  readonly id: string;
  readonly party: string;
  /** `target` the firm we negotiate with, `competing` another firm, `current` today's job. */
  readonly kind: 'target' | 'competing' | 'current';
  readonly role: string | null;
  readonly level: string | null;
  readonly region: string | null;
  /** In words, or days a week: what of the work may be done elsewhere. */
  readonly remote: string | null;
  /** The first day of work, `YYYY-MM-DD`; of today's job, the day it began. */
  readonly start: string | null;
  /** The day it was made, `YYYY-MM-DD`. */
  readonly made: string | null;
  readonly expires: string | null;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  /** Yes-or-no facts that a walk-away may hang on: `cross-pod infrastructure scope: true`. Absent is unknown. */
  readonly scope: readonly {readonly text: string; readonly included: boolean}[];
  readonly terms: readonly Term[];
  readonly span: Span;
}
