export {DROP_REASONS, type DropReason, type WageQuestion} from './answer.ts';
export {readMapping, type WageMapping} from './mapping.ts';
export {readWages} from './import/read.ts';
export {WAGE_COLUMNS} from './column.ts';
export {type WageFigures, type WageReport, wageEvidence, wageReport} from './report.ts';
