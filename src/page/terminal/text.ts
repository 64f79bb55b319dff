import type {Prose} from '../../figure/index.ts';
import type {Text, Tone} from '../document.ts';
import {type Pen, piecesOf} from '../pieces.ts';
import {type Line, margin, run, STAY, widthOfLine, wrap} from './line.ts';

/** What a document is printed with on a terminal. */
export interface TerminalContext extends Pen {
  /** Columns that no line is wider than. */
  readonly width: number;
  /** Columns that paragraphs begin at: those of a lever or an ask stand beneath its heading. */
  readonly indent: number;
}

/** A text with `[3]` behind each figure. Runs of no tone are of the one given. */
export function marked(pen: Pen, text: Text, tone: Tone = 'plain'): Line {
  return piecesOf(pen, text).flatMap(({run: {tone: own, whole}, pieces}) =>
    pieces.flatMap(piece => {
      const words = run(whole === true ? piece.text.replaceAll(' ', STAY) : piece.text, own ?? tone);
      return piece.piece === 'figure' && piece.mark !== null
        ? [words, run(`[${piece.mark.number}]`, 'muted')]
        : [words];
    }),
  );
}

export function markedProse(pen: Pen, of: Prose, tone: Tone = 'plain'): Line {
  return marked(pen, [{text: of}], tone);
}

/** A text that hangs behind what stands before it: `C4 the claim`; beneath it where that takes half the width itself. */
export function hung({width}: TerminalContext, before: Line, text: Line): readonly Line[] {
  const taken = widthOfLine(before);
  return taken > width / 2
    ? [...wrap(before, width), ...wrap(text, width, margin('    '))]
    : wrap(text, width, {first: before, rest: [run(' '.repeat(taken))]});
}

/** A text from a column on. */
export function indented({width}: TerminalContext, text: Line, by: number): readonly Line[] {
  return wrap(text, width, margin(' '.repeat(by)));
}
