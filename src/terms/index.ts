export {
  added,
  amountOf,
  currencyIn,
  guaranteeOf,
  once,
  shareOf,
  termsOf,
  yearly,
  YEARLY,
  yearlyTotal,
} from './pay.ts';
export {TAX_PARTS, type TaxBill, taxOf, type TaxPart} from './tax/bill.ts';
export {
  type FilingStatus,
  STATUSES,
  TAX_PLACES,
  type TaxCase,
  type TaxPlace,
  taxYears,
} from './tax/facts.ts';
export {netAt, type NetTable, netTable} from './tax/net-table.ts';
export {type TaxReport, taxReport, yearName} from './tax/report.ts';
export {TAX_REPORT} from './tax/schema.ts';
export {inMonths, type Length, lengthText, readLength} from './length.ts';
export type {
  Offer,
  PayEvery,
  Term,
  TermMore,
  TermNumber,
  TermTest,
  Vesting,
  VestingDay,
  Years,
} from './types.ts';
export {
  all,
  bestOf,
  type Contract,
  defer,
  discretion,
  equalParts,
  type Exit,
  EXITS,
  forfeit,
  none,
  pay,
  repay,
  scale,
  schedule,
  type Taper,
  type Tranche,
  when,
} from './contract/contract.ts';
export type {Observable, Observed, PnlBase, Predicate, Stated} from './contract/observable.ts';
export {paymentsOf, type Sink} from './contract/payments.ts';
export {certaintyEquivalent, presentValues} from './contract/present.ts';
export type {Column, Period, World} from './contract/world.ts';
export {type Composed, type ComposedTerm} from './compose/composed.ts';
export {compose, currencyOfOffer} from './compose/compose.ts';
export {componentName} from './words/names.ts';
export {READINGS, type Reading} from './years/reading.ts';
export {type TermYears, type YearPay, yearTable, type YearTable} from './years/table.ts';
