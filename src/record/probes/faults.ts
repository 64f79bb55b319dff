import type {Place} from '../../intake/index.ts';
import type {Entry, RecordFinding, RecordRule} from '../types.ts';
import {count, finding, say} from '../../figure/index.ts';

/** Rows of one file that cannot be read, gathered by what is wrong: a bad clock makes a million of them. */
export interface BadRows {
  add(rule: RecordRule, message: string, hint: string, place: Place, rows?: number): void;
  entries(source: string): Iterable<Entry>;
}

const PLACES = 5;
/** Kinds of trouble that one file is told of; values differ without end. */
const KINDS = 20;

interface Bad {
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
  rows: number;
  readonly lines: number[];
}

export function gatherBadRows(): BadRows {
  const found = new Map<string, Bad & {readonly rule: RecordRule}>();
  return {
    add(rule, message, hint, place, rows = 1) {
      // The value stands first in quotes: what is wrong with it is the same for all.
      const kind = `${rule} ${message.replace(/"(?:[^"\\]|\\.)*"|\d+/g, '')}`;
      const key = found.has(kind) || found.size < KINDS ? kind : `${rule} and others`;
      const there = found.get(key) ?? {rule, message, hint, place, rows: 0, lines: []};
      found.set(key, there);
      there.rows += rows;
      if (place.line !== null && there.lines.length < PLACES) there.lines.push(place.line);
    },
    *entries(source) {
      for (const {rule, message, hint, place, rows, lines} of found.values()) {
        const row: RecordFinding = {
          ...finding(
            rule,
            'error',
            rows === 1 ? message : say`${message}; ${count(rows)} rows like it${on(lines, rows)}`,
            {hint},
          ),
          place,
          source,
        };
        yield {table: 'fault', row};
      }
    },
  };
}

function on(lines: readonly number[], rows: number): string {
  if (lines.length < 2) return '';
  return `, on lines ${lines.join(', ')}${rows > lines.length ? ' and on' : ''}`;
}
