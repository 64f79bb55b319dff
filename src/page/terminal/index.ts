export {
  EMPTY,
  type Ink,
  type Line,
  margin,
  pad,
  render,
  run,
  type InkRun,
  STAY,
  widthOfLine,
  wrap,
} from './line.ts';
export {printTerminal} from './print.ts';
export {type Column, table} from './table.ts';
export {characters, widthOf} from './width.ts';
