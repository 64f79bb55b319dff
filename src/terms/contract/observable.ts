/** Whose profit and loss. `protected` is what outages that did not happen would have cost. */
export type PnlScope = 'book' | 'pod' | 'strategy' | 'firm' | 'protected';

/** What is taken off a PnL before a share of it is paid; null where the letter does not say. */
export interface PnlBase {
  readonly scope: PnlScope;
  /** Whether one pod's loss takes from another's profit: `within` a pod only, or `across` them. */
  readonly netting: 'within' | 'across' | null;
  readonly costs: 'none' | 'trading' | 'desk' | 'all' | null;
  /** Whether a loss has to be earned back first. Of PnL that adds up, a high-water mark is the same thing. */
  readonly carry: 'none' | 'forward' | 'highWater' | null;
}

/** What is looked up in the world, over the period that the contract is in: a quarter of a schedule, the year of a bonus. */
export type Observed =
  /** Base pay in the period, in the currency of the contract. */
  | {readonly is: 'base'}
  | ({readonly is: 'pnl'} & PnlBase)
  /** Share of market minutes up, from 0 to 1. */
  | {readonly is: 'uptime'}
  /** The longest incident in market hours, in minutes; 0 where there was none. */
  | {readonly is: 'longestIncident'}
  /** Minutes from commit to production. */
  | {readonly is: 'deploymentTime'}
  /** What the systems cost, in the currency of the contract. */
  | {readonly is: 'cost'}
  /** A price at the end of the period over the one at its beginning. */
  | {readonly is: 'price'; readonly of: 'share' | 'fund'}
  /** Units of the contract's currency that one of another is worth. */
  | {readonly is: 'fx'; readonly from: string};

/** A number that somebody stated: the one at place `at` among the figures of the terms, so that what is worked out from it can say so. */
export interface Stated {
  readonly is: 'stated';
  readonly value: number;
  readonly at: number;
}

/** A share or a sum that hangs on nothing. */
export type Fraction = number | Stated;

export function numberOf(of: Fraction): number {
  return typeof of === 'number' ? of : of.value;
}

/** A number that may hang on what happens. Plain data: it can be stored, compared and shown. */
export type Observable =
  | number
  | Stated
  | Observed
  /** Months since the first day. */
  | {readonly is: 'tenure'}
  /** Periods of so many months, from the first day to the end of this one, in which the test held. */
  | {readonly is: 'count'; readonly every: number; readonly test: Predicate}
  | {readonly is: 'sum' | 'product' | 'min' | 'max'; readonly of: readonly Observable[]};

export type Predicate =
  | {readonly is: 'atLeast' | 'atMost'; readonly what: Observable; readonly bound: Observable}
  | {readonly is: 'both' | 'either'; readonly of: readonly Predicate[]}
  | {readonly is: 'not'; readonly test: Predicate};
