export {calendar} from './calendar.ts';
export {type Impact, impact} from './impact.ts';
export {plan, type Planned, planOf} from './plan.ts';
export {measureWatched, readWatched} from './reading.ts';
export {type Answer, type Progress, type Question, type Sealed, unsealed, type World} from './world.ts';
