import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {command as record} from '../../src/cli/commands/record.ts';
import {call, desk} from './desk.ts';
import {temporary} from '../desk.ts';

let folder = '';
beforeEach(() => {
  folder = temporary();
});

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function told(flags: Record<string, unknown> = {}) {
  const {told: said, context} = desk();
  const usual = {case: '.', target: 0.9999, skipBad: false, full: false, json: false};
  await call(record, context, {...usual, ...flags}, folder);
  return said;
}

/** A text on one line, without the marks of its notes. */
const unmarked = (text: string) => text.replace(/\[\d+\]/g, '').replace(/\s+/g, ' ');

interface Told {
  readonly systems: readonly {
    readonly system: string;
    readonly counts: string;
    readonly uptimes: readonly {basis: string; calendar: string; share: number; minutes: {down: number}}[];
    readonly notUp: readonly {from: string; to: string; state: string}[];
  }[];
}

const json = async (flags: Record<string, unknown> = {}) =>
  JSON.parse((await told({...flags, json: true})).out) as Told;

const DESK = `
format: 1
zone: UTC
covers: {from: 2025-03-03, to: 2025-03-07}
calendars: [XNYS, 24x7]
systems:
  router: {names: [Order router]}
  prices: {}
sources:
  - {name: pages, kind: statuspage, files: [incidents.json], systems: [prices]}
`;

const incident = (id: string, from: string, to: string | null, more = {}) => ({
  id,
  name: `trouble ${id}`,
  status: to === null ? 'investigating' : 'resolved',
  impact: 'critical',
  created_at: from,
  started_at: from,
  resolved_at: to,
  components: [{id: 'c', name: 'Order router'}],
  incident_updates: [],
  ...more,
});

/** 15:00 to 15:30 UTC is within the New York session of that Tuesday; the second lies in the night. */
const TROUBLE = [
  incident('1', '2025-03-04T15:00:00Z', '2025-03-04T15:20:00Z'),
  incident('2', '2025-03-04T15:10:00Z', '2025-03-04T15:30:00Z'),
  incident('3', '2025-03-05T02:00:00Z', '2025-03-05T03:00:00Z'),
];

describe('parley record', () => {
  test('joins overlapping incidents and counts them in the hours of each exchange', async () => {
    put('record.yaml', DESK);
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    const {systems} = await json();
    const down = (calendar: string) =>
      systems[0]?.uptimes.find(one => one.basis === 'counted' && one.calendar === calendar)?.minutes.down;
    expect(down('XNYS')).toBe(30);
    expect(down('24x7')).toBe(90);
    expect(systems[0]?.notUp).toEqual([
      {from: '2025-03-04T15:00:00Z', to: '2025-03-04T15:30:00Z', state: 'down'},
      {from: '2025-03-05T02:00:00Z', to: '2025-03-05T03:00:00Z', state: 'down'},
    ]);
  });

  test('counts a system without a ticket as up only where a source says it would have told', async () => {
    put('record.yaml', DESK);
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    expect((await json()).systems[1]?.notUp).toEqual([]);
    put('record.yaml', DESK.replace(', systems: [prices]', ''));
    expect((await json()).systems[1]?.notUp).toEqual([
      {from: '2025-03-03T00:00:00Z', to: '2025-03-08T00:00:00Z', state: 'unknown'},
    ]);
  });

  test('names the days of a source as the zone of the record counts them', async () => {
    put('record.yaml', DESK.replace('zone: UTC', 'zone: America/New_York'));
    // Three in the morning of the fifth is still the evening of the fourth in New York.
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    expect((await told()).out).toMatch(
      /^ {2}• pages \(statuspage, incidents\.json\): .*2025-03-04 to 2025-03-04$/m,
    );
  });

  test('says what the clause allows', async () => {
    put('record.yaml', DESK.replace('to: 2025-03-07', 'to: 2025-09-30'));
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    const allows = '99.99% of XNYS 2025-Q3 (64 sessions, 24,780 min) allows 2 min 28 s';
    expect(unmarked((await told()).out)).toContain(
      `${allows}; nothing watches, and tickets alone cannot show it.`,
    );
    const probed = DESK.replace('to: 2025-03-07', 'to: 2025-09-30');
    put(
      'record.yaml',
      `${probed}  - {name: seldom, kind: probes, files: [seldom.csv], every: 5m, system: router}\n`,
    );
    put('seldom.csv', 'at,ok\n2025-09-29T14:00:00Z,1\n');
    expect(unmarked((await told()).out)).toContain(`${allows}; seldom looks every 5 min and cannot show it.`);
  });

  test('takes what is still open to last, and says so', async () => {
    put('record.yaml', DESK);
    put('incidents.json', JSON.stringify({incidents: [incident('9', '2025-03-07T20:59:00Z', null)]}));
    const said = await told();
    expect(said.err).toContain('open-interval');
    expect(said.out).toContain('1 still open');
    expect((await json()).systems[0]?.notUp).toMatchObject([{to: '2025-03-08T00:00:00Z', state: 'down'}]);
  });

  test('moves ticket starts only where an assumption is declared, and shows it', async () => {
    put(
      'record.yaml',
      DESK.replace('systems: [prices]}', 'onsetLag: {minutes: 10, source: my own postmortems}}'),
    );
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    expect((await json()).systems[0]?.notUp[0]).toMatchObject({from: '2025-03-04T14:50:00Z'});
    expect((await told()).out).toMatch(/Assumed: tickets of pages begin 10 min .*my own\s+postmortems/s);
  });

  test('shows probes beside tickets, and says which one counts', async () => {
    put(
      'record.yaml',
      `${DESK}  - {name: watch, kind: table, into: intervals, files: [watch.csv], system: router}\n`,
    );
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    put(
      'watch.csv',
      [
        'start,end,state',
        '2025-03-03T00:00:00Z,2025-03-04T14:40:00Z,up',
        '2025-03-04T14:40:00Z,2025-03-04T15:30:00Z,down',
        '2025-03-04T15:30:00Z,2025-03-05T00:00:00Z,up',
      ].join('\n'),
    );
    const said = await told();
    expect(said.err).toContain('contradiction');
    expect(said.out).toContain('Counted: probes where they know, tickets elsewhere');
    expect(said.out).toContain('tickets begin 20 min after the probes');
    const [router] = (await json()).systems;
    const share = (basis: string) =>
      router?.uptimes.find(one => one.basis === basis && one.calendar === '24x7')?.minutes.down;
    expect([share('probes'), share('tickets'), share('counted')]).toEqual([50, 90, 110]);
  });

  describe('with rows that cannot be read', () => {
    const backwards = incident('4', '2025-03-06T12:00:00Z', '2025-03-06T11:00:00Z');

    test('ends with 3, and says where and how to mend it', async () => {
      put('record.yaml', DESK);
      put('incidents.json', JSON.stringify({incidents: [...TROUBLE, backwards]}));
      const said = await told();
      expect(said.code).toBe(3);
      expect(said.out).toBe('');
      expect(said.err).toMatch(/incidents\.json:1:1 error ends-before-start: .*to mend it/s);
    });

    test('goes on without them where it is told to', async () => {
      put('record.yaml', DESK);
      put('incidents.json', JSON.stringify({incidents: [...TROUBLE, backwards]}));
      const said = await told({skipBad: true});
      expect(said.code).toBe(0);
      expect(said.out).toContain('1 with errors');
    });
  });

  test('says the first of many torn rows one by one, and the rest as a number', async () => {
    put('record.yaml', DESK);
    const torn = Array.from({length: 1200}, (_, at) => incident(String(at), 'soon', null));
    put('incidents.json', JSON.stringify({incidents: torn}));
    const said = await told();
    expect(said.err.match(/error bad-row: /g)).toHaveLength(5);
    expect(said.err).toContain('pages: error bad-row, 1,195 more like these');
    expect(said.err).toContain('1,200 errors');
  });

  test('tells days without a record from a record without rows, and days in the wrong order', async () => {
    put('record.yaml', DESK);
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    expect((await told({from: '2030-01-01'})).out).toContain('nothing of it lies in these days');
    const backwards = await told({from: '2025-03-05', to: '2025-03-04'});
    expect([backwards.code, backwards.out]).toEqual([2, '']);
    expect(backwards.err).toContain('--from 2025-03-05 is after --to 2025-03-04');
  });

  test('tells a record of a single deployment from one without rows in these days', async () => {
    put('record.yaml', 'format: 1\nsources: [{name: ci, kind: github-deployments, files: [one.json]}]\n');
    const url = 'https://github.example/repos/desk/router/deployments/1';
    put(
      'one.json',
      JSON.stringify([{id: 1, environment: 'production', created_at: '2025-03-04T15:00:00Z', url}]),
    );
    expect((await told()).out).toContain('The record: a single moment');
  });

  test('reads no calendar that it does not have', async () => {
    put('record.yaml', DESK);
    put('incidents.json', '{"incidents": []}');
    const said = await told({calendar: ['NYSE2']});
    expect(said.code).toBe(2);
    expect(said.err).toContain('unknown calendar');
  });

  test('says what a calendar does not reach, and guesses nothing', async () => {
    put(
      'record.yaml',
      DESK.replace(
        'covers: {from: 2025-03-03, to: 2025-03-07}',
        'covers: {from: 2030-01-01, to: 2030-02-01}',
      ),
    );
    put('incidents.json', JSON.stringify({incidents: TROUBLE}));
    const said = await told();
    expect(said.err).toContain('XNYS ends with 2027-12-31');
    expect(said.code).toBe(3);
  });
});

describe('an address with a password', () => {
  const SOURCE = '{name: edge, kind: prometheus, url: "URL", query: up, step: 60s}';
  const yaml = (source: string) =>
    `format: 1\nzone: UTC\ncovers: {from: 2025-03-03, to: 2025-03-03}\nsources:\n  - ${source}\n`;

  test.each([
    'htp://user:p4ss@h',
    'http://user:p4ss@h:99999',
    'http://user:p4ss@',
    'user:p4ss@host:9090',
    'http//user:p4ss@h',
    'http://user:p4ss',
    'http://user:p4 ss@h:x',
    'http://user:averylongbeginning of p4 and ss@h',
    'htp://h:9090?token=p4ss',
    // Asked, and not found: nobody has such a name.
    'http://user:p4ss@nobody.invalid:9090?token=p4ss',
    'http://user:12/p4ss@nobody.invalid',
  ])('is told without it where it is mistyped: %s', async url => {
    for (const json of [false, true]) {
      put('record.yaml', yaml(SOURCE.replace('URL', url)));
      const {out, err, code} = await told({json});
      expect(code).toBe(3);
      expect(err).toMatch(/error/);
      expect(`${out}${err}`).not.toMatch(/p4|ss@/);
    }
  });

  test.each([
    SOURCE.replace('prometheus', '"http://user:p4ss@h"'),
    SOURCE.replace(
      'prometheus, url: "URL"',
      '"http://user:p4ss@averylonghostname.which.nobody.reads.to.its.end.example"',
    ),
    SOURCE.replace('url: "URL"', 'ulr: "http://user:p4ss@h"'),
    '"http://user:p4ss@h"',
    '{name: edge, kind: table, into: intervals, files: ["http://user:p4ss@h/a.csv"]}',
    '{name: edge, kind: table, into: intervals, files: ["http://user:x p4 ss@h/a.csv"]}',
    '{name: edge, kind: prometheus, url: http://h, query: up, step: "http://user:p4ss@h"}',
    '{name: edge, kind: prometheus, url: http://h, query: up, step: 60s, "http://user:p4ss@h": x}',
    `${SOURCE.replace('URL', 'http://h').replace('edge', '"http://user:p4ss@h"')}\n  - ${SOURCE.replace('URL', 'http://h').replace('edge', '"http://user:p4ss@h"')}`,
  ])('is told without it wherever it stands: %s', async source => {
    put('record.yaml', yaml(source));
    const {out, err, code} = await told();
    expect(code).toBe(3);
    expect(err).toMatch(/record\.yaml:\d+:\d+ error/);
    expect(`${out}${err}`).not.toContain('p4');
  });
});
