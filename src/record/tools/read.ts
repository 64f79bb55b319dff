import {createHash} from 'node:crypto';
import type {Item, Place} from '../../intake/index.ts';
import type {Entry, Reader} from '../types.ts';
import {finding, say} from '../../figure/index.ts';
import {isFields} from './fields.ts';
import {type Row, rowOf} from './row.ts';

/** What one row of a tool comes to: its id there, and the entries. */
export interface ToolReading {
  /** What makes two rows the same thing; null where the tool gives no id. */
  readonly id: string | null;
  readonly entries: readonly Entry[];
  /** Which try of the same thing it is: of several that were saved the last counts. */
  readonly attempt?: number;
}

/**
 * A reader that looks at one row at a time. `lists` names where rows lie inside a page that was saved whole, so that
 * pages written one after the other read like a list. A row that comes again with the same contents is left out, as
 * pages overlap; with other contents it is a fault, and the first stands. What was saved before it was over gives way to
 * what was saved after, whichever is read first, so what is not over waits for the end. Of every id a digest is kept: this
 * is what grows with an export.
 */
export function rowReader(
  lists: readonly string[],
  read: (row: Row) => ToolReading | readonly ToolReading[],
): Reader {
  return source => {
    const known = new Map<string, Seen>();
    const one = (item: Item): readonly Entry[] => {
      const row = rowOf(item, source);
      if ('rule' in row) return [{table: 'fault', row}];
      const readings = [read(row)].flat();
      if (row.wrong.length === 0) return readings.flatMap(reading => afresh(row, reading, [], known));
      const faults = row.wrong.map(fault => ({table: 'fault', row: fault}) as const);
      const lasts = readings.some(({id, entries}) => id !== null && entries.some(isUnfinished));
      // That it lasts is told with it: a later save may say that it is over.
      const now = faults.filter(fault => !(lasts && fault.row.rule === 'open-interval'));
      if (row.wrong.some(({severity}) => severity === 'error')) return now;
      const open = lasts ? faults.filter(fault => fault.row.rule === 'open-interval') : [];
      return [...now, ...readings.flatMap(reading => afresh(row, reading, open, known))];
    };
    return {
      take(item) {
        return rowsOf(item, lists).flatMap(one);
      },
      end: () => [...known.values()].flatMap(({waiting}) => waiting),
    };
  };
}

interface Seen {
  readonly digest: string;
  readonly place: Place;
  /** Entries of what was not over, or may be tried again, while nothing has said that it is; empty for the rest. */
  readonly waiting: readonly Entry[];
  readonly attempt: number | undefined;
  readonly lasts: boolean;
}

/** Whether it lasted still when it was saved. */
function isUnfinished(entry: Entry): boolean {
  if (entry.table === 'interval') return entry.row.end === null;
  return entry.table === 'deployment' && entry.row.result === 'running';
}

/** The entries of `reading`, unless its id is known already; `open` are the notes that it lasts. */
function afresh(
  row: Row,
  {id, entries, attempt}: ToolReading,
  open: readonly Entry[],
  known: Map<string, Seen>,
): readonly Entry[] {
  if (id === null) return entries;
  const digest = digestOf(entries);
  const lasts = entries.some(isUnfinished);
  const before = known.get(id);
  const waits = lasts || attempt !== undefined;
  const seen: Seen = {digest, place: row.place, waiting: waits ? [...open, ...entries] : [], attempt, lasts};
  const now = waits ? [] : entries;
  if (before === undefined) {
    known.set(id, seen);
    return now;
  }
  if (before.digest === digest) return [leftOut(row, 'the same row again, as overlapping pages bring it')];
  if (attempt !== undefined && before.attempt !== undefined && attempt !== before.attempt) {
    if (attempt > before.attempt) known.set(id, seen);
    return [leftOut(row, 'an attempt before the last')];
  }
  if (before.lasts === lasts || entries.length === 0) return [twice(row, id, before.place)];
  const earlier = leftOut(row, 'what was saved before it was over, and again after');
  if (lasts) return [earlier];
  known.set(id, seen);
  return [earlier, ...now];
}

/** That `row` is sound and does not belong. */
export function leftOut(row: Row, reason: string): Entry {
  return {table: 'left-out', row: {reason, source: row.source.name, place: row.place}};
}

function twice(row: Row, id: string, {file, line}: Place): Entry {
  const first = line === null ? `in ${file}` : `in ${file}:${line}`;
  const message = say`${id} stands here with other contents than ${first}`;
  const hint = 'keep the row that is right, as a rule the later export, and take the other out';
  return {
    table: 'fault',
    row: {
      ...finding('duplicate-id', 'error', message, {
        hint,
      }),
      place: row.place,
      source: row.source.name,
    },
  };
}

/** Of what a row comes to, not of how it was written: pages differ in fields that nobody reads. */
function digestOf(entries: readonly Entry[]): string {
  const contents = JSON.stringify(entries, (key, value: unknown) => (key === 'place' ? undefined : value));
  return createHash('sha256').update(contents).digest('base64');
}

/** The rows inside an item: of a page, of the raw tables of DevLake, or the item itself. */
function rowsOf(item: Item, lists: readonly string[]): readonly Item[] {
  const inner = unwrapped(item);
  const page = isFields(inner.value) ? inner.value : null;
  const rows: unknown = page && lists.map(name => page[name]).find(Array.isArray);
  return Array.isArray(rows) ? rows.map(value => ({value: value as unknown, place: item.place})) : [inner];
}

/**
 * DevLake keeps what an API answered as text in the column `data` beside the address and the parameters; those say
 * what the answer leaves out, and stay at hand as `devlake`.
 */
function unwrapped(item: Item): Item {
  const {value, place} = item;
  if (!isFields(value) || typeof value['data'] !== 'string' || !('params' in value)) return item;
  const data = parsed(value['data']);
  const params = typeof value['params'] === 'string' ? parsed(value['params']) : undefined;
  // Torn text stays as it is, and is told as a row that is no object.
  if (!isFields(data)) return {value: value['data'], place};
  return {value: isFields(params) ? {...data, devlake: params} : data, place};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
