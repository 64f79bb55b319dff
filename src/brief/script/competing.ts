import {showMoney} from '../../base/index.ts';
import {type Offer, termsOf, yearly} from '../../terms/index.ts';
import {askFigure, askOf, type Stage, type Words} from './lever.ts';
import {type Bound, join, listed, say} from './say.ts';
import type {Say} from './types.ts';

/** Other offers: spoken by their figures where paper stands behind them, else only that they exist. */
export function competingWords(stage: Stage): Words {
  const {plan} = stage;
  const others = stage.offers.filter(offer => offer.kind === 'competing');
  const canName = (offer: Offer) => plan.offers.some(one => one.offer === offer.id && one.speakable);
  const named = others.filter(canName);
  const unnamed = others.filter(offer => !canName(offer));
  const told = named.map(offerSentence).filter(one => one !== null);
  const wants = [askOf(plan, 'base'), askOf(plan, 'bonus')].flatMap(ask => {
    const figure = askFigure(ask);
    return ask === undefined || figure === undefined ? [] : [say`${figure} ${afterFigure(ask.text)}`];
  });
  return {
    ask: wants.length === 0 ? 'a package that compares' : listed(wants).text,
    script: [
      ...told,
      ...inProcess(unnamed, told.length > 0),
      ...(wants.length === 0
        ? []
        : [join(say`I am asking ${plan.company} for`, listed(wants), say`.`)].map(closeUp)),
    ],
    strengthen: unnamed.map(offer => paperFor(offer, plan.today)),
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

/** "Citadel has offered me $210,000 base and a $130,000 bonus, guaranteed, by its letter." Null where it states no sum. */
function offerSentence(offer: Offer): Say | null {
  const parts = (['base', 'bonus'] as const).flatMap(component => {
    const sum = yearly(offer, component);
    const term = termsOf(offer, component)[0];
    if (sum === null || term === undefined) return [];
    const figure: Bound = {to: `offer:${offer.id}`, shown: showMoney(sum), evidence: term.evidence};
    const guaranteed = component === 'bonus' && term.guaranteed === true ? 'guaranteed ' : '';
    return [component === 'base' ? say`${figure} base` : say`a ${guaranteed}bonus of ${figure}`];
  });
  if (parts.length === 0) return null;
  return closeUp(join(say`I hold a written offer from ${offer.party}:`, listed(parts), say`.`));
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
  if (offer.expires !== null && offer.expires < today)
    return `a renewed letter from ${offer.party}: the offer ran out on ${offer.expires}`;
  if (offer.disclosure === 'confidential') return `leave from ${offer.party} to name its figures`;
  return `the offer of ${offer.party} on paper, a letter or an e-mail with the figures: it is ${offer.evidence.tier} only`;
}

/** `$215,000 base` without its figure. */
function afterFigure(text: string): string {
  return text.replace(/^\S+\s*/, '');
}

function closeUp(one: Say): Say {
  return {...one, text: one.text.replace(/\s+([.,;])/g, '$1')};
}
