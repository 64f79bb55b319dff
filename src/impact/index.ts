export type * from './assumption.ts';
export type * from './at-risk.ts';
export {CAPACITY_RULES, type CapacityFinding, type CapacityRule} from './capacity/finding.ts';
export * from './capacity/headroom.ts';
export * from './capacity/held.ts';
export * from './capacity/peaks.ts';
export type * from './capacity/report.ts';
export type * from './clause.ts';
export {COST_RULES, type CostFinding, type CostRule} from './costs/finding.ts';
export {type CostChange, FEWEST_MONTHS} from './costs/jump.ts';
export {type MonthlyCosts, monthlyCosts, type Purse, purseOf} from './costs/months.ts';
export * from './costs/report.ts';
export * from './credit.ts';
export * from './delivery/before-after.ts';
export * from './delivery/delivery.ts';
export * from './delivery/difference.ts';
export * from './delivery/early.ts';
export type {ChangeFailure} from './delivery/failure.ts';
export {
  DELIVERY_RULES,
  type DeliveryFinding,
  type DeliveryRule,
} from './delivery/finding.ts';
export type {Frequency, FrequencyClass} from './delivery/frequency.ts';
export {FEWEST_STEPS, type Interruption, interruption, judge} from './delivery/interruption.ts';
export type {LeadTime} from './delivery/lead-time.ts';
export type * from './delivery/report.ts';
export type {Restore} from './delivery/restore.ts';
export type {Spread} from './delivery/spread.ts';
export * from './delivery/weeks.ts';
export type {ErrorTrades} from './error-trade.ts';
export * from './finding.ts';
export * from './identity.ts';
export type {Basis, Ingredient} from './measure/basis.ts';
export type {FittedLaw, FittedLengths} from './lengths.ts';
export {measure} from './measure/measure.ts';
export {type Priced, pricedRecord} from './measure/priced.ts';
export * from './measure/question.ts';
export {changePicture, weeksPicture} from './picture/change.ts';
export {exceedancePicture} from './picture/exceedance.ts';
export {reportPictures, type ReportPictures} from './picture/report.ts';
export {timelinePicture} from './picture/timeline.ts';
export type * from './picture/types.ts';
export * from './plan.ts';
export * from './report.ts';
export {type ContributorCredit, NOBODY, type SharedCredit} from './shared.ts';
export type * from './types.ts';
export type {FittedYears, YearAhead, YearLoss} from './year.ts';
