import {readFileSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {SourceSpec} from '../../../src/record/index.ts';
import type {ProbeSource} from '../../../src/record/plan.ts';
import {type ProbeTime, probeEntries} from '../../../src/record/probes/read.ts';
import {REDUCTION} from '../../../src/record/probes/reduction.ts';
import type {Entry} from '../../../src/record/types.ts';
import {listed} from '../folder.ts';
import {plannedSource} from '../planned.ts';
import {messageOf} from '../../findings.ts';
import {put, temporary} from '../../desk.ts';

const NYSE: ProbeTime = {calendars: ['XNYS'], covers: null};
const MINUTE = 60_000;

function planned(
  paths: readonly string[],
  said: Partial<Omit<ProbeSource, 'source'>> & {source?: Partial<SourceSpec>} = {},
): ProbeSource {
  const {source, ...more} = said;
  return {
    kind: 'probes',
    covers: null,
    files: paths.map(path => ({path, name: path.slice(path.lastIndexOf('/') + 1)})),
    format: null,
    time: {zone: null},
    every: 15,
    source: plannedSource('blackbox', source),
    ...more,
  };
}

/** Entries in short: `router down 14:31-14:35` of a day in 2025, in UTC. */
function told(entries: readonly Entry[], known = 'up down degraded'): string[] {
  return entries.flatMap(entry => {
    if (entry.table === 'interval') {
      const {system, state, start, end} = entry.row;
      const clock = (at: number | null) => new Date(at ?? 0).toISOString().slice(11, 16);
      return known.includes(state) ? [`${system} ${state} ${clock(start)}-${clock(end)}`] : [];
    }
    if (entry.table === 'fault')
      return [`! ${entry.row.rule} ${entry.row.place?.line ?? '-'}: ${messageOf(entry.row)}`];
    if (entry.table === 'left-out') return [`${entry.row.rows} x ${entry.row.reason}`];
    return [];
  });
}

async function csv(there: string, rows: string, said: Parameters<typeof planned>[1] = {}, time = NYSE) {
  return told(
    await listed(probeEntries(planned([put(there, 'p.csv', `system,at,ok\n${rows}`)], said), time)),
  );
}

/** A Parquet file of one SELECT. */
async function parquet(there: string, select: string): Promise<string> {
  const path = put(there, 'p.parquet', '');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  return path;
}

describe('samples of a session', () => {
  // 2025-03-10 is the Monday on which New York is at UTC-4 for the first time.
  test.each([
    ['all up', 'r,2025-03-10T13:30:00Z,1\nr,2025-03-10T13:31:00Z,1', ['r up 13:30-13:32']],
    [
      'a minute of failures',
      'r,2025-03-10T13:30:00Z,1\nr,2025-03-10T13:31:00Z,0\nr,2025-03-10T13:31:30Z,0',
      ['r up 13:30-13:31', 'r down 13:31-13:32'],
    ],
    [
      'a minute that fails in part',
      'r,2025-03-10T13:30:05Z,1\nr,2025-03-10T13:30:20Z,0',
      ['r degraded 13:30-13:31'],
    ],
    ['a gap', 'r,2025-03-10T13:30:00Z,1\nr,2025-03-10T13:32:00Z,1', ['r up 13:30-13:31', 'r up 13:32-13:33']],
    [
      'rows out of order, and twice',
      'r,2025-03-10T13:31:00Z,1\nr,2025-03-10T13:30:00Z,1\nr,2025-03-10T13:30:00Z,1',
      ['r up 13:30-13:32'],
    ],
    [
      'the minutes around the bell',
      'r,2025-03-10T13:29:59Z,0\nr,2025-03-10T13:30:00Z,1\nr,2025-03-10T19:59:59Z,1\nr,2025-03-10T20:00:00Z,0',
      ['r up 13:30-13:31', 'r up 19:59-20:00', '1 x sample outside the sessions of XNYS'],
    ],
    ['no number', 'r,2025-03-10T13:30:00Z,NaN\nr,2025-03-10T13:31:00Z,', []],
    [
      'words',
      'r,2025-03-10T13:30:00Z,true\nr,2025-03-10T13:31:00Z,Timeout',
      ['r up 13:30-13:31', 'r down 13:31-13:32'],
    ],
  ])('show %s', async (_what, rows, states) => {
    const there = temporary();
    expect((await csv(there, rows)).toSorted()).toEqual(states.toSorted());
  });

  test('are unknown between two that are far apart, and not before the first hour', async () => {
    const there = temporary();
    const path = put(there, 'p.csv', 'system,at,ok\nr,2025-03-10T14:00:00Z,1\nr,2025-03-10T14:02:00Z,1');
    const all = told(await listed(probeEntries(planned([path]), NYSE)), 'up unknown');
    expect(all).toEqual([
      'r up 14:00-14:01',
      'r unknown 14:01-14:02',
      'r up 14:02-14:03',
      'r unknown 14:03-15:00',
    ]);
  });

  test.each([
    ['down', ['r down 13:30-13:31']],
    ['up', ['r up 13:30-13:31']],
  ] as const)('count a mixed minute as %s where the record says so', async (mixed, states) => {
    const there = temporary();
    const rows = 'r,2025-03-10T13:30:05Z,1\nr,2025-03-10T13:30:20Z,0';
    expect(await csv(there, rows, {source: {states: {mixed}}})).toEqual(states);
  });

  test('mean what the record says of codes, and of words', async () => {
    const there = temporary();
    const rows = ['200', '302', '404', '503', 'slow']
      .map((code, at) => `r,2025-03-10T13:3${at}:00Z,${code}`)
      .join('\n');
    const states = {'< 400': 'up', '404': null, '>= 500': 'down', slow: 'degraded'} as const;
    expect(await csv(there, rows, {source: {states}})).toEqual([
      '1 x sample that says 404',
      'r up 13:30-13:32',
      'r down 13:33-13:34',
      'r degraded 13:34-13:35',
    ]);
  });

  test('speak for as long as the probe takes to come round', async () => {
    const there = temporary();
    const rows = 'r,2025-03-10T13:31:00Z,1\nr,2025-03-10T13:36:10Z,0\nr,2025-03-10T13:46:00Z,1';
    expect(await csv(there, rows, {every: 300})).toEqual([
      'r up 13:30-13:35',
      'r down 13:35-13:40',
      'r up 13:45-13:50',
    ]);
  });

  test('speak for no longer, whatever is seen and however long a round takes', async () => {
    const first = Date.UTC(2025, 2, 10, 13);
    const sample = fc.record({minute: fc.integer({min: 0, max: 480}), ok: fc.constantFrom(0, 1)});
    const seen = fc.array(sample, {minLength: 1, maxLength: 60});
    await fc.assert(
      fc.asyncProperty(seen, fc.integer({min: 1, max: 100}), async (samples, every) => {
        const there = temporary();
        const rows = samples.map(({minute, ok}) => `r,${first / 1000 + minute * 60},${ok}`).join('\n');
        const path = put(there, 'p.csv', `system,at,ok\n${rows}`);
        const entries = await listed(probeEntries(planned([path], {every: every * 60}), NYSE));
        const states = entries.flatMap(one => (one.table === 'interval' ? [one.row] : []));
        for (const {state, start, end} of states) {
          for (let from = start; from < (end ?? 0); from += MINUTE) {
            // The first round of a session begins with it, at half past one.
            const round = Math.floor(((from - first) / MINUTE - 30) / every);
            const oks = samples.filter(
              ({minute}) => minute >= 30 && minute < 420 && Math.floor((minute - 30) / every) === round,
            );
            const [up, down] = [oks.some(({ok}) => ok === 1), oks.some(({ok}) => ok === 0)];
            expect(state).toBe(up && down ? 'degraded' : up ? 'up' : down ? 'down' : 'unknown');
          }
        }
      }),
      {numRuns: 25},
    );
  });

  test.each([
    [
      'the lunch break of Tokyo',
      'XTKS',
      '2025-03-10T02:29:00Z 2025-03-10T02:30:00Z 2025-03-10T03:30:00Z',
      'r up 02:29-02:30,r up 03:30-03:31',
    ],
    ['an early close', 'XNYS', '2025-11-28T17:59:00Z 2025-11-28T18:00:00Z', 'r up 17:59-18:00'],
    [
      'New York before its clocks change',
      'XNYS',
      '2025-03-07T14:29:00Z 2025-03-07T14:30:00Z',
      'r up 14:30-14:31',
    ],
    ['a clock that never closes', '24x7', '2025-03-09T03:00:00Z', 'r up 03:00-03:01'],
    ['currencies over a weekend', '24x5', '2025-03-07T12:00:00Z 2025-03-08T12:00:00Z', 'r up 12:00-12:01'],
  ])('keep to %s', async (_what, calendar, times, states) => {
    const there = temporary();
    const rows = times
      .split(' ')
      .map(at => `r,${at},1`)
      .join('\n');
    const all = await csv(there, rows, {}, {calendars: [calendar], covers: null});
    expect(all.filter(line => line.includes(' up ')).join()).toBe(states);
  });
});

describe('rows that cannot be read', () => {
  test('are told with their lines, and the others are read', async () => {
    const there = temporary();
    const rows =
      'r,yesterday,1\nr,2025-03-10T13:30:00Z,1\nr,2025-03-10T13:30:00Z,maybe\n,2025-03-10T13:30:00Z,1\nr,soon,1\nr,2025-03-10 09:31,1';
    expect(await csv(there, rows)).toEqual([
      '! bad-row 2: "yesterday" is not a time; 2 rows like it, on lines 2, 6',
      '! bad-row 4: "maybe" is neither up nor down',
      '! bad-row 5: a sample that names no system',
      '! unclear-time 7: "2025-03-10 09:31" states no zone',
      'r up 13:30-13:31',
    ]);
  });

  test('make a column that is not there one fault of the file', async () => {
    const there = temporary();
    const path = put(there, 'p.csv', 'target,ts,success\nr,1,1\nr,2,1');
    expect(told(await listed(probeEntries(planned([path]), NYSE)))).toEqual([
      '! unreadable-file 1: p.csv: no column "system"',
    ]);
  });

  test('of a line without end end the reading of the file, in bounded memory', async () => {
    const there = temporary();
    const path = put(
      there,
      'p.csv',
      Buffer.concat([Buffer.from('system,at,ok\nr,"'), Buffer.alloc(100 * 2 ** 20, 'x')]),
    );
    const all = told(await listed(probeEntries(planned([path]), NYSE)));
    expect(all).toEqual([expect.stringMatching(/^! unreadable-file 2: .*goes on for too long/)]);
  });

  test.each([
    ['torn', 'PAR1 and nothing'],
    ['empty', ''],
  ])('make a %s Parquet file one fault', async (_what, content) => {
    const there = temporary();
    const path = put(there, 'p.parquet', content);
    expect(told(await listed(probeEntries(planned([path]), NYSE)))).toEqual([
      expect.stringMatching(/^! unreadable-file -: p.parquet: no Parquet that can be read/),
    ]);
  });

  test('are told of a Parquet file as well', async () => {
    const there = temporary();
    const path = await parquet(
      there,
      `SELECT * FROM (VALUES ('r', 1741613400, 1), ('r', NULL, 1), (NULL, 1741613400, 1), ('r', 1741613460, 7), ('r', 1741613400, 7)) t(system, "at", ok)`,
    );
    expect(told(await listed(probeEntries(planned([path]), NYSE)))).toEqual(
      expect.arrayContaining([
        '! bad-row 2: a sample without a time',
        '! bad-row 3: a sample that names no system',
        '! bad-row 4: "7" is neither up nor down; 2 rows like it, on lines 4, 5',
        'r up 13:30-13:31',
      ]),
    );
  });
});

describe('Parquet', () => {
  const at = `TIMESTAMP '2025-03-10 13:30:00'`;
  test.each([
    ['instants', `(epoch_ms(1741613400000) AT TIME ZONE 'UTC')`, null],
    ['clocks of UTC', at, 'UTC'],
    ['clocks of UTC in nanoseconds', `${at}::TIMESTAMP_NS`, 'UTC'],
    ['clocks of New York', `TIMESTAMP '2025-03-10 09:30:00'`, 'America/New_York'],
    ['seconds', '1741613400', null],
    ['milliseconds', '1741613400000', null],
    ['microseconds', '1741613400000000', null],
    ['seconds with a fraction', '1741613400.25::DOUBLE', null],
    ['text', `'2025-03-10T13:30:00+00:00'`, null],
  ])('holds %s', async (_what, time, zone) => {
    const there = temporary();
    const path = await parquet(there, `SELECT 'r' AS system, ${time} AS "at", true AS ok`);
    expect(told(await listed(probeEntries(planned([path], {time: {zone}}), NYSE)))).toEqual([
      'r up 13:30-13:31',
    ]);
  });

  test('gives what a reduction minute by minute gives', async () => {
    const first = Date.UTC(2025, 2, 10, 13);
    const sample = fc.record({
      system: fc.constantFrom('a', 'b', "o'c"),
      second: fc.integer({min: 0, max: 8 * 3600}),
      ok: fc.constantFrom(0, 1, null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sample, {minLength: 1, maxLength: 120}), async samples => {
        const there = temporary();
        const rows = samples.map(
          ({system, second, ok}) => `('${system.replace("'", "''")}', ${first / 1000 + second}, ${ok})`,
        );
        const path = await parquet(there, `SELECT * FROM (VALUES ${rows.join()}) t(system, "at", ok)`);
        const text = samples
          .map(({system, second, ok}) => `${system},${first / 1000 + second},${ok ?? ''}`)
          .join('\n');
        const table = put(there, 'p.csv', `system,at,ok\n${text}`);
        const expected = naive(samples, first);
        for (const file of [path, table]) {
          const entries = await listed(probeEntries(planned([file]), NYSE));
          const found = entries.flatMap(one =>
            one.table === 'interval' && one.row.state !== 'unknown' ? [one.row] : [],
          );
          const minutes = found.flatMap(({system, state, start, end}) =>
            Array.from(
              {length: ((end ?? 0) - start) / MINUTE},
              (_, at) => `${system} ${(start - first) / MINUTE + at} ${state}`,
            ),
          );
          expect(minutes.toSorted()).toEqual(expected);
        }
      }),
      {numRuns: 25},
    );
  });
});

/** `system minute state` of every minute of the session, which opens half an hour after `first`, one sample at a time. */
function naive(
  samples: readonly {readonly system: string; readonly second: number; readonly ok: number | null}[],
  first: number,
): string[] {
  const seen = new Map<string, Set<number>>();
  for (const {system, second, ok} of samples) {
    const minute = Math.floor(second / 60);
    const open = first + minute * MINUTE;
    if (ok === null || open < Date.UTC(2025, 2, 10, 13, 30) || open >= Date.UTC(2025, 2, 10, 20)) continue;
    const key = `${system} ${minute}`;
    seen.set(key, (seen.get(key) ?? new Set()).add(ok));
  }
  return [...seen]
    .map(([key, oks]) => `${key} ${oks.size === 2 ? 'degraded' : oks.has(1) ? 'up' : 'down'}`)
    .sort();
}

test('the text for other databases is the one that runs here', () => {
  const docs = readFileSync(new URL('../../../docs/record.md', import.meta.url), 'utf8');
  expect(docs).toContain(`\n${REDUCTION}\n`);
});
