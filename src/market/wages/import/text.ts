import {sqlPath, sqlText} from '../../../intake/index.ts';
import {refused, type WageAttempt} from '../attempt.ts';
import {say} from '../../../figure/index.ts';
import type {ColumnLayout} from '../column.ts';
import {judged, type WageReader} from './judge.ts';
import type {Store} from './store.ts';
import type {TableFile} from './table-file.ts';

type TextFile = Extract<TableFile, {kind: 'text'}>;

/** What DuckDB calls a line that it cannot read, in words that say what to look for. */
const BROKEN: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'has fewer columns than the headings',
  'TOO MANY COLUMNS': 'has more columns than the headings',
  'UNQUOTED VALUE': 'opens a quote that is not closed',
  'LINE SIZE OVER MAXIMUM': 'is too long',
  'INVALID ENCODING': 'is not UTF-8',
  'INVALID STATE': 'has a quote where none may stand',
};

/**
 * Loads the rows of a text into the store's wages, judged on the way. Lines that are no rows are refused, the first of
 * them named; with `skipBad` they are left out, and the answer is their number.
 */
export async function loadText(
  store: Store,
  table: TextFile,
  layout: ColumnLayout,
  reader: WageReader,
  skipBad: boolean,
): Promise<WageAttempt<{readonly broken: number}>> {
  const {file, longLines} = table;
  const [long] = longLines;
  if (long !== undefined && !skipBad)
    return refused(
      'long-line',
      file,
      say`line ${String(long)} is too long to be a row`,
      'mend the line, or leave it out with --skip-bad',
      long,
    );
  const columns = table.headings.map((_, column) => `c${column}: 'VARCHAR'`).join(', ');
  const source = `read_csv(${sqlPath(file)}, auto_detect = false, header = false, skip = 1, delim = ${sqlText(table.delimiter)},
    quote = '"', escape = '"', columns = {${columns}}, store_rejects = true, rejects_limit = 0,
    parallel = ${longLines.length === 0})`;
  await store.run(`INSERT INTO wage ${judged(layout, reader, source)}`);
  const [count] = await store.rows('SELECT count(DISTINCT line)::INT AS lines FROM reject_errors');
  const [first] = await store.rows(
    'SELECT line::INT AS line, error_type::VARCHAR AS kind FROM reject_errors ORDER BY line, column_idx LIMIT 1',
  );
  const [last] = await store.rows('SELECT max(line)::INT AS line FROM reject_errors');
  await store.run('DROP TABLE reject_errors; DROP TABLE reject_scans');
  const broken = Number(count?.['lines'] ?? 0);
  if (first === undefined || skipBad) return {ok: true, value: {broken: Math.max(broken, longLines.length)}};
  const line = Number(first['line']);
  const kind = String(first['kind']);
  const more = broken > 1 ? `, and so do ${broken - 1} more up to line ${Number(last?.['line'])}` : '';
  const message = say`line ${String(line)} ${BROKEN[kind] ?? kind.toLowerCase()}${more.replace('so do', 'it is the same with')}`;
  const hint = 'mend the file or download it again; --skip-bad leaves such lines out and counts them';
  return refused(kind === 'INVALID ENCODING' ? 'not-utf8' : 'broken-line', file, message, hint, line);
}
