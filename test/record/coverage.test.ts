import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {type Calendar, exchange} from '../../src/calendar/index.ts';
import {readRecordFile} from '../../src/case/index.ts';
import {type Period, type RecordReport, readRecord, recordReport} from '../../src/record/index.ts';
import {messageOf} from '../findings.ts';
import {temporary} from '../desk.ts';

let folder = '';
beforeEach(() => {
  folder = temporary();
});

const ALWAYS = exchange('24x7') as Calendar;
const ALL: Period = {from: -Infinity, to: Infinity};

/** The report of a record.yaml whose files are written beside it. */
async function reportOf(yaml: string, files: Record<string, string>, within = ALL): Promise<RecordReport> {
  for (const [name, text] of Object.entries({...files, 'record.yaml': `format: 1\n${yaml}`}))
    writeFileSync(join(folder, name), text);
  const {plan, findings} = readRecordFile(folder);
  if (plan === null) throw new Error(JSON.stringify(findings));
  return recordReport(await readRecord(plan), plan, {calendars: [ALWAYS], target: 0.9999, within});
}

const hour = (at: number) => new Date(at).toISOString().slice(0, 13);

/** What the first system was, as `up 2025-03-01T00, down 2025-03-02T10`. */
function told({systems: [system]}: RecordReport): string {
  return (
    system?.timelines.counted.stretches.map(({state, from}) => `${state} ${hour(from)}`).join(', ') ?? ''
  );
}

const MARCH = 'zone: UTC\ncovers: {from: 2025-03-01, to: 2025-03-31}\n';
const TICKETS = 'kind: table, into: intervals, system: db, state: down';
const ticket = (start: string, end = '') => `start,end\n${start}:00Z,${end === '' ? '' : `${end}:00Z`}\n`;

describe('what a source covers', () => {
  test('is all that its silence speaks of', async () => {
    const yaml = `${MARCH}sources:\n  - {name: t, ${TICKETS}, files: [t.csv], covers: {from: 2025-03-05, to: 2025-03-20}}`;
    const report = await reportOf(yaml, {'t.csv': ticket('2025-03-10T10:00', '2025-03-10T12:00')});
    expect(told(report)).toBe(
      'unknown 2025-03-01T00, up 2025-03-05T00, down 2025-03-10T10, up 2025-03-10T12, unknown 2025-03-21T00',
    );
  });

  test('is as far as what has not ended is taken to last, and no other calm source says more', async () => {
    const yaml = `${MARCH}sources:
  - {name: t, ${TICKETS}, files: [t.csv], covers: {from: 2025-03-01, to: 2025-03-20}}
  - {name: calm, ${TICKETS}, files: [c.csv]}`;
    const report = await reportOf(yaml, {
      't.csv': ticket('2025-03-19T20:00'),
      'c.csv': ticket('2025-03-02T10:00', '2025-03-02T12:00'),
    });
    expect(told(report)).toMatch(/up 2025-03-02T12, down 2025-03-19T20, unknown 2025-03-21T00$/);
  });

  test('is from its first row to its last where nobody says, and that is told', async () => {
    const yaml = `zone: UTC\nsources:
  - {name: t, ${TICKETS}, files: [t.csv]}
  - {name: money, kind: pnl, files: [pnl.csv], currency: USD, pod: a}`;
    const report = await reportOf(yaml, {
      't.csv': `${ticket('2025-03-10T10:00', '2025-03-10T12:00')}2025-03-12T10:00:00Z,2025-03-12T12:00:00Z\n`,
      'pnl.csv': 'date,amount\n2025-03-01,1\n2025-03-31,1\n',
    });
    expect(told(report)).toBe(
      'unknown 2025-03-01T00, down 2025-03-10T10, up 2025-03-10T12, down 2025-03-12T10, unknown 2025-03-12T12',
    );
    expect(report.findings.map(({rule, source}) => `${rule} ${source}`)).toEqual(['record-file t']);
  });
});

describe('a page that tells its last 50 incidents', () => {
  const page = (first: number, incidents: number) =>
    JSON.stringify({
      incidents: Array.from({length: incidents}, (_, at) => ({
        id: `i${first + at}`,
        status: 'resolved',
        impact: 'major',
        created_at: new Date(Date.UTC(2025, 0, 1 + first + at, 10)).toISOString(),
        resolved_at: new Date(Date.UTC(2025, 0, 1 + first + at, 11)).toISOString(),
        components: [{name: 'API'}],
      })),
    });
  const year = (covers = '') =>
    `zone: UTC\ncovers: {from: 2025-01-01, to: 2025-12-31}\nsources:\n  - {name: page, kind: statuspage, files: ["*.json"]${covers}}`;
  const known = async (files: Record<string, string>, covers?: string) => {
    const report = await reportOf(year(covers), files);
    const [first] = report.systems[0]?.timelines.counted.stretches ?? [];
    const gaps = report.findings.filter(({rule}) => rule === 'gap').length;
    return first?.state === 'unknown' ? `from ${hour(first.to)}, ${gaps} gap` : `all, ${gaps} gaps`;
  };

  test('says nothing of the time before', async () => {
    expect(await known({'new.json': page(200, 50)})).toBe('from 2025-07-20T10, 1 gap');
  });

  test('says it as far back as answers join', async () => {
    expect(await known({'new.json': page(200, 50), 'old.json': page(160, 50)})).toBe(
      'from 2025-06-10T10, 1 gap',
    );
    expect(await known({'new.json': page(200, 50), 'old.json': page(220, 50)})).toBe(
      'from 2025-07-20T10, 1 gap',
    );
  });

  test('says nothing between answers that do not join', async () => {
    const report = await reportOf(year(), {'new.json': page(200, 50), 'old.json': page(100, 50)});
    expect(told(report)).toMatch(/down 2025-05-30T10, unknown 2025-05-30T11, down 2025-07-20T10/);
  });

  test('holds all where it has fewer, or where somebody says what it covers', async () => {
    expect(await known({'new.json': page(200, 49)})).toBe('all, 0 gaps');
    expect(await known({'new.json': page(200, 50)}, ', covers: {from: 2025-01-01, to: 2025-12-31}')).toBe(
      'all, 0 gaps',
    );
    expect(await known({'new.json': page(200, 50), 'old.json': page(190, 20)})).toBe('all, 0 gaps');
  });
});

describe('months and quarters', () => {
  test.each([
    ['Asia/Tokyo', 12],
    ['UTC', 12],
    ['America/New_York', 12],
  ])('are those of %s', async (zone, months) => {
    const yaml = `zone: ${zone}\ncovers: {from: 2025-01-01, to: 2025-12-31}\nsources:\n  - {name: t, ${TICKETS}, files: [t.csv]}`;
    const report = await reportOf(yaml, {'t.csv': ticket('2025-03-10T10:00', '2025-03-10T12:00')});
    const told = report.systems[0]?.months ?? [];
    expect(told).toHaveLength(months);
    expect([told[0]?.month, told.at(-1)?.month]).toEqual(['2025-01', '2025-12']);
    expect(report.clauses[0]?.quarter).toBe('2025-Q4');
    // March has an hour less than 31 days where clocks go forward.
    expect(told[2]?.open).toBe(31 * 1440 - (zone === 'America/New_York' ? 60 : 0));
  });

  test.each([
    ['2025-01-01', '2025-12-30', '2025-Q3'],
    ['2025-02-01', '2025-04-15', '2025-Q1'],
    ['2025-05-01', '2025-05-31', '2025-Q2'],
    ['2025-04-01', '2025-06-30', '2025-Q2'],
  ])('from %s to %s the clause is of %s', async (from, to, quarter) => {
    const yaml = `zone: Europe/Berlin\ncovers: {from: ${from}, to: ${to}}\nsources:\n  - {name: t, ${TICKETS}, files: [t.csv]}`;
    const report = await reportOf(yaml, {'t.csv': ticket('2025-03-10T10:00', '2025-03-10T12:00')});
    expect(report.clauses[0]?.quarter).toBe(quarter);
  });
});

test('a ticket counts at the times that are chosen, though its other times lie outside of what is asked', async () => {
  const yaml = (more: string) =>
    `${MARCH}sources:\n  - {name: t, kind: table, into: intervals, system: db, state: down, files: [t.csv], ${more}}`;
  const day = {from: Date.UTC(2025, 2, 4), to: Date.UTC(2025, 2, 5)};
  const csv = {
    't.csv':
      'start,end,ticketStart,ticketEnd\n2025-03-03T22:00Z,2025-03-03T23:00Z,2025-03-04T01:00Z,2025-03-04T02:00Z\n',
  };
  expect(told(await reportOf(yaml('times: ticket'), csv, day))).toBe(
    'up 2025-03-04T00, down 2025-03-04T01, up 2025-03-04T02',
  );
  const lag = 'onsetLag: {minutes: 120, source: our own reviews}';
  const late = await reportOf(yaml(lag), {'t.csv': ticket('2025-03-05T01:00', '2025-03-05T02:00')}, day);
  expect(told(late)).toBe('up 2025-03-04T00, down 2025-03-04T23');
  expect(late.systems[0]?.incidents).toBe(1);
});

test('a severity that means up makes no watcher of a list of tickets', async () => {
  const yaml = `${MARCH}sources:\n  - {name: pages, kind: pagerduty, files: [pages.json], states: {low: up}}`;
  const page = (id: string, urgency: string, day: string) => ({
    id,
    urgency,
    status: 'resolved',
    created_at: `${day}T10:00:00Z`,
    resolved_at: `${day}T12:00:00Z`,
    service: {summary: 'db'},
  });
  const incidents = [page('1', 'high', '2025-03-04'), page('2', 'low', '2025-03-08')];
  const report = await reportOf(yaml, {'pages.json': JSON.stringify({incidents})});
  expect(told(report)).toBe('up 2025-03-01T00, down 2025-03-04T10, up 2025-03-04T12');
  expect(report.systems[0]).toMatchObject({incidents: 1, disagreement: null});
});

test('a ticket that is open, where its times are chosen, is counted among the open ones', async () => {
  const yaml = (times: string) =>
    `${MARCH}sources:\n  - {name: t, ${TICKETS}, files: [t.csv], times: ${times}}`;
  const csv = {
    't.csv': 'start,end,ticketStart,ticketEnd\n2025-03-05T10:00Z,2025-03-05T11:00Z,2025-03-05T10:30Z,\n',
  };
  expect((await reportOf(yaml('ticket'), csv)).systems[0]?.open).toBe(1);
  expect((await reportOf(yaml('impact'), csv)).systems[0]?.open).toBe(0);
});

test('several amounts of a pod for one day are told, those in two currencies are not', async () => {
  const yaml = `${MARCH}sources:\n  - {name: money, kind: pnl, files: ["*.csv"]}`;
  const rows = 'pod,date,amount,currency\na,2025-03-03,5,USD\na,2025-03-03,5,EUR\na,2025-03-04,5,USD\n';
  const report = await reportOf(yaml, {'1.csv': rows});
  expect(report.findings).toEqual([]);
  const {findings} = await reportOf(yaml, {
    '1.csv': rows,
    '2.csv': 'pod,date,amount,currency\na,2025-03-04,5,USD\n',
  });
  expect(findings).toMatchObject([{rule: 'duplicate-id', severity: 'warning', source: 'money'}]);
  expect(messageOf(findings[0])).toMatch(/^1 row of PnL .* a on 2025-03-04/);
});

test('names that differ by the case of letters belong to one system', async () => {
  const yaml = `${MARCH}systems:\n  one: {names: [DB, One]}\n  two: {names: [db]}\nsources:\n  - {name: t, kind: table, into: intervals, files: [t.csv]}`;
  await expect(reportOf(yaml, {'t.csv': ''})).rejects.toThrow('db is a name of one too');
});
