import {describe, expect, test} from 'vitest';
import {readRecordFile} from '../../src/case/index.ts';
import {dayIn} from '../../src/intake/index.ts';
import {type Cost, costsByScope, readRecord} from '../../src/record/index.ts';
import {costFindings} from '../../src/record/report/costs.ts';
import {messageOf} from '../findings.ts';
import {put, temporary} from '../desk.ts';

/** `research 2025-03 100`, `research/disk 2025-03-04 5 EUR`: one row of a bill. */
function bill(...lines: readonly string[]): readonly Cost[] {
  return lines.map(line => {
    const [what = '', when = '', amount = '', currency = 'USD'] = line.split(' ');
    const [scope = '', item = null] = what.split('/');
    const date = when.length > 7 ? when : null;
    const money = {amount: Number(amount), currency: currency as 'USD' | 'EUR'};
    return {scope, item, month: when.slice(0, 7), date, amount: money, source: 'bills'};
  });
}

const told = (...lines: readonly string[]) =>
  costFindings(bill(...lines)).map(one => `${one.rule} ${messageOf(one)}`);

describe('what scopes cost by month', () => {
  test('adds up the lines of a bill', () => {
    const [one] = costsByScope(bill('a/cpu 2025-03 100', 'a/disk 2025-03 20', 'a/credit 2025-03 -5'));
    expect(one?.months).toEqual([
      {month: '2025-03', amounts: [{amount: 115, currency: 'USD'}], daysMissing: 0},
    ]);
    expect(told('a/cpu 2025-03 100', 'a/disk 2025-03 20', 'b/cpu 2025-03 100')).toEqual([]);
  });

  test('puts months in their order, over the end of a year', () => {
    const [one] = costsByScope(bill('a 2025-01 2', 'a 2024-12 1', 'a 2025-03 3'));
    expect(one?.months.map(({month}) => month)).toEqual(['2024-12', '2025-01', '2025-03']);
    expect(one?.missing).toEqual(['2025-02']);
  });

  test('knows a month of days in part where days are missing', () => {
    const days = Array.from({length: 28}, (_, at) => `a 2025-02-${String(at + 1).padStart(2, '0')} 1`);
    expect(costsByScope(bill(...days))[0]?.months[0]?.daysMissing).toBe(0);
    expect(costsByScope(bill(...days.slice(1)))[0]?.months[0]?.daysMissing).toBe(1);
    expect(told(...days.slice(1))).toEqual([
      'gap of what a cost in 2025-02 some days are missing: it is compared with no other month',
    ]);
  });
});

describe('the rows of a bill', () => {
  test.each([
    [['a 2025-01 1', 'a 2025-04 1'], 'gap nothing is known of what a cost in 2025-02, 2025-03'],
    [
      ['a 2025-01 1', 'a 2025-01 1'],
      'duplicate-id 1 row of costs after another of the same scope and time, the first of a in 2025-01: they are added up',
    ],
    [
      ['a/cpu 2025-01 9', 'a/cpu 2025-01-31 1'],
      'duplicate-id 1 row of costs after another of the same scope and time, the first of cpu of a in 2025-01-31: they are added up',
    ],
    [['a 2025-01 1', 'a 2025-02 1 EUR'], 'contradiction what a cost is written in USD and EUR'],
  ])('%j: %s', (lines, finding) => {
    expect(told(...lines)).toEqual([finding]);
  });
});

test('days of PnL and months of costs are those of their own zone', async () => {
  const there = temporary();
  put(there, 'pnl.csv', 'pod,date,amount\na,2025-03-04,1\na,2025-03-06,1\n');
  put(there, 'bills.csv', 'scope,month,amount\na,2025-02,1\na,2025-01,1\n');
  put(
    there,
    'record.yaml',
    'format: 1\nzone: America/New_York\nsources:\n  - {name: pnl, kind: pnl, files: [pnl.csv], currency: USD}\n  - {name: bills, kind: costs, files: [bills.csv], currency: USD, zone: Asia/Tokyo}\n',
  );
  const {plan} = readRecordFile(there);
  if (plan === null) throw new Error('the record of this test cannot be read');
  const [pnl, bills] = (await readRecord(plan)).sources;
  const days = (zone: string, of: typeof pnl) => [of?.from, of?.to].map(at => dayIn(at ?? Number.NaN, zone));
  expect(days('America/New_York', pnl)).toEqual(['2025-03-04', '2025-03-06']);
  expect(days('Asia/Tokyo', bills)).toEqual(['2025-01-01', '2025-02-28']);
});
