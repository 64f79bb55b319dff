import {showRange} from '../../base/index.ts';
import {bandRows, COMPONENT_NAMES, strips} from '../../views/index.ts';
import type {OfferStanding, Standing} from '../../strategy/index.ts';
import {ofGuide, ofOffer} from '../cite.ts';
import {componentsOf, guaranteeWords, KIND_WORDS, placeWords} from '../words.ts';
import {BREAK, EMPTY, type Line, run, table, wrap} from '../../page/index.ts';
import {marked, type Sheet, section} from './parts.ts';

/** The bands with the offers on them, then the figures with what they stand on. */
export function standing(sheet: Sheet): readonly Line[] {
  const {plan, width} = sheet;
  const components = componentsOf(plan);
  const band = components.map(component => {
    const found = plan.bands.find(one => one.component === component);
    return found === undefined
      ? [run('–', 'muted')]
      : marked(sheet, [showRange(found.band), ofGuide(plan, found.span)]);
  });
  const offers = plan.offers.map(offer => [
    about(offer),
    ...components.map(component =>
      cell(
        sheet,
        offer,
        offer.standings.find(one => one.component === component),
      ),
    ),
  ]);
  return section(sheet, 'standing', [
    ...strips(bandRows(plan), width),
    EMPTY,
    ...wrap(
      [
        run(
          '◆ the firm, ○ another offer, ▒ the band from low to high; strips are not on one scale of money. Below, “40% up” is 40% of the way from the low of the band to its high.',
          'muted',
        ),
      ],
      width,
    ),
    EMPTY,
    ...table(
      [
        {head: 'Offer', least: 16},
        ...components.map(component => ({head: COMPONENT_NAMES[component], least: 10})),
      ],
      [[[run('Band of the guide', 'muted')], ...band], ...offers],
      width,
    ),
  ]);
}

function about(offer: OfferStanding): Line {
  const named = offer.kind !== 'competing' ? [] : [offer.speakable ? 'may be named' : 'not to be named'];
  const expires = offer.expires === null ? [] : [`expires ${offer.expires}`];
  const told = [KIND_WORDS[offer.kind], offer.evidence.tier, ...named, ...expires].join(', ');
  return [run(offer.party, offer.kind === 'target' ? 'accent' : 'bold'), BREAK, run(told, 'muted')];
}

function cell(sheet: Sheet, offer: OfferStanding, found: Standing | undefined): Line {
  if (found === undefined) return [run('–', 'muted')];
  if (found.amount === null) return [run(found.shown, 'muted')];
  const told = [placeWords(found), guaranteeWords(found)].filter(word => word !== '').join(', ');
  const figure = marked(sheet, [found.shown, ofOffer(offer, found)]);
  return told === '' ? figure : [...figure, BREAK, run(told, 'muted')];
}
