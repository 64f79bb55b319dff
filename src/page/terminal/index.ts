export {excerpt, findingLines} from './finding.ts';
export {EMPTY, type Ink, type InkRun, type Line, margin, render, run, STAY, wrap} from './line.ts';
export {printTerminal} from './print.ts';
export {characters, widthOf} from './width.ts';
