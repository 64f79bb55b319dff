import {claimNumber, verdictsChart} from '../../views/index.ts';
import {type SealedClaim, verdictWords} from '../../claims/index.ts';
import {atEnd, ofClaim, ofInput} from '../cite.ts';
import {INSTEAD_WORDS, isFact, ownFormula, sentence, splitLedger} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {figure, mark, marked, type Page, section, table, VERDICT_CLASSES, verdict} from './parts.ts';
import {pictured, picturesLeft} from './picture.ts';

/** Every figure with its verdict: those the argument rests on with all their working, the rest in a table. */
export async function ledger(page: Page): Promise<Markup> {
  const {plan} = page;
  if (plan.ledger.length === 0) return section('ledger', html`<p>There is no figure to check.</p>`);
  const chart = await figure(
    width => verdictsChart(plan.ledger, width),
    html`Filled tokens are the figures that the guide’s argument rests on; each number leads to its working.`,
  );
  const left = await pictured(page, picturesLeft(page));
  const {headline, rest} = splitLedger(plan.ledger);
  return section(
    'ledger',
    chart,
    left,
    headline.map(([index, claim]) => worked(page, index, claim)),
    when(
      rest.length > 0,
      () => html`
<h3>The other figures</h3>
${table(
  'Other figures by verdict',
  [{head: 'No.'}, {head: 'What is said'}, {head: 'Verdict'}, {head: 'Because'}],
  rest.map(([index, claim]) => ({
    id: claimNumber(index),
    cells: [
      claimNumber(index),
      html`${sentence(claim.says)}${mark(page, ofClaim(claim))}${when(claim.by === 'me', () => html` <small>my own</small>`)}${basis(page, claim)}`,
      verdict(claim),
      because(page, claim),
    ],
  })),
)}`,
    ),
  );
}

function worked(page: Page, index: number, claim: SealedClaim): Markup {
  return html`
<article class="claim ${VERDICT_CLASSES[claim.verdict.kind]}-edge" id="${claimNumber(index)}">
<h3><span class="no">${claimNumber(index)}</span> ${sentence(claim.says)}${mark(page, ofClaim(claim))}</h3>
<p class="verdict">${verdict(claim)}: ${because(page, claim, false)}</p>
${when(claim.workings.length > 0, () => html`<ul class="workings">${claim.workings.map(working => html`<li><span class="assumption">${working.agrees ? '=' : '≠'} ${working.assumption}</span> <span class="sum">${working.shown}</span> <span class="formula">${working.formula}</span></li>`)}</ul>`)}
${inputs(page, claim)}
</article>`;
}

/** Of the reader's own figures, by which formula; of one that the record gives by a formula, from which inputs too. */
function basis(page: Page, claim: SealedClaim): Markup {
  const formula = ownFormula(claim);
  if (formula === null) return html``;
  return html`<div class="why">= ${formula}</div>${when(isFact(claim), () => inputs(page, claim))}`;
}

function inputs(page: Page, claim: SealedClaim): Markup {
  return html`${when(claim.inputs.length > 0, () => html`<ul class="inputs">${claim.inputs.map(input => html`<li>${input.label}: <b>${input.shown}</b>${mark(page, ofInput(input))} <small>${input.evidence.tier}</small></li>`)}</ul>`)}`;
}

function because(page: Page, claim: SealedClaim, opens = true): Markup {
  const words = verdictWords(claim.verdict);
  const lead = INSTEAD_WORDS[claim.verdict.kind];
  return html`${marked(page, atEnd(opens ? sentence(words.because) : words.because, ofClaim(claim)))}${when(words.instead !== '', () => html`; ${when(lead !== '', () => html`${lead.toLowerCase()} `)}<b>${words.instead}</b>`)}.`;
}
