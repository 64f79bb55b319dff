export {excerpt, findingLines} from './finding.ts';
export {
  EMPTY,
  type Ink,
  type Line,
  margin,
  pad,
  render,
  run,
  type Run,
  STAY,
  widthOfLine,
  wrap,
} from './line.ts';
export {printTerminal} from './print.ts';
export {type Column, table} from './table.ts';
export {characters, widthOf} from './width.ts';
