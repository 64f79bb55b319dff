import type {Band} from '../types.ts';

/** The bands by row of the table, or by whatever else `key` tells apart, in reading order. */
export function rowsBy(bands: readonly Band[], key: (band: Band) => string): Band[][] {
  const rows = new Map<string, Band[]>();
  for (const band of bands) {
    const row = rows.get(key(band));
    if (row === undefined) rows.set(key(band), [band]);
    else row.push(band);
  }
  return [...rows.values()];
}
