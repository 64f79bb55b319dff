import {type Source, type Span, source as sourceOf} from '../base/index.ts';
import {type FrontMatterText, frontMatterOf} from '../files/index.ts';
import {halfWidth} from '../intake/index.ts';
import {normalized, withoutMarkup} from './bare.ts';
import {FRONT_KEYS} from './front-keys.ts';
import {type MarkdownPiece, markdownPieces} from './pieces.ts';
import {readable, segmentsOf, type TextRange} from './readable.ts';

export type {TextRange} from './readable.ts';

type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'table' | 'rule' | 'other';

/** One block of the guide. Items of a list are blocks of their own. */
export interface MarkdownBlock extends TextRange {
  readonly kind: BlockKind;
  /** Of a heading; 0 elsewhere. */
  readonly depth: number;
  /** Of an item: whether its list is numbered. */
  readonly ordered: boolean;
  /** Of a table: the cells by row, the heading row first. Rows may be ragged. */
  readonly rows: readonly (readonly TextRange[])[];
  /** The text without a heading's, item's or quote's own mark begins here. */
  readonly start: number;
  /** Whether it titles what follows: a heading, or a paragraph that is bold from end to end. */
  readonly titles: boolean;
  /** The plain text of the title it stands under, "" at the top. */
  readonly section: string;
}

/** A guide cut into blocks. `withoutMarkup` has the length of the text and no markup in it. */
export interface Page {
  readonly source: Source;
  readonly bare: string;
  readonly blocks: readonly MarkdownBlock[];
  /** What stands above all blocks; null in most guides. */
  readonly front: FrontMatterText | null;
  /** Lines too long or nested too deep for any reader; they are left out of the blocks. */
  readonly hopeless: readonly Span[];
}

/** The plain words of a stretch. */
export function wordsOf(page: Page, {from, to}: TextRange): string {
  return normalized(page.bare.slice(from, to));
}

/** The plain words of a block without its mark. */
export function bodyOf(page: Pick<Page, 'bare'>, block: Pick<MarkdownBlock, 'start' | 'to'>): string {
  return normalized(page.bare.slice(block.start, block.to));
}

export function pageOf(file: string, text: string): Page {
  const source = sourceOf(file, text);
  const {lines: whole, hopeless} = readable(text);
  const front = frontMatterOf(source, FRONT_KEYS, whole);
  const lines = front === null ? whole : blanked(whole, front);
  const page = {
    source,
    front,
    bare: halfWidth(withoutMarkup(lines)),
    hopeless: hopeless.map(({from, to}) => source.span(from, to)),
  };
  const blocks: MarkdownBlock[] = [];
  let section = '';
  for (const {from, to} of segmentsOf(lines))
    for (const piece of markdownPieces(lines.slice(from, to)))
      for (const one of cut(piece, lines, from)) {
        blocks.push(blockOf(one, section));
        if (one.titles === true) section = bodyOf(page, one).replace(/:$/, '');
      }
  return {...page, blocks};
}

/** The text with a stretch of it blank, line for line. */
function blanked(text: string, {from, to}: TextRange): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
}

/** A block before it is known what it stands under, without what goes without saying. */
interface Cut extends TextRange {
  readonly kind: BlockKind;
  readonly start: number;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly rows?: MarkdownBlock['rows'];
  readonly titles?: boolean;
}

const NO_ROWS: MarkdownBlock['rows'] = [];

function blockOf(
  {kind, from, to, start, depth = 0, ordered = false, rows = NO_ROWS, titles = false}: Cut,
  section: string,
): MarkdownBlock {
  return {kind, from, to, start, depth, ordered, rows, titles, section};
}

/** The blocks of a piece, whose places count from `offset` of the text. */
function cut(piece: MarkdownPiece, text: string, offset: number): Cut[] {
  const {kind, depth} = piece;
  const [from, to] = [offset + piece.from, offset + piece.to];
  const raw = text.slice(from, to);
  switch (kind) {
    case 'heading': {
      const mark = /^ {0,3}#{1,6}[ \t]*/.exec(raw)?.[0].length ?? 0;
      return [{kind, from, to, start: from + mark, depth, titles: true}];
    }
    case 'table':
      return [{kind, from, to, start: from, rows: rowsOf(text, from, to)}];
    case 'item':
      return itemsOf(raw, from);
    case 'quote':
      return quoteOf(raw, from);
    case 'paragraph':
      return paragraphsOf(raw, from);
    default:
      return [{kind, from, to, start: from}];
  }
}

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** An item and the items within it, each with the lines up to the next. */
function itemsOf(raw: string, from: number): Cut[] {
  const items: Cut[] = [];
  for (const line of linesOf(raw, from)) {
    const mark = ITEM.exec(line.text)?.[0];
    const last = items.at(-1);
    if (mark !== undefined || last === undefined) {
      const start = line.from + (mark?.length ?? 0);
      items.push({kind: 'item', from: line.from, to: line.to, start, ordered: /\d/.test(mark ?? '')});
    } else if (line.text.trim() !== '') items[items.length - 1] = {...last, to: line.to};
  }
  return items;
}

/** A quote, up to a line that is no longer marked as one and opens something bold of its own. */
function quoteOf(raw: string, from: number): Cut[] {
  const stray = /\n(?=[ \t]{0,3}\*\*)/.exec(raw);
  const end = stray === null ? raw.length : stray.index;
  const quote: Cut = {kind: 'quote', from, to: from + raw.slice(0, end).trimEnd().length, start: from};
  return stray === null ? [quote] : [quote, ...paragraphsOf(raw.slice(end + 1), from + end + 1)];
}

/** A paragraph; a line that opens in bold or with a numbered bracket begins a new one. */
function paragraphsOf(raw: string, from: number): Cut[] {
  const paragraphs: Cut[] = [];
  for (const line of linesOf(raw, from)) {
    const last = paragraphs.at(-1);
    if (line.text.trim() === '') continue;
    const kind = line.text.trimStart().startsWith('|') ? 'other' : 'paragraph';
    if (last === undefined || last.kind !== kind || last.titles || /^\s*(?:\*\*|\[\d+\])/.test(line.text)) {
      paragraphs.push({kind, from: line.from, to: line.to, start: line.from, titles: isTitle(line.text)});
    } else paragraphs[paragraphs.length - 1] = {...last, to: line.to, titles: false};
  }
  return paragraphs.map(one => (one.kind === 'other' ? tornTable(raw, from, one) : one));
}

/** Lines of bars that are no table to Markdown, for their dashes are more or fewer than the headings, are one to a person. */
function tornTable(raw: string, from: number, lines: Cut): Cut {
  if (!/^[^\n]*\n[ \t]*\|[ \t:|-]*---[ \t:|-]*\n/.test(raw.slice(lines.from - from, lines.to - from)))
    return lines;
  const rows = rowsOf(raw, lines.from - from, lines.to - from);
  return {
    ...lines,
    kind: 'table',
    rows: rows.map(row => row.map(cell => ({from: cell.from + from, to: cell.to + from}))),
  };
}

/** `**Level Mapping:**` and nothing else. */
function isTitle(line: string): boolean {
  return /^\s*\*\*[^*]{1,200}\*\*:?\s*$/.test(line);
}

/** The cells of a table by row, without the row of dashes. A bar behind a backslash is a character of its cell. */
function rowsOf(text: string, from: number, to: number): TextRange[][] {
  return linesOf(text.slice(from, to), from)
    .filter((line, row) => row !== 1 && line.text.trim() !== '')
    .map(line => {
      const cells: TextRange[] = [];
      let open = line.from;
      for (let at = line.from; at <= line.to; at++) {
        at = nextBar(text, at, line.to);
        if (at < line.to && text[at - 1] === '\\') continue;
        const cell = trimmed(text, open, at);
        const outside = cell.from === cell.to && (open === line.from || at === line.to);
        if (!outside) cells.push(cell);
        open = at + 1;
      }
      return cells;
    });
}

function nextBar(text: string, from: number, to: number): number {
  const at = text.indexOf('|', from);
  return at < 0 || at > to ? to : at;
}

function trimmed(text: string, from: number, to: number): TextRange {
  const words = text.slice(from, to).trimStart();
  const start = to - words.length;
  return {from: start, to: start + words.trimEnd().length};
}

function linesOf(raw: string, from: number): {text: string; from: number; to: number}[] {
  let at = from;
  return raw.split('\n').map(text => {
    const line = {text, from: at, to: at + text.trimEnd().length};
    at += text.length + 1;
    return line;
  });
}
