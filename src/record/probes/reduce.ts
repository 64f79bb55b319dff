import type {Duck} from '../../intake/index.ts';
import {openHours, type Sessions} from './sessions.ts';
import {EARLY, HALF_HOUR, type Reduced, REDUCTION, type Said} from './reduction.ts';

/** Fills `open_hour`, once for a database. */
export async function createOpenHours({duckdb, connection}: Duck, sessions: Sessions): Promise<void> {
  await connection.run('CREATE TABLE open_hour (hour BIGINT)');
  const appender = await connection.createAppender('open_hour');
  const hours = Array.from(openHours(sessions), BigInt);
  for (let at = 0; at < hours.length; at += VECTOR) {
    const part = hours.slice(at, at + VECTOR);
    const chunk = duckdb.DuckDBDataChunk.create([duckdb.BIGINT], part.length);
    chunk.setColumns([part]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Rows that DuckDB takes at once. */
const VECTOR = 2048;

/**
 * Runs the reduction over the table or view `sample`. What is handed over for each row is plain integers, with the
 * minutes in two halves: texts and numbers of 64 bits take longer to fetch than all else.
 */
export async function* reduce({connection}: Duck): AsyncGenerator<Reduced> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE reduced AS ${REDUCTION}`);
  await connection.run('CREATE OR REPLACE TEMP TABLE said AS SELECT DISTINCT system, ok FROM reduced');
  const said: Said[] = [];
  for (const [system, ok] of (
    await connection.runAndReadAll('SELECT system, ok FROM said ORDER BY rowid')
  ).getRows()) {
    said.push({system: system === null || system === undefined ? null : String(system), ok: ok ?? null});
  }
  const result = await connection.stream(`SELECT said.rowid::INTEGER, hour::INTEGER,
      (minutes & ${EARLY})::INTEGER, (minutes >> ${HALF_HOUR})::INTEGER, samples::DOUBLE
    FROM reduced JOIN said ON reduced.system IS NOT DISTINCT FROM said.system AND reduced.ok IS NOT DISTINCT FROM said.ok
    ORDER BY said.rowid, hour`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const columns = Array.from({length: chunk.columnCount}, (_, at) => chunk.getColumnVector(at));
    const number = (column: number, row: number) => Number(columns[column]?.getItem(row) ?? 0);
    const rows = chunk.rowCount;
    for (let row = 0; row < rows; row++) {
      const who = said[number(0, row)];
      if (who === undefined) throw new Error('a row of the reduction that nothing said');
      yield {
        said: who,
        hour: number(1, row),
        early: number(2, row),
        late: number(3, row),
        samples: number(4, row),
      };
    }
  }
}
