import type {EpochMs} from '../../calendar/index.ts';
import {detached, type InstantReading, type Item, type Place, readInstant} from '../../intake/index.ts';
import type {RecordFinding, RecordRule, SourceSpec} from '../types.ts';
import {finding, say, type Words} from '../../figure/index.ts';
import {API_ERROR_HINT, apiError} from './api-error.ts';
import {cellOf, type Fields, isFields} from './fields.ts';

/** One item while a tool looks at it. What is wrong with it gathers in `wrong`. */
export interface Row {
  readonly value: Fields;
  readonly place: Place;
  readonly source: SourceSpec;
  readonly wrong: RecordFinding[];
}

/** A row over `item`, or why it is none. */
export function rowOf(item: Item, source: SourceSpec): Row | RecordFinding {
  const {value, place} = item;
  const said = apiError(value);
  if (said !== null) {
    const words = say`it holds the error of an API and no rows: ${said}`;
    return {
      ...finding('unreadable-file', 'error', words, {hint: API_ERROR_HINT}),
      place,
      source: source.name,
    };
  }
  if (isFields(value)) return {value, place, source, wrong: []};
  const message = say`${shown(value)} where an object was expected`;
  const hint = 'the file may be of another tool, or the list may lie elsewhere in it';
  return {
    ...finding('bad-row', 'error', message, {
      hint,
    }),
    place,
    source: source.name,
  };
}

/** Adds to what is wrong with `row`. With an error in it, nothing else of the row is kept. */
export function amiss(
  row: Row,
  rule: RecordRule,
  severity: RecordFinding['severity'],
  message: Words,
  hint?: Words,
): void {
  const {place, source} = row;
  row.wrong.push({...finding(rule, severity, message, {hint}), place, source: source.name});
}

/** What stands under the first of `paths` that holds anything: `service.summary` looks inside `service`. */
export function held(row: Row, ...paths: readonly string[]): unknown {
  for (const path of paths) {
    const found = within(row.value, path);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
}

function within(fields: Fields, path: string): unknown {
  // A heading may hold a point itself, so the whole path is a name first.
  if (Object.hasOwn(fields, path) || path.includes(' + ')) return cellOf(fields, path);
  let at: unknown = fields;
  for (const name of path.split('.')) {
    if (!isFields(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

/** The text under one of `paths`; null where none is. A number counts as its digits: ids come either way. */
export function textIn(row: Row, ...paths: readonly string[]): string | null {
  const found = held(row, ...paths);
  if (found === undefined) return null;
  if (typeof found === 'string') return detached(found.trim()) || null;
  if (typeof found === 'number' || typeof found === 'bigint') return String(found);
  wrongType(row, paths, found, 'a text');
  return null;
}

/** The number under one of `paths`, written as a number or as its digits. */
export function number(row: Row, ...paths: readonly string[]): number | null {
  const found = held(row, ...paths);
  if (found === undefined) return null;
  const value = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  wrongType(row, paths, found, 'a number');
  return null;
}

/** The list under one of `paths`; empty where none is. */
export function list(row: Row, ...paths: readonly string[]): readonly unknown[] {
  const found = held(row, ...paths);
  if (found === undefined) return [];
  if (Array.isArray(found)) return found;
  wrongType(row, paths, found, 'a list');
  return [];
}

/** Years outside of these are slips: no telemetry is older, no incident lies so far ahead. */
const FIRST_YEAR = Date.UTC(2000, 0);
const LAST_YEAR = Date.UTC(2100, 0);

/**
 * The instant under one of `paths`; null where none is, or where a program wrote the zero of its clock (year 1) for
 * "never". A time without a zone is taken in that of the source; without one it is a fault of the row.
 */
export function time(row: Row, ...paths: readonly string[]): EpochMs | null {
  const found = held(row, ...paths);
  return found === undefined ? null : timeOf(row, named(row, paths), found);
}

/** The last instant under any of `paths`; null where none can be read, which costs the row nothing. */
export function latest(row: Row, ...paths: readonly string[]): EpochMs | null {
  const readings = paths.map(path => readInstant(held(row, path), {zone: row.source.zone}));
  const times = readings.flatMap(reading => (reading.ok && reading.at < LAST_YEAR ? [reading.at] : []));
  return times.length === 0 ? null : Math.max(...times);
}

/** The instant that `value` writes, where its form is said as `reading` has it. `name` is what the messages call it. */
export function timeOf(
  row: Row,
  name: string,
  value: unknown,
  reading: InstantReading = readInstant(value, {zone: row.source.zone}),
): EpochMs | null {
  if (typeof value === 'string' && value.startsWith('0001-01-01T00:00:00')) return null;
  if (!reading.ok) {
    amiss(row, reading.rule, 'error', say`${name}: ${reading.message}`, reading.hint);
    return null;
  }
  if (reading.at >= FIRST_YEAR && reading.at < LAST_YEAR) return reading.at;
  amiss(
    row,
    'typed-wrong-time',
    'error',
    `${name}: ${shown(value)} lies outside of the years 2000 to 2099`,
    'mend the year in the export, or leave the row out with --skip-bad',
  );
  return null;
}

/** Says that the row lacks what it cannot do without. */
export function lacks(row: Row, name: string, hint?: string): void {
  // A value of the wrong type has been told already.
  if (row.wrong.some(({severity}) => severity === 'error')) return;
  amiss(row, 'bad-row', 'error', say`${name} is missing`, hint);
}

/** A value as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? 'nothing';
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}

/** An instant as messages write it. */
export function shownTime(at: EpochMs): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function wrongType(row: Row, paths: readonly string[], found: unknown, expected: string): void {
  amiss(row, 'bad-row', 'error', say`${named(row, paths)}: ${shown(found)} where ${expected} was expected`);
}

function named(row: Row, paths: readonly string[]): string {
  return paths.find(path => held(row, path) !== undefined) ?? paths[0] ?? '';
}
