import picocolors from 'picocolors';
import {KEPT} from '../../figure/index.ts';
import {cleanLine} from '../chart/clean.ts';
import {characters, widthOf} from './width.ts';

/** How a stretch of text is meant. Colour only underlines it: signs and words carry the meaning. */
export type Ink = 'plain' | 'bold' | 'muted' | 'accent' | 'pass' | 'fail' | 'unknown';

/** A stretch of text in one ink. Made by `run`, so that nothing in it acts on the terminal. */
export interface InkRun {
  readonly text: string;
  readonly ink: Ink;
}

export type Line = readonly InkRun[];

export const EMPTY: Line = [];

/** A space that no line is broken at. Drawn as any other. */
export const STAY = '\u00a0';

/** What was kept back, as one word: with "back" ruled out, the last search would refuse the half of it on a line. */
const HOLE = KEPT.replaceAll(' ', STAY);

/** `text` made harmless. */
export function run(text: string, ink: Ink = 'plain'): InkRun {
  return {text: cleanLine(text).replaceAll(KEPT, HOLE), ink};
}

export function widthOfLine(line: Line): number {
  return line.reduce((sum, one) => sum + widthOf(one.text), 0);
}

/** A line filled with spaces up to `width`, on the left where `right` is set. */
export function pad(line: Line, width: number, right = false): Line {
  const missing = width - widthOfLine(line);
  if (missing <= 0) return line;
  const fill = run(' '.repeat(missing));
  return right ? [fill, ...line] : [...line, fill];
}

/** What stands before the first line of a paragraph and before the others. Both of one width. */
export interface Indent {
  readonly first: Line;
  readonly rest: Line;
}

export function margin(first: string, rest = ' '.repeat(widthOf(first)), ink: Ink = 'plain'): Indent {
  return {first: [run(first, ink)], rest: [run(rest, ink)]};
}

const NO_MARGIN: Indent = {first: EMPTY, rest: EMPTY};

/**
 * Runs as lines no wider than `width`, broken between words; a word wider than a line is broken inside. Gives one
 * empty line for no text.
 */
export function wrap(runs: Line, width: number, before: Indent = NO_MARGIN): readonly Line[] {
  const room = Math.max(2, width - Math.max(widthOfLine(before.first), widthOfLine(before.rest)));
  const lines: InkRun[][] = [[]];
  let used = 0;
  for (const word of words(runs)) {
    const size = widthOfLine(word.runs);
    const gap = used > 0 && word.spaced ? 1 : 0;
    if (used + gap + size <= room) {
      lines.at(-1)?.push(...(gap > 0 ? [run(' ', word.ink)] : []), ...word.runs);
      used += gap + size;
      continue;
    }
    for (const piece of size <= room ? [word.runs] : broken(word.runs, room)) {
      if (used > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
      used = widthOfLine(piece);
    }
  }
  return lines.map((line, index) => [...(index === 0 ? before.first : before.rest), ...line]);
}

/** The lines as text, without spaces at their ends; with ANSI colours where asked for. */
export function render(lines: readonly Line[], colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const inks: Readonly<Record<Ink, (text: string) => string>> = {
    plain: text => text,
    bold: paint.bold,
    muted: paint.dim,
    accent: text => paint.bold(paint.cyan(text)),
    pass: paint.green,
    fail: paint.red,
    unknown: paint.yellow,
  };
  return lines
    .map(line => {
      const last = line.findLastIndex(one => one.text.trim() !== '');
      return line
        .slice(0, last + 1)
        .map((one, index) => inks[one.ink](index === last ? one.text.trimEnd() : one.text))
        .join('')
        .replaceAll(STAY, ' ');
    })
    .join('\n');
}

interface Word {
  readonly runs: readonly InkRun[];
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  /** Of the run that the space belongs to. */
  readonly ink: Ink;
}

/** Splits at spaces; runs that touch without a space stay one word. */
function words(runs: Line): readonly Word[] {
  const found: {runs: InkRun[]; spaced: boolean; ink: Ink}[] = [];
  let spaced = true;
  for (const {text, ink} of runs) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        spaced = true;
      } else if (spaced || found.length === 0) {
        found.push({runs: [{text: part, ink}], spaced, ink});
        spaced = false;
      } else {
        found.at(-1)?.runs.push({text: part, ink});
      }
    }
  }
  return found;
}

function broken(word: readonly InkRun[], room: number): readonly Line[] {
  const pieces: InkRun[][] = [[]];
  let used = 0;
  for (const {text, ink} of word) {
    // A note stays whole where a line of its own can hold it.
    const whole = widthOf(text);
    if (used > 0 && used + whole > room && whole <= room) {
      pieces.push([]);
      used = 0;
    }
    for (const character of characters(text)) {
      const size = widthOf(character);
      if (used + size > room && used > 0) {
        pieces.push([]);
        used = 0;
      }
      // One character wider than a whole line is dropped rather than drawn over the edge.
      if (size > room) continue;
      pieces.at(-1)?.push({text: character, ink});
      used += size;
    }
  }
  return pieces;
}
