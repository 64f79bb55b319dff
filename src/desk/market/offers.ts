import type {Component} from '../../base/index.ts';
import {companyOfTitle, type Names, type OfferPay, type Pay, roleIn} from '../../market/index.ts';
import {currencyIn, type Offer, termsOf, YEARLY, yearly} from '../../terms/index.ts';

/**
 * The offers of a case as plain yearly amounts. What is confidential is left out and named, and so is an offer that is
 * confidential as a whole. A base salary is promised unless its letter says otherwise.
 */
export function offerPays(names: Names, offers: readonly Offer[]): readonly OfferPay[] {
  return offers.map(offer => {
    const secret = (component: Component) =>
      offer.disclosure === 'confidential' ||
      (component !== 'total' && termsOf(offer, component).some(term => term.disclosure === 'confidential'));
    const pays = YEARLY.flatMap((component): Pay[] => {
      const sum = secret(component) ? null : yearly(offer, component);
      const currency = sum === null ? undefined : currencyIn(sum);
      if (sum === null || currency === undefined) return [];
      const terms = termsOf(offer, component).filter(term => term.amount !== null);
      const guaranteed = terms.map(term =>
        component === 'base' ? (term.guaranteed ?? true) : term.guaranteed,
      );
      return [
        {
          component,
          amount: sum,
          currency,
          guaranteed: guaranteed.every(one => one === true)
            ? true
            : (guaranteed.find(one => one !== true) ?? null),
        },
      ];
    });
    return {
      id: offer.id,
      party: companyOfTitle(names, offer.party),
      kind: offer.kind,
      level: offer.role === null ? null : roleIn(names, offer.role),
      pays,
      withheld: YEARLY.filter(component => termsOf(offer, component).length > 0 && secret(component)),
      currency: pays[0]?.currency ?? null,
    };
  });
}
