import {type Input, type Known, read, worked} from '../figure/index.ts';
import {currencyOf, quantity, type Quantity} from '../base/index.ts';
import type {Offer, Term} from './types.ts';

/** How often in a year a period comes, as a formula writes it; of the others the term itself says it, or nobody does. */
const TIMES = {year: '', quarter: ' * 4[quarter/year]', month: ' * 12[month/year]'} as const;

/** Whether the sum of a first year follows from what a term says: £300 a week is none without how many weeks. */
function isYearly({per, more}: Term): boolean {
  if (per === 'once' || (more?.years?.from ?? 1) > 1) return false;
  return Object.hasOwn(TIMES, per) || more?.numbers.times !== undefined;
}

/** The terms of one component, in the order of the letter. */
export function termsOf(offer: Offer, component: Term['component']): readonly Term[] {
  return offer.terms.filter(term => term.component === component);
}

/** The sum of a term, by its period, where it stands; null for a share without a sum. */
export function amountOf(term: Term): Known | null {
  const {amount, currency, per, evidence, disclosure, component, places, span} = term;
  if (amount === null) return null;
  const unit = per === 'once' ? currency : `${currency}/${per}`;
  return read(quantity(amount, unit), places.amount ?? span, evidence, {
    subject: component,
    disclosure,
    style: {as: 'money'},
  });
}

/** The share of a term where it stands, as a fraction; null for plain money. */
export function shareOf({share, places, span, evidence, disclosure, component}: Term): Known | null {
  if (share === null) return null;
  return read(quantity(Number(`${share.percent}e-2`)), places.share ?? span, evidence, {
    subject: component,
    disclosure,
    style: {as: 'share', digits: 12},
  });
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
): Known | null {
  return summed(
    termsOf(offer, component).filter(term => among(term) && isYearly(term)),
    component,
  );
}

/** What the terms of one component pay once; null as for `yearly`. */
export function once(
  offer: Offer,
  component: Term['component'],
  among: (term: Term) => boolean = () => true,
): Known | null {
  return summed(
    termsOf(offer, component).filter(term => among(term) && term.per === 'once'),
    component,
  );
}

function summed(terms: readonly Term[], component: Term['component']): Known | null {
  const parts = terms.flatMap(term => {
    const figure = amountOf(term);
    return figure === null ? [] : [{figure, per: term.per, times: term.more?.numbers.times}];
  });
  const [first, ...more] = parts;
  if (first === undefined || parts.some(({figure}) => currencyIn(figure) !== currencyIn(first.figure)))
    return null;
  if (more.length === 0 && (first.per === 'year' || first.per === 'once')) return first.figure;
  const inputs = parts.flatMap(({figure, times}, at): Input[] => [
    {name: `part${at}`, label: component, figure},
    ...(times === undefined ? [] : [{name: `times${at}`, label: 'how often in a year', figure: times}]),
  ]);
  const formula = parts
    .map(
      ({per}, at) =>
        `part${at}${per in TIMES ? TIMES[per as keyof typeof TIMES] : per === 'once' ? '' : ` * times${at}`}`,
    )
    .join(' + ');
  return worked(formula, inputs, {subject: component, style: {as: 'money'}});
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
export function yearlyTotal(offer: Offer, components: readonly Term['component'][] = YEARLY): Known | null {
  const stated = components.filter(one =>
    termsOf(offer, one).some(term => term.amount !== null && isYearly(term)),
  );
  const sums = stated.map(component => yearly(offer, component)).filter(sum => sum !== null);
  const [first] = sums;
  if (first === undefined || sums.length < stated.length) return null;
  if (sums.some(sum => currencyIn(sum) !== currencyIn(first))) return null;
  return added(stated.map((component, at) => ({name: component, figure: sums[at] as Known})));
}

/** Sums of one unit added up: the total of a package. */
export function added(parts: readonly {readonly name: string; readonly figure: Known}[]): Known {
  const inputs = parts.map(({name, figure}): Input => ({name, label: name, figure}));
  return worked(inputs.map(({name}) => name).join(' + '), inputs, {subject: 'total', style: {as: 'money'}});
}

/** The currency of a figure of money; undefined for any other. */
export function currencyIn({quantity: of}: Known): ReturnType<typeof currencyOf> {
  return currencyOf((of as Quantity).unit);
}
