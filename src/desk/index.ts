export {calendar} from './calendar.ts';
export {init} from './init.ts';
export {logMove, moves, type TypedMove} from './moves.ts';
export {type Impact, impact} from './impact.ts';
export {plan, type Planned} from './plan.ts';
export {record} from './record.ts';
export {type Answer, type Progress, type World} from './world.ts';
