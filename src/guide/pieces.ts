import {Lexer, type Token, type Tokens} from 'marked';
import type {TextRange} from './readable.ts';

/** What Markdown takes for one thing, without the blanks behind it. Each item of a list is a piece, with what is in it. */
export interface MarkdownPiece extends TextRange {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'table' | 'rule' | 'other';
  /** Of a heading; 0 elsewhere. */
  readonly depth: number;
}

/** Cuts a text into its pieces: by the first characters of its lines where that is enough, as in nearly every guide. */
export function markdownPieces(text: string): MarkdownPiece[] {
  return plainPieces(text) ?? lexedPieces(text);
}

/** The pieces as marked's lexer sees them: the reference, for any text. */
export function lexedPieces(text: string): MarkdownPiece[] {
  const pieces: MarkdownPiece[] = [];
  let at = 0;
  const push = (kind: MarkdownPiece['kind'], raw: string, depth = 0) => {
    pieces.push({kind, from: at, to: at + raw.trimEnd().length, depth});
    at += raw.length;
  };
  for (const token of new Lexer({gfm: true}).blockTokens(text, [])) {
    const end = at + token.raw.length;
    if (token.type === 'heading') push('heading', token.raw, (token as Tokens.Heading).depth);
    else if (token.type === 'list') for (const {raw} of (token as Tokens.List).items) push('item', raw);
    else if (token.type !== 'space') push(kindOfToken(token), token.raw);
    at = end;
  }
  return pieces;
}

function kindOfToken({type}: Token): MarkdownPiece['kind'] {
  if (type === 'blockquote') return 'quote';
  if (type === 'hr') return 'rule';
  if (type === 'text') return 'paragraph';
  return type === 'table' || type === 'paragraph' ? type : 'other';
}

/** White space other than a space: the lexer's expressions differ in what they make of it. */
const ODD = /[^\S \n]/;
const HEADING = /^#{1,6}(?=\s|$)/;
const RULE = /^(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$/;
const MARK = /^(?:[-*+]|\d{1,9}[.)])(?: |$)/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)]) +[^ ]/;
/** Other numbers begin no list right behind a line of words. */
const FIRST_ITEM = /^(?:[-*+]|1[.)]) /;
/** A quote or an item that begins with words: a line without a mark behind it goes on with them. */
const WORDS_WITHIN = /^(?:> ?|(?:[-*+]|\d{1,9}[.)]) )(?:[A-Za-z"“'‘($£€]|\*\*[^*\s])/;
const DASHES = /^[|:-][|: -]*$/;
const DASHES_IN_BARS = /^\|(?: *:?-+:? *\|)+ *$/;
const BARRED = /^\|[^\\]*\| *$/;

type Line = 'blank' | 'heading' | 'rule' | 'quote' | 'item' | 'words' | 'intricate';

/** What a line is by itself; intricate where that hangs on others: indented, underlines, fences, HTML, definitions. */
function lineKind(line: string): Line {
  switch (line[0]) {
    case undefined:
      return 'blank';
    case ' ':
      return line.trim() === '' ? 'blank' : 'intricate';
    case '#':
      return HEADING.test(line) ? 'heading' : 'words';
    case '>':
      return 'quote';
    case '<':
      return 'intricate';
    case '=':
      return /^=+ *$/.test(line) ? 'intricate' : 'words';
    case '`':
    case '~':
      return /^(?:```|~~~)/.test(line) ? 'intricate' : 'words';
    case '[':
      return line.includes(']:') ? 'intricate' : 'words';
    default:
      if (!/^[-*+_\d]/.test(line)) return 'words';
      if (RULE.test(line)) return 'rule';
      if (/^-+ *$/.test(line)) return 'intricate';
      if (ITEM.test(line)) return 'item';
      return MARK.test(line) ? 'intricate' : 'words';
  }
}

/**
 * The pieces of a plain text, as the lexer sees them and at a fraction of its cost. Null where a line is not plain by
 * itself, or not where it stands.
 */
export function plainPieces(text: string): MarkdownPiece[] | null {
  if (ODD.test(text)) return null;
  const pieces: MarkdownPiece[] = [];
  /** The kind of the piece that the line before belongs to; null behind blanks, headings and rules. */
  let open: MarkdownPiece['kind'] | null = null;
  /** Whether words without a mark may go on with the open quote or item, and whether they have. */
  let goesOn = false;
  let strayed = false;
  for (let from = 0, next = 0; from < text.length; from = next) {
    let line = lineFrom(text, from);
    next = from + line.length + 1;
    const kind = lineKind(line);
    let begins: MarkdownPiece['kind'] | null = null;
    switch (kind) {
      case 'intricate':
        return null;
      case 'blank':
        open = null;
        continue;
      case 'rule':
        if (open !== null) return null;
        begins = kind;
        break;
      case 'heading':
        begins = kind;
        break;
      case 'quote': {
        const words = WORDS_WITHIN.test(line);
        if (open !== 'quote') begins = 'quote';
        else if (strayed) return null;
        goesOn = words && (begins !== null || goesOn);
        strayed = false;
        break;
      }
      case 'item':
        if ((open === 'paragraph' || open === 'table') && !FIRST_ITEM.test(line)) return null;
        begins = 'item';
        goesOn = WORDS_WITHIN.test(line);
        break;
      case 'words': {
        if (open === 'table') break;
        const below = lineFrom(text, next);
        if (DASHES.test(below) && below.includes('-')) {
          if ((open !== null && open !== 'paragraph') || !isTableHead(line, below)) return null;
          begins = 'table';
          next += below.length + 1;
          line = text.slice(from, next);
        } else if (open === null) begins = 'paragraph';
        else if (open !== 'paragraph') {
          if (!goesOn || line.startsWith('|')) return null;
          strayed = true;
          goesOn = open === 'quote';
        }
      }
    }
    const to = from + line.trimEnd().length;
    const last = pieces.at(-1);
    if (begins !== null) {
      pieces.push({kind: begins, from, to, depth: begins === 'heading' ? depthOf(line) : 0});
      open = begins === 'heading' || begins === 'rule' ? null : begins;
    } else if (last !== undefined) pieces[pieces.length - 1] = {...last, to};
  }
  return pieces;
}

function lineFrom(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

function depthOf(heading: string): number {
  return HEADING.exec(heading)?.[0].length ?? 0;
}

/** Whether both lines stand in bars and have as many cells. */
function isTableHead(line: string, dashes: string): boolean {
  return BARRED.test(line) && DASHES_IN_BARS.test(dashes) && bars(line) === bars(dashes);
}

function bars(line: string): number {
  return line.split('|').length;
}
