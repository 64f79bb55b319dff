export {placesIn} from './city.ts';
export {isMoney, type MarketBand, type MoneyBand, GUIDES} from './band.ts';
export {companyIn, companyOfTitle, isBegun} from './company.ts';
export {exchangeInto} from './exchange.ts';
export {graphOf, type LevelGraph, nameOf} from './graph.ts';
export {allLevelFindings} from './level-finding.ts';
export {readLevel} from './level.ts';
export {idOf, type Named, type Names, normalizedName, shippedNames} from './names.ts';
export {
  everyWorth,
  type OfferPay,
  type OfferRow,
  type OfferStanding,
  type Relation,
  type Way,
} from './offer.ts';
export {type BandPlace, placeIn} from './place.ts';
export {bandOf, levelsOf, matchLevel, matchRegion, regionsOf} from './region.ts';
export {
  type LevelAnswer,
  type LevelReport,
  levelReport,
  type MarketReport,
  marketReport,
  type PlacedFinding,
} from './report.ts';
export {type Role, roleIn, roleKey} from './role.ts';
export type {Spread} from './spread.ts';
export type {Pay, Worth} from './standing.ts';
export {columnHead, type Head, type Listing} from './table.ts';
export {
  DROP_REASONS,
  type DropReason,
  readMapping,
  readWages,
  WAGE_COLUMNS,
  wageEvidence,
  type WageFigures,
  type WageMapping,
  type WageQuestion,
  type WageReport,
  wageReport,
} from './wages/index.ts';
