import type {Money} from '../base/index.ts';
import type {Offer, Term} from './types.ts';

const PER_YEAR = {year: 1, quarter: 4, month: 12, once: 0} as const;

/** The terms of one component, in the order of the letter. */
export function termsOf(offer: Offer, component: Term['component']): readonly Term[] {
  return offer.terms.filter(term => term.component === component);
}

/**
 * What the terms of one component promise in a year, as headline money: a month counts twelve times, a one-off not at
 * all, a share without a sum not at all. Null where no term states a sum, or where two state different currencies.
 */
export function yearly(offer: Offer, component: Term['component']): Money | null {
  const stated = termsOf(offer, component).filter(term => term.amount !== null);
  const first = stated[0];
  if (first === undefined || stated.some(term => term.currency !== first.currency)) return null;
  const amount = stated.reduce((sum, term) => sum + (term.amount ?? 0) * PER_YEAR[term.per], 0);
  return {amount, currency: first.currency};
}

/** The components of a yearly package, in the order in which people speak of them. */
export const YEARLY = ['base', 'bonus', 'pnl', 'equity', 'onCall'] as const;

/** The sum of all that an offer states by the year; null where it states nothing, or states two currencies. */
export function yearlyTotal(offer: Offer): Money | null {
  const sums = YEARLY.map(component => yearly(offer, component)).filter(sum => sum !== null);
  const currency = sums[0]?.currency;
  if (currency === undefined || sums.some(sum => sum.currency !== currency)) return null;
  return {amount: sums.reduce((sum, one) => sum + one.amount, 0), currency};
}
