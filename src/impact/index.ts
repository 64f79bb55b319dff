export type {Assumption} from './assumption.ts';
export type {AtRisk} from './at-risk.ts';
export {type Credit, MOST_CONTRIBUTORS, shapley, type Shares, type Worth} from './credit.ts';
export type {ErrorTrades} from './error-trade.ts';
export {type Figures, FOR_YOUR_EYES, groundOf, impactFigures, type ImpactFigures} from './figures/figures.ts';
export {IMPACT_RULES, type ImpactFinding, type ImpactRule} from './finding.ts';
export {lossLeft, perMinute, protectedBetween} from './identity.ts';
export type {Basis} from './measure/basis.ts';
export type {FittedLaw, FittedLengths} from './lengths.ts';
export {measure} from './measure/measure.ts';
export {type Priced, pricedRecord} from './measure/priced.ts';
export {
  comparesWith,
  isMoney,
  isUnmeasured,
  MEASURE_KINDS,
  type MeasureKind,
  type Measurement,
  type MeasureName,
  type MeasureQuestion,
  type Unmeasured,
} from './measure/question.ts';
export {changePicture, weeksPicture} from './picture/change.ts';
export {exceedancePicture} from './picture/exceedance.ts';
export {reportPictures, type ReportPictures} from './picture/report.ts';
export {timelinePicture} from './picture/timeline.ts';
export type {
  ChangePicture,
  CurvePoint,
  DeploymentTimes,
  ExceedancePicture,
  FittedLines,
  Level,
  Picture,
  Shift,
  Slope,
  TimelineDay,
  TimelinePicture,
  TimelineRow,
  WeekPoint,
  WeeksPicture,
} from './picture/types.ts';
export {
  type Contributor,
  type CreditPlan,
  type ErrorTradePlan,
  type ImpactPlan,
  type LossGivenOutage,
  NO_PLAN,
  type Place,
  type StatedPnl,
  type Weights,
} from './plan.ts';
export {impactReport} from './report.ts';
export {type ContributorCredit, NOBODY, type SharedCredit} from './shared.ts';
export type {
  BaselineImpact,
  Identity,
  ImpactQuestion,
  ImpactReport,
  MinuteRisk,
  MoneyImpact,
  OutageLoss,
  PodImpact,
  TotalImpact,
} from './types.ts';
export type {FittedYears, YearAhead, YearLoss} from './year.ts';
