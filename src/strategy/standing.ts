import {atLeast, type Component, currencyOf, type Currency, quantity} from '../base/index.ts';
import {SPOKEN_FROM} from '../claims/index.ts';
import {
  valueOf,
  endOf,
  isSecret,
  type Known,
  listed,
  named,
  type Prose,
  quote,
  read,
  say,
  styled,
  subjectOf,
  workedRange,
} from '../figure/index.ts';
import {type Band, guideEvidence} from '../guide/index.ts';
import {bandOf, matchRegion, placeIn} from '../market/index.ts';
import {
  leavingOf,
  currencyIn,
  guaranteeOf,
  type Offer,
  once,
  shareOf,
  termsOf,
  YEARLY,
  yearly,
  yearlyTotal,
  componentName,
} from '../terms/index.ts';
import type {Frame} from './frame.ts';
import type {OfferStanding, Standing} from './types.ts';

/** What the seal has to know of an offer: whose it is, and whether others may see that there is one. */
export function guardsOf({party, kind, disclosure}: Offer, speakable: boolean) {
  const told = kind === 'target' || disclosure === 'public' || (kind === 'competing' && speakable);
  return {
    about: kind === 'current' ? (['currentPay', named(party)] as const) : ([named(party)] as const),
    ...(told ? {} : {reach: 'call' as const}),
  };
}

/** Whether an offer may be spoken of by its figures: on paper, not confidential, not run out. */
export function isSpeakable({evidence, disclosure, expires}: Offer, today: string): boolean {
  const expired = expires !== null && expires < today;
  return atLeast(evidence.tier, SPOKEN_FROM) && disclosure !== 'confidential' && !expired;
}

/** Where one offer stands in the guide's bands of `region`. */
export function standingOf(offer: Offer, frame: Frame): OfferStanding {
  const shown = YEARLY.filter(
    one => one === 'base' || termsOf(offer, one).length > 0 || isCounted(frame, one),
  );
  const speakable = isSpeakable(offer, frame.today);
  const own = rowOf(offer, frame);
  return {
    ...guardsOf(offer, speakable),
    offer: offer.id,
    party: offer.party,
    kind: offer.kind,
    evidence: offer.evidence,
    span: offer.span,
    speakable,
    region: offer.region,
    expires: offer.expires,
    standings: [...shown.map(one => standing(offer, one, own)), total(offer, own)],
    ...priceOfLeaving(offer, frame.today),
  };
}

/** What notice in today's job costs, by the day on which it is given; nothing where it costs nothing. */
function priceOfLeaving(offer: Offer, today: string): Pick<OfferStanding, 'leaving'> {
  if (offer.kind !== 'current') return {};
  const {byNotice} = leavingOf(offer, today);
  const first = byNotice[0];
  if (first === undefined || valueOf(first.total) === 0) return {};
  return {leaving: byNotice.map(({from, total: sum}) => ({from, total: sum}))};
}

/** An offer for another place is shown, and not placed in the bands of this one. */
function rowOf(offer: Offer, frame: Frame): Frame {
  if (offer.region === null || matchRegion(frame.guide, offer.region) === frame.region) return frame;
  return {...frame, region: undefined};
}

function standing(offer: Offer, component: (typeof YEARLY)[number], frame: Frame): Standing {
  const terms = termsOf(offer, component);
  const amount = yearly(offer, component);
  return unplacedWhereSealed({
    component,
    amount,
    shown: describe(offer, component, amount),
    ...(terms[0] === undefined ? {} : {evidence: terms[0].evidence, span: terms[0].span}),
    guaranteed: guaranteeOf(offer, component),
    ...placed(amount, frame, component),
  });
}

/** Where a secret sum stands in a band is as secret as the sum. */
function unplacedWhereSealed(of: Standing): Standing {
  if (of.amount === null || !isSecret(of.amount)) return of;
  return {...of, ifSealed: {...of, ...NOWHERE, band: of.band}};
}

/** `$180K`, `2% of …`, `$400K once`, `not stated`. */
function describe(offer: Offer, component: (typeof YEARLY)[number], amount: Known | null): Prose {
  const term = termsOf(offer, component).find(one => one.share !== null);
  const share = term === undefined ? null : shareOf(term);
  const single = once(offer, component);
  const parts = [
    ...(amount === null ? [] : [say`${styled(amount, 'short')}`]),
    ...(single === null ? [] : [say`${styled(single, 'short')} once`]),
    ...(share === null
      ? []
      : [say`${share} of ${quote(term?.share?.of ?? '', {disclosure: term?.disclosure ?? 'private'})}`]),
  ];
  return parts.length === 0 ? say`not stated` : listed(parts);
}

/** The sum of what is stated; placed in the band of totals only where nothing that the band counts is missing. */
function total(offer: Offer, frame: Frame): Standing {
  const parts = YEARLY.filter(one => isCounted(frame, one));
  const amount = yearlyTotal(offer, parts.length === 0 ? YEARLY : parts);
  if (amount === null)
    return {component: 'total', amount: null, shown: say`not stated`, guaranteed: null, ...NOWHERE};
  const missing = missingParts(offer, frame).map(componentName);
  const place = placed(amount, frame, 'total');
  const sum = styled(amount, 'short');
  return unplacedWhereSealed({
    // Beside the rest of it a total tells each of its parts.
    about: YEARLY.filter(one => yearly(offer, one) !== null),
    component: 'total',
    amount,
    shown: missing.length === 0 ? say`${sum}` : say`${sum} without ${missing.join(', ')}`,
    guaranteed: null,
    ...(missing.length === 0 ? place : {...NOWHERE, band: place.band}),
  });
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
  amount: Known | null,
  frame: Frame,
  component: Component,
): Pick<Standing, 'band' | 'place' | 'share'> {
  const found = bandIn(frame, component);
  const band =
    found === undefined ? undefined : rangeIn(found, amount === null ? undefined : currencyIn(amount));
  if (band === undefined) return NOWHERE;
  const currency = currencyOf(band.quantity.unit);
  if (amount === null || currency === undefined || currencyIn(amount) !== currency) return {...NOWHERE, band};
  return {band, ...placeIn(amount, endOf(band, 'low'), endOf(band, 'high'))};
}

/** The guide's band of a component in the reader's row. */
export function bandIn({guide, region, level}: Frame, component: Component): Band | undefined {
  return region === undefined ? undefined : bandOf(guide, region, component, level);
}

/**
 * The band by the year, in the offer's currency where the guide states it in two, else as its first currency has it. A
 * grant over four years counts a quarter: offers are held against it by the year. One that does not say over which time it is
 * has no band by the year.
 */
export function rangeIn(band: Band, currency: Currency | undefined): Known | undefined {
  const range =
    band.alt !== null && band.alt.currency === currency
      ? band.alt
      : band.high === null
        ? undefined
        : {low: band.low, high: band.high, currency: band.currency};
  if (range === undefined || band.basis === 'unknown') return undefined;
  const more = {subject: subjectOf(band.component), style: {as: 'short'}} as const;
  const evidence = guideEvidence(band.span);
  const unit = quantity(0, band.basis === 'once' ? range.currency : `${range.currency}/year`).unit;
  if (band.basis !== '4yr') return read({low: range.low, high: range.high, unit}, band.span, evidence, more);
  const whole = read(
    {low: range.low, high: range.high, unit: quantity(0, range.currency).unit},
    band.span,
    evidence,
    more,
  );
  const inputs = [{name: 'grant', label: 'the grant over four years', figure: whole}];
  return workedRange('grant / 4[year]', inputs, more);
}
