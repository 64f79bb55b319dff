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
export {sentencesIn} from './sentences.ts';
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
export {namesPremium, paysShare, saysPay} from './cells.ts';
export {changeBefore, isCompared, namesParticipation} from './changes.ts';
export {citiesIn, namesMarket, type SaidCity} from './cities.ts';
export {floorSaid, offerIn, saysValue} from './offers.ts';
export {speaksOf} from './outages.ts';
export {isBracketed, isExcepted, isOfBand, namesBase, type Wording, wordingOf} from './wording.ts';
export {sharesIn} from './shares.ts';
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
