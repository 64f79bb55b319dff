export {
  cacheFile,
  cacheFolder,
  hashOf,
  isSame,
  NO_MEMORY,
  recall,
  type Remembered,
  remember,
} from './cache.ts';
export {type Asked, guideFiles} from './files.ts';
export {type Shelved, shelved} from './listing.ts';
export {type FileRead, type Wanted} from './read-file.ts';
export {readMany} from './read-many.ts';
export {type ExplainedRule, explainedRules, rulesNamed} from './rules.ts';
export {type GuideSummary, summaryOf} from './summary.ts';
