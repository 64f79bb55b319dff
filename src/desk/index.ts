export {calendar} from './calendar.ts';
export {
  type Asked,
  cacheFile,
  cacheFolder,
  type FileRead,
  guideFiles,
  hashOf,
  isSame,
  NO_MEMORY,
  readMany,
  recall,
  type Remembered,
  remember,
  type Shelved,
  shelved,
  type Wanted,
} from './guides/index.ts';
export {plan, type Planned, planOf} from './plan.ts';
export {measureWatched, readWatched} from './reading.ts';
export {record} from './record.ts';
export {foundIn, stoppedBy} from './record-findings.ts';
export {type Answer, type Progress, type Question, type Sealed, type World} from './world.ts';
