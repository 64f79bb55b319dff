import {atLeast} from '../../base/index.ts';
import {SPOKEN_FROM} from '../../claims/index.ts';
import {
  day,
  isSecret,
  join,
  type Known,
  listed,
  named,
  type Prose,
  quote,
  say,
  styled,
  valueOf,
} from '../../figure/index.ts';
import {currencyIn, guaranteeOf, type Offer, termsOf, yearly} from '../../terms/index.ts';
import {askOf, askPhrase, isSettled, onTable} from './asking.ts';
import type {Reply, ScriptWords, Stage} from './stage.ts';

type Part = 'base' | 'bonus';

/** A rival's offer with what of it may be said, each part with its sum. */
interface Told {
  readonly offer: Offer;
  readonly parts: readonly {readonly component: Part; readonly sum: Known}[];
}

/** Other offers: spoken by their figures where paper stands behind them, else only that they exist. */
export function competingWords(stage: Stage): ScriptWords {
  const {plan} = stage;
  const others = stage.offers.filter(offer => offer.kind === 'competing');
  const canName = (offer: Offer) => plan.offers.some(one => one.offer === offer.id && one.speakable);
  const held = others.filter(canName).map(offer => ({offer, parts: partsOf(offer, stage)}));
  const unnamed = others.filter(offer => !canName(offer));
  const told = held.filter(({parts}) => parts.length > 0);
  const wants = [askOf(plan, 'base'), askOf(plan, 'bonus')].filter(ask => ask !== undefined).map(askPhrase);
  const nothingLeft = told.length === 0 && (isSettled(plan, 'base') || isSettled(plan, 'bonus'));
  const script = [
    ...told.map(offerSentence),
    ...inProcess(
      unnamed.filter(offer => !lapsed(offer, plan.today) && atLeast(offer.evidence.tier, 'stated')),
      told.length > 0,
    ),
    ...(wants.length === 0 ? [] : [say`I am asking ${named(plan.company)} for ${listed(wants)}.`]),
  ];
  return {
    ask: wants.length > 0 ? listed(wants) : nothingLeft ? null : say`a package that compares`,
    script,
    strengthen:
      others.length === 0
        ? [say`an offer of another firm, on paper: without one, leave this lever out`]
        : [
            ...unnamed.map(offer => paperFor(offer, plan.today)),
            ...(held.length > 0 && told.length === 0 ? [HIGHER] : []),
          ],
    rebuttals:
      script.length === 0
        ? []
        : [{they: say`Send us the other letter.`, you: otherLetter(held)}, ...REFUSALS],
  };
}

const HIGHER = say`an offer above what the firm has on the table: no part of those you hold is, so they stay unsaid`;

const REFUSALS: readonly Reply[] = [
  {
    they: say`We do not match other firms.`,
    you: say`I do not ask you to match one. I tell you what I compare with, and what I ask of you.`,
  },
  {
    they: say`That role is not the same as this one.`,
    you: say`It may not be. Which of the differences are worth pay to you, and which should be worth it to me?`,
  },
];

/**
 * What of an offer is worth saying: sums on paper that are above what the firm's own offer has on the table. One at or
 * below it would tell them that they need not move. Where the two cannot be compared, it is said.
 */
function partsOf(offer: Offer, stage: Stage): Told['parts'] {
  return (['base', 'bonus'] as const).flatMap(component => {
    const terms = termsOf(offer, component);
    const sum = yearly(offer, component);
    if (sum === null || isSecret(sum)) return [];
    if (!terms.every(term => atLeast(term.evidence.tier, SPOKEN_FROM) && term.disclosure !== 'confidential'))
      return [];
    const table = onTable(stage, component);
    const above = table === null || currencyIn(table) !== currencyIn(sum) || valueOf(sum) > valueOf(table);
    return above ? [{component, sum: styled(sum, 'money')}] : [];
  });
}

/** "I hold a written offer from Citadel: $210,000 base and a guaranteed bonus of $130,000 (first year only)." */
function offerSentence({offer, parts}: Told): Prose {
  const written = parts.every(({component}) =>
    termsOf(offer, component).every(term => term.written !== false),
  );
  const sums = parts.map(({component, sum}) => sumPhrase(offer, component, sum));
  return say`I hold ${written ? 'a written offer' : 'an offer'} from ${named(offer.party)}: ${listed(sums)}.`;
}

/** One component with all that it depends on: a promise told without its condition is another promise. */
function sumPhrase(offer: Offer, component: Part, sum: Known): Prose {
  const conditions = termsOf(offer, component).flatMap(({condition, span, disclosure}) =>
    condition === null ? [] : [say`${quote(condition, {span, disclosure})}`],
  );
  const only = conditions.length === 0 ? null : say` (${join(conditions, '; ')})`;
  if (component === 'base') return say`${sum} base${only}`;
  return say`a ${guaranteeOf(offer, 'bonus') === true ? 'guaranteed ' : ''}bonus of ${sum}${only}`;
}

function inProcess(offers: readonly Offer[], also: boolean): readonly Prose[] {
  if (offers.length === 0) return [];
  const firms = offers.length > 1 ? 'other firms' : also ? 'one other firm' : 'another firm';
  return [say`I am ${also ? 'also ' : ''}in process with ${firms}.`];
}

/** Whether there is a letter to send, and what of it was said. */
function otherLetter(held: readonly Told[]): Prose {
  if (held.length === 0)
    return say`I have none that I can show today, and I will not quote figures that I cannot show.`;
  const said = new Set(held.flatMap(({parts}) => parts.map(({component}) => component)));
  if (said.size === 0)
    return say`I have quoted no figure of another firm, and what I ask for stands on its own.`;
  const what =
    said.size > 1
      ? 'base and bonus as they stand'
      : said.has('base')
        ? 'the base as it stands'
        : 'the bonus as it stands';
  return say`I will check what it lets me share, and show you ${what} in it.`;
}

function paperFor(offer: Offer, today: string): Prose {
  const firm = named(offer.party);
  if (lapsed(offer, today))
    return say`a renewed letter from ${firm}: the offer ran out on ${offer.expires === null ? null : day(offer.expires)}`;
  if (offer.disclosure === 'confidential') return say`leave from ${firm} to name its figures`;
  return say`the offer of ${firm} on paper, a letter or an e-mail with the figures: it is ${offer.evidence.tier} only`;
}

function lapsed(offer: Offer, today: string): boolean {
  return offer.expires !== null && offer.expires < today;
}
