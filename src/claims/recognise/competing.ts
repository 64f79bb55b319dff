import {atLeast} from '../../base/index.ts';
import {
  isSecret,
  join,
  type Known,
  named,
  type Prose,
  quote,
  type ReadFigure,
  say,
  styled,
  tierOf,
  valueOf,
} from '../../figure/index.ts';
import {type CompetingOffer, type Figure, OFFERED, offeredFigure} from '../../guide/index.ts';
import {currencyIn, type Offer, termsOf, yearly} from '../../terms/index.ts';
import {claim, type Placed} from '../claim.ts';
import {SPOKEN_FROM} from '../verdict.ts';
import type {Verdict} from '../types.ts';
import type {GuideContext, Recognised, Recogniser} from './context.ts';

/** What the guide would have a firm offer: one part of it, as it stands there. */
interface Part {
  readonly part: (typeof OFFERED)[number];
  readonly figure: ReadFigure;
}

/**
 * "I have an offer from Citadel at $210K + $130K": true only of a reader who holds that offer, on paper. Of an offer that
 * may not be told, or that nobody made, others see nothing.
 */
export const competingOffers: Recogniser = (context, today) =>
  (context.guide.strategy?.competing ?? []).flatMap((told): readonly Recognised[] => {
    const mentions = mentionsOf(context, told);
    const parts = OFFERED.flatMap((part): readonly Part[] => {
      const figure = offeredFigure(told, part);
      return figure === null ? [] : [{part, figure}];
    });
    const [first] = parts;
    if (first === undefined) return [];
    const text = join(
      parts.map(({figure}) => say`${figure}`),
      ' + ',
    );
    const mine = context.offers.find(
      offer => offer.kind === 'competing' && sameFirm(offer.party, told.company),
    );
    const held = mine === undefined ? [] : parts.flatMap(({part}) => heldInput(mine, part));
    const open = mine !== undefined && mayBeTold(mine, today);
    return [
      {
        stem: `competing-${firstWord(told.company)}`,
        figures: mentions,
        claim: claim({
          kind: 'competing',
          subject: 'competing',
          about: ['competing', named(told.company), ...(mine === undefined ? [] : [named(mine.party)])],
          ...(open ? {} : {reach: 'call'}),
          says: say`${named(told.company)} has offered ${text}`,
          stated: first.figure,
          statedText: text,
          span: told.span,
          inputs: held,
          workings: [],
          verdict: verdictOf(mine, held, parts, text),
        }),
      },
    ];
  });

/** Every mention of the offer's sums in a sentence that names the firm. */
function mentionsOf(context: GuideContext, told: CompetingOffer): readonly Figure[] {
  const sums = new Set([told.base, told.bonus, told.total]);
  const name = new RegExp(`\\b${firstWord(told.company)}\\b`, 'i');
  return context.quotes
    .filter(
      ({figure, sentence}) => figure.kind === 'money' && sums.has(figure.low) && name.test(sentence.text),
    )
    .map(({figure}) => figure);
}

/** On paper, not confidential, not run out. */
function mayBeTold({evidence, disclosure, expires}: Offer, today: string | null): boolean {
  const expired = expires !== null && today !== null && expires < today;
  return atLeast(evidence.tier, SPOKEN_FROM) && disclosure !== 'confidential' && !expired;
}

/** What the case's own offer states of a part. A confidential sum counts as unknown: no verdict may tell of it. */
function heldInput(offer: Offer, part: Part['part']): readonly (Placed & {readonly figure: Known})[] {
  if (part === 'total') return [];
  const sum = yearly(offer, part);
  const term = termsOf(offer, part)[0];
  if (sum === null || term === undefined || isSecret(sum)) return [];
  return [
    {
      name: part,
      label: `${part} in the offer of ${offer.party}`,
      figure: styled(sum, 'full'),
      span: term.span,
    },
  ];
}

function verdictOf(
  mine: Offer | undefined,
  held: readonly (Placed & {readonly figure: Known})[],
  parts: readonly Part[],
  text: Prose,
): Verdict {
  if (mine === undefined)
    return {
      kind: 'cannot be checked',
      because: say`it is the guide's example: your case holds no such offer`,
      needs: say`an offer of that firm, on paper`,
    };
  const party = named(mine.party);
  const weak = held.find(({figure}) => !atLeast(tierOf(figure), SPOKEN_FROM));
  if (weak !== undefined || held.length < parts.length)
    return {
      kind: 'cannot be checked',
      because:
        weak === undefined
          ? say`your offer of ${party} does not state all of it`
          : say`the offer of ${party} is ${tierOf(weak.figure)} only`,
      needs: say`a letter or an e-mail that states its figures`,
    };
  if (!held.every(input => states(input, parts))) {
    const yours = held.map(({figure}) => say`${figure}`);
    return {
      kind: 'does not hold',
      because: say`your paper of ${party} states other figures`,
      instead: join(yours, ' + '),
    };
  }
  const source = held[0]?.figure.evidence.source ?? mine.evidence.source;
  return {kind: 'holds', because: say`${text} stands in ${quote(source)}`};
}

/** Whether the paper states the guide's sum, in the guide's currency. */
function states({name, figure}: Placed & {readonly figure: Known}, parts: readonly Part[]): boolean {
  const said = parts.find(({part}) => part === name)?.figure;
  return said !== undefined && currencyIn(said) === currencyIn(figure) && valueOf(said) === valueOf(figure);
}

function sameFirm(a: string, b: string): boolean {
  return firstWord(a) === firstWord(b);
}

/** The first word of a firm's name: "Jump" and "Jump Trading" are one firm. */
function firstWord(name: string): string {
  return /[\p{L}\p{N}]+/u.exec(name.toLowerCase())?.[0] ?? '';
}
