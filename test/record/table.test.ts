import {describe, expect, test} from 'vitest';
import {readRecordFile} from '../../src/case/index.ts';
import {singly} from '../../src/intake/piece.ts';
import {readNumber, readSum} from '../../src/intake/number.ts';
import {sourceEntries} from '../../src/record/source.ts';
import type {Entry} from '../../src/record/types.ts';
import {listed} from './folder.ts';
import {messageOf} from '../findings.ts';
import {bookOf} from '../intake/book.ts';
import {reported, said, timelines} from './reported.ts';
import {put, temporary} from '../desk.ts';

/** What a table comes to when record.yaml says `rest` of it: one line an entry. */
async function entries(file: string, content: string | Uint8Array, rest: string): Promise<string[]> {
  const there = temporary();
  put(there, file, content);
  put(there, 'record.yaml', `format: 1\nsources:\n  - {name: own, files: [${file}], ${rest}}\n`);
  const {plan, findings} = readRecordFile(there);
  expect(findings).toEqual([]);
  const [source] = plan?.sources ?? [];
  if (source === undefined || !('table' in source)) throw new Error('no table was planned');
  return (await listed(singly(sourceEntries(source)))).map(told);
}

const when = (at: number | null) =>
  at === null ? 'open' : new Date(at).toISOString().replace(/(?::00)?\.000Z$/, 'Z');

function told(entry: Entry): string {
  switch (entry.table) {
    case 'interval': {
      const {system, start, end, state, severity, ticket, evidence} = entry.row;
      const opened = ticket === null ? '' : ` ticket ${when(ticket.start)} ${when(ticket.end)}`;
      return `${evidence.place.line}: ${system} ${state} ${severity} ${when(start)} ${when(end)}${opened}`;
    }
    case 'deployment': {
      const {service, environment, startedAt, finishedAt, result, version, caused} = entry.row;
      return `${service} ${environment} ${when(startedAt)} ${when(finishedAt)} ${result} ${version} ${caused}`;
    }
    case 'load':
      return `${entry.row.system} ${when(entry.row.at)} ${entry.row.load}/${entry.row.capacity}`;
    case 'pnl': {
      const {pod, date, at, amount} = entry.row;
      return `${pod} ${date} ${at === null ? '-' : when(at)} ${amount.amount} ${amount.currency}`;
    }
    case 'cost': {
      const {scope, item, month, date, amount} = entry.row;
      return `${scope} ${item} ${month} ${date} ${amount.amount} ${amount.currency}`;
    }
    case 'left-out':
      return `${entry.row.place.line} left out: ${entry.row.reason}`;
    case 'reach':
      return `not before ${when(entry.row.from)}`;
    case 'fault':
      return `${entry.row.place?.line} ! ${entry.row.severity} ${entry.row.rule}: ${messageOf(entry.row)}`;
  }
}

describe('a workbook', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (headings: readonly string[], ...cells: string[]) =>
    `<row r="1">${headings.map((text, at) => cell(`${'ABC'[at]}1`, text)).join('')}</row><row r="2">${cells.join('')}</row>`;
  const styles = [0, 22, '[h]:mm'];

  test('has days with times, which are clocks of the zone, and sums', async () => {
    // 20 July 2025, 14:30 and noon the day after
    const row = ['<c r="A2" s="1"><v>45858.6041666667</v></c>', '<c r="B2" s="1"><v>45859.5</v></c>'];
    const book = bookOf({
      sheets: {Notes: sheet(['Read me']), Outages: sheet(['Began', 'Ended'], ...row)},
      styles,
    });
    const rest =
      'kind: table, into: intervals, zone: America/New_York, system: desk, state: down, columns: {start: Began, end: Ended}';
    expect(await entries('a.xlsx', book, rest)).toEqual([
      '2: desk down null 2025-07-20T18:30Z 2025-07-21T16:00Z',
    ]);
    const days = ['<c r="A2" s="1"><v>45858</v></c>', '<c r="B2"><v>-1234.5</v></c>'];
    const pnl = bookOf({sheets: {A: sheet(['day', 'sum']), B: sheet(['day', 'sum'], ...days)}, styles});
    const mapped = 'kind: pnl, sheet: B, pod: p1, currency: USD, columns: {date: day, amount: sum}';
    expect(await entries('p.xlsx', pnl, mapped)).toEqual(['p1 2025-07-20 - -1234.5 USD']);
  });

  test.each([
    [
      'a number that does not look like a day',
      '<c r="A2"><v>45858.5</v></c>',
      /unclear-time: start: 45858.5 may count/,
    ],
    ['a length of time', '<c r="A2" s="2"><v>45858.5</v></c>', /unclear-time: start: 45858.5 may count/],
    ['an error', '<c r="A2" t="e"><v>#REF!</v></c>', /bad-row: start: "#REF!" is not a time/],
    ['a formula without a value', '<c r="A2"><f>B2-1</f></c>', /bad-row: start: "=B2-1" is not a time/],
  ])('with %s for an instant is refused', async (_what, xml, told) => {
    const book = bookOf({sheets: {S: sheet(['start', 'end'], xml)}, styles});
    const rest = 'kind: table, into: intervals, zone: UTC, system: desk, state: down';
    expect(await entries('a.xlsx', book, rest)).toContainEqual(expect.stringMatching(told));
  });
});

describe('a table of intervals', () => {
  const OUTAGES = 'kind: table, into: intervals';

  test('with columns and times of its own', async () => {
    const text =
      'Began;Ended;How bad;What\n03/04/2025 10:00;03/04/2025 10:30;P1;router\n03/05/2025 23:00;;P3;router\n03/06/2025 01:00;03/06/2025 02:00;planned;router\n';
    const rest = `${OUTAGES}, columns: {start: Began, end: Ended, severity: How bad, system: What}, timeFormat: "MM/dd/yyyy HH:mm", zone: America/New_York, states: {P1: down, P3: degraded, planned: null}`;
    expect(await entries('x.csv', text, rest)).toEqual([
      '2: router down P1 2025-03-04T15:00Z 2025-03-04T15:30Z',
      expect.stringMatching(/^3 ! warning open-interval/),
      '3: router degraded P3 2025-03-06T04:00Z open',
      '4 left out: severity "planned" is left out',
    ]);
  });

  describe('whose day and clock stand in two columns', () => {
    const rest = `${OUTAGES}, zone: UTC, system: a, state: down`;
    const split = `${rest}, columns: {start: Day + From, end: Until day + Until}`;
    const one = (cells: string) => entries('x.csv', `Day,From,Until day,Until\n${cells}\n`, split);

    test.each([
      ['both', '2025-05-06,10:00,2025-05-06,10:30', '2: a down null 2025-05-06T10:00Z 2025-05-06T10:30Z'],
      ['no end', '2025-05-06,10:00,,', '2: a down null 2025-05-06T10:00Z open'],
    ])('has %s', async (_what, cells, read) => {
      expect(await one(cells)).toContain(read);
    });

    test('and of an end that lacks its clock is a fault, not midnight', async () => {
      expect(await one('2025-05-05,10:00,2025-05-06,')).toEqual([
        expect.stringContaining('"2025-05-06 ?"'),
        expect.stringContaining('has not ended'),
      ]);
    });

    test('of which one is missing is an error', async () => {
      expect(await entries('x.csv', 'Day,Until day,Until\n2025-05-06,,\n', split)).toEqual([
        '1 ! error unreadable-file: x.csv: no column "Day + From", which is mapped to start',
      ]);
    });

    test('is not looked for where a column is called so', async () => {
      const text = 'A,B,A + B\nx,y,2025-05-06T10:00Z\n';
      const told = await entries('x.csv', text, `${rest}, columns: {start: A + B}, end: not known`);
      expect(told).toContain('2: a unknown null 2025-05-06T10:00Z open');
    });
  });

  test('of fields of the same names, counts since 1970, and a state that is said for all', async () => {
    const rest = `${OUTAGES}, state: down, system: router, timeUnit: s, at: data.rows`;
    const text =
      '{"data":{"rows":[{"start":1740000000,"end":1740000060,"severity":"sev1"},\n{"start":1740000120,"end":1740000090}]}}';
    expect(await entries('x.json', text, rest)).toEqual([
      '1: router down sev1 2025-02-19T21:20Z 2025-02-19T21:21Z',
      '2 ! error ends-before-start: the ticket ends 2025-02-19T21:21:30Z, before it begins 2025-02-19T21:22:00Z',
    ]);
  });

  test('with the ticket apart from the impact', async () => {
    const text =
      'start,end,opened,closed,state,system\n2025-03-04T10:00Z,2025-03-04T11:00Z,2025-03-04T10:41Z,2025-03-04T11:05Z,down,r\n';
    expect(
      await entries('x.csv', text, `${OUTAGES}, columns: {ticketStart: opened, ticketEnd: closed}`),
    ).toEqual([
      '2: r down down 2025-03-04T10:00Z 2025-03-04T11:00Z ticket 2025-03-04T10:41Z 2025-03-04T11:05Z',
    ]);
  });

  test('tells every row that cannot be read, and reads the others', async () => {
    const text = [
      'id,start,end,state,system',
      '1,2025-03-04T10:00Z,2025-03-04T11:00Z,down,r',
      '2,2025-03-04 10:00,2025-03-04T11:00Z,down,r',
      '3,04/03/2025 10:00,,down,r',
      '4,2025-03-04T10:00Z,2025-03-04T11:00Z,dwon,r',
      '5,2025-03-04T10:00Z,2025-03-04T11:00Z,down,',
      '6,2025-03-04T10:00Z,2025-03-04T11:00Z,,r',
      '7,,2025-03-04T11:00Z,down,r',
      '8,2205-03-04T10:00Z,2025-03-04T11:00Z,down,r',
      '1,2025-03-04T10:00Z,2025-03-04T12:00Z,down,r',
      '1,2025-03-04T10:00Z,2025-03-04T11:00Z,down,r',
      '9,2025-03-05T10:00Z',
      '10,2025-03-05T10:00Z,2025-03-05T11:00Z,degraded,r',
    ].join('\n');
    const found = await entries('x.csv', text, OUTAGES);
    expect(found.map(line => line.replace(/(! \w+ [a-z-]+).*/, '$1')).toSorted()).toEqual(
      [
        '2: r down down 2025-03-04T10:00Z 2025-03-04T11:00Z',
        '3 ! error unclear-time',
        '4 ! error unclear-time',
        '5 ! error bad-row',
        '6 ! error bad-row',
        '7 ! error bad-row',
        '8 ! error bad-row',
        '9 ! error typed-wrong-time',
        '10 ! error duplicate-id',
        '11 left out: the same row again, as overlapping pages bring it',
        '12 ! error bad-row',
        '13: r degraded degraded 2025-03-05T10:00Z 2025-03-05T11:00Z',
      ].toSorted(),
    );
  });

  test('whose end is mapped to a column that is not there is told: every outage would last for ever', async () => {
    const text = 'start,Ended,state,system\n2025-03-04T10:00Z,2025-03-04T11:00Z,down,r\n';
    expect((await entries('x.csv', text, `${OUTAGES}, columns: {end: Endde}`)).at(-1)).toBe(
      '1 ! error unreadable-file: x.csv: no column "Endde", which is mapped to end',
    );
  });
});

test('a table of deployments', async () => {
  const text =
    'when,app,image_tag,environment,ok\n2025-03-04T10:00Z,api,v1,staging,success\n2025-03-04T11:00Z,api,v1,production,failed\n2025-03-04T12:00Z,api,v2,production,perhaps\n';
  const rest =
    'kind: table, into: deployments, columns: {startedAt: when, service: app, version: image_tag, result: ok}, environments: [production]';
  expect(await entries('x.csv', text, rest)).toEqual([
    '2 left out: environment "staging" does not count',
    'api production 2025-03-04T11:00Z open failure v1 null',
    expect.stringMatching(/^4 ! warning bad-row: "perhaps" is none of/),
    'api production 2025-03-04T12:00Z open unknown v2 null',
  ]);
});

test('a table of load, with times that state no zone', async () => {
  const text =
    'timestamp,value,limit\n2014-04-10 00:04:00,94.0,200\n2014-04-10 00:09:00,-1,\n2014-04-10 00:14:00,"1,000",\n';
  const rest =
    'kind: load, columns: {at: timestamp, load: value, capacity: limit}, system: balancer, zone: UTC';
  expect(await entries('x.csv', text, rest)).toEqual([
    'balancer 2014-04-10T00:04Z 94/200',
    '3 ! error bad-row: a load of -1, expected more than nothing',
    '4 ! error bad-row: value: "1,000" has signs that mean either thousands or a fraction',
  ]);
});

describe('a table of PnL', () => {
  test('by day, with amounts as books write them', async () => {
    const text =
      'Day,Desk,Net\n2025-03-04,alpha,"1,250,000.50"\n2025-03-05,alpha,"(20,000)"\n2025-03-06,alpha,"1,25"\n2025-02-29,alpha,1\n2025-03-07,,1\n';
    const rest =
      'kind: pnl, columns: {date: Day, pod: Desk, amount: Net}, numbers: "1,234.56", currency: USD';
    expect(await entries('x.csv', text, rest)).toEqual([
      'alpha 2025-03-04 - 1250000.5 USD',
      'alpha 2025-03-05 - -20000 USD',
      '4 ! error bad-row: Net: "1,25" is no number as 1,234.56 is one',
      '5 ! error bad-row: Day: "2025-02-29" is on no calendar',
      '6 ! error bad-row: pod is missing'.replace('pod', 'the pod'),
    ]);
  });

  test('by minute, on the day that it is in the zone of the source', async () => {
    const text =
      '{"at":"2025-03-04T02:30:00Z","amount":-5.5,"ccy":"usd","pod":"alpha"}\n{"at":"2025-03-04T14:30:00Z","amount":7,"ccy":"US$","pod":"alpha"}\n';
    const rest = 'kind: pnl, columns: {currency: ccy}';
    expect(await entries('x.jsonl', text, `${rest}, zone: America/New_York`)).toEqual([
      'alpha 2025-03-03 2025-03-04T02:30Z -5.5 USD',
      '2 ! error bad-row: "US$" is not a currency',
    ]);
    expect((await entries('x.jsonl', text, rest))[0]).toBe(
      '1 ! error unclear-time: the day of an instant hangs on a zone',
    );
  });

  test('of a torn file gives the rows before the tear', async () => {
    const text = '[{"date":"2025-03-04","pod":"a","amount":1,"currency":"EUR"},{"date":';
    expect(await entries('x.json', text, 'kind: pnl')).toEqual([
      'a 2025-03-04 - 1 EUR',
      expect.stringMatching(/^1 ! error unreadable-file: x\.json: it ends within the value/),
    ]);
  });
});

describe('a table of costs', () => {
  test('by month, or by day of it', async () => {
    const text =
      'Period,Account,Service,Net\n2025-03,research,compute,"1,250.50"\n2025-03-31,research,disk,"(20)"\n2025-13,research,disk,1\n,research,disk,1\n2025-04,,disk,1\n1925-04,research,disk,1\n';
    const rest =
      'kind: costs, columns: {month: Period, scope: Account, item: Service, amount: Net}, numbers: "1,234.56", currency: EUR';
    expect(await entries('x.csv', text, rest)).toEqual([
      'research compute 2025-03 null 1250.5 EUR',
      'research disk 2025-03 null -20 EUR',
      expect.stringMatching(/^4 ! error bad-row: Period: "2025-13"/),
      '5 ! error bad-row: the month is missing',
      '6 ! error bad-row: what the amount is of is missing',
      expect.stringMatching(/^7 ! error bad-row: Period: "1925-04"/),
    ]);
  });

  test('that a cloud writes day by day, of one account', async () => {
    const text = '{"date":"2025-03-04","amount":5,"currency":"USD"}\n{"date":"2025-03-05","amount":7}\n';
    expect(await entries('x.jsonl', text, 'kind: costs, scope: all')).toEqual([
      'all null 2025-03 2025-03-04 5 USD',
      '2 ! error bad-row: the currency is missing',
    ]);
  });
});

describe('a number', () => {
  test.each([
    ['1234.56', null, 1234.56],
    [' -7 ', null, -7],
    ['1e3', null, 1000],
    [2.5, null, 2.5],
    ['1,234', null, undefined],
    ['1.234,5', null, undefined],
    ['$5', null, undefined],
    ['', null, undefined],
    [Number.NaN, null, undefined],
    [true, null, undefined],
    ['1,234,567.8', '1,234.56', 1234567.8],
    ['(1,234)', '1,234.56', -1234],
    ['1,23', '1,234.56', undefined],
    ['1.234', '1.234,56', 1234],
    ['1.5', '1.234,56', undefined],
    ['-1.234,5', '1.234,56', -1234.5],
    ['1\u00a0234,5', '1 234,56', 1234.5],
    ['1\u2019234.5', "1'234.56", 1234.5],
    ['1234,5', '1234,56', 1234.5],
    ['\u22125', null, -5],
    ['(500)', null, -500],
    ['(1234.5)', null, -1234.5],
    ['(1,234)', null, undefined],
    ['(500', null, undefined],
    ['500)', null, undefined],
    ['-(5)', null, undefined],
  ] as const)('%j as %s is %s', (written, style, value) => {
    const reading = readNumber(written, style);
    expect(reading.ok ? reading.value : undefined).toBe(value);
  });
});

describe('a cell of money', () => {
  test.each([
    ['$1,234.56', null, 1234.56],
    ['-$1,234.56', null, -1234.56],
    ['$-5', null, -5],
    ['($12K)', null, -12_000],
    ['1.2M USD', null, 1_200_000],
    ['$1234', null, 1234],
    ['USD (5)', null, undefined],
    ['$1,234', null, undefined],
    ['$1.234', null, undefined],
    ['$1,234', '1,234.56', 1234],
    ['1.234,50 USD', '1.234,56', 1234.5],
    ['£5', null, undefined],
    ['$5 - $7', null, undefined],
    ['$5/day', null, undefined],
    ['$5 est.', null, undefined],
    ['500 CR', null, undefined],
    ['500 DR', null, undefined],
    ['1e3', null, 1000],
    [12.5, null, 12.5],
    ['12.5', null, 12.5],
  ] as const)('%j with numbers as %s is %s dollars', (written, style, value) => {
    const reading = readSum(written, style, 'USD');
    expect(reading.ok ? reading.value : undefined).toBe(value);
  });

  test('of another currency says what to do', () =>
    expect(readSum('£5', null, 'USD')).toEqual({
      ok: false,
      message: '"£5" is in GBP, and the row in USD',
      hint: 'say currency: GBP, or map a column to currency',
    }));
});

describe('a file of headings alone', () => {
  const YEAR = 'zone: UTC\ncovers: {from: 2025-01-01, to: 2025-12-31}\nsources:\n';
  const sound = (columns: string) =>
    `${YEAR}  - {name: t, kind: table, into: intervals, state: down, system: api, files: [t.csv]${columns}}`;
  const mapped = ', columns: {start: Began, end: Ended}';

  test('says that nothing happened where its columns are those that are mapped', async () => {
    const report = await reported(sound(mapped), {'t.csv': 'Began,Ended\n'});
    expect(said(report).filter(one => one.startsWith('error'))).toEqual([]);
  });

  test.each([
    ['a table, whose end is of another name', mapped, 'Began,End\n'],
    ['a table, by its own names', '', 'began,ended\n'],
    ['a table of old Macs', mapped, 'Start,End\r'],
  ])('is an error where it lacks one of %s', async (_what, columns, text) => {
    const report = await reported(sound(columns), {'t.csv': text});
    expect(said(report)).toContainEqual(expect.stringMatching(/^error unreadable-file: t.csv: no column/));
  });

  test.each([
    ['pagerduty', 'foo,bar\n'],
    ['gitlab', 'foo,bar\n'],
  ])('is an error of %s where it has none of its fields', async (kind, text) => {
    const report = await reported(`${YEAR}  - {name: t, kind: ${kind}, system: api, files: [t.csv]}`, {
      't.csv': text,
    });
    expect(said(report)).toContainEqual(
      expect.stringMatching(/^error unreadable-file: t.csv: none of its columns/),
    );
  });

  test('is an error of probes too', async () => {
    const report = await reported(
      `${YEAR}  - {name: t, kind: probes, every: 60s, system: api, files: [t.csv]}`,
      {'t.csv': 'foo,bar\n'},
    );
    expect(said(report)).toContainEqual(
      expect.stringMatching(/^error unreadable-file: t.csv: no column "at"/),
    );
  });

  test('of bare CR is read like any other', async () => {
    const text = 'Began,Ended\r2025-03-04T10:00:00Z,2025-03-04T12:00:00Z\r';
    const report = await reported(sound(mapped), {'t.csv': text});
    expect(timelines(report)).toEqual([
      'api 99.977%: up 2025-01-01T00:00, down 2025-03-04T10:00, up 2025-03-04T12:00',
    ]);
  });
});
