import {OUTCOME_SIGNS, rulesChart, SIDE_HEADINGS, SIDES} from '../../views/index.ts';
import type {OfferStanding, RuleRow} from '../../strategy/index.ts';
import {atEnd, ofGuide, ofOffer} from '../cite.ts';
import {questionsOf} from '../words.ts';
import {type Content, html, type Markup, when} from './markup.ts';
import {figure, marked, type Page, section, table} from './parts.ts';

/** The guide's anchor, accept and walk-away against every offer, then the questions that are still open. */
export async function rules(page: Page): Promise<Markup> {
  const {plan} = page;
  if (plan.rules.length === 0) return section('rules', html`<p>The guide’s strategy states no rule.</p>`);
  const chart = await figure(
    width => rulesChart(plan.rules, plan.offers, width),
    html`✓ met, or clear of a walk-away; ✗ not met, or a walk-away that applies; ? nobody has said.`,
  );
  const asked = questionsOf(plan);
  return section(
    'rules',
    chart,
    table(
      'Rules of the guide by offer',
      [{head: 'Rule'}, ...plan.offers.map(offer => ({head: offer.party}))],
      SIDES.flatMap(side =>
        plan.rules
          .filter(rule => rule.side === side)
          .map((rule, index) => ({
            cells: [head(page, rule), ...plan.offers.map(offer => cell(page, rule, offer))],
            ...(index === 0 ? {group: SIDE_HEADINGS[side]} : {}),
          })),
      ),
    ),
    when(
      asked.length > 0,
      () => html`
<h3>Questions to ask</h3>
<dl class="questions">${asked.map(
        one =>
          html`<div><dt>${one.party}</dt>${one.questions.map(question => html`<dd>${question}</dd>`)}</div>`,
      )}</dl>`,
    ),
  );
}

function head(page: Page, rule: RuleRow): Markup {
  return html`${marked(page, atEnd(rule.text, ofGuide(page.plan, rule.span)))}`;
}

function cell(page: Page, rule: RuleRow, offer: OfferStanding): Content {
  const found = rule.results.find(one => one.offer === offer.offer);
  if (found === undefined) return html`<span class="unknown">?</span>`;
  return html`<span class="${found.outcome}">${OUTCOME_SIGNS[found.outcome]} <span class="unseen">${found.outcome}:</span></span> ${marked(page, atEnd(found.shown, ofOffer(offer)))}`;
}
