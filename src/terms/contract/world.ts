import type {Observed} from './observable.ts';

/** One number for each path of a world. */
export type Column = Float64Array;

/** Months from the first day: what lies after `from`, up to and with `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * What happened, or may: some paths side by side, of the same length of time. One path is the record as it was; a thousand are
 * a part of a simulation.
 */
export interface World {
  readonly paths: number;
  /** The month in which the employment ended, on each path: Infinity where it goes on. */
  readonly left: Column;
  /** How it ended, on each path: the place in `EXITS`. */
  readonly exit: Uint8Array;
  /** The month after which no period of a schedule may end: a horizon, or the end of the record. None where left out. */
  readonly until?: number;
  /** What an observable came to in a period; one number where it is the same on all paths. */
  observe(what: Observed, period: Period): number | Column;
  /** Of what an employer may choose to pay in a period, how much of what is meant it pays: 0 nothing, 1 the target. */
  generosity(period: Period): number | Column;
}
