import type {Money} from '../base/index.ts';
import type {Offer, Term} from './types.ts';

const PER_YEAR = {year: 1, quarter: 4, month: 12} as const;

/** The terms of one component, in the order of the letter. */
export function termsOf(offer: Offer, component: Term['component']): readonly Term[] {
  return offer.terms.filter(term => term.component === component);
}

/**
 * What the terms of one component promise in a year, as headline money: a month counts twelve times; a one-off and a
 * share without a sum do not count. Null where no term states a sum by the year, or where two state different
 * currencies. `among` narrows the terms, for instance to those that are guaranteed.
 */
export function yearly(
  offer: Offer,
  component: Term['component'],
  among: (term: Term) => boolean = () => true,
): Money | null {
  const stated = termsOf(offer, component).filter(
    term => among(term) && term.amount !== null && term.per !== 'once',
  );
  const first = stated[0];
  if (first === undefined || stated.some(term => term.currency !== first.currency)) return null;
  const amount = stated.reduce((sum, term) => sum + (term.amount ?? 0) * times(term), 0);
  return {amount, currency: first.currency};
}

/** What the terms of one component pay once; null as for `yearly`. */
export function once(offer: Offer, component: Term['component']): Money | null {
  const stated = termsOf(offer, component).filter(term => term.amount !== null && term.per === 'once');
  const first = stated[0];
  if (first === undefined || stated.some(term => term.currency !== first.currency)) return null;
  return {amount: stated.reduce((sum, term) => sum + (term.amount ?? 0), 0), currency: first.currency};
}

/** Whether every term of a component is guaranteed; null where one of them does not say. */
export function guaranteeOf(offer: Offer, component: Term['component']): boolean | null {
  const said = termsOf(offer, component).map(term => term.guaranteed);
  if (said.length === 0 || said.includes(null)) return null;
  return !said.includes(false);
}

/** The components of a yearly package, in the order in which people speak of them. */
export const YEARLY = ['base', 'bonus', 'pnl', 'equity', 'onCall'] as const;

/**
 * The sum of what an offer states by the year in some components; null where it states nothing, or where its sums are
 * not all of one currency.
 */
export function yearlyTotal(offer: Offer, components: readonly Term['component'][] = YEARLY): Money | null {
  const stated = components.filter(one =>
    termsOf(offer, one).some(term => term.amount !== null && term.per !== 'once'),
  );
  const sums = stated.map(component => yearly(offer, component));
  const currency = sums[0]?.currency;
  if (currency === undefined || sums.some(sum => sum?.currency !== currency)) return null;
  return {amount: sums.reduce((total, sum) => total + (sum?.amount ?? 0), 0), currency};
}

function times({per}: Term): number {
  return per === 'once' ? 0 : PER_YEAR[per];
}
