import type {MeasureWatch} from '../case/index.ts';
import type {Finding} from '../figure/index.ts';

/** What a question needs beside its input: the day, and somebody who may watch how far it has come. */
export interface World {
  /** Today, `YYYY-MM-DD`, for cases that do not pin it. */
  readonly today: string;
  readonly progress: MeasureWatch;
}

/** A report, or null where the findings say why there is none. */
export interface Answer<R> {
  readonly report: R | null;
  /** What is wrong with the input, in the order in which it was met. */
  readonly findings: readonly Finding[];
}
