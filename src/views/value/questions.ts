import {say} from '../../figure/index.ts';
import type {Block, Section} from '../../page/index.ts';
import type {OfferReading, ValueReport} from '../../terms/index.ts';
import {listOf} from '../words.ts';
import {nameOf} from './offer.ts';

/** What to ask, in the words to put to the recruiter; none where nothing is open. */
export function questionsSection({offers}: ValueReport): readonly Section[] {
  const open = offers.filter(({questions}) => questions.length > 0);
  if (open.length === 0) return [];
  return [{id: 'ask', heading: say`What to ask`, blocks: open.flatMap(questionsOf)}];
}

function questionsOf(offer: OfferReading): readonly Block[] {
  return [
    {block: 'heading', level: 'under', text: [{text: nameOf(offer)}]},
    ...listOf(offer.questions.map(({text}) => text)),
  ];
}
