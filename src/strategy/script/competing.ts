import {atLeast, showMoney} from '../../base/index.ts';
import {SPOKEN_FROM} from '../../claims/index.ts';
import {guaranteeOf, type Offer, termsOf, yearly} from '../../terms/index.ts';
import {askOf, askPhrase, type Stage, type Words} from './lever.ts';
import {type Bound, listed, say} from './say.ts';
import type {Say} from './types.ts';

/** Other offers: spoken by their figures where paper stands behind them, else only that they exist. */
export function competingWords(stage: Stage): Words {
  const {plan} = stage;
  const others = stage.offers.filter(offer => offer.kind === 'competing');
  const canName = (offer: Offer) => plan.offers.some(one => one.offer === offer.id && one.speakable);
  const named = others.filter(canName);
  const unnamed = others.filter(offer => !canName(offer));
  const told = named.map(offerSentence).filter(one => one !== null);
  const wants = [askOf(plan, 'base'), askOf(plan, 'bonus')].filter(ask => ask !== undefined).map(askPhrase);
  return {
    ask: wants.length === 0 ? 'a package that compares' : listed(wants).text,
    script: [
      ...told,
      ...inProcess(
        unnamed.filter(offer => !lapsed(offer, plan.today) && atLeast(offer.evidence.tier, 'stated')),
        told.length > 0,
      ),
      ...(wants.length === 0 ? [] : [say`I am asking ${plan.company} for ${listed(wants)}.`]),
    ],
    strengthen:
      others.length === 0
        ? ['an offer of another firm, on paper: without one, leave this lever out']
        : unnamed.map(offer => paperFor(offer, plan.today)),
    rebuttals: [
      {
        they: 'Send us the other letter.',
        you:
          named.length === 0
            ? say`I have none that I can show today, and I will not quote figures that I cannot show.`
            : say`I will check what it lets me share, and show you base and bonus as they stand in it.`,
      },
      {
        they: 'We do not match other firms.',
        you: say`I do not ask you to match one. I tell you what I compare with, and what I ask of you.`,
      },
      {
        they: 'That role is not the same as this one.',
        you: say`It may not be. Which of the differences are worth pay to you, and which should be worth it to me?`,
      },
    ],
  };
}

/** What an offer states on paper, "$210,000 base and a guaranteed bonus of $130,000 (first year only)". Null where that is no sum. */
function offerSentence(offer: Offer): Say | null {
  const told = (['base', 'bonus'] as const).filter(component => {
    const terms = termsOf(offer, component);
    return yearly(offer, component) !== null && terms.every(term => atLeast(term.evidence.tier, SPOKEN_FROM));
  });
  if (told.length === 0) return null;
  const written = told.every(component => termsOf(offer, component).every(term => term.written !== false));
  const parts = told.map(component => sumSentence(offer, component));
  return say`I hold ${written ? 'a written offer' : 'an offer'} from ${offer.party}: ${listed(parts)}.`;
}

/** One component with all that it depends on: a promise told without its condition is another promise. */
function sumSentence(offer: Offer, component: 'base' | 'bonus'): Say {
  const terms = termsOf(offer, component);
  const evidence = terms[0]?.evidence ?? offer.evidence;
  const bind = (shown: string): Bound => ({to: `offer:${offer.id}`, shown, evidence});
  const sum = yearly(offer, component);
  const figure = bind(sum === null ? '' : showMoney(sum));
  const conditions = terms.flatMap(term => (term.condition === null ? [] : [term.condition])).join('; ');
  const only = conditions === '' ? say`` : say` (${bind(conditions)})`;
  if (component === 'base') return say`${figure} base${only}`;
  return say`a ${guaranteeOf(offer, 'bonus') === true ? 'guaranteed ' : ''}bonus of ${figure}${only}`;
}

function inProcess(offers: readonly Offer[], also: boolean): readonly Say[] {
  if (offers.length === 0) return [];
  const firms =
    offers.length === 1 && also
      ? 'one other firm'
      : also
        ? 'other firms'
        : offers.length === 1
          ? 'another firm'
          : 'other firms';
  return [say`I am ${also ? 'also ' : ''}in process with ${firms}.`];
}

function paperFor(offer: Offer, today: string): string {
  if (lapsed(offer, today))
    return `a renewed letter from ${offer.party}: the offer ran out on ${offer.expires}`;
  if (offer.disclosure === 'confidential') return `leave from ${offer.party} to name its figures`;
  return `the offer of ${offer.party} on paper, a letter or an e-mail with the figures: it is ${offer.evidence.tier} only`;
}

function lapsed(offer: Offer, today: string): boolean {
  return offer.expires !== null && offer.expires < today;
}
