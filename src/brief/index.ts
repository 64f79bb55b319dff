export {cleanLine} from '../chart/index.ts';
export {briefHtml} from './html/page.ts';
export type * from './script/types.ts';
export {writeBrief} from './script/write.ts';
export {EMPTY, type Ink, type Line, margin, pad, render, run, widthOfLine, wrap} from './text/line.ts';
export {table} from './text/table.ts';
export {briefText} from './text/text.ts';
export {widthOf} from './text/width.ts';
export {countWords, SEVERITY_SIGNS} from './words.ts';
