export {
  DROP_REASONS,
  type DropReason,
  type Gathering,
  type Quartiles,
  type WageAnswer,
  type WageQuestion,
  type WageSet,
} from './answer.ts';
export {WAGE_COLUMNS, WAGE_FIELDS, type WageField} from './column.ts';
export {employerIn, employersOf, legalStem, shippedEmployers} from './employer.ts';
export {familyOf} from './family.ts';
export {readMapping, type WageMapping} from './mapping.ts';
export {shippedMetros} from './metro.ts';
export {lcaBounds, perYear, readUnit, WAGE_UNITS, wageUnit} from './unit.ts';
export {cityOf, regionAsked} from './worksite.ts';
export {type ReadWages, readWages} from './import/read.ts';
