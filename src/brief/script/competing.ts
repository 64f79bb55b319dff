import {atLeast, showMoney} from '../../base/index.ts';
import {SPOKEN_FROM} from '../../claims/index.ts';
import {type Offer, termsOf, yearly} from '../../terms/index.ts';
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
        unnamed.filter(offer => !lapsed(offer, plan.today)),
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

/** What an offer states on paper, "$210,000 base and a guaranteed bonus of $130,000". Null where that is no sum. */
function offerSentence(offer: Offer): Say | null {
  const parts = (['base', 'bonus'] as const).flatMap(component => {
    const sum = yearly(offer, component);
    const term = termsOf(offer, component)[0];
    const onPaper = termsOf(offer, component).every(one => atLeast(one.evidence.tier, SPOKEN_FROM));
    if (sum === null || term === undefined || !onPaper) return [];
    const figure: Bound = {to: `offer:${offer.id}`, shown: showMoney(sum), evidence: term.evidence};
    const guaranteed = component === 'bonus' && term.guaranteed === true ? 'guaranteed ' : '';
    return [component === 'base' ? say`${figure} base` : say`a ${guaranteed}bonus of ${figure}`];
  });
  if (parts.length === 0) return null;
  return say`I hold a written offer from ${offer.party}: ${listed(parts)}.`;
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
