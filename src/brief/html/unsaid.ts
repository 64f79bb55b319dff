import type {Withheld} from '../../strategy/index.ts';
import {atEnd, ofClaim, ofGuide} from '../cite.ts';
import {sentence, splitUnsaid} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {claimLink, marked, type Page, section} from './parts.ts';

/** What the guide would have had said and nobody can back, and what the levers left out. */
export function unsaid(page: Page): Markup {
  const {plan} = page;
  const {here, atLevers} = splitUnsaid(plan);
  return section(
    'unsaid',
    plan.notToSay.length === 0
      ? html`<p>Nothing the guide would have said is held back.</p>`
      : withheld(page, here),
    when(
      atLevers.length > 0,
      () => html`
<h3>Nor what was left out of the levers</h3>
<ul class="withheld">${atLevers.map(([lever, one]) => html`<li><span class="fail">✗</span> “${one.text}” <span class="muted">lever ${lever},</span> ${when(one.claim !== null, () => claimLink(plan, one.claim ?? ''))}</li>`)}</ul>`,
    ),
  );
}

/** Sentences struck out, each with the reason and the claim that shows it. */
export function withheld(page: Page, list: readonly Withheld[]): Markup {
  const {plan} = page;
  return html`<ul class="withheld">${list.map(one => {
    const claim = plan.ledger.find(found => found.id === one.claim);
    const {span} = one;
    const source = span === null ? [] : [ofGuide(plan, span)];
    const behind = claim === undefined ? source : [ofClaim(claim)];
    return html`<li><span class="fail">✗</span> “${one.text}”${marked(page, atEnd(one.text, ...source).slice(1))}<div class="why">${marked(page, atEnd(sentence(one.why), ...behind))} ${when(one.claim !== null, () => claimLink(plan, one.claim ?? ''))}</div></li>`;
  })}</ul>`;
}
