export {excerpt, findingLines} from './finding.ts';
export {
  EMPTY,
  type Ink,
  type InkRun,
  type Line,
  margin,
  pad,
  render,
  run,
  STAY,
  widthOfLine,
  wrap,
} from './line.ts';
export {printTerminal} from './print.ts';
export {type Column, table} from './table.ts';
export {characters, widthOf} from './width.ts';
