export * from './check.ts';
export * from './plan.ts';
export type {Binding, Brief, LeverPlan, Recorded, Say, SpokenAsk, Withheld} from './script/types.ts';
export {writeBrief} from './script/write.ts';
export {componentName} from './standing.ts';
export type * from './types.ts';
