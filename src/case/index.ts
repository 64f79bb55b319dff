export {createCase, newCase} from './fresh.ts';
export {readImpactFile} from './impact-file.ts';
export {CASE_FILE, type LoadedCase, loadCase, RECORD_FILE} from './load.ts';
export {measureFacts} from './measure-facts.ts';
export {type MeasureWatch} from './measured.ts';
export {hastyAmount, readAmount} from './amount.ts';
export {appendMove, dayOf, moveProblems, MOVES_FILE, type Move} from './moves.ts';
export {answerProblems, type Answers, QUESTIONS} from './questions.ts';
export {readRecordFile} from './record-file.ts';
