/** The bands by row of the table, or anything by whatever `key` tells apart, in the order of first sight. */
export function rowsBy<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const rows = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const row = rows.get(name);
    if (row === undefined) rows.set(name, [one]);
    else row.push(one);
  }
  return [...rows.values()];
}
