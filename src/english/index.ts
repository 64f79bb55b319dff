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
export {companyAndLevel, employer, firstWordAndLevel, isLevelWord} from './firms.ts';
export {type OwnNames, ownNames} from './firm-names.ts';
export {type GrantPeriod, grantOfCell, isOverFour} from './grants.ts';
export {
  type Heading,
  type HeadingKind,
  headingOf,
  impliedComponent,
  isScenario,
  type Pays,
} from './headings.ts';
export {type ChainLevel, type LevelChain, levelChain} from './level-chains.ts';
export {
  describesLevels,
  isNoLevel,
  isOfAttributes,
  isOfCompanies,
  type LevelHeading,
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
export {isForeignSum, isShared} from './signs.ts';
export {guideTitle, isDnaLabel, type Titled} from './titles.ts';
