import type {Currency} from '../../base/index.ts';
import {type Known, valueOf, worked} from '../../figure/index.ts';
import {baseOf} from '../compose/frame.ts';
import {dayAfter, dayBefore} from '../compose/months.ts';
import {amountOf} from '../pay.ts';
import type {Offer, Term} from '../types.ts';
import type {Leaving, LeavingFrom} from './leaving.ts';

/** A guarantee that wants an early start, held against what an early notice costs. */
export interface StartConflict {
  /** The id of the offer that guarantees. */
  readonly offer: string;
  readonly term: Term;
  readonly startBy: string;
  /** What a later start loses. */
  readonly guaranteed: Known;
  /** The last day on which notice can be given for that start; the start itself where the length of notice is not known. */
  readonly noticeBy: string;
  readonly isNoticeKnown: boolean;
  /** The currency of today's job. */
  readonly currency: Currency;
  /** What notice on that day costs; null where it has passed. */
  readonly early: LeavingFrom | null;
  /** The later days of notice within a year at which leaving costs less. */
  readonly later: readonly Waiting[];
  /** What each week of waiting costs in base of the new job; null where it names no base. */
  readonly week: Known | null;
}

/** Giving notice later, and what that keeps. */
export interface Waiting {
  readonly from: string;
  readonly kept: Known;
  /** The first day of work after it; null where the length of notice is not known. */
  readonly start: string | null;
}

/** The offers whose guarantees ask for a start that costs something in today's job. */
export function conflictsOf(
  leaving: Leaving,
  offers: readonly Offer[],
  today: string,
): readonly StartConflict[] {
  return offers.flatMap(offer =>
    offer.terms.flatMap(term => {
      const {startBy = null} = term.more ?? {};
      const guaranteed = guaranteedSum(term);
      return startBy === null || guaranteed === null
        ? []
        : [conflict(leaving, {offer, term, startBy, guaranteed}, today)].filter(
            ({later}) => later.length > 0,
          );
    }),
  );
}

function conflict(
  {byNotice, notice, currency}: Leaving,
  {
    offer,
    term,
    startBy,
    guaranteed,
  }: {
    readonly offer: Offer;
    readonly term: Term;
    readonly startBy: string;
    readonly guaranteed: Known;
  },
  today: string,
): StartConflict {
  const noticeBy = notice === null ? startBy : dayBefore(startBy, notice);
  const early = noticeBy < today ? null : (byNotice.findLast(({from}) => from <= noticeBy) ?? null);
  const base = baseOf(offer.terms);
  const before = early ?? (byNotice[0] as LeavingFrom);
  const end = dayAfter(startBy, {count: 1, unit: 'year'});
  const later = byNotice.filter(
    ({from, total}) => from > noticeBy && from < end && valueOf(total) < valueOf(before.total),
  );
  return {
    offer: offer.id,
    term,
    startBy,
    guaranteed,
    noticeBy,
    isNoticeKnown: notice !== null,
    currency,
    early,
    later: later.map(({from, total}) => ({
      from,
      kept: keptBy(before.total, total),
      start: notice === null ? null : dayAfter(from, notice),
    })),
    week:
      base === null
        ? null
        : worked('base * 1[year] / 52', [{name: 'base', label: 'base', figure: base}], {
            style: {as: 'money'},
          }),
  };
}

function keptBy(before: Known, later: Known): Known {
  const inputs = [
    {name: 'early', label: 'notice in time for that start', figure: before},
    {name: 'late', label: 'notice on the later day', figure: later},
  ];
  return worked('early - late', inputs, {style: {as: 'money'}});
}

/** The sum that a term guarantees, of one payment. */
function guaranteedSum(term: Term): Known | null {
  const part = term.more?.numbers.guaranteed ?? (term.guaranteed === true ? amountOf(term) : null);
  if (part === null || part === undefined) return null;
  if (term.per === 'once') return part;
  return worked(`guaranteed * 1[${term.per}]`, [{name: 'guaranteed', label: 'guaranteed', figure: part}], {
    style: {as: 'money'},
  });
}
