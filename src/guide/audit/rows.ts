import {groupBy} from '../../base/index.ts';

/** The bands by row of the table, or anything by whatever `key` tells apart, in the order of first sight. */
export function rowsBy<T>(all: readonly T[], key: (one: T) => string): T[][] {
  return [...groupBy(all, key).values()];
}
