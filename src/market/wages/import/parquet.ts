import {duckWords, type HeadingCheck, sqlPath, Unreadable} from '../../../intake/index.ts';
import type {ColumnLayout} from '../column.ts';
import {columnsRead} from './inlet.ts';
import {judged, type WageReader} from './judge.ts';
import type {Store} from './store.ts';

/** Loads the rows of a Parquet file into the store's wages, judged on the way. Throws `Unreadable`. */
export async function loadParquet(
  store: Store,
  file: string,
  check: HeadingCheck,
  layoutOf: (headings: readonly string[]) => ColumnLayout,
  reader: WageReader,
): Promise<void> {
  const table = `read_parquet(${sqlPath(file)})`;
  try {
    const described = await store.rows(`DESCRIBE SELECT * FROM ${table}`);
    const headings = described.map(column => String(column['column_name']));
    check(headings, 1);
    const {columns, narrow} = columnsRead(layoutOf(headings));
    const texts = columns.map((column, at) => {
      const {column_name: name, column_type: type} = described[column] ?? {};
      return `${textOf(`"${String(name).replaceAll('"', '""')}"`, String(type), reader.decimal)} AS c${at}`;
    });
    await store.run(
      `INSERT INTO wage ${judged(narrow, reader, `(SELECT ${texts.join(', ')} FROM ${table})`)}`,
    );
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Invalid Input Error')) throw error;
    throw new Unreadable(
      `no Parquet that can be read: ${duckWords(error)}`,
      null,
      'write the file again',
      'torn',
    );
  }
}

/** A value of Parquet as a cell of text has it: a number in the notation of the table, of a time its day. */
function textOf(value: string, type: string, decimal: WageReader['decimal']): string {
  if (type.startsWith('TIMESTAMP')) return `left(${value}::VARCHAR, 10)`;
  return /^(?:DOUBLE|FLOAT|DECIMAL)/.test(type)
    ? `replace(${value}::VARCHAR, '.', '${decimal}')`
    : `${value}::VARCHAR`;
}
