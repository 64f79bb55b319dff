export {placesIn} from './city.ts';
export {companyIn, companyOfTitle, type CompanyReading, isBegun} from './company.ts';
export {type Contradiction, contradictions, type Inflation, inflations} from './doubt.ts';
export {GUIDES, isMoney, type MarketBand, type MoneyBand, type Where} from './band.ts';
export {type Amounts, type Exchange, exchange, type Exchanged, type KnownRate} from './exchange.ts';
export {type Equation, graphOf, type LevelCell, type LevelGraph, type LevelNode, nameOf} from './graph.ts';
export {
  allLevelFindings,
  type LevelFinding,
  levelFindings,
  type LevelSource,
  MARKET_RULES,
  type MarketRule,
} from './level-finding.ts';
export {type Level, type LevelReading, readLevel} from './level.ts';
export {type Facts, idOf, type Named, type Names, namesOf, plain, shippedNames} from './names.ts';
export {
  everyWorth,
  type OfferPay,
  type OfferRow,
  type OfferStanding,
  type Relation,
  type Way,
} from './offer.ts';
export {type Equivalent, equivalents, type Step} from './path.ts';
export {type Place, placeIn} from './place.ts';
export {bandOf, levelsOf, matchLevel, matchRegion, regionsOf} from './region.ts';
export {
  type LevelAnswer,
  type LevelGraphs,
  type LevelReport,
  levelReport,
  type MarketQuestion,
  type MarketReport,
  marketReport,
  type PlacedFinding,
  type Summary,
} from './report.ts';
export {type Role, roleIn, roleKey} from './role.ts';
export {type Spread, spreadOf} from './spread.ts';
export {type Pay, type Standing, type Worth, worthOf, type Worths} from './standing.ts';
export {type BandRow, type Head, headOf, type Listing, tableOf, type Wanted} from './table.ts';
export {
  cityOf,
  DROP_REASONS,
  type DropReason,
  employerIn,
  employersOf,
  familyOf,
  type Gathering,
  lcaBounds,
  legalStem,
  perYear,
  type Quartiles,
  readMapping,
  readUnit,
  type ReadWages,
  readWages,
  regionAsked,
  shippedEmployers,
  shippedMetros,
  WAGE_COLUMNS,
  WAGE_FIELDS,
  WAGE_RULES,
  WAGE_UNITS,
  type WageAnswer,
  type WageField,
  type WageFinding,
  type WageMapping,
  type WageQuestion,
  type WageSet,
  wageUnit,
} from './wages/index.ts';
