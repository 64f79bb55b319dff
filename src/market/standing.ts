import type {Component, Currency, MoneyRange} from '../base/index.ts';
import type {Exchange} from './exchange.ts';
import {type BandPlace, placeIn} from './place.ts';
import type {TableBand} from './table.ts';

/** One component of an offer as a plain yearly amount. */
export interface Pay {
  readonly component: Component;
  readonly amount: number;
  readonly currency: Currency;
  /** Null where nobody has said. Base pay that nobody calls conditional is guaranteed. */
  readonly guaranteed: boolean | null;
}

/** What one component, or the total, comes to: what is promised, and what is paid at target. Before tax. */
export interface Worth {
  readonly component: Component;
  readonly currency: Currency;
  readonly guaranteed: number;
  readonly atTarget: number;
}

/**
 * The components of an offer and their total, each in `currency` where there is a rate. What is not said to be
 * guaranteed counts at target only. The total is null where an amount has no rate: a part is no total.
 */
export function worthOf(
  pays: readonly Pay[],
  {of, to}: Exchange,
): {parts: readonly Worth[]; total: Worth | null} {
  const parts = pays.map(({component, amount, currency, guaranteed}): Worth => {
    const exchanged = of({low: amount, high: amount, currency});
    return {
      component,
      currency: exchanged.currency,
      guaranteed: guaranteed === true ? exchanged.low : 0,
      atTarget: exchanged.low,
    };
  });
  if (parts.length === 0 || parts.some(part => part.currency !== to)) return {parts, total: null};
  const sum = (of: 'guaranteed' | 'atTarget') => parts.reduce((total, part) => total + part[of], 0);
  return {
    parts,
    total: {component: 'total', currency: to, guaranteed: sum('guaranteed'), atTarget: sum('atTarget')},
  };
}

/** Where a worth stands in one band. */
export interface BandStanding {
  readonly worth: Worth;
  readonly band: MoneyRange;
  readonly atTarget: BandPlace;
  readonly guaranteed: BandPlace;
}

/** Where a worth stands in a row's band, in the exchange's currency; null where row and worth cannot meet. */
export function standIn(worth: Worth, row: TableBand, {of}: Exchange): BandStanding | null {
  if (row.component !== worth.component || row.unit !== 'money' || row.basis !== 'annual') return null;
  const {low, high, currency} = of(row);
  if (high === null || currency !== worth.currency) return null;
  const band = {low, high, currency};
  const place = (amount: number) => placeIn({amount, currency}, band);
  return {worth, band, atTarget: place(worth.atTarget), guaranteed: place(worth.guaranteed)};
}
