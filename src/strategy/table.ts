import {about, isSecret, type Known, type Prose, say, subjectOf, valueOf} from '../figure/index.ts';
import {currencyIn, type Offer, once, yearly, yearlyTotal} from '../terms/index.ts';
import type {AskPart} from './ask-draft.ts';
import type {Ask} from './types.ts';

// What is on the table of what is asked for: of one part of pay, by the year or, of a grant, in all.

/** What the firm's offer states of the same part, by the same period; null where it states none. */
export function offerTable(offer: Offer | undefined, component: AskPart, grant: boolean): Known | null {
  if (offer === undefined || component === 'escalator' || component === 'other') return null;
  if (component === 'total') return yearlyTotal(offer);
  if (grant || component === 'signOn' || component === 'milestone') return once(offer, component);
  const sum = yearly(offer, component) ?? (component === 'equity' ? null : once(offer, component));
  return sum === null ? null : about(sum, subjectOf(component));
}

/** What is on the table for an ask, and whether that is as much: what is met is no ask any more. */
export function against(
  sum: Known,
  table: Known | null,
  offer: Offer | undefined,
  component: AskPart,
  grant: boolean,
): Pick<Ask, 'now' | 'met'> {
  const met = table !== null && covers(table, sum);
  const now = nowOf(offer, component, grant, table);
  return {met, now: met ? say`${now}, which meets it` : now};
}

/** Nothing is decided by a secret: whoever sees the decision would know something of it. */
export function covers(table: Known, sum: Known): boolean {
  return !isSecret(table) && currencyIn(table) === currencyIn(sum) && valueOf(table) >= valueOf(sum);
}

function nowOf(offer: Offer | undefined, component: AskPart, grant: boolean, table: Known | null): Prose {
  if (offer === undefined) return say`no offer yet`;
  if (table !== null) return component === 'total' ? say`${table} so far` : say`${table}`;
  const byYear = grant ? yearly(offer, 'equity') : component === 'equity' ? once(offer, 'equity') : null;
  if (byYear === null) return say`not stated`;
  return grant
    ? say`${byYear} a year, which is no whole grant: ask over how many years`
    : say`a grant of ${byYear} in all: ask over how many years it vests`;
}
