export {
  asWritten,
  bandFigure,
  guideFigure,
  guideRange,
  guideSum,
  headNoun,
  inWords,
  OFFERED,
  offeredFigure,
  positionFigure,
  quantityOf,
  secondFigure,
  showFigure,
} from './asserted.ts';
export {auditMany, type PayTable, payTable} from './audit/copies.ts';
export {audit, auditRules} from './audit/index.ts';
export type {AuditContext} from './audit/rule.ts';
export {type TotalCheck, totalChecks} from './audit/totals.ts';
export {figuresIn} from './figures.ts';
export {guideJson} from './json.ts';
export {type Layout, LAYOUTS, layoutOf} from './layout.ts';
export {type PayReading, readPay} from './pay.ts';
export {readGuide} from './read.ts';
export {slotsWithin} from './slots.ts';
export {topicIn} from './topic.ts';
export type * from './types.ts';
