import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import type {Place} from '../../intake/index.ts';
import type {Entry, RecordFinding, SourceSpec, State} from '../types.ts';
import {finding, say} from '../../figure/index.ts';
import {shownTime} from './row.ts';
import {stateOf} from './severity.ts';
import type {Severities} from './tool.ts';

/** That a site was seen in a state. `code` is the HTTP status, 0 for no answer. */
export interface Sighting {
  readonly at: EpochMs;
  readonly status: 'up' | 'down' | 'degraded';
  readonly code: number;
  readonly place: Place;
}

/** What was seen of each site, in the order of the file. Held until the file ends: commits may come newest first. */
export type Sightings = Map<string, Sighting[]>;

/**
 * Every site is written about once a day (the schedule of response times), and GitHub starts a scheduled workflow hours late
 * or now and then not at all: one that is missing, and late around it, is no silence yet.
 */
const SILENCE = 2.5 * DAY_MS;
/** Down to the end of the history for longer than this looks like a host that was taken out of service. */
const LEFT_DOWN = 30 * DAY_MS;

/** A state from its first sighting to its last. */
interface Run {
  readonly first: Sighting;
  readonly from: EpochMs;
  to: EpochMs | null;
  /** When it was last seen so. */
  heard: EpochMs;
}

/**
 * Folds sightings into intervals: a state lasts until the next commit that tells another. Nothing is concluded over a
 * silence: the stretch is unknown, and told as a gap.
 */
export function* folded(sites: Sightings, severities: Severities, source: SourceSpec): Iterable<Entry> {
  const bounds = [...sites.values()].map(rising);
  const begin = Math.min(...bounds.map(([first]) => first?.at ?? Infinity));
  const end = Math.max(...bounds.map(seen => seen.at(-1)?.at ?? -Infinity));
  let place = 0;
  for (const site of sites.keys()) {
    yield* foldedSite(site, bounds[place++] ?? [], {begin, end}, severities, source);
  }
}

function begun(first: Sighting): Run {
  return {first, from: first.at, to: null, heard: first.at};
}

function* foldedSite(
  system: string,
  seen: readonly Sighting[],
  history: {readonly begin: EpochMs; readonly end: EpochMs},
  severities: Severities,
  source: SourceSpec,
): Iterable<Entry> {
  const runs: Run[] = [];
  const gaps: {readonly from: Sighting; readonly to: EpochMs}[] = [];
  let before: Sighting | undefined;
  for (const sighting of seen) {
    const run = runs.at(-1);
    if (run === undefined || before === undefined) {
      runs.push(begun(sighting));
    } else if (sighting.at - before.at > SILENCE) {
      run.to = before.at;
      gaps.push({from: before, to: sighting.at});
      runs.push(begun(sighting));
    } else if (wordOf(run.first) !== wordOf(sighting)) {
      run.to = sighting.at;
      runs.push(begun(sighting));
    } else run.heard = sighting.at;
    before = sighting;
  }
  const [first] = seen;
  const last = runs.at(-1);
  if (first === undefined || last === undefined || before === undefined) return;
  if (history.end - before.at > SILENCE) {
    last.to = before.at;
    gaps.push({from: before, to: history.end});
  }
  // That it is up is known to the end of the history; that it is down lasts until somebody says otherwise.
  else if (last.first.status === 'up') last.to = history.end;

  const told = (
    finding: Pick<RecordFinding, 'rule' | 'severity' | 'message' | 'hint'>,
    place: Place,
  ): Entry => ({
    table: 'fault',
    row: {...finding, place, source: source.name},
  });
  if (first.at - history.begin > SILENCE) {
    const message = say`${system} is first seen ${shownTime(first.at)}, the history begins ${shownTime(history.begin)}`;
    yield told(finding('gap', 'note', message), first.place);
  }
  for (const run of runs) yield* entriesOf(run, system, severities, source);
  for (const {from, to} of gaps) {
    yield interval(system, 'unknown', null, from.at, to, from.place, source);
    const over = to === history.end ? ', the end of the history: it left the list of sites' : '';
    const message = say`nothing is said of ${system} from ${shownTime(from.at)} to ${shownTime(to)}${over}`;
    const hint = 'the stretch is unknown, neither up nor down';
    yield told(finding('gap', 'warning', message, {hint}), from.place);
  }
  if (last.to === null) {
    const left = history.end - last.from > LEFT_DOWN;
    const message = say`${system} is ${last.first.status} from ${shownTime(last.from)} to the end of the history`;
    const hint = left
      ? 'a host taken out of service looks like this: leave its site out, or end what the record covers'
      : undefined;
    yield told(
      finding('open-interval', left ? 'warning' : 'note', message, {
        hint,
      }),
      last.first.place,
    );
  }
  yield* answered(system, seen, told);
}

/** Down by the tool's own judgement, though the host answered: told once for a site, with how often. */
function* answered(
  system: string,
  seen: readonly Sighting[],
  told: (finding: Pick<RecordFinding, 'rule' | 'severity' | 'message' | 'hint'>, place: Place) => Entry,
): Iterable<Entry> {
  const times = new Map<number, number>();
  let first: Sighting | undefined;
  for (const sighting of seen) {
    if (!isAnswer(sighting)) continue;
    first ??= sighting;
    times.set(sighting.code, (times.get(sighting.code) ?? 0) + 1);
  }
  if (first === undefined) return;
  const codes = [...times].sort(([a], [b]) => a - b);
  const counts = codes.map(([code, count]) => `HTTP ${code} (${count}×)`).join(', ');
  const message = say`${system} counts as down by ${counts}, which the host answered`;
  const hint = say`say what it means: states: {down ${String(first.code)}: up}, or leave it down`;
  yield told(
    finding('contradiction', 'warning', message, {
      hint,
    }),
    first.place,
  );
}

function* entriesOf(run: Run, system: string, severities: Severities, source: SourceSpec): Iterable<Entry> {
  const {first, from, to, heard} = run;
  if (to !== null && to <= from) return;
  const word = wordOf(first);
  const {state} = stateOf(source, severities, [word, first.status]);
  if (state === null || state === undefined) {
    yield {
      table: 'left-out',
      row: {reason: `severity "${word}" is left out`, source: source.name, place: first.place},
    };
  } else {
    const {table, row} = interval(system, state, word, from, to, first.place, source);
    yield {table, row: to === null ? {...row, heard} : row};
  }
}

function interval(
  system: string,
  state: State,
  severity: string | null,
  start: EpochMs,
  end: EpochMs | null,
  place: Place,
  source: SourceSpec,
): Extract<Entry, {table: 'interval'}> {
  const evidence = {id: null, place};
  return {
    table: 'interval',
    row: {system, start, end, state, severity, source: source.name, evidence, ticket: null},
  };
}

/** The host answers 400 to 499 itself: it is there, and refuses the question. */
function isAnswer({status, code}: Sighting): boolean {
  return status === 'down' && code >= 400 && code < 500;
}

function wordOf(sighting: Sighting): string {
  return isAnswer(sighting) ? `down ${sighting.code}` : sighting.status;
}

/** By time; commits of one second stay in the order in which they were made. */
function rising(seen: readonly Sighting[]): readonly Sighting[] {
  const newestFirst = (seen[0]?.at ?? 0) > (seen.at(-1)?.at ?? 0);
  return (newestFirst ? seen.toReversed() : seen.slice()).sort((a, b) => a.at - b.at);
}
