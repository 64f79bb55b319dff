import {type Duck, duckWords, openDuck, refuseOthers, sqlPath, Unreadable} from '../../intake/index.ts';
import {finding, say} from '../../figure/index.ts';
import type {PlannedFile, ProbeSource} from '../plan.ts';
import {type ProbeColumns, probeColumns, sqlName, timeInSql} from './columns.ts';
import {createOpenHours, reduce} from './reduce.ts';
import {NO_TIME, type Reduced} from './reduction.ts';
import {missing} from './row-file.ts';
import type {Sessions} from './sessions.ts';
import type {BadSample, Tally} from './tally.ts';
import {cellText} from './verdict.ts';

const MEMORY = '640MB';
/** Lines of bad rows that are sought. */
const LINES = 5;
/** Kinds of bad rows that are sought. */
const KINDS = 20;

/**
 * Reduces a Parquet file where it lies, without reading a row into this program. False, with nothing taken, where its
 * times have to be read one by one.
 */
export async function parquetFile(
  planned: ProbeSource,
  file: PlannedFile,
  sessions: Sessions,
  tally: Tally,
): Promise<boolean> {
  const table = `read_parquet(${sqlPath(file.path)})`;
  let duck: Duck | undefined;
  try {
    refuseOthers(file.path);
    duck = await openDuck(MEMORY, {files: [file.path], settings: {preserve_insertion_order: 'false'}});
    const {connection} = duck;
    const columns = probeColumns(planned);
    const types = new Map<string, string>();
    for (const [name, type] of (
      await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`)
    ).getRows()) {
      types.set(String(name), String(type));
    }
    const lacking = missing(columns, [...types.keys()]);
    if (lacking !== undefined) throw new Unreadable(lacking.message, null, lacking.hint);
    const at = sqlName(columns.at);
    const ends = await connection.runAndReadAll(
      `SELECT min(${at})::VARCHAR, max(${at})::VARCHAR FROM ${table}`,
    );
    const bounds = (ends.getRows()[0] ?? []).flatMap(end => (end === null ? [] : [String(end)]));
    const time = timeInSql(columns.at, types.get(columns.at) ?? '', planned.time, bounds);
    if (time === null) return false;
    await createOpenHours(duck, sessions);
    await connection.run(`CREATE VIEW sample AS SELECT ${columns.system === null ? "''" : sqlName(columns.system)} AS system,
      ${time.hour} AS hour, ${time.bit} AS minute_bit, ${sqlName(columns.ok)} AS ok FROM ${table}`);
    const bad: Reduced[] = [];
    for await (const reduced of reduce(duck)) if (tally.take(reduced)) bad.push(reduced);
    await tellBad(duck, file.path, columns, bad, tally);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const {line = null, hint = 'write the file again'} = error instanceof Unreadable ? error : {};
    const words =
      error instanceof Unreadable ? error.message : `no Parquet that can be read: ${duckWords(error)}`;
    const place = {file: file.name, line};
    tally.fault({...finding('unreadable-file', 'error', say`${file.name}: ${words}`, {hint}), place});
  } finally {
    duck?.close();
  }
  return true;
}

/** Says where the samples stand that mean nothing. */
async function tellBad(
  {connection}: Duck,
  path: string,
  columns: ProbeColumns,
  bad: readonly Reduced[],
  tally: Tally,
): Promise<void> {
  const kinds = new Map<string, {readonly what: BadSample; readonly where: string; rows: number}>();
  const system = columns.system === null ? "''" : `${sqlName(columns.system)}::VARCHAR`;
  for (const {hour, said, samples} of bad) {
    const {system: name, ok} = said;
    const [what, where]: readonly [BadSample, string] =
      hour === NO_TIME
        ? [{why: 'time'}, `${sqlName(columns.at)} IS NULL`]
        : columns.system !== null && (name ?? '').trim() === ''
          ? [{why: 'system'}, `coalesce(trim(${system}), '') = ''`]
          : [{why: 'ok', ok}, `${sqlName(columns.ok)}::VARCHAR IN (${texts(ok)})`];
    const there = kinds.get(where);
    if (there !== undefined) there.rows += samples;
    else kinds.set(where, {what, where, rows: samples});
  }
  for (const [at, {what, where, rows}] of [...kinds.values()].entries()) {
    const found =
      at >= KINDS
        ? []
        : (
            await connection.runAndReadAll(
              `SELECT file_row_number + 1 FROM read_parquet(${sqlPath(path)}, file_row_number = true) WHERE ${where} LIMIT ${LINES}`,
            )
          ).getRows();
    const lines = found.map(([line]) => Number(line)).sort((a, b) => a - b);
    tally.bad(what, rows, lines);
  }
}

/** How DuckDB may write a value as text: 2 of a column of doubles is 2.0. */
function texts(value: unknown): string {
  const text = cellText(value).replaceAll("'", "''");
  return `'${text}', '${text}.0'`;
}
