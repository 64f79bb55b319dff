import {isFigure, isKnown, KEPT, type Part, partText, type Prose, textOf} from '../figure/index.ts';
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
      /** None behind a figure of what the whole page stands on. */
      readonly mark: Mark | null;
      /** Whether a mark stands right before its own: two numbers would be read as one. */
      readonly close: boolean;
    };

/** The pieces of a text, run by run; its figures are cited in this order. */
export function piecesOf(
  pen: Pen,
  text: Text,
): readonly {readonly run: Run; readonly pieces: readonly Piece[]}[] {
  const texts = cleanTogether(
    pen.clean,
    text.flatMap(({text: {prose}}) => prose.map(partText)),
  );
  let [at, marked] = [0, false];
  return text.map(run => ({
    run,
    pieces: run.text.prose.map(part => {
      const piece = pieceOf(pen, part, texts[at++] ?? NOTHING, marked);
      marked = (piece.piece === 'figure' && piece.mark !== null) || (marked && piece.text === '');
      return piece;
    }),
  }));
}

/** A figure of which a part may not be told is kept back whole. */
function pieceOf({notes}: Pen, part: Part, {text, cut}: Cleaned, marked: boolean): Piece {
  if (!isFigure(part)) return {piece: typeof part === 'object' && 'day' in part ? 'day' : 'words', text};
  if (cut !== undefined) return {piece: 'kept', text: cut === 'first' ? KEPT : ''};
  const mark = isKnown(part) ? notes.cite(part) : null;
  if (mark === null) return {piece: 'kept', text};
  if (mark === 'ground') return {piece: 'figure', text, mark: null, close: false};
  return {piece: 'figure', text, mark, close: marked && text === ''};
}

/** What is printed of a part, and whether a stretch that runs over several parts was cut out of it: its beginning, or more of it. */
interface Cleaned {
  readonly text: string;
  readonly cut?: 'first' | 'more';
}

const NOTHING: Cleaned = {text: ''};

/** Texts that stand side by side, cleaned also of what runs over several of them: `Citadel` and ` offers`. */
function cleanTogether(clean: Pen['clean'], texts: readonly string[]): readonly Cleaned[] {
  const left = texts.map((text): Cleaned => ({text: clean(text)}));
  const joined = (from: number, to: number) =>
    left
      .slice(from, to + 1)
      .map(({text}) => text)
      .join('');
  const speaks = (from: number, to: number) => clean(joined(from, to)) !== joined(from, to);
  const last = texts.length - 1;
  // Each turn cuts the first stretch, the fewest texts that it runs over; no text begins more than one.
  for (let turn = 0; turn < last && speaks(0, last); turn++) {
    const to = texts.findIndex((_, at) => speaks(0, at));
    const from = texts.findLastIndex((_, at) => at < to && speaks(at, to));
    if (from < 0) break;
    const [before, after] = [joined(from, to), clean(joined(from, to))];
    const head = alike(before, after, at => at);
    const tail = Math.min(
      alike(before, after, at => -1 - at),
      after.length - head,
    );
    for (let at = from; at <= to; at++) left[at] = {text: '', cut: 'more'};
    left[from] = {text: after.slice(0, after.length - tail), cut: 'first'};
    left[to] = {text: after.slice(after.length - tail), cut: 'more'};
  }
  return left;
}

/** How many signs of two texts are alike, counted from an end of both. */
function alike(one: string, other: string, place: (count: number) => number): number {
  let count = 0;
  while (count < one.length && one.at(place(count)) === other.at(place(count))) count++;
  return count;
}

/** A text without its marks, where none can stand: in a title, in a list of contents. Cites nothing. */
export function plainText({clean}: Pick<Pen, 'clean'>, of: Prose): string {
  return clean(textOf(of));
}
