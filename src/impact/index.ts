export type * from './assumption.ts';
export {CAPACITY_RULES, type CapacityFinding, type CapacityRule} from './capacity/finding.ts';
export * from './capacity/headroom.ts';
export * from './capacity/held.ts';
export * from './capacity/peaks.ts';
export type * from './capacity/report.ts';
export type * from './clause.ts';
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
export {quantileEstimate} from './delivery/quantile.ts';
export type * from './delivery/report.ts';
export type {Restore} from './delivery/restore.ts';
export type {Spread} from './delivery/spread.ts';
export * from './delivery/weeks.ts';
export * from './estimate.ts';
export * from './finding.ts';
export * from './identity.ts';
export {measure} from './measure/measure.ts';
export * from './measure/question.ts';
export {exceedancePicture} from './picture/exceedance.ts';
export type * from './picture/types.ts';
export * from './plan.ts';
export * from './report.ts';
export {type ContributorCredit, NOBODY, type SharedCredit} from './shared.ts';
export * from './stats/annual.ts';
export * from './stats/beta.ts';
export * from './stats/difference.ts';
export * from './stats/duration.ts';
export {fitDurations, fitLognormal, hillIndex} from './stats/fit.ts';
export * from './stats/gamma.ts';
export * from './stats/normal.ts';
export {quantileOf} from './stats/quantile.ts';
export * from './stats/rate.ts';
export * from './stats/tail.ts';
export * from './stats/uptime.ts';
export type * from './types.ts';
export type {YearAhead} from './year.ts';
