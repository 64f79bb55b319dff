import type {Currency} from '../../base/index.ts';
import type {Known} from '../../figure/index.ts';
import {compose} from '../compose/compose.ts';
import type {Offer} from '../types.ts';
import {componentName} from '../words/names.ts';
import {type Exchanging, offerReading, type OfferReading, startConflicts} from './offer.ts';

/** A guarantee that wants an early start, with what that costs in today's job. */
export interface ConflictReading {
  readonly offer: string;
  readonly party: string;
  readonly term: string;
  readonly startBy: string;
  readonly guaranteed: Known;
  readonly noticeBy: string;
  readonly isNoticeKnown: boolean;
  /** What notice in time costs; null where its day has passed. */
  readonly cost: Known | null;
  readonly later: readonly {
    readonly from: string;
    readonly kept: Known;
    readonly start: string | null;
  }[];
  readonly week: Known | null;
}

/** What offers are worth, side by side, in one currency. */
export interface ValueReport {
  readonly version: 1;
  readonly currency: Currency;
  readonly today: string;
  /** How many years are looked at. */
  readonly horizonYears: number;
  readonly offers: readonly OfferReading[];
  /** Where a guarantee of one offer and today's job pull apart. */
  readonly conflicts: readonly ConflictReading[];
}

interface Asked {
  readonly today: string;
  readonly years: number;
  readonly currency: Currency;
  readonly exchange: Exchanging;
}

/** Reads offers side by side. Sums of other currencies are put into the report's by `exchange`. */
export function valueReport(
  offers: readonly Offer[],
  {today, years, currency, exchange}: Asked,
): ValueReport {
  return {
    version: 1,
    currency,
    today,
    horizonYears: years,
    offers: offers.map(offer => offerReading(compose(offer, today, years), today, years, exchange)),
    conflicts: startConflicts(offers, today).map(one => {
      const offer = offers.find(({id}) => id === one.offer);
      const of = offer?.terms.find(term => term === one.term)?.currency ?? currency;
      return {
        offer: one.offer,
        party: offer?.party ?? one.offer,
        term: componentName(one.term.component),
        startBy: one.startBy,
        guaranteed: exchange(one.guaranteed, of),
        noticeBy: one.noticeBy,
        isNoticeKnown: one.isNoticeKnown,
        cost: one.early === null ? null : exchange(one.early.total, one.currency),
        later: one.later.map(({from, kept, start}) => ({from, kept: exchange(kept, one.currency), start})),
        week: one.week === null ? null : exchange(one.week, of),
      };
    }),
  };
}
