import type {Finding} from '../../base/index.ts';

/** What a reader of costs before and after has to know, or why one of the figures is not there. */
export const COST_RULES = [
  /** So few months that nothing is compared. */
  'few-months',
  /** Months left out: not known, known in part, or of the move itself. */
  'months-left-out',
  /** A scope that begins or ends within the record: beyond its ends it counts as nothing. */
  'comes-and-goes',
  /** A month without cost has no logarithm, and is no share of anything. */
  'no-cost',
  /** An amount whose currency has no rate. */
  'no-rate',
  /** What was paid has the prices in it and how much was used, beside what was done. */
  'prices-and-use',
  /** The months before the change were dearer than usual, or may have been. */
  'regression-to-mean',
  /** The day of the change was picked because the figures move there. */
  'date-from-data',
  /** Whatever else changed is in the figure. */
  'no-control',
  /** The interval holds no change at all. */
  'no-change-shown',
  /** Months so much alike that the series may wander by itself. */
  'persistent',
  /** Costs and those of the control drifted apart before. */
  'not-parallel',
] as const;
export type CostRule = (typeof COST_RULES)[number];
export type CostFinding = Finding<CostRule>;
