import {showSpan} from '../../base/index.ts';
import {isEmpty} from '../../figure/index.ts';
import type {Document, Section} from '../document.ts';
import {footnotes, groundText, noteText} from '../notes.ts';
import {plainText} from '../pieces.ts';
import {firstHeadings, idsIn} from '../walk.ts';
import {blocks, NOTES} from './blocks.ts';
import {html, Markup, when} from './markup.ts';
import {drawnIn} from './picture.ts';
import {styleSheet} from './style.ts';
import {type HtmlContext, marked, markedProse} from './text.ts';

/**
 * A document as one HTML file that needs nothing else: no script, no address to load from, pictures as SVG. It reads on a
 * telephone, in the dark and on paper (A4 or Letter). Every word passes through `clean` on its way to the page.
 */
export async function printHtml(
  document: Document,
  {clean}: {clean: (text: string) => string},
): Promise<string> {
  const sheet: HtmlContext = {
    clean,
    notes: footnotes(document.ground),
    ids: idsIn(document),
    drawn: await drawnIn(document, clean),
    raised: firstHeadings(document),
  };
  const plain = (of: Document['title']) => plainText(sheet, of);
  const running = {
    title: plain(document.title),
    dated: plain(document.dated),
    kind: document.kind.map(({text}) => plain(text)).join(', '),
  };
  // In reading order: footnotes are numbered as they are met.
  const top = header(sheet, document);
  const main = html`${answer(sheet, document)}
${contents(sheet, document.sections)}${document.sections.map((one, at) => section(sheet, one, at + 1))}`;
  const noted = notes(sheet, 0);
  const bottom = when(
    !isEmpty(document.footer),
    () => html`<footer><p>${markedProse(sheet, document.footer)}</p></footer>\n`,
  );
  const ground = groundText(document.ground);
  const grounded = isEmpty(ground) ? null : html`\n<p class="ground">${markedProse(sheet, ground)}</p>`;
  const list = [...noted, ...notes(sheet, noted.length)];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${running.title}</title>
${styleSheet(running)}
</head>
<body>
${top}
<main>
${placed(main, list, grounded)}
</main>
${bottom}</body>
</html>
`.text;
}

/** The page with the notes in their place; at the end where they have none. */
function placed(main: Markup, list: readonly Markup[], ground: Markup | null): Markup {
  const [before = '', after, ...more] = main.text.split(NOTES);
  const ordered = html`${when(list.length > 0, () => html`\n<ol class="notes">${list}\n</ol>`)}${ground}`;
  return html`${new Markup(before)}${ordered}${new Markup([after ?? '', ...more].join(''))}`;
}

function header(sheet: HtmlContext, {kind, heading, lines}: Document): Markup {
  return html`<header>
${when(kind.length > 0, () => html`<p class="eyebrow">${kind.map((one, at) => html`${at === 0 ? null : ' '}<span>${marked(sheet, [one])}</span>`)}</p>\n`)}<h1>${markedProse(sheet, heading)}</h1>
${lines.map((line, at) => html`<p class="${at === 0 && lines.length > 1 ? 'at' : 'dates'}">${marked(sheet, line)}</p>\n`)}</header>`;
}

function answer(sheet: HtmlContext, {answer: given}: Document): Markup {
  if (given === null) return html``;
  return html`
<section class="stance" aria-labelledby="stance-h">
<h2 id="stance-h">${markedProse(sheet, given.heading)}</h2>${blocks(sheet, given.blocks)}
</section>`;
}

function contents(sheet: HtmlContext, sections: readonly Section[]): Markup {
  return html`<nav aria-label="${sheet.clean('Contents')}"><ol>${sections.map(
    ({id, heading}, at) =>
      html`<li><a href="#${id}"><span>${at + 1}</span> ${plainText(sheet, heading)}</a></li>`,
  )}</ol></nav>`;
}

/** A numbered section under its heading. */
function section(sheet: HtmlContext, {id, heading, blocks: within}: Section, number: number): Markup {
  return html`
<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h"><span class="no">${number}</span> ${markedProse(sheet, heading)}</h2>${blocks(sheet, within)}
</section>`;
}

/** The notes after number `from`: how strong, whose, where to look, and the way back. */
function notes(sheet: HtmlContext, from: number): readonly Markup[] {
  const list: Markup[] = [];
  const {clean} = sheet;
  // Walking over the notes goes on to those that notes cite.
  for (const {number, note} of sheet.notes.all()) {
    if (number <= from) continue;
    const {where} = note;
    list.push(html`
<li id="note-${number}">${marked(sheet, noteText(note))}${where === null ? null : html` <span class="where">${clean(showSpan(where))}</span>`} <a href="#ref-${number}-1" aria-label="${clean('back to where footnote')} ${number} ${clean('is first used')}">↩</a></li>`);
  }
  return list;
}
