import {describe, expect, test} from 'vitest';
import {command as impact} from '../../src/cli/commands/impact.ts';
import {call, desk} from './desk.ts';
import {put, temporary} from '../desk.ts';

/** A router on which all of alpha hangs and half of beta: $125K of their $150K a day. */
const RECORD = `
format: 1
zone: America/New_York
covers: {from: 2025-01-01, to: 2025-12-31}
calendars: [XNYS]
systems:
  router: {pods: {alpha: 1, beta: 0.5}}
sources:
  - {name: outages, kind: table, into: intervals, files: [outages.csv], state: down, system: router}
  - {name: money, kind: pnl, files: [pnl.csv], currency: USD}
`;
const AT_RISK = 125_000;
const MARCH = Array.from({length: 26}, (_, at) => `2025-03-${String(at + 3).padStart(2, '0')}`);
const EARNED = MARCH.map(date => `${date},alpha,100000\n${date},beta,50000\n`).join('');

interface Given {
  readonly record?: string | null;
  readonly impact?: string;
  /** From and to of each outage; 39 minutes of a Monday unless told. */
  readonly outages?: readonly string[];
  readonly pnl?: string;
}

async function told({
  record = RECORD,
  impact: said,
  outages = ['2025-03-03T15:00Z,2025-03-03T15:39Z'],
  pnl = EARNED,
}: Given) {
  const folder = temporary();
  if (record !== null) put(folder, 'record/record.yaml', record.trimStart());
  if (said !== undefined) put(folder, 'record/impact.yaml', `format: 1\n${said}\n`);
  put(folder, 'record/outages.csv', `start,end\n${outages.map(one => `${one}\n`).join('')}`);
  put(folder, 'record/pnl.csv', `date,pod,amount\n${pnl}`);
  const {told: heard, context} = desk();
  await call(impact, context, {case: folder, draws: 100, skipBad: false, full: false, json: true});
  return heard;
}

describe('parley impact stops with 3 and says where', () => {
  test.each<[what: string, given: Given, said: string]>([
    ['no record', {record: null}, 'record.yaml:1:1 error missing-file: record.yaml is missing'],
    ['an empty record.yaml', {record: ''}, 'record.yaml:1:1 error empty-file'],
    [
      'a record without rows',
      {record: RECORD.replace(/covers.*\n/, ''), outages: [], pnl: ''},
      'nothing-to-price: the record is empty',
    ],
    [
      'an uptime in percent',
      {impact: 'baselines: [{kind: target, uptime: 99.99, source: x}]'},
      'impact.yaml:2:36 error out-of-range: uptime is 99.99, expected at most 1',
    ],
    [
      'a share in percent',
      {impact: 'credit: {share: 25%, source: x}'},
      'impact.yaml:2:17 error wrong-type: share is "25%", expected a number',
    ],
    [
      'a baseline of no system',
      {impact: 'baselines: [{kind: control, systems: [ruter]}]'},
      'impact.yaml:2:39 error unknown-word: ruter is not a system of record.yaml\n    2 | baselines: [{kind: control, systems: [ruter]}]\n      |                                       ^^^^^\n    to mend it: did you mean router?',
    ],
    [
      'a beginning after the end',
      {impact: 'from: 2026-01-01'},
      'impact.yaml:2:7 error date-order: from 2026-01-01 is after the record ends on 2025-12-31',
    ],
    [
      'a time before that is all there is',
      {impact: 'baselines: [{kind: own, until: 2026-06-01}]'},
      'impact.yaml:2:32 error date-order: until 2026-06-01 is after the record ends',
    ],
    [
      'a time before the record',
      {impact: 'baselines: [{kind: own, until: 2024-06-01}]'},
      'impact.yaml:2:32 error date-order: until 2024-06-01 leaves nothing before it: the record begins on 2025-01-01',
    ],
    [
      'time on both sides',
      {impact: 'from: 2025-02-01\nbaselines: [{kind: own, until: 2025-06-01}]'},
      'impact.yaml:3:32 error date-order: until 2025-06-01 is after from 2025-02-01',
    ],
    [
      'a change beyond the record',
      {impact: 'delivery: {change: {day: 2027-01-01}}'},
      'impact.yaml:2:26 error date-order: day 2027-01-01 is after the record ends',
    ],
    [
      'costs without a day',
      {impact: 'costs: {scopes: [router]}'},
      'impact.yaml:2:1 error missing-key: costs says no day',
    ],
    [
      'costs settled before they change',
      {impact: 'costs: {day: 2025-06-01, settled: 2025-05-01}'},
      'error date-order: settled 2025-05-01 is not after day 2025-06-01',
    ],
    ['an exchange that there is none of', {impact: 'exchange: NYSE'}, 'to mend it: did you mean XNYS?'],
    [
      'a currency that there is none of',
      {impact: 'currency: DOLLAR'},
      'impact.yaml:2:11 error unknown-currency: "DOLLAR"',
    ],
    [
      'a loss the wrong way round',
      {impact: 'lossGivenOutage: {low: 0.9, mode: 0.5, high: 0.2, source: x}'},
      'impact.yaml:2:1 error out-of-range: low 0.9, mode 0.5 and high 0.2 are not in order',
    ],
    [
      'more than all of a pod',
      {record: RECORD.replace('0.5', '1.5')},
      'record.yaml:6:35 error out-of-range: beta is 1.5, expected at most 1',
    ],
    [
      'an outage that ends before it starts',
      {outages: ['2025-03-03T15:39Z,2025-03-03T15:00Z']},
      'outages.csv:2:1 error ends-before-start',
    ],
    [
      'days before the calendar',
      {record: RECORD.replace('2025-01-01, to: 2025-12-31', '1985-01-01, to: 1985-12-31')},
      'XNYS begins with 2015-01-01',
    ],
    [
      'PnL that no rate takes in',
      {impact: 'currency: USD', record: RECORD.replace('currency: USD', 'currency: UYU')},
      'error no-rate: no rate from UYU to USD by 2025-03-28: left out of alpha, beta',
    ],
  ])('%s', async (_what, given, said) => {
    const {out, err, code} = await told(given);
    expect(err).toContain(said);
    expect({out, code}).toEqual({out: '', code: 3});
  });
});

describe('parley impact tells what it costs, and what is odd about it', () => {
  const session = (minutes: number, of = 390) => (AT_RISK * minutes) / of;
  test.each<[what: string, given: Given, lost: number, said: string]>([
    ['39 minutes of a session', {}, session(39), ''],
    ['nothing that was ever down', {outages: []}, 0, ''],
    [
      'two outages that overlap, as one',
      {outages: ['2025-03-03T15:00Z,2025-03-03T15:39Z', '2025-03-03T15:20Z,2025-03-03T15:59Z']},
      session(59),
      '',
    ],
    [
      'one that lasts still, up to the end of the record',
      {outages: ['2025-12-31T20:21Z,']},
      session(39),
      'warning open-outage: router is down when the record ends',
    ],
    ['a weekend', {outages: ['2025-03-08T15:00Z,2025-03-09T15:39Z']}, 0, ''],
    [
      'a weekend and what it reaches into',
      {outages: ['2025-03-08T15:00Z,2025-03-10T14:09Z']},
      session(39),
      '',
    ],
    [
      'the first minutes of the day before and the day after the clocks change',
      {outages: ['2025-03-07T14:30Z,2025-03-07T14:33Z', '2025-03-10T13:30Z,2025-03-10T13:33Z']},
      session(6),
      '',
    ],
    [
      'minutes before the opening, once the clocks have changed',
      {outages: ['2025-03-07T13:30Z,2025-03-07T13:33Z']},
      0,
      '',
    ],
    [
      'the last hour of half a day, and two hours beyond it',
      {outages: ['2025-11-28T17:00Z,2025-11-28T20:00Z']},
      session(60, 210),
      '',
    ],
    ['pounds, as pounds', {record: RECORD.replace('currency: USD', 'currency: GBP')}, session(39), ''],
    [
      'a record of one day',
      {
        record: RECORD.replace('2025-01-01, to: 2025-12-31', '2025-03-03, to: 2025-03-03'),
        pnl: '2025-03-03,alpha,100000\n2025-03-03,beta,50000\n',
      },
      session(39),
      'warning few-days: the PnL of alpha, beta is known for one day',
    ],
    [
      'a record of one Sunday',
      {record: RECORD.replace('2025-01-01, to: 2025-12-31', '2025-03-09, to: 2025-03-09')},
      0,
      'warning no-session: XNYS has no session in the period that is judged',
    ],
    [
      'a pod that loses',
      {pnl: EARNED.replaceAll('100000', '-100000')},
      (-75_000 * 39) / 390,
      'warning negative-pnl: alpha lost money on an average day',
    ],
    [
      'a year taken for a day',
      {pnl: EARNED.replaceAll('100000', '100000000')},
      (100_025_000 * 39) / 390,
      'warning beyond-record-year: these pods would make 25.0 billion USD a year',
    ],
    [
      'a stated PnL of the wrong sign',
      {impact: 'dailyPnl: {alpha: {amount: -100000, currency: USD, source: x}}'},
      (-75_000 * 39) / 390,
      'to mend it: check the sign of what is stated under dailyPnl:',
    ],
    [
      'a stated PnL without a rate, which its days do not stand in for',
      {impact: 'currency: USD\ndailyPnl: {alpha: {amount: 5, currency: UYU, source: x}}'},
      (25_000 * 39) / 390,
      'error no-rate: no rate from UYU to USD by 2025-03-28: left out of alpha',
    ],
    [
      'a pod that is written otherwise',
      {impact: 'dailyPnl: {alpa: {amount: 1, currency: USD, source: x}}'},
      session(39),
      'impact.yaml:2:12 warning unknown-word: alpa depends on no system of record.yaml\n    to mend it: did you mean alpha?',
    ],
    [
      'a row of PnL that comes twice',
      {pnl: `${EARNED}2025-03-03,alpha,100000\n`},
      ((100_000 * 27) / 26 + 25_000) / 10,
      'parley record has 1 warning about this record',
    ],
    [
      'costs that nobody wrote down',
      {impact: 'costs: {scopes: [x], day: 2025-03-01}'},
      session(39),
      'warning no-costs: the record has no costs of these scopes',
    ],
  ])('%s', async (_what, given, lost, said) => {
    const {out, err, code} = await told(given);
    const {money} = JSON.parse(out) as {money: {total: {lost: {mid: number}}}};
    expect(money.total.lost.mid).toBeCloseTo(lost, 6);
    if (said === '') expect(err).toBe('');
    else expect(err).toContain(said);
    expect(code).toBe(0);
  });

  test('two baselines of one kind, side by side', async () => {
    const {out, code} = await told({
      impact:
        'baselines: [{kind: own, until: 2025-02-01}, {kind: own, until: 2025-03-01}, {kind: target, uptime: 0.99, source: x}, {kind: target, uptime: 0.999, source: y}]',
    });
    const {period, money} = JSON.parse(out) as {
      period: {from: string};
      money: {baselines: readonly {baseline: object; counterfactual: number}[]};
    };
    // Judged is what all of them leave as the user's own.
    expect(period.from).toBe('2025-03-01T05:00:00Z');
    expect(money.baselines.map(({baseline}) => baseline)).toMatchObject([
      {until: '2025-02-01T05:00:00Z'},
      {until: '2025-03-01T05:00:00Z'},
      {uptime: 0.99},
      {uptime: 0.999},
    ]);
    const [first, second, target, closer] = money.baselines.map(one => one.counterfactual);
    expect([first, second]).toEqual([0, 0]);
    expect(target).toBeCloseTo(10 * (closer ?? Number.NaN), 6);
    expect(code).toBe(0);
  });
});
