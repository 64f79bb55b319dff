export {cleanLine} from './clean.ts';
export {briefHtml} from './html/page.ts';
export type * from './script/types.ts';
export {writeBrief} from './script/write.ts';
export {briefText} from './text/text.ts';
