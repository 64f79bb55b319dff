import type {Currency} from '../../base/index.ts';
import {type Known, valueOf, worked} from '../../figure/index.ts';
import {currencyOfOffer} from '../compose/compose.ts';
import {componentName} from '../words/names.ts';
import {baseOf} from '../compose/frame.ts';
import {dayAfter, dayBefore, monthOf} from '../compose/months.ts';
import {inMonths, type Length} from '../length.ts';
import {amountOf} from '../pay.ts';
import type {Offer, Term} from '../types.ts';
import {once, type Stake, stakesOf} from './stakes.ts';

/** A part of what leaving costs. */
export interface LeavingPart {
  readonly what: string;
  readonly amount: Known;
}

/** What leaving costs where notice is given from a day on, until the next of these. */
export interface LeavingFrom {
  readonly from: string;
  readonly total: Known;
  readonly parts: readonly LeavingPart[];
}

/** What giving notice in today's job costs, by the day on which it is given. */
export interface Leaving {
  /** If it were given today. */
  readonly total: Known;
  readonly byNotice: readonly LeavingFrom[];
  /** How long notice is; null where nothing says it: the job then counts as ending on the day of notice. */
  readonly notice: Length | null;
  readonly currency: Currency;
}

const DAY: Length = {count: 1, unit: 'day'};

/**
 * The price of leaving today's job: what is not yet vested or paid, and what is to be given back. What is lost by notice alone is
 * kept by giving it on the day after; what needs employment on a day is kept where the notice ends after it.
 */
export function leavingOf(offer: Offer, today: string): Leaving {
  const notice = noticeOf(offer);
  const stakes = stakesOf(offer, today);
  const turns = new Set([today, ...stakes.map(stake => keptFrom(stake, notice))]);
  for (const term of offer.terms) for (const day of repaymentDays(term, offer, notice)) turns.add(day);
  const days = [...turns].filter(day => day >= today).toSorted();
  const rows = days.map(day => rowOf(day, stakes, offer, notice));
  const byNotice = rows.filter(
    (row, at) => at === 0 || valueOf(row.total) !== valueOf(rows[at - 1]?.total as Known),
  );
  return {total: (byNotice[0] as LeavingFrom).total, byNotice, notice, currency: currencyOfOffer(offer)};
}

/** The length of notice; null where nothing says it. */
function noticeOf({terms}: Offer): Length | null {
  return (
    terms.find(({component, more}) => component === 'notice' && more?.length != null)?.more?.length ?? null
  );
}

/** The first day on which notice can be given without losing a stake. */
function keptFrom({day, byNotice}: Stake, notice: Length | null): string {
  const after = dayAfter(day, DAY);
  return byNotice || notice === null ? after : dayBefore(after, notice);
}

function rowOf(day: string, stakes: readonly Stake[], offer: Offer, notice: Length | null): LeavingFrom {
  const lost = stakes.filter(stake => keptFrom(stake, notice) > day);
  const currency = currencyOfOffer(offer);
  const kinds = [...new Set(lost.map(({term}) => whatOf(term)))];
  const parts: LeavingPart[] = [
    ...kinds.map(what => ({
      what,
      amount: sumOf(
        lost.filter(({term}) => whatOf(term) === what).map(({amount}) => amount),
        currency,
      ),
    })),
    ...offer.terms.flatMap(term => repaid(term, day, offer, notice)),
    ...offer.terms.flatMap(term => idle(term, offer)),
  ];
  return {
    from: day,
    total: sumOf(
      parts.map(({amount}) => amount),
      currency,
    ),
    parts,
  };
}

/** `equity, not yet vested`, `bonus of 2027-03-15`. */
function whatOf(term: Term): string {
  const name = componentName(term.component);
  return term.more?.vesting == null ? `${name} of ${term.more?.paid ?? ''}` : `${name}, not yet vested`;
}

/** What of a sum that was paid is given back where notice is given on a day: all at first, then less each month. */
function repaid(term: Term, day: string, offer: Offer, notice: Length | null): readonly LeavingPart[] {
  const stated = amountOf(term);
  const amount = stated === null ? null : once(term, stated);
  const paid = term.more?.paid ?? offer.start;
  const repay = term.more?.repay;
  if (repay == null || amount === null || paid === null) return [];
  if (repay.on !== null && !repay.on.includes('quit')) return [];
  const end = notice === null ? day : dayAfter(day, notice);
  const months = monthOf(end, paid);
  const [full, until] = [inMonths(repay.full), inMonths(repay.until ?? repay.full)];
  if (months > until || (months > full && until === full)) return [];
  const what = `${componentName(term.component)}, given back`;
  const inputs = [{name: 'paid', label: componentName(term.component), figure: amount}];
  if (months <= full) return [{what, amount: amount}];
  const [left, all] = [Math.round(until - months), Math.round(until - full)];
  if (left <= 0) return [];
  return [{what, amount: worked(`paid * ${left} / ${all}`, inputs, {style: {as: 'money'}})}];
}

/** What garden leave and a non-compete cost while I may not work: what of base pay is not paid on, for as long as they are. */
function idle({component, more, share}: Term, offer: Offer): readonly LeavingPart[] {
  if (component !== 'nonCompete' && component !== 'gardenLeave') return [];
  const base = baseOf(offer.terms);
  const months = more?.length == null ? 0 : inMonths(more.length);
  const unpaid = 1 - (share?.percent ?? 0) / 100;
  if (base === null || months === 0 || unpaid <= 0) return [];
  const years = Number(((months / 12) * unpaid).toPrecision(12));
  return [
    {
      what: `${componentName(component)}, what of base is not paid on`,
      amount: worked(`base * ${years}[year]`, [{name: 'base', label: 'base', figure: base}], {
        style: {as: 'money'},
      }),
    },
  ];
}

/** The days of notice at which less is given back. */
function repaymentDays({more}: Term, {start}: Offer, notice: Length | null): readonly string[] {
  const paid = more?.paid ?? start;
  if (more?.repay == null || paid === null) return [];
  const [full, until] = [inMonths(more.repay.full), inMonths(more.repay.until ?? more.repay.full)].map(
    Math.ceil,
  ) as [number, number];
  return Array.from({length: until - full + 1}, (_, at) => {
    const end = dayAfter(dayAfter(paid, {count: full + at, unit: 'month'}), DAY);
    return notice === null ? end : dayBefore(end, notice);
  });
}

function sumOf(amounts: readonly Known[], currency: Currency): Known {
  const [only, ...more] = amounts;
  if (only !== undefined && more.length === 0) return only;
  const inputs = amounts.map((figure, at) => ({name: `part${at + 1}`, label: 'part', figure}));
  const formula = inputs.length === 0 ? `0[${currency}]` : inputs.map(({name}) => name).join(' + ');
  return worked(formula, inputs, {style: {as: 'money'}});
}
