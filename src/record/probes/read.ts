import {formatOf} from '../../intake/index.ts';
import type {PlannedFile, ProbeSource} from '../plan.ts';
import type {Entry, Interval, Period} from '../types.ts';
import {gatherMinutes} from './minutes.ts';
import {parquetFile} from './parquet-file.ts';
import {rowFile} from './row-file.ts';
import {type Sessions, sessionsOf} from './sessions.ts';
import {tallyOf} from './tally.ts';
import {MIXED} from './verdict.ts';

/** The time that counts: the sessions of these calendars within what is covered; all of it where there are none. */
export interface ProbeTime {
  readonly calendars: readonly string[];
  readonly covers: Period | null;
}

/**
 * The states of every system in every session minute, by the samples of all files of a source. A sample speaks for as
 * long as the probe takes to come round (`every`), a minute at least. What is wrong with rows and files is told file by
 * file; samples outside the sessions are left out and counted.
 */
export async function* probeEntries(
  planned: ProbeSource,
  {calendars, covers}: ProbeTime,
  onFile: (name: string) => void = () => {},
): AsyncGenerator<Entry> {
  const {source, files, every} = planned;
  const sessions = sessionsOf(calendars, covers);
  const minutes = gatherMinutes(source.states[MIXED] ?? 'degraded');
  let first: PlannedFile | undefined;
  for (const file of files) {
    onFile(file.name);
    first ??= file;
    yield* fileEntries(planned, file, sessions, minutes.add);
  }
  if (first === undefined) return;
  const evidence: Interval['evidence'] = {id: null, place: {file: first.name, line: null}};
  for (const {system, from, to, state} of minutes.states(sessions, Math.max(1, Math.ceil(every / 60)))) {
    const row = {
      system,
      start: from,
      end: to,
      state,
      severity: null,
      source: source.name,
      evidence,
      ticket: null,
    };
    yield {table: 'interval', row};
  }
}

async function* fileEntries(
  planned: ProbeSource,
  file: PlannedFile,
  sessions: Sessions,
  add: ReturnType<typeof gatherMinutes>['add'],
): AsyncGenerator<Entry> {
  const tally = tallyOf(planned, file, sessions, add);
  const format = planned.format ?? formatOf(file.path);
  const done = format === 'parquet' && (await parquetFile(planned, file, sessions, tally));
  if (!done) await rowFile(planned, file, sessions, tally);
  yield* tally.entries();
}
