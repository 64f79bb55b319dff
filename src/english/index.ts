export {askIn, isEscalating} from './asks.ts';
export {bareCity, bareCompany, bareCounty, bareLegalName} from './bare-names.ts';
export {namesPremium, paysShare, saysPay} from './cells.ts';
export {changeBefore, isBetterLower, isCompared, namesParticipation} from './changes.ts';
export {citiesIn, namesMarket, type SaidCity} from './cities.ts';
export {conditionIn, isForFirstYear, type SaidCondition, saysPlainly} from './conditions.ts';
export {figuresSaid} from './figures.ts';
export {type OwnNames, ownNames} from './firm-names.ts';
export {type Heard, heardIn} from './heard-names.ts';
export {grantOfCell, grantOfNote, isOverFour} from './grants.ts';
export {
  isLeverPart,
  isSourceNote,
  leverLabel,
  leverNumber,
  leversHeading,
  sourcesHeading,
} from './headings.ts';
export {isForeign} from './language.ts';
export {type ChainLevel, levelChain, type LevelChain} from './level-chains.ts';
export {
  describesLevels,
  isNoLevel,
  isOfAttributes,
  isOfCompanies,
  levelHeading,
  namesLevels,
  opensLevelMap,
  titlesLevels,
} from './level-headings.ts';
export {type CountedUnit, numberInWords, unitBehind} from './number-words.ts';
export {floorSaid, offerIn, saysValue} from './offers.ts';
export {speaksBeside, speaksOf} from './outages.ts';
export {isShareOfAll, sharedPnl} from './participation.ts';
export {namesPart, partIn, partOfTitle} from './parts.ts';
export {
  type Heading,
  type HeadingKind,
  headingOf,
  impliedComponent,
  isScenario,
  type Pays,
} from './pay-headings.ts';
export {isYearly, payNamedIn} from './pay.ts';
export {currencyOfHeading, currencyOfPlace} from './place-currencies.ts';
export {placeNamedIn} from './place-names.ts';
export {isRank} from './ranks.ts';
export {
  type OfferTold,
  type Scope,
  scopeKey,
  type Utterance,
} from './reading.ts';
export {
  areShares,
  isAdded,
  isBelow,
  isCeiling,
  isByUnknown,
  isFloor,
  isJoint,
  isMultiplied,
  isOfOthers,
  isUntold,
  withoutJoint,
} from './remarks.ts';
export {sentencesIn} from './sentences.ts';
export {sharesIn} from './shares.ts';
export {slotsSaid} from './slots.ts';
export {
  isRequest,
  leadOf,
  requestedIn,
  strategyLabel,
  strategySide,
  walkAwayConditions,
} from './strategy-words.ts';
export {subjectsNamed} from './subjects.ts';
export {type TextRange} from './text-range.ts';
export {guideTitle, isDnaLabel} from './titles.ts';
export {topicIn} from './topic.ts';
export {tradeWordsIn} from './trade.ts';
export {talkOf} from './utterances.ts';
export {isBracketed, isExcepted, isOfBand, isOfCase, namesBase, type Wording, wordingOf} from './wording.ts';
