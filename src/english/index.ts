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
