export {type Amount, type AmountProblem, readAmount} from './amount.ts';
export {CASE_RULES, type CaseFinding} from './finding.ts';
export {createCase, type FreshFile, newCase} from './fresh.ts';
export {IMPACT_FILE, type ImpactFileReading, readImpactFile} from './impact-file.ts';
export {
  CASE_FILE,
  type LoadedCase,
  type LoadOptions,
  loadCase,
  OFFERS_FOLDER,
  RECORD_FILE,
} from './load.ts';
export {type MeasureWatch, measureFacts} from './measure-facts.ts';
export {appendMove, MOVES_FILE, type Move, readMoves} from './moves.ts';
export {readOffer} from './offer.ts';
export {jsonSchema, type SchemaName, schemaFiles} from './published.ts';
export {answerProblems, type Answers, QUESTIONS, type Question} from './questions.ts';
export {type RecordFileReading, readRecordFile} from './record-file.ts';
export type {MoveLine} from './schema.ts';
