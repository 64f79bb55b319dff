import {textOf} from '../../figure/index.ts';
import type {Claim} from '../types.ts';
import {durationSaved, rowTotals, totalOfEach} from './arithmetic.ts';
import {competingOffers} from './competing.ts';
import type {GuideContext, Recognised, Recogniser} from './context.ts';
import {exposureCalledProtection} from './exposure.ts';
import {outageLoss} from './outage.ts';
import {prevention} from './prevention.ts';
import {ratePerMinute} from './rate.ts';
import {leftOver} from './rest.ts';
import {shareOfAll} from './share.ts';

export {contextOf, type GuideContext} from './context.ts';
export {isAsked} from './rest.ts';

/** Each knows one way in which guides of the family argue with numbers. To add one, write it and list it here. */
const RECOGNISERS: readonly Recogniser[] = [
  outageLoss,
  prevention,
  ratePerMinute,
  shareOfAll,
  durationSaved,
  totalOfEach,
  exposureCalledProtection,
  rowTotals,
  competingOffers,
];

/**
 * Every claim that the guide's figures make, headline claims first, each group in the guide's order. Ids are the
 * stem, with a number from the second on.
 */
export function guideClaims(context: GuideContext, today: string | null = null): readonly Claim[] {
  const found = RECOGNISERS.flatMap(recognise => recognise(context, today));
  const taken = new Set(found.flatMap(one => one.figures));
  const all = once([...found, ...leftOver(context, taken)]);
  const place = (claim: {headline: boolean; span?: {from: number}}) => [
    claim.headline ? 0 : 1,
    claim.span?.from ?? 0,
  ];
  const sorted = all.sort((a, b) => {
    const [x, y] = [place(a.claim), place(b.claim)];
    return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
  });
  const seen = new Map<string, number>();
  return sorted.map(({stem, claim}) => {
    const times = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, times);
    return {id: times === 1 ? stem : `${stem}-${times}`, ...claim};
  });
}

/** A figure that the guide repeats in the same words is one claim: the first. */
function once(found: readonly Recognised[]): Recognised[] {
  const first = new Map<string, Recognised>();
  for (const one of found) {
    const says = textOf(one.claim.says);
    if (!first.has(says)) first.set(says, one);
  }
  return [...first.values()];
}
