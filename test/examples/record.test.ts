import {isFinding, valueOf} from '../../src/figure/index.ts';
import {type Calendar, exchange, openMinutes, sessions} from '../../src/calendar/index.ts';
import {RECORD, SYSTEMS, TENURE} from '../../scripts/example-record/firm.mjs';
import {recordFiles} from '../../scripts/example-record/record.mjs';
import {loadCase, measureFacts, readRecordFile} from '../../src/case/index.ts';
import {command as recordCommand} from '../../src/cli/commands/record.ts';
import type {Fact} from '../../src/claims/index.ts';
import {
  type Deployment,
  type OperationalRecord,
  readRecord,
  type RecordSpec,
  type RecordReport,
  recordReport,
} from '../../src/record/index.ts';
import {call, desk} from '../cli/desk.ts';
import {messageOf} from '../findings.ts';
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';

const CASE = join(import.meta.dirname, '../../examples/millennium-devops');
const FOLDER = join(CASE, 'record');
const YEARS = {before: [RECORD.from, '2025-09-30'], tenure: [TENURE, RECORD.to]} as const;
const MINUTE = 60_000;

/** The instant at which a day begins in New York in summer time, as both ends of each year are. */
const dawn = (day: string) => Date.parse(`${day}T04:00Z`);
const nextDay = (day: string) => dawn(day) + 1440 * MINUTE;

const held = exchange('XNYS');
if (isFinding(held)) throw new Error(messageOf(held));
const newYork: Calendar = held;

let plan: RecordSpec;
let record: OperationalRecord;
let facts: readonly Fact[];

beforeAll(async () => {
  const {situation, findings} = await measureFacts(loadCase(CASE, {today: '2030-01-01'}));
  expect(findings).toEqual([]);
  facts = situation?.facts ?? [];
  const reading = readRecordFile(FOLDER);
  if (reading.plan === null) throw new Error(JSON.stringify(reading.findings));
  plan = reading.plan;
  record = await readRecord(plan);
}, 60_000);

function files(): string[] {
  return readdirSync(FOLDER, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => relative(FOLDER, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

function text(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8');
}

function report([from, to]: readonly [string, string]): RecordReport {
  const within = {from: dawn(from), to: nextDay(to)};
  return recordReport(record, plan, {calendars: [newYork], target: 0.9999, within});
}

test('the script writes what is committed, file by file', () => {
  const days = sessions(newYork, RECORD.from, RECORD.to);
  if (isFinding(days)) throw new Error(messageOf(days));
  const made = recordFiles(days);
  expect(files().filter(path => !['README.md', 'impact.yaml'].includes(path))).toEqual(
    [...made.keys()].toSorted(),
  );
  for (const [path, told] of made)
    expect(text(path) === told, `${path} is as the script writes it`).toBe(true);
});

test('every file says that it is made up', () => {
  expect(files().length).toBeGreaterThan(20);
  expect(files().filter(path => !/made[ _]up/i.test(text(path).slice(0, 400)))).toEqual([]);
});

test('it is of the size of a real one, and small enough to keep', () => {
  const counts = [record.intervals, record.deployments, record.loads, record.pnl].map(rows => rows.length);
  expect(counts).toMatchInlineSnapshot(`
    [
      244,
      4121,
      6984,
      42353,
    ]
  `);
  expect(new Set(record.pnl.books.map(({pod}) => pod)).size).toBe(85);
  expect(plan.systems.every(({pods}) => Object.keys(pods).length > 10)).toBe(true);
  const bytes = files().reduce((sum, path) => sum + text(path).length, 0);
  expect(bytes).toBeLessThan(3e6);
});

/** `market-data 99.990% 9.25 + 0.00 of 97,530`: uptime, minutes down and degraded, open minutes that are known. */
function lines({systems}: RecordReport): string[] {
  return systems.flatMap(({system, uptimes}) =>
    uptimes
      .filter(({basis}) => basis === 'counted')
      .map(({share, minutes, open}) => {
        const known = (open - minutes.unknown).toLocaleString('en-US');
        return `${system} ${(100 * (share ?? 0)).toFixed(4)}% ${minutes.down.toFixed(2)} + ${minutes.degraded.toFixed(2)} of ${known}`;
      }),
  );
}

describe('uptime in the sessions of New York', () => {
  test('in the year before', () => {
    expect(lines(report(YEARS.before))).toMatchInlineSnapshot(`
      [
        "order-router 99.9448% 53.50 + 0.00 of 96,960",
        "market-data 99.9624% 36.50 + 3.50 of 96,960",
        "risk-engine 99.9778% 21.50 + 0.00 of 96,960",
        "position-keeper 100.0000% 0.00 + 0.00 of 96,960",
        "fix-gateway 99.9683% 30.75 + 10.25 of 96,960",
        "signal-store 99.9747% 24.50 + 4.50 of 96,960",
        "research-cluster 99.9536% 45.00 + 0.00 of 96,960",
        "ci 100.0000% 0.00 + 0.00 of 96,960",
        "sso 100.0000% 0.00 + 0.00 of 96,960",
        "trade-archive 100.0000% 0.00 + 0.00 of 96,960",
        "prime-feed 100.0000% 0.00 + 71.37 of 96,960",
        "reference-data 99.9675% 31.50 + 0.00 of 96,960",
      ]
    `);
  });

  test('in the year of the tenure', () => {
    expect(lines(report(YEARS.tenure))).toMatchInlineSnapshot(`
      [
        "order-router 99.9956% 4.25 + 0.00 of 97,530",
        "market-data 99.9905% 9.25 + 0.00 of 97,530",
        "risk-engine 100.0000% 0.00 + 0.00 of 97,530",
        "position-keeper 100.0000% 0.00 + 43.62 of 97,530",
        "fix-gateway 99.9982% 1.75 + 0.00 of 97,530",
        "signal-store 99.9977% 2.25 + 0.00 of 97,530",
        "research-cluster 99.9937% 6.17 + 0.00 of 97,530",
        "ci 100.0000% 0.00 + 0.00 of 97,530",
        "sso 100.0000% 0.00 + 0.00 of 97,530",
        "trade-archive 100.0000% 0.00 + 0.00 of 97,530",
        "prime-feed 100.0000% 0.00 + 114.33 of 97,530",
        "reference-data 99.9720% 27.35 + 29.98 of 97,530",
      ]
    `);
  });
});

describe('what the plan measures of the tenure is what one counts by hand', () => {
  const fact = (name: string) => {
    const found = facts.find(one => one.name === name);
    return found === undefined ? undefined : valueOf(found.figure);
  };
  const path = SYSTEMS.filter(({team}) => team === 'path').map(({id}) => id);

  test('uptime: minutes in which any of the six systems of the trading path was down are down', () => {
    const timelines = report(YEARS.tenure).systems.flatMap(({system, timelines: {counted}}) =>
      path.includes(system) ? [counted] : [],
    );
    expect(timelines).toHaveLength(6);
    let [down, open] = [0, 0];
    const quarterMinute = MINUTE / 4;
    const held = sessions(newYork, ...YEARS.tenure);
    if (isFinding(held)) throw new Error(messageOf(held));
    const outages = timelines.flatMap(({stretches}) => stretches.filter(({state}) => state === 'down'));
    for (const {from, to} of held.flatMap(({opens}) => opens))
      for (let at = from; at < to; at += quarterMinute) {
        open += 0.25;
        if (outages.some(one => one.from <= at && one.to > at)) down += 0.25;
      }
    expect(1 - down / open).toBeCloseTo(fact('uptime') ?? 0, 9);
  });

  test('99.997% is what single systems were up, and not what all of them were', () => {
    const counted = report(YEARS.tenure).systems.flatMap(({system, uptimes}) =>
      path.includes(system) ? uptimes.filter(({basis}) => basis === 'counted') : [],
    );
    const down = counted.reduce((sum, {minutes}) => sum + minutes.down, 0);
    const known = counted.reduce((sum, {open, minutes}) => sum + open - minutes.unknown, 0);
    expect((1 - down / known).toFixed(5)).toBe('0.99997');
    expect(fact('uptime')?.toFixed(5)).toBe('0.99982');
  });

  test('quiet quarters: those in which nothing on the trading path lasted over five minutes in a session', () => {
    const {systems} = report(YEARS.tenure);
    const quarters = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map(dawn);
    const loud = quarters.slice(1).filter((to, at) =>
      systems
        .filter(({system}) => path.includes(system))
        .flatMap(({timelines}) => timelines.counted.stretches)
        .filter(({state}) => state === 'down' || state === 'degraded')
        .filter(one => one.from >= (quarters[at] ?? 0) && one.from < to)
        .some(one => Number(openMinutes(newYork, one.from, one.to)) > 5),
    );
    expect([4 - loud.length, 4]).toEqual([fact('quietQuarters'), fact('quartersWatched')]);
  });

  test.each([
    ['deployMinutesBefore', '2025-01-01', '2025-03-31'],
    ['deployMinutesAfter', '2026-07-01', '2026-09-30'],
  ])('%s: the median of the strategies that went out', (name, from, to) => {
    const minutes = strategies(from, to).map(
      ({startedAt, finishedAt}) => ((finishedAt ?? 0) - startedAt) / MINUTE,
    );
    expect(minutes.length).toBeGreaterThan(200);
    expect(fact(name)).toBeCloseTo(median(minutes), 0);
  });

  test('what a pod makes in a day', () => {
    const year = [...record.pnl].filter(({date}) => date >= TENURE);
    const mean = year.reduce((sum, {amount}) => sum + amount.amount, 0) / year.length;
    const stated = Number(fact('employerDailyPnl')) / Number(fact('employerPods'));
    expect(mean / stated).toBeCloseTo(1, 3);
  });
});

function strategies(from: string, to: string): Deployment[] {
  return record.deployments.filter(
    ({source, result, startedAt}) =>
      source === 'release-log' && result === 'success' && startedAt >= dawn(from) && startedAt < nextDay(to),
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1] ?? Number.NaN;
}

describe('what there is to learn in it', () => {
  const rules = () =>
    report([RECORD.from, RECORD.to]).findings.map(({rule, severity}) => `${severity} ${rule}`);

  test('findings are those put in on purpose', () => {
    expect(new Set(rules())).toEqual(new Set(['note contradiction', 'note open-interval']));
    expect(record.sources.flatMap(({bad}) => bad).every(bad => bad === 0)).toBe(true);
  });

  test('an outage without a ticket, and a ticket without an outage', () => {
    const {systems} = report([RECORD.from, RECORD.to]);
    const alone = (id: string) => systems.find(({system}) => system === id)?.disagreement?.examples ?? [];
    const told = (id: string, down: 'probes' | 'tickets') =>
      alone(id)
        .filter(one => one.down === down)
        .map(({from}) => new Date(from).toISOString().slice(0, 10));
    expect(told('order-router', 'tickets')).toContain('2025-03-13');
    const unwritten = Date.parse('2026-06-11T14:47:00Z');
    const near = record.intervals.filter(
      ({system, start, state}) =>
        system === 'signal-store' && state === 'down' && Math.abs(start - unwritten) < 1440 * MINUTE,
    );
    expect(near.map(({source}) => source)).toEqual(['prober']);
  });

  test('days of three times the usual volume, held in the tenure and not all of them before', () => {
    const router = record.loads.filter(({system}) => system === 'order-router');
    const shares = router.map(({load, capacity}) => load / (capacity ?? Number.NaN));
    expect(Math.max(...shares)).toBeLessThan(1);
    const usual = median(peaks(router).map(([, peak]) => peak));
    const wild = peaks(router).filter(([, peak]) => peak >= 3 * usual);
    expect(wild.map(([date]) => date)).toMatchInlineSnapshot(`
      [
        "2025-04-07",
        "2025-04-09",
        "2026-05-14",
        "2026-08-12",
      ]
    `);
  });

  test('releases that are declared to have caused a ticket, each shortly before it', () => {
    const guilty = record.deployments.filter(({caused}) => caused !== null);
    expect(guilty.length).toBeGreaterThan(3);
    for (const {caused, startedAt} of guilty) {
      const ticket = record.intervals.find(({evidence}) => evidence.id === caused);
      expect(ticket).toBeDefined();
      const hours = ((ticket?.start ?? 0) - startedAt) / (60 * MINUTE);
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThan(96);
    }
  });
});

function peaks(loads: readonly {readonly at: number; readonly load: number}[]): [string, number][] {
  const byDay = new Map<string, number>();
  for (const {at, load} of loads) {
    const day = new Date(at).toISOString().slice(0, 10);
    byDay.set(day, Math.max(byDay.get(day) ?? 0, load));
  }
  return [...byDay];
}

test('what the READMEs quote of the tenure is what the command prints', async () => {
  const {told, context} = desk();
  const flags = {case: CASE, from: TENURE, target: 0.9999, skipBad: false, full: false, json: false};
  await call(recordCommand, context, flags);
  const printed = new Set(told.out.split('\n').map(line => line.trimEnd()));
  for (const file of [join(FOLDER, 'README.md'), join(CASE, '../../README.md')]) {
    const readme = readFileSync(file, 'utf8');
    const [, quoted = ''] =
      /(?:as `parley record` tells it|says of it, among more):\n\n((?: {4}.*\n|\n)+)/.exec(readme) ?? [];
    const lines = quoted.split('\n').map(line => line.slice(4));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(line => !printed.has(line))).toEqual([]);
  }
});
