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
