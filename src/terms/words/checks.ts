import {type Known, type Prose, say, valueOf, worked} from '../../figure/index.ts';
import {amountOf, shareOf} from '../pay.ts';
import {baseOf, isOfBase} from '../compose/frame.ts';
import type {Offer, Term} from '../types.ts';

/** A figure of a letter worked out again from others of it. */
export interface Check {
  readonly says: Prose;
  readonly holds: boolean;
}

/** Rounded figures of one letter are this near each other: 7.10 and 7.11, 0.22% and 0.2203%. */
const NEAR = 0.01;

/** What a term says twice, worked out: a percentage and its sum, options and their share of the company. */
export function checksOf(term: Term, offer: Offer): readonly Check[] {
  const [amount, share] = [amountOf(term), shareOf(term)];
  const {units, fullyDiluted, preferred, valuation, price} = term.more?.numbers ?? {};
  const base = baseOf(offer.terms);
  return [
    check(
      amount,
      ofBase(term, share, base),
      (stated, found) => say`${share} of base is ${found}, and ${stated} is stated`,
    ),
    check(
      share,
      ratio(units, fullyDiluted),
      (stated, found) => say`${units} of ${fullyDiluted} are ${found}, and ${stated} is stated`,
    ),
    check(
      preferred,
      ratio(valuation, fullyDiluted),
      (stated, found) => say`${valuation} by ${fullyDiluted} is ${found}, and ${stated} is stated`,
    ),
    check(
      term.per === 'once' ? amount : null,
      product(units, price),
      (stated, found) => say`${units} at ${price} are ${found}, and ${stated} is stated`,
    ),
  ].filter(one => one !== null);
}

/** What options cost and give at the price that investors paid; null where the term does not say it. */
export function exerciseOf({
  more,
}: Term): {readonly cost: Known; readonly gross: Known; readonly over: Known} | null {
  const {units, strike, preferred} = more?.numbers ?? {};
  const [cost, gross] = [product(units, strike), product(units, preferred)];
  if (cost === null || gross === null) return null;
  const inputs = [
    {name: 'gross', label: 'at the price that investors paid', figure: gross},
    {name: 'cost', label: 'what exercising costs', figure: cost},
  ];
  return {cost, gross, over: worked('gross - cost', inputs, {style: {as: 'money'}})};
}

function check(
  stated: Known | null | undefined,
  found: Known | null,
  says: (stated: Known, found: Known) => Prose,
): Check | null {
  if (stated === null || stated === undefined || found === null) return null;
  const [one, other] = [valueOf(stated), valueOf(found)];
  return {says: says(stated, found), holds: Math.abs(one - other) <= NEAR * Math.abs(one)};
}

function ofBase(term: Term, share: Known | null, base: Known | null): Known | null {
  if (share === null || base === null || !isOfBase(term) || term.per !== 'year') return null;
  const inputs = [
    {name: 'share', label: 'share', figure: share},
    {name: 'base', label: 'base', figure: base},
  ];
  return worked('share * base', inputs, {style: {as: 'money'}});
}

function ratio(one: Known | undefined, other: Known | undefined): Known | null {
  if (one === undefined || other === undefined || valueOf(other) === 0) return null;
  const inputs = [
    {name: 'part', label: 'part', figure: one},
    {name: 'whole', label: 'whole', figure: other},
  ];
  const isMoney = one.style.as === 'money';
  return worked('part / whole', inputs, {style: isMoney ? {as: 'money'} : {as: 'share', digits: 4}});
}

function product(one: Known | undefined, other: Known | undefined): Known | null {
  if (one === undefined || other === undefined) return null;
  const inputs = [
    {name: 'units', label: 'units', figure: one},
    {name: 'price', label: 'price of one', figure: other},
  ];
  return worked('units * price', inputs, {style: {as: 'money'}});
}
