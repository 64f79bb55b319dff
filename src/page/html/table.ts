import type {Cell, Table} from '../document.ts';
import {plainText} from '../pieces.ts';
import {html, type Markup} from './markup.ts';
import {type HtmlContext, marked, markedProse} from './text.ts';

/** Tables of at most so many rows are kept on one printed page. */
const KEPT = 8;

/** A table whose rows become cards on a telephone. The first cell of a row is its heading. */
export function table(sheet: HtmlContext, {caption, columns, rows}: Table): Markup {
  const right = (at: number) => (columns[at]?.figures === true ? html` class="fig"` : null);
  const cell = (one: Cell, at: number) => {
    const content = html`${marked(sheet, one.text)}${one.under === undefined ? null : html` <small>${marked(sheet, one.under)}</small>`}`;
    const head = columns[at]?.head;
    return at === 0
      ? html`<th scope="row"${right(at)}>${content}</th>`
      : html`<td${right(at)} data-head="${head === undefined ? '' : plainText(sheet, head)}"><div>${content}</div></td>`;
  };
  return html`
<table${rows.length <= KEPT ? html` class="kept"` : null}>
<caption class="unseen">${plainText(sheet, caption)}</caption>
<thead><tr>${columns.map(({head}, at) => html`<th scope="col"${right(at)}>${markedProse(sheet, head)}</th>`)}</tr></thead>
<tbody>
${rows.map(({id, group, cells}) => {
  const over =
    group === undefined
      ? null
      : html`<tr class="group"><th colspan="${columns.length}">${markedProse(sheet, group)}</th></tr>\n`;
  return html`${over}<tr${id === undefined ? null : html` id="${id}"`}>${cells.slice(0, columns.length).map(cell)}</tr>
`;
})}</tbody>
</table>`;
}
