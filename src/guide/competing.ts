import type {OfferTold} from '../english/index.ts';
import type {Page} from './blocks.ts';
import {OFFERED} from './stated.ts';
import type {CompetingOffer} from './types.ts';

/** Named offers with a number of base, bonus or total. Of a range the low end; what is in another currency than the first is left out. */
export function competingIn(page: Page, offers: readonly OfferTold[]): CompetingOffer[] {
  return offers.flatMap(({firm, sums}) => {
    const currency = sums[0]?.amount.currency ?? null;
    const [first] = sums;
    if (currency === null || first === undefined) return [];
    const parts = OFFERED.flatMap(part => {
      const sum = sums.find(({pays, amount}) => pays === part && amount.currency === currency);
      return sum === undefined ? [] : [{part, sum}];
    });
    if (parts.length === 0) return [];
    const amountOf = (wanted: string) => parts.find(({part}) => part === wanted)?.sum.amount.low ?? null;
    const places = Object.fromEntries(parts.map(({part, sum}) => [part, page.source.span(sum.from, sum.to)]));
    return [
      {
        company: firm,
        base: amountOf('base'),
        bonus: amountOf('bonus'),
        total: amountOf('total'),
        places,
        currency,
        span: page.source.span(first.from, Math.max(...parts.map(({sum}) => sum.to))),
      },
    ];
  });
}
