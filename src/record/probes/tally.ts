import type {PlannedFile, ProbeSource} from '../plan.ts';
import type {Entry, RecordFinding} from '../types.ts';
import {type BadRows, gatherBadRows} from './faults.ts';
import type {MinuteGrid} from './minutes.ts';
import {CLOSED, NO_TIME, type Reduced, type Said} from './reduction.ts';
import type {Sessions} from './sessions.ts';
import {cellText, verdictOf} from './verdict.ts';

/** What one file comes to: minutes that are handed on, rows left out, and rows that are wrong. */
export interface Tally {
  /** Takes a row of the reduction. True where its samples cannot be read: the file is to be asked where they stand. */
  take(reduced: Reduced): boolean;
  /** Says of rows without a time, without a system or with a word that means nothing where they stand. */
  bad(what: BadSample, rows: number, lines: readonly number[]): void;
  readonly rows: BadRows;
  fault(finding: RecordFinding): void;
  entries(): Iterable<Entry>;
}

interface Meaning {
  /** Empty where no system is named. */
  readonly named: string;
  readonly state: ReturnType<ReturnType<typeof verdictOf>>;
}

export type BadSample =
  | {readonly why: 'time'}
  | {readonly why: 'system'}
  | {readonly why: 'ok'; readonly ok: unknown};

export function tallyOf(
  {source}: ProbeSource,
  {name: file}: PlannedFile,
  {outside}: Sessions,
  add: MinuteGrid['add'],
): Tally {
  const verdict = verdictOf(source.states);
  const known = new WeakMap<Said, Meaning>();
  const meaning = (said: Said): Meaning => {
    const before = known.get(said);
    if (before !== undefined) return before;
    const found = {named: source.system ?? said.system?.trim() ?? '', state: verdict(said.ok)};
    known.set(said, found);
    return found;
  };
  const rows = gatherBadRows();
  const faults: RecordFinding[] = [];
  const leftOut = new Map<string, number>();
  const leave = (reason: string, samples: number) =>
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + samples);
  return {
    rows,
    take({said, hour, early, late, samples}) {
      const {named, state} = meaning(said);
      if (hour === NO_TIME || named === '' || state === undefined) return true;
      if (hour === CLOSED) leave(`sample ${outside}`, samples);
      else if (state === null) leave(`sample that says ${cellText(said.ok)}`, samples);
      else add(named, hour, state, early, late);
      return false;
    },
    bad(what, count, lines) {
      const {message, hint} = wordsOf(what);
      const places = lines.length === 0 ? [null] : lines;
      for (const [at, line] of places.entries()) {
        const share = at === 0 ? count - places.length + 1 : 1;
        rows.add('bad-row', message, hint, {file, line}, share);
      }
    },
    fault: finding => faults.push(finding),
    *entries() {
      for (const row of faults) yield {table: 'fault', row: {...row, source: source.name}};
      yield* rows.entries(source.name);
      for (const [reason, count] of leftOut) {
        const row = {reason, rows: count, source: source.name, place: {file, line: null}};
        yield {table: 'left-out', row};
      }
    },
  };
}

function wordsOf(what: BadSample): {readonly message: string; readonly hint: string} {
  if (what.why === 'time') return {message: 'a sample without a time', hint: 'check columns: {at: …}'};
  if (what.why === 'system') {
    return {message: 'a sample that names no system', hint: 'check columns: {system: …}, or say system:'};
  }
  const said = JSON.stringify(cellText(what.ok).slice(0, 60));
  const hint = 'say what it means under states: {"< 400": up, ">= 500": down, slow: degraded}';
  return {message: `${said} is neither up nor down`, hint};
}
