export {briefHtml} from './html/page.ts';
export {levelFindingsText} from './text/market-findings.ts';
export {marketText} from './text/market.ts';
export {briefText} from './text/text.ts';
export {countWords, SEVERITY_SIGNS} from './words.ts';
