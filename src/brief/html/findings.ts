import {type Finding, showSpan} from '../../base/index.ts';
import {ofGuide} from '../cite.ts';
import {countWords, SEVERITY_SIGNS, sentence} from '../words.ts';
import {html, type Markup, when} from './markup.ts';
import {type Page, section, table} from './parts.ts';

/** What the audit says of the guide, with the place of each finding, which is also its footnote. */
export function findings(page: Page): Markup {
  const {plan} = page;
  return section(
    'findings',
    plan.findings.length === 0
      ? html`<p>The audit found nothing to say of ${plan.guide.path}.</p>`
      : table(
          'Findings',
          [{head: 'Weight'}, {head: 'Finding'}, {head: 'Where'}],
          plan.findings.map(finding => ({
            cells: [
              html`<span class="${weight(finding)} tag">${SEVERITY_SIGNS[finding.severity]} ${finding.severity}</span>`,
              html`${sentence(finding.message)}${when(finding.hint !== undefined, () => html` <small>${finding.hint ?? ''}</small>`)}`,
              place(page, finding),
            ],
          })),
        ),
    when(
      plan.unread > 0,
      () =>
        html`<p class="muted">${countWords(plan.unread, 'block')} of the guide hold a figure that no rule understood; nothing in this brief rests on them.</p>`,
    ),
  );
}

function place({plan, notes}: Page, {span}: Finding): Markup {
  if (span === undefined) return html`–`;
  const {number, use} = notes.cite(ofGuide(plan, span));
  return html`<a class="where" href="#note-${number}" id="ref-${number}-${use}">${showSpan(span)}</a>`;
}

function weight(finding: Finding): string {
  return {error: 'fail', warning: 'unknown', note: 'muted'}[finding.severity];
}
