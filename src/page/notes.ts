import type {Evidence} from '../base/index.ts';
import {
  type Figure,
  isEmpty,
  isKnown,
  join,
  named,
  type Note,
  noteOf,
  type Prose,
  quote,
  say,
} from '../figure/index.ts';
import type {Text} from './document.ts';

/** Where a document refers to a note: `3`, for the second time. */
export interface Mark {
  /** Counts from 1 in reading order. */
  readonly number: number;
  /** Counts from 1 within the note: every use has a place of its own to come back to. */
  readonly use: number;
}

interface Footnote {
  readonly number: number;
  readonly note: Note;
}

/** The footnotes of one document, gathered by whoever prints it, from the first line to the last. */
export interface Footnotes {
  /**
   * The mark behind a figure: figures of one source share a number. Of what the whole page stands on there is none, `ground`;
   * null for a sealed figure, of which nothing is told.
   */
  cite(figure: Figure): Mark | 'ground' | null;
  /**
   * Every note from number 1 on. A note may cite figures itself, the inputs of a worked one; whoever prints the notes while
   * walking over them meets those notes too, until none is left.
   */
  all(): Iterable<Footnote>;
}

export function footnotes(ground: readonly Evidence[] = []): Footnotes {
  const listed: Footnote[] = [];
  const known = new Map<string, {readonly number: number; uses: number}>();
  return {
    cite(figure) {
      const note = noteOf(figure);
      if (note === null) return null;
      if (standsOn(figure, ground)) return 'ground';
      let one = known.get(note.key);
      if (one === undefined) {
        one = {number: listed.length + 1, uses: 0};
        known.set(note.key, one);
        listed.push({number: one.number, note});
      }
      one.uses += 1;
      return {number: one.number, use: one.uses};
    },
    // The array itself: walking over it goes on to what is added meanwhile.
    all: () => listed,
  };
}

/** Whether a figure is of the ground itself, or comes of nothing else. */
function standsOn(figure: Figure, ground: readonly Evidence[]): boolean {
  if (!isKnown(figure)) return false;
  if ('inputs' in figure && figure.inputs.length > 0)
    return figure.inputs.every(input => standsOn(input.figure, ground));
  return ground.some(({tier, source}) => tier === figure.evidence.tier && source === figure.evidence.source);
}

/** What a note says, how strong and then whose, as one text: ruled-out words may run over both, "documented letter". */
export function noteText({tier, text}: Note): Text {
  const strength = {text: say`${named(tier)}`, tone: 'bold'} as const;
  return isEmpty(text) ? [strength] : [strength, {text: say` `}, {text}];
}

/** What figures without a mark stand on, where a document says so. */
export function groundText(ground: readonly Evidence[] = []): Prose {
  const told = ground.map(({tier, source}) => say`${named(tier)}, ${quote(source)}`);
  if (told.length === 0) return say``;
  return say`Figures without a mark: ${join(told, '; ')}, or worked out from that.`;
}
