import type {EpochMs} from '../../calendar/index.ts';
import {columnParts, isFault, memoized, openItems, type Place, readInstant} from '../../intake/index.ts';
import {finding, say} from '../../figure/index.ts';
import type {PlannedFile, ProbeSource} from '../plan.ts';
import {API_ERROR_HINT, apiError} from '../tools/api-error.ts';
import {cellOf} from '../tools/fields.ts';
import {type ProbeColumns, probeColumns} from './columns.ts';
import {CLOSED, HALF_HOUR, type Reduced, type Said} from './reduction.ts';
import {HOUR_MS, MINUTE_MS, opensIn, type Sessions} from './sessions.ts';
import type {Tally} from './tally.ts';
import {cellText, verdictOf} from './verdict.ts';

/**
 * Reads a file row by row, each time by the rule of its source. A row that cannot be read is told with its line, and those
 * behind it are read. A sample by itself is a group of the reduction, whose bits and counts may be added in any order:
 * nothing need be gathered here first.
 */
export async function rowFile(
  planned: ProbeSource,
  file: PlannedFile,
  sessions: Sessions,
  tally: Tally,
): Promise<void> {
  const take = sampleTaker(planned, sessions, tally);
  const {system, at, ok} = probeColumns(planned);
  const fields = [
    {field: 'at', column: at},
    {field: 'ok', column: ok},
  ];
  const all = system === null ? fields : [{field: 'system', column: system}, ...fields];
  const options = {name: file.name, format: planned.format, columns: {all, any: []}};
  for await (const items of openItems(file.path, options)) {
    for (const item of items) {
      if (isFault(item)) tally.fault(item.fault);
      else if (!take(item.value, item.place)) return;
    }
  }
}

/** Takes the cells of a row into the tally; false where no row of the file can be a sample. */
function sampleTaker(
  planned: ProbeSource,
  sessions: Sessions,
  tally: Tally,
): (value: unknown, place: Place) => boolean {
  const columns = probeColumns(planned);
  const mapped = [columns.system, columns.at, columns.ok].filter(column => column !== null);
  const needed = mapped.flatMap(columnParts);
  const {system: always, states} = planned.source;
  const verdict = memoized(verdictOf(states));
  const time = memoized((at: unknown) => readInstant(at, planned.time));
  const open = memoized((hour: number) => opensIn(sessions, hour));
  const saidBy = memoized((system: string) => memoized((ok: string): Said => ({system, ok})));
  return (value, place) => {
    const cells = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
      Record<string, unknown>
    >;
    const said = apiError(value);
    if (said !== null) {
      const message = say`it holds the error of an API and no samples: ${said}`;
      tally.fault({...finding('unreadable-file', 'error', message, {hint: API_ERROR_HINT}), place});
      return false;
    }
    if (!needed.every(part => Object.hasOwn(cells, part))) {
      const lacking = missing(columns, Object.keys(cells));
      if (lacking !== undefined) {
        tally.fault({...finding('unreadable-file', 'error', lacking.message, lacking), place});
        return false;
      }
    }
    const lines = place.line === null ? [] : [place.line];
    const [at, ok] = [cellOf(cells, columns.at), cellOf(cells, columns.ok)];
    const system = always ?? cellText(cells[columns.system ?? '']);
    if (at === null || at === '') tally.bad({why: 'time'}, 1, lines);
    else if (system.trim() === '') tally.bad({why: 'system'}, 1, lines);
    else if (verdict(ok) === undefined) tally.bad({why: 'ok', ok}, 1, lines);
    else {
      const read = time(at);
      if (read.ok) tally.take(sampleOf(read.at, saidBy(system)(cellText(ok)), open));
      else tally.rows.add(read.rule, read.message, read.hint, place);
    }
    return true;
  };
}

/** What the reduction makes of one sample. */
function sampleOf(at: EpochMs, said: Said, open: (hour: number) => boolean): Reduced {
  const hour = Math.floor(at / HOUR_MS);
  if (!open(hour)) return {said, hour: CLOSED, early: 0, late: 0, samples: 1};
  const minute = Math.floor(at / MINUTE_MS) - hour * 60;
  const half = minute < HALF_HOUR;
  const bit = 1 << (half ? minute : minute - HALF_HOUR);
  return {said, hour, early: half ? bit : 0, late: half ? 0 : bit, samples: 1};
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
