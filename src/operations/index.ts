export {busiestSessions, type Held, heldVolume} from './capacity/held.ts';
export {type CapacityOver, capacityReport, type CapacityReport} from './capacity/report.ts';
export {type ClauseConflict, type ClauseReport, clauseReports} from './clause.ts';
export type {CostChange} from './costs/jump.ts';
export {monthlyCosts, purseOf} from './costs/months.ts';
export {
  type CostComparison,
  costsReport,
  type CostsReport,
  type MonthlyCost,
  strangeScopes,
} from './costs/report.ts';
export {timedOf} from './delivery/before-after.ts';
export {type Delivery, deliveryOf} from './delivery/delivery.ts';
export {type Interruption, interruption} from './delivery/interruption.ts';
export type {LeadTime} from './delivery/lead-time.ts';
export {
  type ChangeReport,
  changeReport,
  type Compared,
  deliveryReport,
  comparedMedians,
  type ComparedMedians,
  type DeliveryReport,
  type EarlyReport,
  sidesOf,
  strangers,
} from './delivery/report.ts';
export {type SeriesStep, steps, type Timed} from './delivery/weeks.ts';
export {type EvaluationWindow, evaluationWindow} from './window.ts';
export type {Baseline, ClauseRule, Edge, OperationsAssumptions, Sourced} from './plan.ts';
export {differenceInDifferences} from './delivery/difference.ts';
