export {
  type Amount,
  amountsOf,
  type Atom,
  atomsOf,
  joinRanges,
  type PayPeriod,
  payPeriodOf,
  rangeOf,
} from './amounts.ts';
export {companyAndLevel, employer, firstWordAndLevel, isLevelWord} from './firms.ts';
export {figuresSaid, type SaidFigure} from './figures.ts';
export {sentencesIn, type Stretch} from './sentences.ts';
export {
  isLeverPart,
  leverLabel,
  leverNumber,
  leversHeading,
  isSourceNote,
  sourcesHeading,
} from './headings.ts';
export {isForeign} from './language.ts';
export {slotsSaid} from './slots.ts';
export {topicIn} from './topic.ts';
