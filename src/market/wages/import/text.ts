import {sqlPath, sqlText} from '../../../intake/index.ts';
import {refused, type WageAttempt} from '../attempt.ts';
import {say} from '../../../figure/index.ts';
import type {ColumnLayout} from '../column.ts';
import {judged, type WageReader} from './judge.ts';
import type {Store} from './store.ts';
import {ANOTHER_ENCODING, type TableFile} from './table-file.ts';

type TextFile = Extract<TableFile, {kind: 'text'}>;

/** What both ways of reading a text say of a line that is no row. */
export const LEAVE_OUT = '--skip-bad leaves such lines out and counts them';

/** What DuckDB keeps of the lines that it rejected, or would add to for the next file. */
const FORGET = 'DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans';

/**
 * Loads the rows of a plain text into the store's wages, judged on the way. Lines that are too long or not UTF-8 are refused, the
 * first of them named; with `skipBad` they are left out, and the answer is their number. Null, with nothing loaded, where other
 * lines are no rows to DuckDB: a line of blanks and `="a,b"` may be some to `loadRows`, which knows what spreadsheets write.
 */
export async function loadText(
  store: Store,
  file: string,
  {headings, delimiter, longLines}: TextFile,
  layout: ColumnLayout,
  reader: WageReader,
  skipBad: boolean,
): Promise<WageAttempt<number> | null> {
  const [long] = longLines;
  if (long !== undefined && !skipBad)
    return refused(
      'long-line',
      file,
      say`line ${String(long)} is too long to be a row`,
      'mend the line, or leave it out with --skip-bad',
      long,
    );
  const columns = headings.map((_, column) => `c${column}: 'VARCHAR'`).join(', ');
  const source = `read_csv(${sqlPath(file)}, auto_detect = false, header = false, skip = 1, delim = ${sqlText(delimiter)},
    quote = '"', escape = '"', columns = {${columns}}, store_rejects = true, rejects_limit = 0,
    parallel = ${longLines.length === 0})`;
  try {
    await store.run(`INSERT INTO wage ${judged(layout, reader, source)}`);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Invalid Input Error')) throw error;
    // Line ends of two kinds in one file stop DuckDB altogether.
    await store.run(FORGET);
    return null;
  }
  const [found] = await store.rows(`SELECT count(DISTINCT line)::INT AS lines,
    (min(line) FILTER (error_type = 'INVALID ENCODING'))::INT AS foreign_line FROM reject_errors`);
  await store.run(FORGET);
  const broken = Number(found?.['lines'] ?? 0);
  const foreign = found?.['foreign_line'] == null ? null : Number(found['foreign_line']);
  if (broken === 0 || (skipBad && (foreign !== null || longLines.length > 0)))
    return {ok: true, value: Math.max(broken, longLines.length)};
  if (foreign !== null)
    return refused(
      'not-utf8',
      file,
      say`line ${String(foreign)} is not UTF-8`,
      `${ANOTHER_ENCODING}; ${LEAVE_OUT}`,
      foreign,
    );
  await store.run(`DELETE FROM wage WHERE file = ${reader.file}`);
  return null;
}
