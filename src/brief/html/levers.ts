import type {LeverPlan} from '../../strategy/index.ts';
import {annotate, atEnd, ofGuide, recordCite} from '../cite.ts';
import {sentence} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {claimLink, marked, type Page, section} from './parts.ts';
import {pictured, picturesOf} from './picture.ts';
import {withheld} from './unsaid.ts';

/** The arguments: what to say aloud, what was left out of it and why, and what to answer. */
export async function levers(page: Page): Promise<Markup> {
  if (page.plan.levers.length === 0) return section('levers', html`<p>The guide names no lever.</p>`);
  const told: Markup[] = [];
  // One after the other: footnotes are numbered in the order in which they are written.
  for (const [index, lever] of page.plan.levers.entries()) told.push(await one(page, lever, index + 1));
  return section('levers', told);
}

async function one(page: Page, lever: LeverPlan, order: number): Promise<Markup> {
  return html`${argument(page, lever, order)}${await pictured(page, picturesOf(page, lever))}${answers(page, lever)}
</article>`;
}

/** What to say, and what of the record is behind it. */
function argument(page: Page, lever: LeverPlan, order: number): Markup {
  const {plan} = page;
  return html`
<article>
<h3>${order}. ${lever.title}</h3>
<p class="ask"><b>Ask</b> ${marked(page, atEnd(lever.ask, ofGuide(plan, lever.span)))}</p>
<blockquote>${lever.script.map(said => html`<p>${marked(page, annotate(plan, said))}</p>`)}</blockquote>
${when(
  lever.record.length > 0,
  () =>
    html`<h4>What your record shows, and what would turn it</h4><ul>${lever.record.map(
      one =>
        html`<li>${marked(page, recordCite(plan, one))} <small>${one.how}</small> ${claimLink(plan, one.claim)}${one.turns.map(turn => html`<div class="why">${sentence(turn)}.</div>`)}</li>`,
    )}</ul>`,
)}`;
}

/** What the guide would have had said, and what to answer. */
function answers(page: Page, lever: LeverPlan): Markup {
  const {plan} = page;
  return html`
${when(lever.claims.length > 0, () => html`<p class="rests"><b>The guide rests it on</b> ${lever.claims.map(id => html`${claimLink(plan, id)} `)}</p>`)}
${when(lever.withheld.length > 0, () => html`<h4>Left out of the script</h4>${withheld(page, lever.withheld)}`)}
${when(
  lever.rebuttals.length > 0,
  () => html`<h4>If they say</h4>
<dl class="rebuttals">${lever.rebuttals.map(
    rebuttal =>
      html`<div><dt>“${rebuttal.they}”</dt><dd>${marked(page, annotate(plan, rebuttal.you))}</dd></div>`,
  )}</dl>`,
)}
${when(
  lever.strengthen.length > 0,
  () =>
    html`<h4>Paper that would strengthen it</h4><ul>${lever.strengthen.map(
      paper => html`<li>${marked(page, atEnd(sentence(paper), ofGuide(plan, lever.span)))}</li>`,
    )}</ul>`,
)}`;
}
