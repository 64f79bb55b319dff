import type {Finding} from '../base/index.ts';
import {OPERATIONS_RULES} from '../operations/index.ts';

/** What may stand in the way of a figure, or make it doubtful. A section of docs/impact.md for each. */
export const IMPACT_RULES = [
  /** A pod that depends on a system, and of which no PnL is known. */
  'pod-without-pnl',
  /** A pod that depends on no system of the record: it loses nothing. */
  'pod-without-exposure',
  /** A pod that lost money on average: by the formula an outage would have saved some. */
  'negative-pnl',
  /** Pods of which so few days are known that their mean, and its interval, say little. */
  'few-days',
  /** An amount whose currency has no rate into that of the report. */
  'no-rate',
  /** A year's PnL beyond what any fund has made. */
  'beyond-record-year',
  /** An outage that lasts still: what it cost is a lower bound. */
  'open-outage',
  /** A period in which an exchange is never open. */
  'no-session',
  /** Costs are asked about, and the record has none of them. */
  'no-costs',
  /** A baseline that cannot be worked out. */
  'no-baseline',
  /** A baseline that was watched and hardly had an outage: its interval may be too narrow. */
  'few-outages',
  ...OPERATIONS_RULES,
] as const;
type ImpactRule = (typeof IMPACT_RULES)[number];
export type ImpactFinding = Finding<ImpactRule>;
