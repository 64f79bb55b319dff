import fc from 'fast-check';
import {gzipSync} from 'node:zlib';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readRecordFile} from '../../src/case/index.ts';
import {PnlColumns, readRecord, recordReport} from '../../src/record/index.ts';
import {messageOf} from '../findings.ts';
import {put, temporary} from '../desk.ts';

const MORE = 'currency: USD, zone: America/New_York';

/** What a table of PnL comes to: its rows, what is said of it, and what its source is told as. */
async function read(text: string, {packed = false, more = MORE} = {}) {
  const there = temporary();
  const name = packed ? 'pnl.csv.gz' : 'pnl.csv';
  put(there, name, '');
  writeFileSync(join(there, name), packed ? gzipSync(text) : text);
  put(there, 'record.yaml', `format: 1\nsources:\n  - {name: money, kind: pnl, files: [${name}], ${more}}\n`);
  const {plan, findings} = readRecordFile(there);
  if (plan === null) throw new Error(findings.map(messageOf).join('\n'));
  const record = await readRecord(plan);
  const report = recordReport(record, plan, {
    calendars: [],
    target: 0.9999,
    within: {from: -Infinity, to: Infinity},
  });
  return {
    rows: [...record.pnl],
    said: report.findings.map(one =>
      `${one.place?.line ?? ''} ${one.rule}: ${messageOf(one)}`.replaceAll('.gz', ''),
    ),
    sources: record.sources.map(({from, to, rows, bad}) => ({from, to, rows, bad})),
    pnl: report.pnl,
  };
}

const time = fc.oneof(
  fc
    .tuple(fc.integer({min: 0, max: 4}), fc.constantFrom('T09:30', 'T09:31:15', ' 15:59:59.25'))
    .map(([day, clock]) => new Date(Date.UTC(2025, 0, 2 + day)).toISOString().slice(0, 10) + clock),
  fc.constantFrom(
    '2025-03-09 02:30',
    '2025-11-02T01:30',
    '2025-13-01T10:00',
    '03/04/2025',
    '1735835400',
    '',
    '2025-02-30',
    '2025-03-02',
    '2025-01-01T33:30',
    '2025-01-02T08:90',
    '2025-01-02T09:29:75',
    '2025-02-03',
  ),
);
const ending = fc.constantFrom('', 'Z', '-05:00', '+0100', ' EST', '[America/New_York]');
const amount = fc.oneof(
  fc.integer({min: -9_999_999, max: 9_999_999}).map(cents => (cents / 100).toFixed(2)),
  fc.constantFrom(
    '0',
    '-0',
    '1e3',
    '+5',
    '.5',
    '5.',
    '1,234.5',
    '',
    'n/a',
    '123456789012345678',
    '0.1234567890123456',
    ' 7',
  ),
);
const pod = fc.constantFrom('alpha', 'beta', 'pod-01', 'pod-02', ' gamma', 'Ünïc', '');
const row = fc.oneof(
  {weight: 12, arbitrary: fc.tuple(pod, time, ending, amount).map(([a, b, c, d]) => `${a},${b}${c},${d}`)},
  {weight: 1, arbitrary: fc.constantFrom('', ',,', 'alpha,2025-01-02T09:30Z', 'a,b,c,d', ' ')},
);
const table = fc
  .tuple(fc.array(row, {maxLength: 60}), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([rows, end, last]) => ['pod,at,amount', ...rows].join(end) + (last ? end : ''));

describe('rows of PnL taken from their bytes', () => {
  test('are those that the long way reads, in their order, with all that is said of them', async () =>
    fc.assert(
      fc.asyncProperty(table, async text => {
        expect(await read(text)).toEqual(await read(text, {packed: true}));
      }),
      {numRuns: 200},
    ));

  test('also with a currency of their own, by the day, and under other names', async () => {
    const days = Array.from(
      {length: 60},
      (_, at) => `${at % 3},2025-01-${10 + Math.floor(at / 3)},${at % 2 ? 'eur' : 'USD'},${at}`,
    );
    const text = `book,day,money,made\n${[...days, ...days.slice(0, 5)].join('\n')}\n`;
    const more = 'columns: {pod: book, date: day, currency: money, amount: made}';
    const quick = await read(text, {more});
    expect(quick).toEqual(await read(text, {packed: true, more}));
    expect(quick.rows).toHaveLength(65);
    expect(quick.pnl?.currencies).toEqual(['USD', 'EUR']);
    expect(quick.said.join()).toMatch(/5 rows of PnL after another of the same pod and time/);
  });
});

test('columns give the rows back, times finer than a minute too', () => {
  const rows = [0, 60_000, 90_500, null].map((at, index) => ({
    pod: `p${index % 2}`,
    date: '2025-01-02',
    at,
    amount: {amount: index / 3, currency: 'USD' as const},
    source: 'money',
  }));
  const columns = PnlColumns.of(rows);
  expect([...columns]).toEqual(rows);
  expect(columns.books).toHaveLength(2);
});
