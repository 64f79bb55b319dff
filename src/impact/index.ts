export {type Figures, FOR_YOUR_EYES, groundOf, impactFigures, type ImpactFigures} from './figures/figures.ts';
export {MOST_CONTRIBUTORS} from './credit.ts';
export {
  comparesWith,
  isMoney,
  isUnmeasured,
  MEASURE_KINDS,
  type Measurement,
  type MeasureQuestion,
} from './measure/question.ts';
export {measure} from './measure/measure.ts';
export {type CreditPlan, type Assumptions, NO_PLAN, type PlaceOf} from './plan.ts';
export {type Priced, pricedRecord} from './measure/priced.ts';
export {type ReportPictures, reportPictures} from './picture/report.ts';
export type {
  ChangePicture,
  CurvePoint,
  ExceedancePicture,
  FittedLevel,
  PictureValues,
  Slope,
  TimelinePicture,
  TimelineRow,
  WeekPoint,
  WeeksPicture,
} from './picture/types.ts';
export {impactReport} from './report.ts';
export {type ContributorCredit, NOBODY, type SharedCredit} from './shared.ts';
export type {BaselineImpact} from './against.ts';
export type {FittedYears, YearAhead, YearLoss} from './year.ts';
