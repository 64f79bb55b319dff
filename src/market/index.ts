export {placesIn} from './city.ts';
export {companyIn, companyOfTitle, isBegun} from './company.ts';
export {type Exchanged, exchangeInto} from './exchange.ts';
export {graphOf, type LevelGraph, nameOf} from './graph.ts';
export {allLevelFindings, type LevelFinding} from './level-finding.ts';
export {readLevel} from './level.ts';
export {idOf, type Named, type Names, normalizedName, shippedNames} from './names.ts';
export type {Equivalent} from './path.ts';
export {type BandPlace, placeIn} from './place.ts';
export {bandOf, levelsOf, matchLevel, matchRegion, regionsOf} from './region.ts';
export {
  type LevelAnswer,
  type MarketReport,
  marketReport,
  type MarketRow,
  type OfferPay,
  type OfferRow,
  type Relation,
  type Summary,
} from './report.ts';
export {type Role, roleIn, roleKey} from './role.ts';
export type {Spread} from './spread.ts';
export type {Pay, Worth} from './standing.ts';
export {columnHead, type Head, type Listing} from './table.ts';
export {
  DROP_REASONS,
  type DropReason,
  type Quartiles,
  type RegionGathered,
  readMapping,
  readWages,
  WAGE_COLUMNS,
  type WageAnswer,
  type WageMapping,
  type WageSet,
} from './wages/index.ts';
