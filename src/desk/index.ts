export {calendar} from './calendar.ts';
export {guides, type GuidesReport, togetherJson} from './guide.ts';
export {
  cacheFile,
  cacheFolder,
  type ExplainedRule,
  explainedRules,
  type FileRead,
  guideFiles,
  type GuideSummary,
  hashOf,
  isSame,
  NO_MEMORY,
  packageVersion,
  readMany,
  recall,
  type Remembered,
  remember,
  rulesNamed,
  type Shelved,
  shelved,
} from './guides/index.ts';
export {init} from './init.ts';
export {logMove, moves, type TypedMove} from './moves.ts';
export {plan, type Planned, planOf} from './plan.ts';
export {measureWatched, readWatched} from './reading.ts';
export {record} from './record.ts';
export {foundIn, stoppedBy} from './record-findings.ts';
export {type Answer, type Progress, type Question, type Sealed, type World} from './world.ts';
