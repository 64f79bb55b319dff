import {type ColumnLayout, WAGE_FIELDS} from '../column.ts';
import {judged, type WageReader} from './judge.ts';
import {BATCH, type Store} from './store.ts';

/** Rows that are held before they go into the store. */
const HELD = 16 * BATCH;

/** The way into the store's wages for rows that are read here and not by DuckDB, some tens of thousands at a time. */
export interface Inlet {
  /** Takes a row, of which the cell of any column can be asked for. Throws nothing. */
  readonly take: (cell: (column: number) => string | null) => void;
  /** Hands over what is held, where that is enough. To be called between stretches of a file. */
  readonly hand: () => Promise<void>;
  /** Hands over the rest. */
  readonly close: () => Promise<void>;
}

export async function openInlet(store: Store, layout: ColumnLayout, reader: WageReader): Promise<Inlet> {
  const {columns, narrow} = columnsRead(layout);
  await store.run(`CREATE TABLE inlet (${columns.map((_, at) => `c${at} VARCHAR`).join(', ')})`);
  let held: (string | null)[][] = columns.map(() => []);
  let count = 0;
  const give = async () => {
    await store.append('inlet', held);
    await store.run(`INSERT INTO wage ${judged(narrow, reader, 'inlet')}; DELETE FROM inlet`);
    held = columns.map(() => []);
    count = 0;
  };
  return {
    take: cell => {
      for (const [at, column] of columns.entries()) held[at]?.push(cell(column));
      count++;
    },
    hand: async () => {
      if (count >= HELD) await give();
    },
    close: async () => {
      if (count > 0) await give();
      await store.run('DROP TABLE inlet');
    },
  };
}

/** The columns that are read, in the order of the fields, and the layout of a table of these alone. */
export function columnsRead(layout: ColumnLayout): {
  readonly columns: readonly number[];
  readonly narrow: ColumnLayout;
} {
  const read = WAGE_FIELDS.flatMap(field => {
    const source = layout[field];
    return source !== undefined && 'column' in source ? [{field, column: source.column}] : [];
  });
  return {
    columns: read.map(({column}) => column),
    narrow: {...layout, ...Object.fromEntries(read.map(({field}, column) => [field, {column}]))},
  };
}
