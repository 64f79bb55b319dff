export {
  type Amount,
  amountsOf,
  type Atom,
  atomsOf,
  cellAtomsOf,
  isDashBetween,
  joinRanges,
  rangeOf,
} from './amounts.ts';
export {employer, isLevelWord} from './firms.ts';
export {type OwnNames, ownNames} from './firm-names.ts';
export {grantOfCell, isOverFour} from './grants.ts';
export {
  type Heading,
  type HeadingKind,
  headingOf,
  impliedComponent,
  isScenario,
  type Pays,
} from './headings.ts';
export {type ChainLevel, levelChain} from './level-chains.ts';
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
export {halfWidth} from './numbers.ts';
export {type PayPeriod, payPeriodOf} from './periods.ts';
export {currencyOfHeading, currencyOfPlace} from './places.ts';
export {isRank} from './ranks.ts';
export {
  areShares,
  isAdded,
  isBelow,
  isByUnknown,
  isFloor,
  isJoint,
  isMultiplied,
  isOfOthers,
  isUntold,
  withoutJoint,
} from './remarks.ts';
export {isForeignSum} from './signs.ts';
export {guideTitle, isDnaLabel} from './titles.ts';
