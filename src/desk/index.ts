export {backtest} from './backtest.ts';
export {calendar} from './calendar.ts';
export {
  type ExplainedRule,
  explainedRules,
  type FileRead,
  type GuideSummary,
  rulesNamed,
} from './guides/index.ts';
export {levels} from './market/levels.ts';
export {market} from './market/market.ts';
export {init} from './init.ts';
export {logMove, moves, type TypedMove, undoMove} from './moves.ts';
export {type Impact, impact} from './impact.ts';
export {plan, type Planned} from './plan.ts';
export {guides, type GuidesReport, togetherJson} from './guide.ts';
export {record} from './record.ts';
export {tax} from './tax.ts';
export {value} from './value.ts';
export {wages} from './wages.ts';
export {type Answer, type Progress, type World} from './world.ts';
