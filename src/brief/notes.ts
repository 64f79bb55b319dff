import {type Evidence, type Span, showSpan} from '../base/index.ts';

/** What a figure stands on: its evidence, and where it can be looked up. */
export interface Cite {
  readonly evidence: Evidence;
  readonly span?: Span;
}

/** One footnote. */
export interface Note {
  /** Counts from 1 in the order of reading. */
  readonly number: number;
  readonly evidence: Evidence;
  /** `file:line:column`; null where the source has no place in a file. */
  readonly where: string | null;
  /** How often the document refers to it. */
  readonly uses: number;
}

/** The footnotes of one document, gathered while it is written from first line to last. */
export interface Notes {
  /** The number of the note for `cite`, a new one where it has not been cited before, and which use of it this is. */
  cite(cite: Cite): {readonly number: number; readonly use: number};
  /** Every note cited so far. */
  all(): readonly Note[];
}

export function footnotes(): Notes {
  const found = new Map<string, {number: number; evidence: Evidence; where: string | null; uses: number}>();
  return {
    cite({evidence, span}) {
      const where = span === undefined ? null : showSpan(span);
      // A place in a file tells a source apart by itself; two names for it would make two notes of one.
      const key = JSON.stringify([evidence.tier, where ?? evidence.source]);
      const note = found.get(key) ?? {number: found.size + 1, evidence, where, uses: 0};
      note.uses += 1;
      found.set(key, note);
      return {number: note.number, use: note.uses};
    },
    all: () => [...found.values()].map(note => ({...note})),
  };
}

/** Whether the source has to be named beside the place: not where the place begins with it. */
export function named({evidence, where}: Note): boolean {
  return where === null || !where.startsWith(`${evidence.source}:`);
}
