import type {Currency} from '../../../base/index.ts';
import {openDuck} from '../../../intake/index.ts';
import {lendAmounts} from './amounts.ts';

/** What DuckDB may take. */
const MEMORY = '640MB';
/** Rows handed over at once: DuckDB's own vector. */
export const BATCH = 2048;

export type SqlRow = Readonly<Record<string, unknown>>;

/** A database for the time of one answer. */
export interface Store {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly SqlRow[]>;
  /** Adds rows of text to a table, column by column. */
  readonly append: (table: string, columns: readonly (readonly (string | null)[])[]) => Promise<void>;
  /** How much of the statement that runs is done, from 0 to 1; 0 where DuckDB cannot tell. */
  readonly share: () => number;
  readonly close: () => void;
}

/** How the amounts of the tables are written. */
export interface StoreAmounts {
  readonly currency: Currency;
  readonly decimal: '.' | ',';
}

/** Opens an empty store that may read these files and nothing else, and reads amounts as everybody here does. */
export async function openStore(files: readonly string[], {currency, decimal}: StoreAmounts): Promise<Store> {
  const duck = await openDuck(MEMORY, {
    files,
    settings: {preserve_insertion_order: 'false'},
    // Nothing is printed: this makes DuckDB keep count of how far it is.
    session:
      'SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0',
  });
  lendAmounts(duck, currency, decimal);
  const {duckdb, connection, close} = duck;
  return {
    run: async sql => {
      await connection.run(sql);
    },
    rows: async sql => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    append: async (table, columns) => {
      const appender = await connection.createAppender(table);
      const types = columns.map(() => duckdb.VARCHAR);
      const rows = columns[0]?.length ?? 0;
      for (let at = 0; at < rows; at += BATCH) {
        const chunk = duckdb.DuckDBDataChunk.create(types, Math.min(BATCH, rows - at));
        chunk.setColumns(columns.map(column => column.slice(at, at + BATCH)));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    share: () => Math.min(1, Math.max(0, connection.progress.percentage / 100)),
    close,
  };
}
