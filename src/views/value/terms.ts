import {type Prose, quote, say} from '../../figure/index.ts';
import type {Block, Section} from '../../page/index.ts';
import type {OfferReading, TermReading, ValueReport} from '../../terms/index.ts';
import {nameOf} from './offer.ts';

/** Every term as a clause to hold against the letter, with what it does not say. */
export function termsSection({offers}: ValueReport): Section {
  return {
    id: 'terms',
    heading: say`The terms, to hold against the letter`,
    blocks: offers.flatMap(termsOf),
  };
}

function termsOf(offer: OfferReading): readonly Block[] {
  const {evidence, terms} = offer;
  return [
    {block: 'heading', level: 'under', text: [{text: nameOf(offer)}]},
    {
      block: 'list',
      items: terms.map(one => ({
        text: [{text: say`${capital(one.term)}: ${one.clause}.`}],
        under: [
          ...one.checks.map(({says, holds}) => [
            {text: say`${holds ? '✓' : '✗'} ${says}`, tone: holds ? 'muted' : 'fail'} as const,
          ]),
          ...(one.unsaid.length === 0 ? [] : [[{text: unsaidOf(one), tone: 'muted'} as const]]),
        ],
      })),
    },
    {
      block: 'paragraph',
      text: [{text: say`Rests on ${quote(evidence.source)} (${evidence.tier}).`, tone: 'muted'}],
    },
  ];
}

function unsaidOf({unsaid}: TermReading): Prose {
  return say`not said: ${unsaid.join('; ')}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
