import type {About, Chart} from '../../page/index.ts';
import {changeChart, exceedanceChart, timelineChart} from '../../views/index.ts';
import type {SealedClaim, SealedPicture} from '../../claims/index.ts';
import {ofClaim} from '../cite.ts';
import type {LeverPlan} from '../../strategy/index.ts';
import {sentence} from '../words.ts';
import {html, type Markup} from './markup.ts';
import {claimLink, figure, mark, type Page} from './parts.ts';

/** The pictures of what a lever tells of the record; one that two levers tell stands at the first of them. */
export function picturesOf({plan}: Page, lever: LeverPlan): readonly SealedPicture[] {
  const at = (picture: SealedPicture) =>
    plan.levers.find(({record}) => record.some(({claim}) => picture.claims.includes(claim)));
  return plan.pictures.filter(picture => at(picture) === lever);
}

/** The pictures that no lever has. */
export function picturesLeft({plan}: Page): readonly SealedPicture[] {
  const told = new Set(plan.levers.flatMap(({record}) => record.map(({claim}) => claim)));
  return plan.pictures.filter(({claims}) => !claims.some(id => told.has(id)));
}

/** Each picture over the facts that it shows. */
export async function pictured(page: Page, pictures: readonly SealedPicture[]): Promise<readonly Markup[]> {
  const drawn: Markup[] = [];
  // One after the other: footnotes are numbered in the order in which they are written.
  for (const one of pictures) drawn.push(await drawnOf(page, one));
  return drawn;
}

async function drawnOf(page: Page, shown: SealedPicture): Promise<Markup> {
  const {plan} = page;
  const {claims, picture} = shown;
  const facts = plan.ledger.filter(({id}) => id.startsWith('fact-') && claims.includes(id));
  const source = [...new Set(facts.map(({evidence}) => evidence.source))].join('; ');
  const order = plan.pictures.indexOf(shown) + 1;
  const chart = (width: number) => {
    const made = chartOf(picture, {source, notice: null}, width);
    return {...made, name: `${made.name}-${order}`};
  };
  const caption = facts.map(
    (one: SealedClaim) =>
      html`${sentence(one.says)}: ${one.statedText}${mark(page, ofClaim(one))} ${claimLink(plan, one.id)} `,
  );
  return figure(chart, html`${caption}${noteOn(picture)}`);
}

function chartOf(picture: SealedPicture['picture'], about: About, width: number): Chart {
  switch (picture.kind) {
    case 'timeline':
      return timelineChart(picture, about, width);
    case 'exceedance':
      return exceedanceChart(picture, about, width);
    case 'change':
      return changeChart(picture, about, width);
  }
}

/** What is to be known beside the figure. */
function noteOn(picture: SealedPicture['picture']): string {
  switch (picture.kind) {
    case 'timeline':
      return picture.systems.every(({name}, at) => name === `system ${at + 1}`)
        ? 'The systems are numbered: what they are called stays at home. A bar is taller by the logarithm of its minutes.'
        : 'A bar is taller by the logarithm of its minutes.';
    case 'exceedance':
      return 'The curve is of simulated years, with outages such as the record has.';
    case 'change':
      return 'Weeks of seven days, counted from the change or from the first day of each stretch.';
  }
}
