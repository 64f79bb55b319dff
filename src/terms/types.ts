import type {Component, Currency, Disclosure, Evidence, Span} from '../base/index.ts';

/** One promise of pay, as a letter or a voice on the telephone put it. */
export interface Term {
  readonly component: Exclude<Component, 'total'>;
  /** Null for a participation stated as a share only. */
  readonly amount: number | null;
  readonly currency: Currency;
  readonly per: 'year' | 'quarter' | 'month' | 'once';
  /** Null where nobody has said: unknown is a third state. */
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
}

/** What one party has put on the table, or what today's job pays. */
export interface Offer {
  /** The file's name without its ending. */
  readonly id: string;
  readonly party: string;
  /** `target` the firm we negotiate with, `competing` another firm, `current` today's job. */
  readonly kind: 'target' | 'competing' | 'current';
  readonly role: string | null;
  readonly region: string | null;
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
