import {count, say} from '../../figure/index.ts';
import {type Block, type ListItem, type Text, text, toned} from '../../page/index.ts';
import type {Brief, Withheld} from '../../strategy/index.ts';
import {begun, claimRef, type Told, told} from './words.ts';

const STRUCK = {text: '✗', tone: 'fail'} as const;

/** What the guide would have had said and nobody can back, and what the levers left out. */
export function unsaid({brief}: Told): readonly Block[] {
  if (brief.notToSay.length === 0)
    return [{block: 'paragraph', text: text`Nothing the guide would have said is held back.`}];
  const placed = brief.notToSay.map(one => ({one, lever: leverOf(brief, one)}));
  const here = placed.filter(({lever}) => lever === 0).map(({one}) => one);
  const elsewhere = placed.filter(({lever}) => lever > 0);
  return [
    ...withheld(brief, here),
    ...(elsewhere.length === 0
      ? []
      : [
          {
            block: 'heading',
            level: 'under',
            text: text`Nor what was left out of the levers`,
          } as const,
          {
            block: 'list',
            look: 'withheld',
            items: elsewhere.map(({one, lever}) => ({
              sign: STRUCK,
              text: [
                toned('plain', say`“${one.text}” `),
                toned('muted', say`lever ${count(lever)}, `),
                ...claimRef(brief, one.claim),
              ],
            })),
          } as const,
        ]),
  ];
}

/** The number of the lever that left it out; 0 where none did. */
function leverOf({levers}: Brief, {claim}: Withheld): number {
  return levers.findIndex(lever => lever.withheld.some(one => one.claim !== null && one.claim === claim)) + 1;
}

/** Sentences struck out, each with the reason and the claim that shows it. */
export function withheld(brief: Brief, list: readonly Withheld[]): readonly Block[] {
  if (list.length === 0) return [];
  return [
    {
      block: 'list',
      look: 'withheld',
      items: list.map(
        (one): ListItem => ({
          sign: STRUCK,
          text: told(say`“${one.text}”`),
          under: [spaced(begun(one.why), claimRef(brief, one.claim))],
        }),
      ),
    },
  ];
}

/** One text behind another, with a space between them where both are there. */
export function spaced(first: Text, second: Text): Text {
  return first.length === 0 || second.length === 0
    ? [...first, ...second]
    : [...first, toned('plain', say` `), ...second];
}
