import type {Duck} from '../input/duck.ts';
import {openHours, type Sessions} from './sessions.ts';
import {type Reduced, REDUCTION} from './reduction.ts';

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
export const VECTOR = 2048;

/** Runs the reduction over the table or view `sample`. */
export async function* reduce({connection}: Duck): AsyncGenerator<Reduced> {
  const result = await connection.stream(REDUCTION);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    for (const [system, hour, ok, minutes, samples] of chunk.getRows()) {
      yield {
        system: system === null || system === undefined ? null : String(system),
        hour: Number(hour),
        ok: ok ?? null,
        minutes: BigInt(String(minutes ?? 0)),
        samples: Number(samples),
      };
    }
  }
}
