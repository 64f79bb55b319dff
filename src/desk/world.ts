import {
  cleaner,
  type Edition,
  type Finding,
  type Finished,
  searcherOf,
  type SealRules,
} from '../figure/index.ts';
import type {Cache} from '../files/index.ts';

/** Somebody who may watch how far a long answer has come. */
export interface Progress {
  /** So much of `all` is done; `words` tell it: "1,200 of 1,904 files read". */
  readonly at: (done: number, all: number, words: string) => void;
  /** What is worth saying at once: which server is asked. */
  readonly say: (words: string) => void;
}

/** What a question needs beside its input: the day, and somebody who may watch how far it has come. */
export interface World {
  /** Today, `YYYY-MM-DD`, for cases that do not pin it. */
  readonly today: string;
  readonly progress: Progress;
  /** How many threads may read guides side by side; one unless told. */
  readonly threads?: number;
  /** What is kept between one answer and the next; null: nothing, and the answer is the same. */
  readonly cache: Cache | null;
}

/** A report, or null where the findings say why there is none. */
export interface Answer<R> {
  readonly report: R | null;
  /** What is wrong with the input, in the order in which it was met. */
  readonly findings: readonly Finding[];
  /** Takes out of the words of findings what the edition keeps back, where they may speak of it. */
  readonly clean?: (text: string) => string;
  /** What else there is to say, a line each: that a later offer has not reached the plan. */
  readonly notices?: readonly string[];
  /** Set where it was asked wrongly, and no input is at fault: an exchange that there is none of. */
  readonly isMisasked?: boolean;
  /** Set where a part of the input could not be read, and the rest was answered from. */
  readonly isPartial?: boolean;
}

/** A question that a person asks of the desk: the same input in the same world has the same answer. */
export type Question<I, R> = (input: I, world: World) => Promise<Answer<R>>;

/** A report as one edition may see it, and what its printers keep back of their own words. */
export interface SealedReport<R> {
  readonly edition: Edition;
  readonly report: R;
  readonly clean: (text: string) => string;
  /** Whether what is kept back stands in a finished document of it after all: then nothing of it may be written. */
  readonly tells: (finished: Finished) => boolean;
}

/** A report that was sealed by the rules of an edition, with all that its printers need to keep to them. */
export function sealedReport<R>(report: R, rules: SealRules): SealedReport<R> {
  return {edition: rules.edition, report, clean: cleaner(rules), tells: searcherOf(report, rules)};
}
