import {type Known, worked} from '../../figure/index.ts';
import {partIn} from '../../english/index.ts';
import type {Contract} from '../contract/contract.ts';
import {schedule} from '../contract/contract.ts';
import type {Observable, Predicate} from '../contract/observable.ts';
import {amountOf, shareOf} from '../pay.ts';
import type {Term, TermTest, Years} from '../types.ts';
import type {FigureList} from './composed.ts';
import {monthOf} from './months.ts';

/** What composing a term has to know of the offer around it. */
export interface Frame {
  readonly list: FigureList;
  readonly origin: string;
  /** How many years are composed. */
  readonly years: number;
  /** Base pay of a year; null where the offer names none. */
  readonly base: Known | null;
}

/** Months of the periods that a term is paid by; of the others a year's sum is paid by the month. */
const MONTHS = {year: 12, quarter: 3, month: 1} as const;

/** How often a term pays, and which part of its own sum each time. */
export interface Rhythm {
  readonly every: number;
  readonly of: (sum: Observable) => Observable;
}

/** Null of a term by the week, the day or the hour that does not say how many of them there are in a year. */
export function rhythmOf({per, more, component}: Term, list: FigureList): Rhythm | null {
  if (per === 'year' || per === 'quarter' || per === 'month') {
    // A yearly salary comes by the month; what else is said of a year is paid at its end.
    const every = component === 'base' ? 1 : MONTHS[per];
    const part = every / MONTHS[per];
    return {every, of: sum => (part === 1 ? sum : product(sum, part))};
  }
  const times = more?.numbers.times;
  return times === undefined ? null : {every: 1, of: sum => product(sum, list.stated(times), 1 / 12)};
}

/**
 * A contract once for each period of the years that a term is for. Where the term names the day of its first payment and that is
 * within the first period, periods end with it, as calendar years do; where it is later, what is earned by then is paid so many
 * months `after`.
 */
export function repeated(
  {more}: Term,
  every: number,
  of: (after: number) => Contract,
  {years, origin}: Frame,
): readonly Contract[] {
  const {from, to} = withinYears(more?.years ?? null, years);
  const begin = 12 * (from - 1);
  const times = (12 * (to - from + 1)) / every;
  if (times <= 0) return [];
  const month = more?.paid == null ? 0 : monthOf(more.paid, origin);
  if (month === 0 || month >= every)
    return [schedule({from: begin, every, times}, of(month === 0 ? 0 : month - every))];
  return [
    schedule({from: begin, every: month, times: 1}, of(0)),
    schedule({from: begin + month, every, times: times - 1}, of(0)),
  ];
}

/** The years of service that are meant, within as many as are composed. */
export function withinYears(of: Years | null, years: number): {readonly from: number; readonly to: number} {
  return {from: of?.from ?? 1, to: Math.min(of?.to ?? years, years)};
}

/** The sum of a term by its period, as a number of a contract: what is stated, else its share of base; null where it has neither. */
export function sumOf(term: Term, {list, base}: Frame): Observable | null {
  const amount = amountOf(term);
  if (amount !== null) return list.stated(amount);
  const share = shareOf(term);
  if (share === null || base === null || !isOfBase(term)) return null;
  const ofYear = product(list.stated(share), list.stated(base));
  const parts = {quarter: 1 / 4, month: 1 / 12, year: 1, once: 1, week: 1, day: 1, hour: 1}[term.per];
  return parts === 1 ? ofYear : product(ofYear, parts);
}

/** Whether a share is of base pay. */
export function isOfBase({share}: Term): boolean {
  return share !== null && partIn(share.of) === 'base';
}

/** The tests of a term, all of which must hold; null where it has none. */
export function testOf({more}: Term, list: FigureList): Predicate | null {
  const tests = (more?.when ?? []).flatMap(test => bounds(test, list));
  const [only] = tests;
  return only === undefined ? null : tests.length === 1 ? only : {is: 'both', of: tests};
}

function bounds({what, atLeast, atMost}: TermTest, list: FigureList): readonly Predicate[] {
  const made: Predicate[] = [];
  if (atLeast !== null) made.push({is: 'atLeast', what: {is: what}, bound: list.stated(atLeast)});
  if (atMost !== null) made.push({is: 'atMost', what: {is: what}, bound: list.stated(atMost)});
  return made;
}

export function product(...of: readonly Observable[]): Observable {
  return {is: 'product', of};
}

/** What a participation is of comes to in a year: as stated, or by the sum that its share is said to come to. */
export function comesTo(term: Term): Known | null {
  const stated = term.more?.numbers.comesTo;
  if (stated !== undefined) return stated;
  const [amount, share] = [amountOf(term), shareOf(term)];
  if (amount === null || share === null || term.per !== 'year') return null;
  return worked(
    'amount / share',
    [
      {name: 'amount', label: 'what it comes to', figure: amount},
      {name: 'share', label: 'share', figure: share},
    ],
    {style: {as: 'money'}},
  );
}

/** Base pay of a year as the first term that names it says it. */
export function baseOf(terms: readonly Term[]): Known | null {
  const term = terms.find(
    ({component, amount, per}) => component === 'base' && amount !== null && per in YEARLY,
  );
  const amount = term === undefined ? null : amountOf(term);
  if (term === undefined || amount === null || term.per === 'year') return amount;
  return worked(
    `base * ${YEARLY[term.per as keyof typeof YEARLY]}[${term.per}/year]`,
    [{name: 'base', label: 'base', figure: amount}],
    {style: {as: 'money'}},
  );
}

const YEARLY = {year: 1, quarter: 4, month: 12} as const;
