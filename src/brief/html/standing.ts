import {showRange} from '../../base/index.ts';
import {bandsChart, COMPONENT_NAMES} from '../../views/index.ts';
import type {OfferStanding, Standing} from '../../strategy/index.ts';
import {ofGuide, ofOffer} from '../cite.ts';
import {componentsOf, guaranteeWords, KIND_WORDS, placeWords} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {figure, mark, type Page, section, table} from './parts.ts';

/** Every offer held against the bands: a picture, then the figures with what they stand on. */
export async function standing(page: Page): Promise<Markup> {
  const {plan} = page;
  const chart = await figure(
    width => bandsChart(plan, width),
    html`Each strip runs from the low to the high of the guide’s band for ${plan.region}; strips are drawn to the same length, not to one scale of money. Offers stand above the strip, the guide’s anchor and floors below it. In the table, “40% up” is 40% of the way from the low of the band to its high.`,
  );
  const components = componentsOf(plan);
  const bandRow = [
    html`Band of the guide`,
    ...components.map(component => {
      const found = plan.bands.find(one => one.component === component);
      return found === undefined
        ? '–'
        : html`<span class="range">${showRange(found.band)}${mark(page, ofGuide(plan, found.span))}</span>`;
    }),
  ];
  const offerRow = (offer: OfferStanding) => [
    html`${offer.party} <small>${about(offer)}</small>`,
    ...components.map(component =>
      cell(
        page,
        offer,
        offer.standings.find(one => one.component === component),
      ),
    ),
  ];
  return section(
    'standing',
    chart,
    table(
      'Offers against the bands of the guide',
      [{head: 'Offer'}, ...components.map(component => ({head: COMPONENT_NAMES[component], figures: true}))],
      [bandRow, ...plan.offers.map(offerRow)].map(cells => ({cells})),
    ),
  );
}

/** Whether the offer may be named with its figures is the first thing to know of it. */
function about(offer: OfferStanding): string {
  const words = [
    KIND_WORDS[offer.kind],
    offer.evidence.tier,
    ...(offer.kind === 'competing' ? [offer.speakable ? 'may be named' : 'not to be named'] : []),
    ...(offer.expires === null ? [] : [`expires ${offer.expires.replaceAll('-', '\u2011')}`]),
  ];
  return words.join(' · ');
}

function cell(page: Page, offer: OfferStanding, found: Standing | undefined): Markup {
  if (found === undefined) return html`–`;
  if (found.amount === null) return html`<span class="muted">${found.shown}</span>`;
  const note = [placeWords(found), guaranteeWords(found)].filter(word => word !== '').join(', ');
  return html`${found.shown}${mark(page, ofOffer(offer, found))}${when(note !== '', () => html` <small>${note}</small>`)}`;
}
