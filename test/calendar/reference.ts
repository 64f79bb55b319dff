import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Temporal} from 'temporal-polyfill';
import type {Session} from '../../src/calendar/index.ts';
import {beside} from '../beside.ts';

/** Sessions that another library works out, beside the repository. Of them a checksum a year is shipped. */
const {path: folder, isThere} = beside(
  'calendars/generated_2015_2027',
  'which sessions are not those of the reference; that all of a year are, their checksums prove',
);
export {isThere as referenceThere};

type Stretch = readonly [from: number, to: number];

/** Hours of the reference that are known to be closed, in the exchange's own time. */
interface Closed {
  readonly zone: string;
  readonly rules: readonly {
    readonly from: string;
    readonly to?: string;
    readonly closed: readonly (readonly [string, string])[];
  }[];
}

/** The sessions of a file by date, each as a line: `2024-12-24 | 12-24T14:30 to 12-24T18:00 | early`. */
export function reference(name: string, {zone, rules}: Closed): ReadonlyMap<string, string> {
  const [, ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  return new Map(
    rows.map(row => {
      const [date = '', open = '', pause = '', resume = '', close = '', early, late] = row.split(',');
      const at = (text: string) => Date.parse(text);
      let opens: readonly Stretch[] =
        pause === ''
          ? [[at(open), at(close)]]
          : [
              [at(open), at(pause)],
              [at(resume), at(close)],
            ];
      for (const rule of rules)
        if (date >= rule.from && date <= (rule.to ?? '9999'))
          for (const [from, to] of rule.closed)
            opens = without(opens, instant(date, from, zone), instant(date, to, zone));
      return [date, line(date, opens, early === 'True', late === 'True')];
    }),
  );
}

export function lineOf({date, opens, early, late}: Session): string {
  return line(
    date,
    opens.map(({from, to}) => [from, to]),
    early !== null,
    late !== null,
  );
}

function without(opens: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return opens.flatMap(([start, end]): Stretch[] =>
    (
      [
        [start, Math.min(end, from)],
        [Math.max(start, to), end],
      ] as const
    ).filter(([a, b]) => a < b),
  );
}

function instant(date: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

function line(date: string, opens: readonly Stretch[], early: boolean, late: boolean): string {
  const times = opens.map(ends => ends.map(at => new Date(at).toISOString().slice(5, 16)).join(' to '));
  return [date, times.join(', '), ...(early ? ['early'] : []), ...(late ? ['late'] : [])].join(' | ');
}
