import type {Currency} from '../../base/index.ts';
import {count, isKnown, join, named, type Prose, say, styled, valueOf} from '../../figure/index.ts';
import {
  type BandPlace,
  everyWorth,
  type OfferInMarket,
  type OfferRow,
  type Relation,
  type Worth,
} from '../../market/index.ts';
import {type Block, text, type Text, toned} from '../../page/index.ts';
import {componentWord} from './words.ts';
import {levelWord, stepsWord} from './levels.ts';

/** Where there are more bands, they are counted. */
const MOST_NAMED = 4;

/** What an offer comes to, and where that stands in each company's bands. */
export function offerBlocks(row: OfferRow, currency: Currency): readonly Block[] {
  const {party, kind, withheld, missing, local, shown} = row;
  const kept = named(withheld.map(componentWord).join(', '));
  const own = everyWorth(local);
  const worths = everyWorth(shown);
  return [
    {
      block: 'heading',
      level: 'under',
      text: [
        toned(kind === 'target' ? 'accent' : 'bold', say`${named(party)}`),
        ...(withheld.length === 0 ? [] : [toned('muted', say`, confidential: ${kept}`)]),
      ],
    },
    worths.length === 0
      ? {block: 'paragraph', text: [toned('muted', say`states no yearly sum that may be shown`)]}
      : {
          block: 'table',
          caption: say`What ${named(party)} offers, and where it stands`,
          columns: [
            {head: say`Pay`, least: 6},
            {head: say`Guaranteed`, least: 8},
            {head: say`At target`, least: 8},
            {head: say`In the bands, ${currency}`, least: 20},
          ],
          rows: worths.map(worth => {
            const there = own.find(one => one.component === worth.component);
            return {
              cells: [
                {text: [toned('bold', say`${componentWord(worth.component)}`)]},
                {text: amountText(worth, 'guaranteed', there)},
                {text: amountText(worth, 'atTarget', there)},
                {text: [{text: standsWords(row.standings, worth)}]},
              ],
            };
          }),
        },
    ...missing.slice(0, MOST_NAMED).map(({company, components}): Block => {
      const counted = named(components.map(componentWord).join(', '));
      return {
        block: 'paragraph',
        text: [
          toned(
            'muted',
            say`its total is placed in no band of ${named(company)}, which counts ${counted} too`,
          ),
        ],
      };
    }),
  ];
}

function amountText(worth: Worth, which: 'guaranteed' | 'atTarget', own: Worth | undefined): Text {
  const short = (of: Worth) => styled(of[which], 'short', {digits: 3});
  return own === undefined || own.currency === worth.currency
    ? text`${short(worth)}`
    : text`${short(worth)} (${short(own)})`;
}

/** Names the companies where they are few; else counts how many bands the worth is in, above and below. */
function standsWords(standings: readonly OfferInMarket[], {component}: Worth): Prose {
  const found = standings.filter(
    ({worth, atTarget}) => worth.component === component && isKnown(atTarget.share),
  );
  if (found.length === 0) return say`–`;
  if (found.length <= MOST_NAMED)
    return join(
      found.map(({company, because, atTarget, guaranteed, worth}) => {
        const low =
          valueOf(worth.guaranteed) < valueOf(worth.atTarget)
            ? say`, guaranteed ${placeWords(guaranteed)}`
            : null;
        return say`${named(company)} ${placeWords(atTarget)}${low}${relationWords(because)}`;
      }),
      '; ',
    );
  const many = (place: BandPlace['place']) =>
    count(found.filter(({atTarget}) => atTarget.place === place).length);
  return say`of ${count(found.length)} bands: above ${many('above')}, within ${many('within')}, below ${many('below')}`;
}

function placeWords({place, share}: BandPlace): Prose {
  if (place !== 'within') return say`${place}`;
  const percent = Math.round(valueOf(share) * 100);
  return percent === 0 ? say`at its low end` : percent === 100 ? say`at its high end` : say`${share} up`;
}

function relationWords(relation: Relation): Prose {
  switch (relation.kind) {
    case 'own':
      return say``;
    case 'equal':
      return say` (equal level, ${stepsWord(relation.steps.length)})`;
    case 'other level':
      return say` (called ${named(levelWord(relation))} there)`;
    case 'by title':
      return say` (by title only)`;
  }
}
