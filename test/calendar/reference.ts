import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Session} from '../../src/calendar/index.ts';

/** Sessions that another library works out, beside the repository. They are compared, never shipped. */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'calendars', 'generated_2015_2027');

export const referenceThere = existsSync(folder);

/** A session in one line: `2024-12-24 14:30Z-18:00Z early`, with a break as a second stretch. */
export type SessionLine = string;

/** The sessions of a file by date, as lines. */
export function reference(name: string): ReadonlyMap<string, SessionLine> {
  const [, ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  return new Map(
    rows.map(row => {
      const [date = '', open = '', pause = '', resume = '', close = '', early, late] = row.split(',');
      const opens =
        pause === ''
          ? [[open, close]]
          : [
              [open, pause],
              [resume, close],
            ];
      return [
        date,
        line(
          date,
          opens.map(ends => ends.map(text => Date.parse(text))),
          early === 'True',
          late === 'True',
        ),
      ];
    }),
  );
}

export function lineOf({date, opens, early, late}: Session): SessionLine {
  return line(
    date,
    opens.map(({from, to}) => [from, to]),
    early !== null,
    late !== null,
  );
}

function line(date: string, opens: readonly (readonly number[])[], early: boolean, late: boolean): string {
  const times = opens.map(ends => ends.map(at => new Date(at).toISOString().slice(5, 16)).join(' to '));
  return [date, times.join(', '), ...(early ? ['early'] : []), ...(late ? ['late'] : [])].join(' | ');
}
