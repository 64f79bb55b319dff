import type {Finding} from '../base/index.ts';
import type {MeasureWatch} from '../case/index.ts';
import type {Cache} from './cache.ts';

/** What a question needs beside its input: the day, and somebody who may watch how far it has come. */
export interface World {
  /** Today, `YYYY-MM-DD`, for cases that do not pin it. */
  readonly today: string;
  readonly progress: MeasureWatch;
  /** What is kept between one answer and the next; null: nothing, and the answer is the same. */
  readonly cache: Cache | null;
}

/** A report, or null where the findings say why there is none. */
export interface Answer<R> {
  readonly report: R | null;
  /** What is wrong with the input, in the order in which it was met. */
  readonly findings: readonly Finding[];
}
