import type {Predicate} from './observable.ts';
import type {Column} from './world.ts';

/** How often a test held in the periods up to some month: what the next period counts on from. */
export interface Count {
  readonly every: number;
  to: number;
  held: number | Column;
}

/**
 * Columns to be used and used again: a thousand small ones cost more to make than to fill. They are taken from a stack and given
 * back with whatever was taken after them, so that a column lives until its caller releases what stood below it.
 */
export interface Scratch {
  readonly paths: number;
  /** A column of whatever was in it. */
  take(): Column;
  /** How many are taken, and the release of all but so many. */
  mark(): number;
  release(mark: number): void;
  /** Counts of one run over a contract, by their test. */
  readonly counts: Map<Predicate, Count>;
}

export function scratchOf(paths: number): Scratch {
  const columns: Column[] = [];
  let taken = 0;
  return {
    paths,
    take() {
      const column = columns[taken] ?? new Float64Array(paths);
      columns[taken++] = column;
      return column;
    },
    mark: () => taken,
    release(mark) {
      taken = mark;
    },
    counts: new Map(),
  };
}
