export {type Cache, caseCache} from './cache.ts';
export {plan, type Planned, planOf, type Sealed} from './plan.ts';
export type {Answer, World} from './world.ts';
