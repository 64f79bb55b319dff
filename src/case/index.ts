export {createCase, type FreshFile, newCase} from './fresh.ts';
export {readImpactFile} from './impact-file.ts';
export {CASE_FILE, type LoadedCase, loadCase} from './load.ts';
export {type MeasureWatch, measureFacts} from './measured.ts';
export {appendMove, MOVES_FILE, type Move} from './moves.ts';
export {answerProblems, type Answers, QUESTIONS} from './questions.ts';
export {RECORD_FILE, readRecordFile} from './record-file.ts';
