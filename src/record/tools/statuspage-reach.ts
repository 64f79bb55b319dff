import type {EpochMs} from '../../calendar/index.ts';
import {readInstant} from '../../intake/index.ts';
import type {Entry, SourceSpec} from '../types.ts';
import {held, type Row} from './row.ts';

/** `/api/v2/incidents.json` holds the last so many incidents and cannot be asked for more. */
const ANSWER = 50;

/** The incidents of one file: how many, and when the first and the last of them were opened. */
interface Answer {
  readonly incidents: number;
  readonly oldest: EpochMs;
  readonly newest: EpochMs;
}

/** What each file held, by its name. */
export type PageAnswers = Map<string, Answer>;

/** Counts an incident to its file. A time that cannot be read is told elsewhere. */
export function tallied(row: Row, answers: PageAnswers): void {
  const reading = readInstant(held(row, 'created_at', 'started_at', 'published_at'), {zone: row.source.zone});
  const at = reading.ok ? reading.at : null;
  const before = answers.get(row.place.file) ?? {incidents: 0, oldest: Infinity, newest: -Infinity};
  answers.set(row.place.file, {
    incidents: before.incidents + 1,
    oldest: Math.min(before.oldest, at ?? Infinity),
    newest: Math.max(before.newest, at ?? -Infinity),
  });
}

/**
 * How far back the answers tell: a full one to its oldest incident, and further where an answer that was saved before
 * joins it. One that is not full holds all that the page ever told, and so does a longer history.
 */
export function* reachOf(answers: PageAnswers, source: SourceSpec): Iterable<Entry> {
  let from = Infinity;
  for (const {incidents, oldest, newest} of [...answers.values()].sort((a, b) => b.newest - a.newest)) {
    if (newest < from && from !== Infinity) break;
    if (incidents !== ANSWER) return;
    from = Math.min(from, oldest);
  }
  if (from === Infinity) return;
  const reason = `its page tells the last ${ANSWER} incidents and no more`;
  const hint =
    'add answers that were saved before, or say covers: for this source where there were no more incidents';
  yield {table: 'reach', row: {from, reason, hint, source: source.name}};
}
