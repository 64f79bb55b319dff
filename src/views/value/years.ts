import {isEmpty, listed, named, say} from '../../figure/index.ts';
import {type Block, type Section, text} from '../../page/index.ts';
import {type OfferReading, TAX_PLACES, type ValueReport} from '../../terms/index.ts';
import {paragraph} from '../words.ts';
import {aboutOffer, nameOf} from './offer.ts';

/** What each year of service pays, by offer. */
export function yearsSection({offers}: ValueReport): Section {
  return {
    id: 'years',
    heading: say`What each year pays`,
    blocks: [
      paragraph(
        say`Guaranteed is what is owed whatever happens; at target is what is meant; at zero is where all that varies comes to nothing; claimed adds what cannot be valued.`,
        'muted',
      ),
      ...offers.flatMap(yearsOf),
    ],
  };
}

function yearsOf(offer: OfferReading): readonly Block[] {
  const {years, afterTax} = offer;
  const about = aboutOffer(offer);
  return [
    {block: 'heading', level: 'under', text: [{text: nameOf(offer)}]},
    ...(isEmpty(about) ? [] : [paragraph(about, 'muted')]),
    {
      block: 'table',
      caption: say`What each year of service pays`,
      columns: [
        {head: say`year`, least: 4},
        ...['guaranteed', 'at target', ...(afterTax === null ? [] : ['after tax']), 'at zero', 'claimed'].map(
          head => ({
            head: say`${head}`,
            figures: true,
            least: 8,
          }),
        ),
      ],
      rows: years.map(({year, guaranteed, target, zero, claimed}) => ({
        cells: [
          {text: text`${String(year)}`},
          ...[
            guaranteed,
            target,
            ...(afterTax === null ? [] : [afterTax.years[year - 1]]),
            zero,
            claimed,
          ].map(sum => ({text: text`${sum}`})),
        ],
      })),
    },
    ...taxesOf(offer),
    ...partsOf(offer),
    ...laterOf(offer),
    ...fallsOf(offer),
    ...claimedOf(offer),
  ];
}

/** Under which law the column after tax is, and what of it no law here knows. */
function taxesOf({afterTax, notModelled}: OfferReading): readonly Block[] {
  if (afterTax === null) return [];
  const missing = notModelled.length === 0 ? null : say` Not modelled: ${notModelled.join(', ')}.`;
  return [
    paragraph(
      say`After tax is what is left of the pay at target under the law of ${named(TAX_PLACES[afterTax.place].name)} ${named(afterTax.taxYear)}.${missing}`,
      'muted',
    ),
  ];
}

/** What the years at target are made of, where that is more than one thing. */
function partsOf({terms, years}: OfferReading): readonly Block[] {
  const paying = terms.filter(({target}) => target.some(sum => sum !== null));
  if (paying.length < 2) return [];
  return [
    {
      block: 'table',
      caption: say`What each year at target is made of`,
      columns: [
        {head: say`at target`, least: 10},
        ...years.map(({year}) => ({head: say`year ${String(year)}`, figures: true, least: 8})),
      ],
      rows: paying.map(({term, target}) => ({
        cells: [{text: text`${term}`}, ...target.map(sum => ({text: sum === null ? text`–` : text`${sum}`}))],
      })),
    },
  ];
}

/** What of a year is deferred, in one sentence. */
function laterOf({deferred}: OfferReading): readonly Block[] {
  if (deferred.length === 0) return [];
  const parts = deferred.map(
    ({year, guaranteed, target}) =>
      say`${target}${guaranteed === null ? null : say` (${guaranteed} guaranteed)`} of year ${String(year)}`,
  );
  return [
    paragraph(say`Deferred at target, and told in the years in which it vests: ${listed(parts)}.`, 'muted'),
  ];
}

function fallsOf({falls}: OfferReading): readonly Block[] {
  if (falls.length === 0) return [];
  const parts = falls.map(({year, by}) => say`year ${String(year)} by ${by}`);
  return [paragraph(say`At target pay falls from the year before: ${listed(parts)}.`, 'unknown')];
}

/** What stands in the last column alone. */
function claimedOf({terms}: OfferReading): readonly Block[] {
  const only = [...new Set(terms.filter(({isClaimed}) => isClaimed).map(({term}) => term))];
  if (only.length === 0) return [];
  return [paragraph(say`Claimed, and counted as nothing elsewhere: ${only.join(', ')}.`, 'muted')];
}
