export {type BandMark, bandRows, bandsChart, spread} from './chart/bands.ts';
export {changeFinding} from './chart/change-layout.ts';
export {changeChart} from './chart/change.ts';
export {exceedanceFinding} from './chart/exceedance-layout.ts';
export {exceedanceChart} from './chart/exceedance.ts';
export {marketChart, marketStrips, type MarketStrips, rowOf, showBand, standalone} from './chart/market.ts';
export {rulesChart} from './chart/rules.ts';
export {type Cell, cut, flags, inkOf, line, put, signOf, stack, strips} from './chart/strip.ts';
export {timelineFinding} from './chart/timeline-layout.ts';
export {timelineChart} from './chart/timeline.ts';
export {verdictsChart} from './chart/verdicts.ts';
export {
  claimNumber,
  COMPONENT_NAMES,
  OUTCOME_SIGNS,
  SIDE_HEADINGS,
  SIDES,
  VERDICT_KINDS,
  VERDICT_SIGNS,
} from './chart/words.ts';
