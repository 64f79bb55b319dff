import {type Component, type Money, type MoneyRange, showMoneyShort, atLeast} from '../base/index.ts';
import {SPOKEN_FROM} from '../claims/index.ts';
import type {Band} from '../guide/index.ts';
import {bandOf, matchRegion, placeIn} from '../market/index.ts';
import {guaranteeOf, type Offer, termsOf, YEARLY, yearly, yearlyTotal} from '../terms/index.ts';
import type {Frame} from './frame.ts';
import type {OfferStanding, Standing} from './types.ts';

const NAMES: Readonly<Record<string, string>> = {
  base: 'base',
  bonus: 'bonus',
  pnl: 'participation',
  equity: 'equity',
  onCall: 'on-call',
  signOn: 'sign-on',
  milestone: 'milestone',
  total: 'total',
};

/** A component in words: `pnl` is participation. */
export function componentName(component: string): string {
  return NAMES[component] ?? component.replace(/^other:/, '');
}

/** Where one offer stands in the guide's bands of `region`. Confidential amounts were taken out before. */
export function standingOf(offer: Offer, frame: Frame): OfferStanding {
  const shown = YEARLY.filter(
    one => one === 'base' || termsOf(offer, one).length > 0 || isCounted(frame, one),
  );
  const expired = offer.expires !== null && offer.expires < frame.today;
  const own = rowOf(offer, frame);
  return {
    offer: offer.id,
    party: offer.party,
    kind: offer.kind,
    evidence: offer.evidence,
    span: offer.span,
    speakable: atLeast(offer.evidence.tier, SPOKEN_FROM) && offer.disclosure !== 'confidential' && !expired,
    region: offer.region,
    expires: offer.expires,
    standings: [...shown.map(one => standing(offer, one, own)), total(offer, own)],
  };
}

/** An offer for another place is shown, and not placed in the bands of this one. */
function rowOf(offer: Offer, frame: Frame): Frame {
  if (offer.region === null || matchRegion(frame.guide, offer.region) === frame.region) return frame;
  return {...frame, region: undefined};
}

function standing(offer: Offer, component: (typeof YEARLY)[number], frame: Frame): Standing {
  const terms = termsOf(offer, component);
  const amount = yearly(offer, component);
  return {
    component,
    amount,
    shown: describe(offer, component, amount),
    ...(terms[0] === undefined ? {} : {evidence: terms[0].evidence, span: terms[0].span}),
    guaranteed: guaranteeOf(offer, component),
    ...placed(amount, frame, component),
  };
}

/** `$180K`, `2% of …`, `confidential`, `not stated`. */
function describe(offer: Offer, component: (typeof YEARLY)[number], amount: Money | null): string {
  const terms = termsOf(offer, component);
  if (terms.some(term => term.disclosure === 'confidential')) return 'confidential';
  const share = terms.find(term => term.share !== null)?.share;
  const parts = [
    ...(amount === null ? [] : [showMoneyShort(amount)]),
    ...(share == null ? [] : [`${share.percent}% of ${share.of}`]),
  ];
  return parts.length === 0 ? 'not stated' : parts.join(' and ');
}

/** The sum of what is stated; placed in the band of totals only where nothing that the band counts is missing. */
function total(offer: Offer, frame: Frame): Standing {
  const parts = YEARLY.filter(one => isCounted(frame, one));
  const amount = yearlyTotal(offer, parts.length === 0 ? YEARLY : parts);
  const secret = offer.terms.some(term => term.disclosure === 'confidential');
  if (amount === null || secret)
    return {
      component: 'total',
      amount: null,
      shown: secret ? 'confidential' : 'not stated',
      guaranteed: null,
      ...NOWHERE,
    };
  const missing = missingParts(offer, frame).map(componentName);
  const place = placed(amount, frame, 'total');
  return {
    component: 'total',
    amount,
    shown:
      missing.length === 0
        ? showMoneyShort(amount)
        : `${showMoneyShort(amount)} without ${missing.join(', ')}`,
    guaranteed: null,
    ...(missing.length === 0 ? place : {...NOWHERE, band: place.band}),
  };
}

/** What the guide's total counts and the offer does not state in money: its total is not the whole yet. */
export function missingParts(offer: Offer, frame: Frame): readonly Component[] {
  return YEARLY.filter(one => isCounted(frame, one) && yearly(offer, one) === null);
}

/** Whether the guide's table has the component in this region, in money or as a percent. */
function isCounted({guide, region}: Frame, component: Component): boolean {
  return guide.bands.some(band => band.region === region && band.component === component);
}

const NOWHERE = {band: null, place: 'unknown', share: null} as const;

function placed(
  amount: Money | null,
  frame: Frame,
  component: Component,
): Pick<Standing, 'band' | 'place' | 'share'> {
  const band = bandIn(frame, component);
  const range = band === undefined ? undefined : rangeIn(band, amount?.currency);
  if (range === undefined) return NOWHERE;
  if (amount === null || amount.currency !== range.currency) return {...NOWHERE, band: range};
  return {band: range, ...placeIn(amount, range)};
}

/** The guide's band of a component in the reader's row. */
export function bandIn({guide, region, level}: Frame, component: Component): Band | undefined {
  return region === undefined ? undefined : bandOf(guide, region, component, level);
}

/**
 * The band by the year, in the offer's currency where the guide states it in two, else as its first currency has it. A
 * grant over four years counts a quarter: offers are held against it by the year.
 */
export function rangeIn(band: Band, currency: string | undefined): MoneyRange | undefined {
  const range =
    band.alt !== null && band.alt.currency === currency
      ? band.alt
      : band.high === null
        ? undefined
        : {low: band.low, high: band.high, currency: band.currency};
  if (range === undefined || band.basis !== '4yr') return range;
  return {...range, low: range.low / 4, high: range.high / 4};
}
