export {checkSituation} from './check.ts';
export {targetOf} from './offers.ts';
export {makePlan} from './plan.ts';
export {sealRules, situationFor} from './sealing.ts';
export type {Brief, LeverPlan, SpokenAsk, Withheld} from './script/types.ts';
export {writeBrief} from './script/write.ts';
export type {
  AskSum,
  OfferStanding,
  Outcome,
  Plan,
  RuleRow,
  Situation,
  Stance,
  Standing,
} from './types.ts';
