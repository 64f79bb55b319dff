import {type Chart, draw} from '../../page/index.ts';
import {claimNumber, VERDICT_SIGNS} from '../../views/index.ts';
import type {SealedClaim, Verdict} from '../../claims/index.ts';
import type {Annotated} from '../cite.ts';
import type {Cite, Notes} from '../notes.ts';
import type {Brief} from '../../strategy/index.ts';
import {SECTIONS, type Section, sectionNumber} from '../words.ts';
import {type Content, html, Markup} from './markup.ts';

/** What every section is written with. */
export interface Page {
  readonly plan: Brief;
  readonly notes: Notes;
}

/** A numbered section with its heading. */
export function section(name: Section, ...content: readonly Content[]): Markup {
  return html`
<section id="${name}" aria-labelledby="${name}-h">
<h2 id="${name}-h"><span class="no">${sectionNumber(name)}</span> ${SECTIONS[name]}</h2>
${content}
</section>`;
}

/** The raised number that leads to a footnote. */
export function mark({notes}: Page, cite: Cite): Markup {
  const {number, use} = notes.cite(cite);
  return html`<sup><a href="#note-${number}" id="ref-${number}-${use}" aria-label="footnote ${number}">${number}</a></sup>`;
}

/** A text with the marks of its figures. */
export function marked(page: Page, text: Annotated): Markup {
  return html`${text.map((piece, index) => {
    if (typeof piece === 'string') return html`${piece}`;
    // Two notes on one figure would read as one number.
    const comma = index > 0 && typeof text[index - 1] !== 'string' ? html`<sup>, </sup>` : null;
    return html`${comma}${mark(page, piece)}`;
  })}`;
}

/** A claim by its number, linked to its place in the ledger, with the sign of its verdict. */
export function claimLink(plan: Brief, id: string): Markup {
  const index = plan.ledger.findIndex(claim => claim.id === id);
  const claim = plan.ledger[index];
  if (claim === undefined) return html``;
  return html`<a class="claim" href="#${claimNumber(index)}">${claimNumber(index)} ${verdict(claim)}</a>`;
}

/** A verdict by sign, word and colour. */
export function verdict(claim: Pick<SealedClaim, 'verdict'>): Markup {
  const {kind} = claim.verdict;
  return html`<span class="${VERDICT_CLASSES[kind]}">${VERDICT_SIGNS[kind]} ${kind}</span>`;
}

export const VERDICT_CLASSES: Readonly<Record<Verdict['kind'], string>> = {
  holds: 'pass',
  'holds only if': 'unknown',
  'does not hold': 'fail',
  'cannot be checked': 'muted',
};

/** Widths the charts are drawn at, in pixels: one for a page, one for a telephone. */
const WIDE = 736;
const SLIM = 340;

/** A chart drawn twice, of which the style sheet shows the one that fits. */
export async function figure(chart: (width: number) => Chart, caption: Content): Promise<Markup> {
  const [wide, slim] = [await draw(chart(WIDE)), await draw(chart(SLIM))];
  return html`
<figure>
<div class="wide">${new Markup(wide)}</div>
<div class="slim">${new Markup(slim)}</div>
<figcaption>${caption}</figcaption>
</figure>`;
}

export interface Column {
  readonly head: string;
  readonly figures?: boolean;
}

export interface Row {
  readonly cells: readonly Content[];
  readonly id?: string;
  /** A heading that stands over this row and the ones after it. */
  readonly group?: string;
}

/** A table whose rows become cards on a telephone. The first cell of a row is its heading. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Markup {
  const cell = (content: Content, index: number) => {
    const column = columns[index];
    const type = column?.figures === true ? html` class="fig"` : null;
    return index === 0
      ? html`<th scope="row"${type}>${content}</th>`
      : html`<td${type} data-head="${column?.head ?? ''}"><div>${content}</div></td>`;
  };
  const head = columns.map(
    column => html`<th scope="col"${column.figures === true ? html` class="fig"` : null}>${column.head}</th>`,
  );
  return html`
<table${rows.length <= KEPT ? html` class="kept"` : null}>
<caption class="unseen">${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(({cells, id, group}) => {
  const over =
    group === undefined ? null : html`<tr class="group"><th colspan="${columns.length}">${group}</th></tr>\n`;
  return html`${over}<tr${id === undefined ? null : html` id="${id}"`}>${cells.map(cell)}</tr>
`;
})}</tbody>
</table>`;
}

/** Tables of at most so many rows are kept on one printed page. */
const KEPT = 8;
