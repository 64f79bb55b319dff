export {type Cache, caseCache} from './cache.ts';
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
export {type Impact, impact} from './impact.ts';
export {plan, type Planned, planOf} from './plan.ts';
export {readWatched} from './reading.ts';
export {packageVersion, programPrint} from './program.ts';
export {record} from './record.ts';
export {type Answer, type Progress, type Question, type Sealed, type World} from './world.ts';
