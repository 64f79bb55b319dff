import {type InstantReading, readInstant} from '../instant.ts';
import {type Duck, openDuck} from '../input/duck.ts';
import {openItems} from '../input/open.ts';
import {isFault} from '../input/piece.ts';
import type {PlannedFile, ProbeSource} from '../plan.ts';
import type {EpochMs, Place} from '../types.ts';
import {type ProbeColumns, probeColumns} from './columns.ts';
import {createOpenHours, reduce, VECTOR} from './reduce.ts';
import {HOUR_MS, MINUTE_MS, type Sessions} from './sessions.ts';
import type {Tally} from './tally.ts';
import {textOf, verdictOf} from './verdict.ts';

const MEMORY = '512MB';
/** Samples that are reduced at once. */
const BATCH = 1 << 20;
/** Times that are kept as read: those of one round of probes are alike. */
const KNOWN_TIMES = 4096;

type Sample = readonly [system: string, hour: bigint, bit: bigint, ok: string];

/**
 * Reads a file row by row, each time by the rule of its source, and reduces what it holds a million samples at a time. A
 * row that cannot be read is told with its line, and those behind it are read.
 */
export async function rowFile(
  planned: ProbeSource,
  file: PlannedFile,
  sessions: Sessions,
  tally: Tally,
): Promise<void> {
  const duck = await openDuck(MEMORY, {settings: {preserve_insertion_order: 'false'}});
  try {
    await createOpenHours(duck, sessions);
    await duck.connection.run(
      'CREATE TABLE sample (system VARCHAR, hour BIGINT, minute_bit BIGINT, ok VARCHAR)',
    );
    const samples = sampleReader(planned, tally);
    let batch: Sample[] = [];
    let rows = 0;
    for await (const item of openItems(file.path, {name: file.name, format: planned.format})) {
      if (isFault(item)) {
        tally.fault(item.fault);
        continue;
      }
      const sample = samples(item.value, item.place);
      if (sample === 'hopeless') break;
      if (sample === undefined) continue;
      batch.push(sample);
      if (batch.length < VECTOR) continue;
      await append(duck, batch);
      rows += batch.length;
      batch = [];
      if (rows < BATCH) continue;
      await takeAll(duck, tally);
      rows = 0;
    }
    if (batch.length > 0) await append(duck, batch);
    await takeAll(duck, tally);
  } finally {
    duck.close();
  }
}

async function append({duckdb, connection}: Duck, batch: readonly Sample[]): Promise<void> {
  const {VARCHAR, BIGINT, DuckDBDataChunk} = duckdb;
  const appender = await connection.createAppender('sample');
  const chunk = DuckDBDataChunk.create([VARCHAR, BIGINT, BIGINT, VARCHAR], batch.length);
  chunk.setRows(batch);
  appender.appendDataChunk(chunk);
  appender.closeSync();
}

async function takeAll(duck: Duck, tally: Tally): Promise<void> {
  for await (const reduced of reduce(duck)) tally.take(reduced);
  await duck.connection.run('TRUNCATE sample');
}

/** Reads the cells of a row: undefined where it is no sample, `hopeless` where no row of the file can be one. */
function sampleReader(
  planned: ProbeSource,
  tally: Tally,
): (value: unknown, place: Place) => Sample | 'hopeless' | undefined {
  const columns = probeColumns(planned);
  const verdict = verdictOf(planned.source.states);
  const times = new Map<unknown, InstantReading>();
  const timeOf = (value: unknown): InstantReading => {
    const known = times.get(value);
    if (known !== undefined) return known;
    const reading = readInstant(value, planned.time);
    if (times.size >= KNOWN_TIMES) times.clear();
    times.set(value, reading);
    return reading;
  };
  return (value, place) => {
    const cells = value as Readonly<Record<string, unknown>>;
    const lacking = missing(columns, typeof cells === 'object' && cells !== null ? Object.keys(cells) : []);
    if (lacking !== undefined) {
      tally.fault({rule: 'unreadable-file', severity: 'error', ...lacking, place});
      return 'hopeless';
    }
    const lines = place.line === null ? [] : [place.line];
    const [at, ok] = [cells[columns.at], cells[columns.ok]];
    const system = planned.source.system ?? textOf(cells[columns.system ?? '']);
    if (at === null || at === '') tally.bad({why: 'time'}, 1, lines);
    else if (system.trim() === '') tally.bad({why: 'system'}, 1, lines);
    else if (verdict(ok) === undefined) tally.bad({why: 'ok', ok}, 1, lines);
    else {
      const time = timeOf(at);
      if (time.ok) return [system, BigInt(hourOf(time.at)), minuteBit(time.at), textOf(ok)];
      tally.rows.add(time.rule, time.message, time.hint, place);
    }
    return undefined;
  };
}

function hourOf(at: EpochMs): number {
  return Math.floor(at / HOUR_MS);
}

function minuteBit(at: EpochMs): bigint {
  return 1n << BigInt(Math.floor(at / MINUTE_MS) - hourOf(at) * 60);
}

/** What is said where a table lacks a column of samples; undefined where it has them all. */
export function missing(
  {system, at, ok}: ProbeColumns,
  there: readonly string[],
): {readonly message: string; readonly hint: string} | undefined {
  const fields = Object.entries({system, at, ok});
  const lacking = fields.find(([, column]) => column !== null && !there.includes(column));
  if (lacking === undefined) return undefined;
  const [field, column] = lacking;
  return {
    message: `no column ${JSON.stringify(column)}, expected one for ${field}`,
    hint: `say columns: {${field}: …}; its columns are ${there.slice(0, 12).join(', ')}`,
  };
}
