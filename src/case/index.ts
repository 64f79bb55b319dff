export {createCase, type FreshFile, newCase} from './fresh.ts';
export {readImpactFile} from './impact-file.ts';
export {CASE_FILE, type LoadedCase, loadCase, RECORD_FILE} from './load.ts';
export {type MeasureWatch, measureFacts} from './measure-facts.ts';
export {appendMove, MOVES_FILE, type Move} from './moves.ts';
export {answerProblems, type Answers, QUESTIONS} from './questions.ts';
export {readRecordFile} from './record-file.ts';
