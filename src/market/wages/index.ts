export {
  DROP_REASONS,
  type DropReason,
  type Quartiles,
  type RegionGathered,
  type WageAnswer,
  type WageSet,
} from './answer.ts';
export {readMapping, type WageMapping} from './mapping.ts';
export {readWages} from './import/read.ts';
export {WAGE_COLUMNS} from './column.ts';
