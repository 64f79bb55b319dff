import {groupBy} from '../../base/index.ts';
import type {Band} from '../types.ts';

/**
 * The bands by row of the pay table. Two rows of one name are two where each has a base pay: their parts are not to be
 * added up. A table with a column for each region has the base pay of all in one line, and its parts in others.
 */
export function payRows(bands: readonly Band[]): Band[][] {
  return rowsBy(bands, ({region, level}) => `${region}\n${level ?? ''}`).flatMap(row => {
    const bases = new Set(row.flatMap(({component, span}) => (component === 'base' ? [span.line] : [])));
    return bases.size < 2 ? [row] : rowsBy(row, ({span}) => String(span.line));
  });
}

/** Anything by whatever `key` tells apart, in the order of first sight. */
export function rowsBy<T>(all: readonly T[], key: (one: T) => string): T[][] {
  return [...groupBy(all, key).values()];
}
