import {duckWords, openDuck, sqlPath} from './duck.ts';
import type {HeadingCheck} from './headings.ts';
import {refuseOthers} from './text.ts';
import {type Batches, Unreadable} from './piece.ts';

/** What DuckDB may take while a file streams through it. */
const MEMORY = '512MB';

export interface ParquetRow {
  readonly cells: Readonly<Record<string, unknown>>;
  /** Counted from 1. */
  readonly row: number;
}

/**
 * The rows of a Parquet file, a few thousand at a time. Times that know their zone come out in UTC, others without one,
 * dates as `YYYY-MM-DD`, whole numbers beyond what a double holds as text.
 */
export async function* readParquet(path: string, check: HeadingCheck): Batches<ParquetRow> {
  refuseOthers(path);
  const {duckdb, connection, close} = await openDuck(MEMORY, {files: [path]});
  /** A value as JSON could hold it. */
  const plain = (value: unknown): unknown => {
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof duckdb.DuckDBTimestampTZValue) return micros(value.micros, 'Z');
    if (value instanceof duckdb.DuckDBTimestampValue) return micros(value.micros, '');
    if (value instanceof duckdb.DuckDBTimestampMillisecondsValue) return micros(value.millis * 1000n, '');
    if (value instanceof duckdb.DuckDBTimestampSecondsValue) return micros(value.seconds * 1_000_000n, '');
    if (value instanceof duckdb.DuckDBTimestampNanosecondsValue) return micros(value.nanos / 1000n, '');
    if (value instanceof duckdb.DuckDBDecimalValue) return Number(value.toString());
    if (value instanceof duckdb.DuckDBListValue) return value.items.map(plain);
    if (value instanceof duckdb.DuckDBStructValue) {
      return Object.fromEntries(Object.entries(value.entries).map(([key, inner]) => [key, plain(inner)]));
    }
    // DuckDB gives every other type a text of its own: a date, a time, a UUID.
    return (value as {toString: () => string}).toString();
  };
  try {
    const result = await connection.stream(`SELECT * FROM read_parquet(${sqlPath(path)})`);
    const names = result.columnNames();
    check(names, 1);
    for (let row = 0; ; ) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const before = row;
      yield chunk.getRows().map((cells, index) => ({
        cells: Object.fromEntries(names.map((name, at) => [name, plain(cells[at])])),
        row: before + index + 1,
      }));
      row += chunk.rowCount;
    }
  } catch (error) {
    if (error instanceof Unreadable || !(error instanceof Error)) throw error;
    throw new Unreadable(`no Parquet that can be read: ${duckWords(error)}`, null, 'write the file again');
  } finally {
    close();
  }
}

function micros(value: bigint, zone: string): string {
  const whole = Number(value / 1000n) - (value % 1000n < 0n ? 1 : 0);
  const text = new Date(whole).toISOString();
  return `${text.slice(0, -1)}${zone}`;
}
