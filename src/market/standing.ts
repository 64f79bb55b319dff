import type {Component, Currency} from '../base/index.ts';
import {assumed, type Input, type Known, worked} from '../figure/index.ts';
import type {Amounts, Exchange} from './exchange.ts';
import {type BandPlace, placeIn} from './place.ts';

/** One component of an offer as a plain yearly amount. */
export interface Pay {
  readonly component: Component;
  readonly amount: Known;
  readonly currency: Currency;
  /** Null where nobody has said. Base pay that nobody calls conditional is guaranteed. */
  readonly guaranteed: boolean | null;
}

/** What one component, or the total, comes to: what is promised, and what is paid at target. Before tax. */
export interface Worth {
  readonly component: Component;
  readonly currency: Currency;
  readonly guaranteed: Known;
  readonly atTarget: Known;
}

/** What an offer comes to; the total is null where an amount has no rate: a part is no total. */
export interface Worths {
  readonly parts: readonly Worth[];
  readonly total: Worth | null;
}

/**
 * The components of an offer and their total, each in `currency` where there is a rate. What is not said to be
 * guaranteed counts at target only.
 */
export function worthOf(pays: readonly Pay[], {of, to}: Exchange): Worths {
  const parts = pays.map(({component, amount, currency: own, guaranteed}): Worth => {
    const {low: atTarget, currency} = of({low: amount, high: null, currency: own});
    const promised = guaranteed === true ? atTarget : guaranteed === null ? unsaid(atTarget) : none(atTarget);
    return {component, currency, guaranteed: promised, atTarget};
  });
  if (parts.length === 0 || parts.some(part => part.currency !== to)) return {parts, total: null};
  const sum = (end: 'guaranteed' | 'atTarget') => {
    const inputs = parts.map(
      (part): Input => ({
        name: part.component,
        label: part.component,
        figure: part[end],
      }),
    );
    const formula = inputs.map(({name}) => name).join(' + ');
    return worked(formula, inputs, {subject: 'total', style: SUM});
  };
  return {
    parts,
    total: {component: 'total', currency: to, guaranteed: sum('guaranteed'), atTarget: sum('atTarget')},
  };
}

const SUM = {as: 'short', digits: 3} as const;

/** What is promised of a sum that is not guaranteed. */
function none(sum: Known): Known {
  const inputs = [{name: 'sum', label: 'paid at target', figure: sum}];
  return worked('0 * sum', inputs, {subject: sum.subject, style: sum.style});
}

/** What is counted as promised where nobody has said: none of it, which is a guess and shown as one. */
function unsaid({quantity, subject, style, disclosure}: Known): Known {
  const why = 'nobody has said that it is guaranteed, and none of it is counted as that';
  return assumed({value: 0, unit: quantity.unit}, why, {subject, style, disclosure});
}

/** Where a worth stands in one band. */
export interface BandStanding {
  readonly worth: Worth;
  readonly band: Amounts;
  readonly atTarget: BandPlace;
  readonly guaranteed: BandPlace;
}

/** Where a worth stands in a band of its currency; null where the two cannot meet, or the band has an open end. */
export function standIn(worth: Worth, {low, high, currency}: Amounts): BandStanding | null {
  if (high === null || currency !== worth.currency) return null;
  const place = (amount: Known) => placeIn(amount, low, high);
  return {
    worth,
    band: {low, high, currency},
    atTarget: place(worth.atTarget),
    guaranteed: place(worth.guaranteed),
  };
}
