export {calendar} from './calendar.ts';
export {init} from './init.ts';
export {logMove, moves, type TypedMove} from './moves.ts';
export {plan, type Planned} from './plan.ts';
export {readWatched} from './reading.ts';
export {record} from './record.ts';
export type {Answer, Progress, World} from './world.ts';
