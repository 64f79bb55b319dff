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
export type {Offer, Term} from './types.ts';
