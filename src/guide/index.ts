export {auditMany, type PayTable, payTable} from './audit/copies.ts';
export {audit, auditRules} from './audit/index.ts';
export type {AuditContext} from './audit/rule.ts';
export {totalChecks} from './audit/totals.ts';
export {guideJson} from './json.ts';
export {type Layout, LAYOUTS, layoutOf} from './layout.ts';
export {type PayReading, readPay} from './pay.ts';
export {readGuide} from './read.ts';
export {slotsWithin} from './slots.ts';
export {guideEvidence, guideFigure, guideRange, guideSum, headNoun, inWords} from './stated.ts';
export {topicIn} from './topic.ts';
export type {
  AuditRule,
  Band,
  CompetingOffer,
  Figure,
  Guide,
  LevelName,
  Lever,
  Passage,
  Position,
  Read,
  Reading,
  Sentence,
  Slot,
  Strategy,
  Unread,
} from './types.ts';
