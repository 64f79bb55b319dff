export {checkSituation} from './check.ts';
export {targetOf} from './offers.ts';
export {makePlan} from './plan.ts';
export {ruledOut, sealRules, situationFor} from './sealing.ts';
export type {Brief, LeverPlan, Recorded, Say, SpokenAsk, Withheld} from './script/types.ts';
export {writeBrief} from './script/write.ts';
export {componentName} from './standing.ts';
export type {
  Ask,
  AskSum,
  OfferStanding,
  Outcome,
  Plan,
  RuleResult,
  RuleRow,
  Situation,
  Stance,
  Standing,
} from './types.ts';
