export {changeChart} from './chart/change.ts';
export {exceedanceChart} from './chart/exceedance.ts';
export {COMPONENT_NAMES} from './chart/words.ts';
export {marketChart, standalone} from './chart/market.ts';
export {timelineChart} from './chart/timeline.ts';
export {levelFindingsText} from './market/findings.ts';
export {marketText} from './market/report.ts';
export {planDocument} from './plan/document.ts';
export {countWords, SEVERITY_SIGNS} from './words.ts';
