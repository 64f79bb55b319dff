import {isFigure, isKnown, type Part, partText, type Prose} from '../figure/index.ts';
import type {Run, Text} from './document.ts';
import type {Footnotes, Mark} from './notes.ts';

/** What a document is printed with, whoever prints it. */
export interface Pen {
  /** The last look at every string before it is printed: without what a case rules out. */
  readonly clean: (text: string) => string;
  readonly notes: Footnotes;
}

/**
 * A part of a text as it is printed, in every printer with the same words: a figure with the mark behind it, a sealed
 * figure (`kept`), a day, or words.
 */
export type Piece =
  | {readonly piece: 'words' | 'day' | 'kept'; readonly text: string}
  | {
      readonly piece: 'figure';
      readonly text: string;
      readonly mark: Mark;
      /** Whether a mark stands right before its own: two numbers would be read as one. */
      readonly close: boolean;
    };

/** The pieces of a text, run by run; its figures are cited in this order. */
export function piecesOf(
  pen: Pen,
  text: Text,
): readonly {readonly run: Run; readonly pieces: readonly Piece[]}[] {
  let marked = false;
  return text.map(run => ({
    run,
    pieces: run.text.prose.map(part => {
      const piece = pieceOf(pen, part, marked);
      marked = piece.piece === 'figure' || (marked && piece.text === '');
      return piece;
    }),
  }));
}

function pieceOf({clean, notes}: Pen, part: Part, marked: boolean): Piece {
  const text = clean(partText(part));
  if (!isFigure(part)) return {piece: typeof part === 'object' && 'day' in part ? 'day' : 'words', text};
  const mark = isKnown(part) ? notes.cite(part) : null;
  return mark === null ? {piece: 'kept', text} : {piece: 'figure', text, mark, close: marked && text === ''};
}

/** A text without its marks, where none can stand: in a title, in a list of contents. Cites nothing. */
export function plainText({clean}: Pick<Pen, 'clean'>, of: Prose): string {
  return of.prose.map(part => clean(partText(part))).join('');
}
