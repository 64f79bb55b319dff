import {isEmpty, type Prose} from '../../figure/index.ts';
import type {Block, Group, Heading, List, ListItem, Picture, Text, VerdictBlock} from '../document.ts';
import {type Content, html, Markup, when} from './markup.ts';
import {table} from './table.ts';
import {type HtmlContext, marked, markedProse} from './text.ts';

/** Where the notes come to stand once all of them are known: a character that no text on the page can hold. */
export const NOTES = '\0';

/** Blocks in reading order: footnotes are numbered as they are met. Asks that follow each other are one list. */
export function blocks(sheet: HtmlContext, list: readonly Block[]): Markup {
  const printed: Content[] = [];
  let asks: Content[] = [];
  const close = () => {
    if (asks.length > 0) printed.push(html`\n<ol class="asks">${asks}\n</ol>`);
    asks = [];
  };
  for (const block of list) {
    if (block.block === 'group' && block.look === 'ask') {
      asks.push(html`\n<li${idOf(block)}>${blocks(sheet, block.blocks)}\n</li>`);
      continue;
    }
    close();
    printed.push(one(sheet, block));
  }
  close();
  return html`${printed}`;
}

function one(sheet: HtmlContext, block: Block): Content {
  switch (block.block) {
    case 'heading':
      return heading(sheet, block);
    case 'paragraph':
      return html`\n<p>${marked(sheet, block.text)}</p>`;
    case 'say':
      return html`\n<blockquote>${block.sentences.map(said => html`<p>${markedProse(sheet, said)}</p>`)}</blockquote>`;
    case 'list':
      return list(sheet, block);
    case 'facts':
      return when(
        block.rows.length > 0,
        () =>
          html`\n<dl class="facts">${block.rows.map(
            ({label, text}) =>
              html`<div><dt>${markedProse(sheet, label)}</dt><dd>${marked(sheet, text)}</dd></div>`,
          )}</dl>`,
      );
    case 'table':
      return when(block.columns.length > 0, () => table(sheet, block));
    case 'verdict':
      return verdict(sheet, block);
    case 'picture':
      return picture(sheet, block);
    case 'columns':
      return html`\n<div class="columns">${block.columns.map(column => html`\n<div>${blocks(sheet, column)}\n</div>`)}\n</div>`;
    case 'notes':
      return new Markup(NOTES);
    case 'group':
      return group(sheet, block);
  }
}

function group(sheet: HtmlContext, block: Group): Markup {
  const within = blocks(sheet, block.blocks);
  if (block.look === 'article') return html`\n<article${idOf(block)}>${within}\n</article>`;
  return html`\n<div${idOf(block)}${block.look === 'question' ? html` class="question"` : null}>${within}\n</div>`;
}

function idOf({id}: {readonly id?: string}): Content {
  return id === undefined ? null : html` id="${id}"`;
}

function heading(sheet: HtmlContext, block: Heading): Markup {
  const {level, text, number} = block;
  const content = html`${number === undefined ? null : html`<span class="no">${markedProse(sheet, number)}</span> `}${marked(sheet, text)}`;
  if (level === 'part') return html`\n<h3>${content}</h3>`;
  return sheet.raised.has(block) ? html`\n<h3 class="under">${content}</h3>` : html`\n<h4>${content}</h4>`;
}

function list(sheet: HtmlContext, {look, items}: List): Content {
  if (items.length === 0) return null;
  switch (look) {
    case 'quoted':
      return html`\n<dl class="rebuttals">${items.map(
        item =>
          html`<div><dt>${led(sheet, item)}</dt>${(item.under ?? []).map(text => html`<dd>${marked(sheet, text)}</dd>`)}</div>`,
      )}</dl>`;
    case 'inputs':
      return inputs(
        sheet,
        items.map(({text}) => text),
      );
    default: {
      const signed = items.some(({sign}) => sign !== undefined);
      const named = look === 'withheld' ? 'withheld' : signed ? 'signed' : null;
      return html`\n<ul${named === null ? null : html` class="${named}"`}>${items.map(
        item =>
          html`<li>${led(sheet, item)}${(item.under ?? []).map(text => html`<div class="why">${marked(sheet, text)}</div>`)}</li>`,
      )}</ul>`;
    }
  }
}

/** An item's text behind its sign. */
function led(sheet: HtmlContext, {sign, text}: ListItem): Markup {
  const before =
    sign === undefined ? null : html`<span class="${sign.tone}">${sheet.clean(sign.text)}</span> `;
  return html`${before}${marked(sheet, text)}`;
}

function inputs(sheet: HtmlContext, texts: readonly Text[]): Content {
  if (texts.length === 0) return null;
  return html`\n<ul class="inputs">${texts.map(
    text => html`<li><span class="muted">‹</span> ${marked(sheet, text)}</li>`,
  )}</ul>`;
}

/** A claim by its number, its verdict, and beneath it each way of working it out. */
function verdict(sheet: HtmlContext, block: VerdictBlock): Markup {
  const {id, tone, says, workings} = block;
  return html`
<article class="claim ${tone}-edge" id="${id}">
<h3><span class="no">${sheet.clean(id)}</span> ${marked(sheet, says)}</h3>
<p class="verdict">${marked(sheet, block.verdict)}</p>${when(
    workings.length > 0,
    () =>
      html`\n<ul class="workings">${workings.map(
        ({agrees, assumption, sum, formula}) =>
          html`<li><span class="assumption">${agrees ? '=' : '≠'} ${markedProse(sheet, assumption)}</span>${part(sheet, 'sum', sum)}${part(sheet, 'formula', formula)}</li>`,
      )}</ul>`,
  )}${inputs(sheet, block.inputs)}
</article>`;
}

function part(sheet: HtmlContext, named: 'sum' | 'formula', of: Prose): Content {
  return when(!isEmpty(of), () => html` <span class="${named}">${markedProse(sheet, of)}</span>`);
}

function picture(sheet: HtmlContext, block: Picture): Markup {
  const drawn = sheet.drawn.get(block);
  return html`
<figure>
<div class="wide">${new Markup(drawn?.wide ?? '')}</div>
<div class="slim">${new Markup(drawn?.slim ?? '')}</div>
<figcaption>${marked(sheet, block.caption)}</figcaption>
</figure>`;
}
