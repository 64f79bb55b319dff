import type {Finding} from '../../base/index.ts';
import {CHANGE_RULES} from '../change-rules.ts';

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
  ...CHANGE_RULES,
] as const;
type CostRule = (typeof COST_RULES)[number];
export type CostFinding = Finding<CostRule>;
