import {atLeast, type Money, showMoneyShort, showQuantity} from '../../base/index.ts';
import type {CompetingOffer, Figure} from '../../guide/index.ts';
import {type Offer, termsOf, yearly} from '../../terms/index.ts';
import {claim} from '../claim.ts';
import {SPOKEN_FROM} from '../own.ts';
import type {Input, Verdict} from '../types.ts';
import type {Context, Recognised, Recogniser} from './context.ts';

/** "I have an offer from Citadel at $210K + $130K": true only of a reader who holds that offer, on paper. */
export const competingOffers: Recogniser = context =>
  (context.guide.strategy?.competing ?? []).flatMap((told): readonly Recognised[] => {
    const parts = (['base', 'bonus', 'total'] as const).flatMap(part =>
      told[part] === null ? [] : [{part, amount: told[part]}],
    );
    const [first] = parts;
    if (first === undefined) return [];
    const figures = figuresOf(context, told);
    const {currency} = told;
    const text = parts.map(({amount}) => showMoneyShort({amount, currency})).join(' + ');
    const mine = context.offers.find(
      offer => offer.kind === 'competing' && sameFirm(offer.party, told.company),
    );
    const held = mine === undefined ? [] : parts.flatMap(({part}) => heldInput(mine, part));
    return [
      {
        stem: `competing-${firstWord(told.company)}`,
        figures,
        claim: claim({
          says: `${told.company} has offered ${text}`,
          stated: {value: first.amount, unit: {[currency]: 1}},
          statedText: text,
          span: told.span,
          inputs: held,
          workings: [],
          verdict: verdictOf(mine, held, parts, {text, currency}),
        }),
      },
    ];
  });

/** Every mention of the offer's sums in a sentence that names the firm. */
function figuresOf(context: Context, told: CompetingOffer): readonly Figure[] {
  const sums = new Set([told.base, told.bonus, told.total]);
  const name = new RegExp(`\\b${firstWord(told.company)}\\b`, 'i');
  return context.quotes
    .filter(
      ({figure, sentence}) => figure.kind === 'money' && sums.has(figure.low) && name.test(sentence.text),
    )
    .map(quote => quote.figure);
}

function heldInput(offer: Offer, part: 'base' | 'bonus' | 'total'): readonly Input[] {
  if (part === 'total') return [];
  const sum: Money | null = yearly(offer, part);
  const term = termsOf(offer, part)[0];
  if (sum === null || term === undefined) return [];
  return [
    {
      name: part,
      label: `${part} in the offer of ${offer.party}`,
      quantity: {value: sum.amount, unit: {[sum.currency]: 1, year: -1}},
      share: false,
      evidence: term.evidence,
      disclosure: term.disclosure,
      span: term.span,
    },
  ];
}

function verdictOf(
  mine: Offer | undefined,
  held: readonly Input[],
  parts: readonly {part: string; amount: number}[],
  told: {text: string; currency: string},
): Verdict {
  if (mine === undefined)
    return {
      kind: 'cannot be checked',
      because: "it is the guide's example: your case holds no such offer",
      needs: 'an offer of that firm, on paper',
    };
  const weak = held.find(input => !atLeast(input.evidence.tier, SPOKEN_FROM));
  if (weak !== undefined || held.length < parts.length)
    return {
      kind: 'cannot be checked',
      because:
        weak === undefined
          ? `your offer of ${mine.party} does not state all of it`
          : `the offer of ${mine.party} is ${weak.evidence.tier} only`,
      needs: 'a letter or an e-mail that states its figures',
    };
  const stated = (input: Input) =>
    input.quantity.unit[told.currency] === 1 && parts.find(one => one.part === input.name)?.amount;
  if (held.some(input => stated(input) !== input.quantity.value)) {
    const yours = held.map(input => showQuantity(input.quantity)).join(' + ');
    return {
      kind: 'does not hold',
      because: `your paper of ${mine.party} states other figures`,
      instead: yours,
    };
  }
  return {
    kind: 'holds',
    because: `${told.text} stands in ${held[0]?.evidence.source ?? mine.evidence.source}`,
  };
}

function sameFirm(a: string, b: string): boolean {
  return firstWord(a) === firstWord(b);
}

/** The first word of a firm's name: "Jump" and "Jump Trading" are one firm. */
function firstWord(name: string): string {
  return /[\p{L}\p{N}]+/u.exec(name.toLowerCase())?.[0] ?? '';
}
