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
export {isYearly, payNamedIn} from './pay.ts';
export {placeNamedIn} from './places.ts';
export {
  type OfferTold,
  type PaidCell,
  type Scope,
  scopeKey,
  type TalkContext,
  type Utterance,
} from './reading.ts';
export type {TextRange} from './text-range.ts';
export {type Talk, talkOf} from './utterances.ts';
