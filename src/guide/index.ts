export {auditMany, type PayTable, payTable} from './audit/copies.ts';
export {audit, auditRules} from './audit/index.ts';
export type {AuditContext} from './audit/rule.ts';
export {totalChecks} from './audit/totals.ts';
export {guideJson} from './json.ts';
export {type Layout, LAYOUTS, layoutOf} from './layout.ts';
export {type PayReading, readPay} from './pay.ts';
export {readGuide} from './read.ts';
export {slotsWithin} from './slots.ts';
export {
  asWritten,
  cellFigure,
  guideEvidence,
  guideFigure,
  guideRange,
  guideSum,
  headNoun,
  inWords,
  OFFERED,
  offeredFigure,
  positionFigure,
  secondFigure,
} from './stated.ts';
export type {
  AuditRule,
  Band,
  CompetingOffer,
  Figure,
  Guide,
  Lever,
  Passage,
  Position,
  Read,
  Reading,
  Sentence,
  Slot,
  Strategy,
} from './types.ts';
