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
export {backtestSchema, valueSchema} from './report/schema.ts';
export {TAX_REPORT} from './tax/schema.ts';
export {inMonths, type Length, readLength} from './length.ts';
export type {
  Offer,
  Term,
  TermMore,
  TermNumber,
  TermTest,
  Vesting,
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
export type {Observable, Observed, PnlBase, Predicate} from './contract/observable.ts';
export {paymentsOf, type Sink} from './contract/payments.ts';
export {certaintyEquivalent, presentValues} from './contract/present.ts';
export type {Column, Period, World} from './contract/world.ts';
export {currencyOfOffer} from './compose/compose.ts';
export {componentName} from './words/names.ts';
export {observedWords} from './words/phrases.ts';
export {leavingOf} from './leaving/leaving.ts';
export type {OfferReading, TermReading} from './report/offer.ts';
export {type ConflictReading, type ValuedReading, valueReport, type ValueReport} from './report/value.ts';
export {
  type AssumptionName,
  ASSUMPTIONS,
  type Assumptions,
  assumptionsOf,
  cornersOf,
  type Model,
  modelOf,
  possible,
} from './value/assumptions.ts';
export {breakEven, type BreakEvenOptions, type Lever} from './value/break-even.ts';
export {FEWER_PATHS} from './value/certain.ts';
export {type Corner, type Corners, cornersOfOffers, isDecided} from './value/corners.ts';
export {netIn} from './value/net.ts';
export type {Basis} from './value/payoffs.ts';
export type {Incidents, Reliability, Unvalued, ValuedOffer, ValuedTerm} from './value/types.ts';
export {
  type Beats,
  type OfferValue,
  PATHS,
  type TermValue,
  type Valuation,
  valueOffers,
  type ValueOptions,
} from './value/valuation.ts';
export {
  backtest,
  type BacktestReport,
  type NextPay,
  type TermResult,
  type TestResult,
} from './backtest/backtest.ts';
export type {ObservedName, ObservedQuarter} from './backtest/observed.ts';
