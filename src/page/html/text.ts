import type {Prose} from '../../figure/index.ts';
import type {Heading, Picture, Run, Text} from '../document.ts';
import type {Mark} from '../notes.ts';
import {type Pen, type Piece, piecesOf} from '../pieces.ts';
import type {Drawn} from './picture.ts';
import {type Content, html, type Markup} from './markup.ts';

/** What a document is printed with as HTML. */
export interface HtmlContext extends Pen {
  /** What runs may lead to: one that leads elsewhere is printed without its link. */
  readonly ids: ReadonlySet<string>;
  readonly drawn: ReadonlyMap<Picture, Drawn>;
  /** Small headings that are a step higher than others, so that no level is left out. */
  readonly raised: ReadonlySet<Heading>;
}

/** A text with the marks of its figures. */
export function marked(sheet: HtmlContext, text: Text): Markup {
  return html`${piecesOf(sheet, text).map(({run, pieces}) => runOf(sheet, run, pieces))}`;
}

export function markedProse(sheet: HtmlContext, of: Prose): Markup {
  return marked(sheet, [{text: of}]);
}

/** A run in its tone and with its link; the marks of its figures are links of their own and stand behind it. */
function runOf(sheet: HtmlContext, run: Run, pieces: readonly Piece[]): Content {
  const {to} = run;
  if (to === undefined || !sheet.ids.has(to))
    return pieces.length === 0
      ? null
      : tinted(
          run,
          pieces.map(piece => withMark(sheet, piece)),
        );
  const stretches: Content[] = [];
  let open: Content[] = [];
  const close = () => {
    if (open.length > 0) stretches.push(linked(run, to, open));
    open = [];
  };
  for (const piece of pieces) {
    if (piece.piece === 'figure' && piece.close) {
      close();
      stretches.push(COMMA);
    }
    open.push(bare(piece));
    if (piece.piece !== 'figure' || piece.mark === null) continue;
    close();
    stretches.push(markOf(sheet, piece.mark));
  }
  close();
  return stretches;
}

function linked(run: Run, to: string, content: Content): Markup {
  return html`<a${run.whole === true ? html` class="claim"` : null} href="#${to}">${tinted(run, content)}</a>`;
}

function tinted({tone, whole}: Run, content: Content): Content {
  const classes = [
    ...(tone === undefined || tone === 'plain' || tone === 'bold' ? [] : [tone]),
    ...(whole === true ? ['whole'] : []),
  ].join(' ');
  const named = classes === '' ? null : html` class="${classes}"`;
  if (tone === 'bold') return html`<b${named}>${content}</b>`;
  return named === null ? content : html`<span${named}>${content}</span>`;
}

function withMark(sheet: HtmlContext, piece: Piece): Markup {
  if (piece.piece !== 'figure' || piece.mark === null) return bare(piece);
  return html`${piece.close ? COMMA : null}${bare(piece)}${markOf(sheet, piece.mark)}`;
}

/** Two notes on one figure would read as one number. */
const COMMA = html`<sup>, </sup>`;

function bare({piece, text}: Piece): Markup {
  if (piece === 'figure') return html`<data class="figure">${text}</data>`;
  // A day is never broken at the end of a line.
  return html`${piece === 'day' ? text.replaceAll('-', '\u2011') : text}`;
}

/** The raised number that leads to a footnote. */
function markOf({clean}: HtmlContext, {number, use}: Mark): Markup {
  return html`<sup><a href="#note-${number}" id="ref-${number}-${use}" aria-label="${clean('footnote')} ${number}">${number}</a></sup>`;
}
