export {type Asked, guideFiles} from './files.ts';
export {type Shelved} from './listing.ts';
export {type FileRead, type Wanted} from './read-file.ts';
export {readMany} from './read-many.ts';
export {gather, type GuideMemory} from './gather.ts';
export {type ExplainedRule, explainedRules, rulesNamed} from './rules.ts';
export {type GuideSummary, summaryOf} from './summary.ts';
