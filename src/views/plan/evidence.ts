import {TIERS} from '../../base/index.ts';
import {named, say} from '../../figure/index.ts';
import {type Block, toned} from '../../page/index.ts';
import {TIER_WORDS, type Told} from './words.ts';

/** What the tiers mean, then the footnotes in the order the figures were read: how strong, whose, and where to look. */
export function evidence({brief}: Told): readonly Block[] {
  const {guide, spokenFrom} = brief;
  const tiers = TIERS.flatMap((tier, at) => [
    toned('plain', say`${at === 0 ? '' : '; '}`),
    toned('bold', say`${tier}`),
    toned('plain', say`, ${TIER_WORDS[tier]}`),
  ]);
  return [
    {
      block: 'paragraph',
      text: [
        toned('plain', say`Strongest first: `),
        ...tiers,
        toned(
          'plain',
          say`. A figure is put into a script only where it is ${spokenFrom} or stronger; an ask is your own and needs no proof. The guide, ${named(guide.path)}, is the one for ${guide.role} at ${named(guide.company)}.`,
        ),
      ],
    },
    {block: 'notes'},
  ];
}
