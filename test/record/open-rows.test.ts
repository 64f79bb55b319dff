import {describe, expect, test} from 'vitest';
import {reported, said, timelines} from './reported.ts';

const YEAR = 'zone: UTC\ncovers: {from: 2025-01-01, to: 2025-12-31}\n';
const source = (kind: string, more = '') =>
  `${YEAR}sources:\n  - {name: t, kind: ${kind}, system: api, files: [t.json]${more}}`;
const OPENED = '2025-01-05T10:00:00Z';
const LATER = ['2025-11-01T10:00:00Z', '2025-11-01T11:00:00Z'];

/** For every tool, a ticket that nobody closed, last heard of at 12:00 where the tool tells, and a sound one of November. */
const FORGOTTEN = {
  statuspage: [
    {
      id: 'a',
      impact: 'major',
      status: 'investigating',
      created_at: OPENED,
      resolved_at: null,
      incident_updates: [{status: 'investigating', created_at: '2025-01-05T12:00:00Z'}],
    },
    {id: 'b', impact: 'major', status: 'resolved', created_at: LATER[0], resolved_at: LATER[1]},
  ],
  pagerduty: [
    {
      id: 'a',
      urgency: 'high',
      status: 'triggered',
      created_at: OPENED,
      last_status_change_at: '2025-01-05T12:00:00Z',
    },
    {id: 'b', urgency: 'high', status: 'resolved', created_at: LATER[0], resolved_at: LATER[1]},
  ],
  incidentio: [
    {
      id: 'a',
      severity: {name: 'Major'},
      incident_status: {category: 'active'},
      created_at: OPENED,
      updated_at: '2025-01-05T12:00:00Z',
    },
    {
      id: 'b',
      severity: {name: 'Major'},
      incident_status: {category: 'closed'},
      created_at: LATER[0],
      'Resolved at': LATER[1],
    },
  ],
  opsgenie: [
    {id: 'a', priority: 'P1', status: 'open', createdAt: OPENED, updatedAt: '2025-01-05T12:00:00Z'},
    {id: 'b', priority: 'P1', status: 'resolved', createdAt: LATER[0], impactEndDate: LATER[1]},
  ],
  oncall: [
    {id: 'a', state: 'acknowledged', created_at: OPENED, acknowledged_at: '2025-01-05T12:00:00Z'},
    {id: 'b', state: 'resolved', created_at: LATER[0], resolved_at: LATER[1]},
  ],
  dora: [
    {
      issueKey: 'a',
      severity: 'major',
      status: 'IN_PROGRESS',
      createdDate: OPENED,
      updatedDate: '2025-01-05T12:00:00Z',
    },
    {issueKey: 'b', severity: 'major', status: 'DONE', createdDate: LATER[0], resolutionDate: LATER[1]},
  ],
} as const;

describe('a ticket that nobody closed', () => {
  test.each(Object.entries(FORGOTTEN))(
    'of %s is unknown from when it was last heard of',
    async (kind, rows) => {
      const report = await reported(source(kind), {'t.json': JSON.stringify(rows)});
      expect(timelines(report)).toEqual([
        'api 66.379%: up 2025-01-01T00:00, down 2025-01-05T10:00, unknown 2025-01-05T12:00, down 2025-11-01T10:00, unknown 2025-11-01T11:00'.replace(
          '66.379',
          ((1 - 3 / 109) * 100).toFixed(3),
        ),
      ]);
      expect(said(report).filter(one => one.includes('open-interval'))).toEqual([
        expect.stringMatching(
          /^warning open-interval: a of api has no end, and nothing was heard of it after 2025-01-05T12/,
        ),
      ]);
    },
  );

  test('is down to the end where it was heard of lately', async () => {
    const row = {
      id: 'a',
      urgency: 'high',
      status: 'acknowledged',
      created_at: '2025-12-30T00:00:00Z',
      last_status_change_at: '2025-12-30T12:00:00Z',
    };
    const report = await reported(source('pagerduty'), {'t.json': JSON.stringify([row])});
    expect(timelines(report)).toEqual(['api 99.452%: up 2025-01-01T00:00, down 2025-12-30T00:00']);
    expect(said(report)).toEqual(['note open-interval: a of api has not ended since 2025-12-30T00:00:00Z']);
  });

  test('is told once for a source, with how many there are', async () => {
    const rows = ['a', 'b', 'c'].map(id => ({id, urgency: 'high', status: 'triggered', created_at: OPENED}));
    const report = await reported(source('pagerduty'), {'t.json': JSON.stringify(rows)});
    expect(said(report)).toEqual([
      expect.stringMatching(/^warning open-interval: a of api .* unknown, as 2 more of t$/),
    ]);
    expect(timelines(report)).toEqual(['api 100.000%: up 2025-01-01T00:00, unknown 2025-01-05T10:00']);
  });
});

describe('a blank end in a table', () => {
  const table = (more = '', covers = '2025-01-01, to: 2025-12-31') =>
    `zone: UTC\ncovers: {from: ${covers}}\nsources:\n  - {name: t, kind: table, into: intervals, state: down, system: api, files: [t.csv]${more}}`;

  test('is unknown from its start where nothing tells that it went on', async () => {
    const report = await reported(table(), {'t.csv': `start,end\n${OPENED},\n${LATER.join()}\n`});
    expect(timelines(report)).toEqual([
      expect.stringMatching(
        /: up 2025-01-01T00:00, unknown 2025-01-05T10:00, down 2025-11-01T10:00, unknown 2025-11-01T11:00$/,
      ),
    ]);
    expect(said(report)).toEqual([expect.stringMatching(/^warning open-interval: .* unknown$/)]);
  });

  test('lasts still where it is new, and that a blank cell says so is told above', async () => {
    const report = await reported(table(), {'t.csv': 'start,end\n2025-12-31T12:00:00Z,\n'});
    expect(timelines(report)).toEqual(['api 99.863%: up 2025-01-01T00:00, down 2025-12-31T12:00']);
    expect(said(report)).toEqual([expect.stringMatching(/^warning open-interval: .* has not ended/)]);
  });

  test('was only not written down where record.yaml says end: not known', async () => {
    const report = await reported(table(', end: not known'), {'t.csv': 'start,end\n2025-12-31T12:00:00Z,\n'});
    expect(timelines(report)).toEqual(['api 100.000%: up 2025-01-01T00:00, unknown 2025-12-31T12:00']);
    expect(said(report)).toEqual([expect.stringMatching(/^warning open-interval: .* blank end/)]);
  });
});

describe('a figure below 90%', () => {
  const week = (rows: string) =>
    reported(
      'zone: UTC\ncovers: {from: 2025-03-03, to: 2025-03-09}\nsources:\n  - {name: t, kind: table, into: intervals, state: down, system: api, files: [t.csv]}',
      {'t.csv': `start,end\n${rows}`},
    );

  test('that rests on one row with no end says so first', async () => {
    const report = await week('2025-03-09T02:00:00Z,\n2025-03-03T10:00:00Z,2025-03-03T11:00:00Z\n');
    expect(timelines(report)[0]).toMatch(/^api 86.310%/);
    expect(said(report)).toContainEqual(
      expect.stringMatching(
        /^warning open-interval: api is 86.310% up in 24x7, and that rests on one row: .* no end$/,
      ),
    );
  });

  test('that rests on one row with an end says so too', async () => {
    const report = await week('2025-03-04T02:00:00Z,2025-03-07T02:00:00Z\n');
    expect(said(report)).toEqual([expect.stringMatching(/^warning typed-wrong-time: api is 57.143% up/)]);
  });

  test('that many rows make is not doubted', async () => {
    const rows = [3, 4, 5, 6].map(day => `2025-03-0${day}T02:00:00Z,2025-03-0${day}T14:00:00Z\n`);
    expect(said(await week(rows.join('')))).toEqual([]);
  });
});

describe('an incident of a status page', () => {
  const page = (row: object, more = '') =>
    reported(
      `zone: UTC\ncovers: {from: 2025-01-01, to: 2025-12-31}\nsources:\n  - {name: t, kind: statuspage, system: api, files: [t.json]${more}}`,
      {'t.json': JSON.stringify({incidents: [{id: 'x', impact: 'critical', created_at: OPENED, ...row}]})},
    );
  const update = (status: string, time: string) => ({status, created_at: `2025-01-05T${time}:00Z`});

  test('ends when an update says resolved, whatever the last one is labelled', async () => {
    const report = await page({
      status: 'investigating',
      resolved_at: null,
      incident_updates: [
        update('investigating', '12:00'),
        update('resolved', '11:00'),
        update('investigating', '10:00'),
      ],
    });
    expect(timelines(report)).toEqual([
      'api 99.989%: up 2025-01-01T00:00, down 2025-01-05T10:00, up 2025-01-05T11:00',
    ]);
    expect(said(report)).toEqual([
      expect.stringMatching(/^warning contradiction: x was resolved 2025-01-05T11:00:00Z/),
    ]);
  });

  test('ends with resolved_at where that is later', async () => {
    const report = await page({
      status: 'resolved',
      resolved_at: '2025-01-05T13:00:00Z',
      incident_updates: [update('resolved', '11:00'), update('investigating', '12:00')],
    });
    expect(timelines(report)[0]).toMatch(/up 2025-01-05T13:00$/);
    expect(said(report)).toEqual([]);
  });

  const MAINTENANCE = ', states: {maintenance: down}';
  const announced = {
    impact: 'maintenance',
    created_at: '2025-01-02T09:00:00Z',
    scheduled_for: '2025-01-05T10:00:00Z',
  };

  test('that is maintenance begins when it was in progress, else when it was to', async () => {
    const done = {...announced, status: 'completed', resolved_at: '2025-01-05T12:00:00Z'};
    const updates = [
      update('scheduled', '08:00'),
      update('in_progress', '10:15'),
      update('completed', '12:00'),
    ];
    const begun = await page({...done, incident_updates: updates}, MAINTENANCE);
    expect(timelines(begun)[0]).toMatch(/down 2025-01-05T10:15, up 2025-01-05T12:00$/);
    expect(timelines(await page(done, MAINTENANCE))[0]).toMatch(
      /down 2025-01-05T10:00, up 2025-01-05T12:00$/,
    );
  });

  test('that is maintenance still to come never counts', async () => {
    const report = await page(
      {...announced, status: 'scheduled', incident_updates: [update('scheduled', '08:00')]},
      MAINTENANCE,
    );
    expect(report.systems).toEqual([]);
    expect(report.sources[0]?.leftOut.map(({reason}) => reason)).toEqual(['maintenance that has not begun']);
  });
});
