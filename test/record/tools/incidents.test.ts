import {describe, expect, test} from 'vitest';
import {TOOLS} from '../../../src/record/index.ts';
import {isThere, read, real, realCsv, rules, told} from './reading.ts';
import {hintOf, messageOf} from '../../findings.ts';

const day = '2025-05-06T';
const at = (time: string) => `${day}${time}:00Z`;

/** For every tool of incidents, one that lasted from 10:00 to 10:30, and the words with which it is told apart. */
const one = {
  pagerduty: {
    reader: TOOLS.pagerduty.reader,
    row: {
      id: 'Q1',
      status: 'resolved',
      created_at: at('10:00'),
      resolved_at: at('10:30'),
      urgency: 'high',
      priority: null,
      service: {id: 'PX1', summary: 'api'},
    },
    begins: 'created_at',
    ends: 'resolved_at',
  },
  opsgenie: {
    reader: TOOLS.opsgenie.reader,
    row: {
      id: 'o-1',
      status: 'closed',
      priority: 'P1',
      createdAt: at('10:00'),
      impactStartDate: at('10:00'),
      impactEndDate: at('10:30'),
      impactedServices: ['api'],
    },
    begins: 'impactStartDate',
    ends: 'impactEndDate',
  },
  oncall: {
    reader: TOOLS.oncall.reader,
    row: {
      id: 'I1',
      integration_id: 'api',
      state: 'resolved',
      created_at: at('10:00'),
      resolved_at: at('10:30'),
    },
    begins: 'created_at',
    ends: 'resolved_at',
  },
  statuspage: {
    reader: TOOLS.statuspage.reader,
    row: {
      id: 's1',
      status: 'resolved',
      impact: 'major',
      started_at: at('10:00'),
      resolved_at: at('10:30'),
      components: [{name: 'api'}],
    },
    begins: 'started_at',
    ends: 'resolved_at',
  },
  incidentio: {
    reader: TOOLS.incidentio.reader,
    row: {
      id: 'INC-1',
      severity: {name: 'Major'},
      incident_status: {category: 'closed'},
      'Reported at': at('10:00'),
      'Resolved at': at('10:30'),
      'Affected services': 'api',
    },
    begins: 'Reported at',
    ends: 'Resolved at',
  },
} as const;

describe.each(Object.entries(one))('an incident of %s', (_name, {reader, row, begins, ends}) => {
  const changed = (change: object) => ({...row, ...change});
  const readOne = (change: object, said = {}) => read(reader, [changed(change)], said);

  test('is an interval of its system', async () => {
    const outcome = await readOne({});
    expect(outcome.intervals.map(({system, state, start, end}) => [system, state, start, end])).toEqual([
      ['api', 'down', Date.parse(at('10:00')), Date.parse(at('10:30'))],
    ]);
    expect(outcome.intervals[0]?.evidence).toEqual({
      id: row.id,
      place: {file: 'made-up.json', line: 1},
    });
    expect(outcome.faults).toEqual([]);
  });

  test('that ends before it starts is a fault and no interval', async () => {
    const outcome = await readOne({[ends]: at('09:00')});
    expect(outcome.intervals).toEqual([]);
    expect(rules(outcome)).toEqual(['error ends-before-start']);
    expect(outcome.faults[0]?.place).toEqual({file: 'made-up.json', line: 1});
  });

  test.each([
    ['of the wrong type', {nested: true}, 'error bad-row'],
    ['that is no time', 'yesterday', 'error bad-row'],
    ['with a year typed wrong', '2205-05-06T10:00:00Z', 'error typed-wrong-time'],
    ['without a zone', '2025-05-06T10:00:00', 'error unclear-time'],
  ])('with a start %s is a fault and no interval', async (_what, value, fault) => {
    const outcome = await readOne({[begins]: value});
    expect(outcome.intervals).toEqual([]);
    expect(rules(outcome)).toContain(fault);
  });

  test('takes a time without a zone in that of the source', async () => {
    const outcome = await readOne(
      {[begins]: '2025-05-06T06:00:00', [ends]: '2025-05-06T12:30:00+02:00'},
      {zone: 'America/New_York'},
    );
    const [interval] = outcome.intervals;
    expect([interval?.start, interval?.end]).toEqual([Date.parse(at('10:00')), Date.parse(at('10:30'))]);
  });

  test('seen twice counts once, and with other contents is a fault', async () => {
    const outcome = await read(reader, [row, changed({unread: 1}), changed({[ends]: at('10:45')})]);
    expect(outcome.intervals).toHaveLength(1);
    expect(Object.values(outcome.leftOut)).toEqual([1]);
    expect(rules(outcome)).toEqual(['error duplicate-id']);
    expect(messageOf(outcome.faults[0])).toContain('made-up.json:1');
  });

  test('saved before it was over gives way to what was saved after, in any order', async () => {
    const open = changed({
      [ends]: null,
      status: 'investigating',
      state: 'firing',
      incident_status: {category: 'live'},
    });
    for (const saves of [
      [open, row],
      [row, open],
      [open, open, row, row],
    ]) {
      const outcome = await read(reader, saves);
      expect(outcome.intervals.map(({end}) => end)).toEqual([Date.parse(at('10:30'))]);
      expect(outcome.faults).toEqual([]);
    }
    const lasting = await read(reader, [open, open]);
    expect(lasting.intervals.map(({end}) => end)).toEqual([null]);
    expect(rules(lasting)).toEqual(['note open-interval']);
  });

  test('belongs to the system of the source, where it names one', async () => {
    const outcome = await readOne({}, {system: 'router'});
    expect(outcome.intervals.map(({system}) => system)).toEqual(['router']);
  });

  test.each([[null], ['a string'], [42], [[]], [{}], [{id: null}]])(
    'is not made of %j, and the rows after it are read',
    async junk => {
      const outcome = await read(reader, [junk, row]);
      expect(outcome.intervals).toHaveLength(1);
      expect(rules(outcome)).toEqual(['error bad-row']);
    },
  );

  test('is not moved by nulls in the fields that are not needed', async () => {
    const nulls = Object.fromEntries(
      ['priority', 'acknowledged_at', 'impact_window'].map(key => [key, null]),
    );
    const outcome = await readOne('priority' in row && row.priority !== null ? {} : nulls);
    expect(outcome.intervals).toHaveLength(1);
  });
});

describe('PagerDuty', () => {
  const {row, reader} = one.pagerduty;

  test('of the first version of the API, whose times are called otherwise', async () => {
    const {created_at, resolved_at, service: _service, ...rest} = row;
    const service = {id: 'PX1', name: 'api', description: 'orders'};
    const first = {...rest, created_on: created_at, last_status_change_on: resolved_at, service};
    const outcome = await read(reader, [first]);
    expect(outcome.intervals.map(told)).toEqual(['api down as high 10:00 to 10:30']);
  });

  test('of a CSV names its service as it is', async () => {
    const outcome = await read(reader, [{...row, service: 'api'}]);
    expect(outcome.intervals.map(told)).toEqual(['api down as high 10:00 to 10:30']);
  });

  test('whose service was printed by a program is a fault, unless record.yaml says the system', async () => {
    const printed = {...row, service: "{'id': 'PX1', 'type': 'service_reference', 'summary': 'api'}"};
    const outcome = await read(reader, [printed]);
    expect(outcome.faults.map(hintOf)).toEqual([
      'service holds a printed object: save the answer as JSON, or say system: for this source',
    ]);
    const given = await read(reader, [printed], {system: 'orders'});
    expect(given.intervals.map(told)).toEqual(['orders down as high 10:00 to 10:30']);
  });

  test('without resolved_at, ends at the last change of status, if that was the resolution', async () => {
    const {resolved_at: _gone, ...old} = row;
    const outcome = await read(reader, [
      {...old, last_status_change_at: at('10:20')},
      {...old, id: 'Q2', status: 'acknowledged', last_status_change_at: at('10:05')},
    ]);
    expect(outcome.intervals.map(told)).toEqual([
      'api down as high 10:00 to 10:20',
      'api down as high 10:00 to …',
    ]);
    expect(rules(outcome)).toEqual(['note open-interval']);
  });

  test('that is resolved at no time at all is a fault', async () => {
    const outcome = await read(reader, [{...row, resolved_at: null}]);
    expect(outcome.intervals).toEqual([]);
    expect(rules(outcome)).toEqual(['error bad-row']);
  });

  test('analytics give a length in the place of an end', async () => {
    const raw = {
      id: 'Q3',
      service_name: 'api',
      status: 'resolved',
      created_at: '2025-05-06T10:00:00Z',
      seconds_to_resolve: 90,
      priority_name: 'P3',
      urgency: 'high',
    };
    const outcome = await read(reader, [{data: [raw], more: false}]);
    expect(outcome.intervals.map(told)).toEqual([
      'api degraded as P3 10:00 to 2025-05-06 10:01:30'.replace('2025-05-06 ', ''),
    ]);
  });

  test('and a length that contradicts the end is told', async () => {
    const outcome = await read(reader, [{...row, seconds_to_resolve: 60}]);
    expect(rules(outcome)).toEqual(['warning contradiction']);
    expect(outcome.intervals.map(told)).toEqual(['api down as high 10:00 to 10:30']);
  });

  test('severities are what record.yaml says, and a strange one is a fault', async () => {
    const odd = {...row, priority: {summary: 'Purple'}, urgency: null};
    expect(rules(await read(reader, [odd]))).toEqual(['error bad-row']);
    expect((await read(reader, [odd], {states: {purple: 'degraded'}})).intervals.map(told)).toEqual([
      'api degraded as Purple 10:00 to 10:30',
    ]);
    expect((await read(reader, [row], {states: {high: null}})).leftOut).toEqual({
      'severity "high" is left out': 1,
    });
  });
});

describe('Opsgenie', () => {
  test('tells the impact apart from the ticket', async () => {
    const outcome = await read(one.opsgenie.reader, [{...one.opsgenie.row, createdAt: at('10:12')}]);
    expect(outcome.intervals.map(told)).toEqual(['api down as P1 10:00 to 10:30 (ticket 10:12 to 10:30)']);
  });

  test('that is closed without an end of its impact ends with its last update at the latest, and says so', async () => {
    const {row, reader} = one.opsgenie;
    const outcome = await read(reader, [{...row, impactEndDate: null, updatedAt: at('10:50')}]);
    expect(outcome.intervals.map(({end}) => end)).toEqual([Date.parse(at('10:50'))]);
    expect(rules(outcome)).toEqual(['warning bad-row']);
    const neither = await read(reader, [{...row, impactEndDate: null}]);
    expect(neither.intervals).toEqual([]);
    expect(rules(neither)).toEqual(['error bad-row']);
  });
});

describe('Statuspage', () => {
  const {row, reader} = one.statuspage;

  test('leaves maintenance and what hit nothing out, with the reason', async () => {
    const outcome = await read(reader, [
      {...row, impact: 'maintenance'},
      {...row, id: 's2', impact: 'none'},
      {...row, id: 's3', status: 'completed', impact: 'minor'},
    ]);
    expect(outcome.intervals).toEqual([]);
    expect(outcome.leftOut).toEqual({
      'maintenance that was announced': 2,
      'severity "none" is left out': 1,
    });
  });

  test('is an interval for every component, or for the page', async () => {
    const outcome = await read(reader, [
      {...row, components: [{name: 'api'}, {name: 'web'}]},
      {...row, id: 's2', components: []},
    ]);
    expect(outcome.intervals.map(({system}) => system)).toEqual(['api', 'web', 'made-up']);
  });

  test('whose impact has no end ends when its ticket is closed', async () => {
    const outcome = await read(reader, [{...row, downtime_start: at('09:40'), downtime_end: null}]);
    expect(outcome.intervals.map(told)).toEqual(['api down as major 09:40 to 10:30 (ticket 10:00 to 10:30)']);
  });

  test('scraped without resolved_at ends with its last update', async () => {
    const {resolved_at: _gone, ...scraped} = row;
    const updates = [{created_at: at('10:40')}, {created_at: at('10:05')}];
    const outcome = await read(reader, [{...scraped, incident_updates: updates}]);
    expect(outcome.intervals.map(told)).toEqual(['api down as major 10:00 to 10:40']);
  });

  test.each([
    ['the year', '2024-05-06', 'error'],
    ['the month', '2025-02-06', 'error'],
    ['the day', '2025-05-05', 'warning'],
  ])('an impact with %s typed wrong is told, and mended by nobody', async (what, wrong, severity) => {
    const window = {downtime_start: `${wrong}T09:40:00Z`, downtime_end: `${wrong}T10:20:00Z`};
    const outcome = await read(reader, [{...row, ...window}]);
    expect(rules(outcome)).toEqual([`${severity} typed-wrong-time`]);
    expect(messageOf(outcome.faults[0])).toContain(`${what} may be typed wrong`);
    const start = severity === 'error' ? at('10:00') : `${wrong}T09:40:00Z`;
    expect(outcome.intervals.map(interval => interval.start)).toEqual([Date.parse(start)]);
  });
});

describe('a history scraped from pages without years', () => {
  const {row, reader} = one.statuspage;
  const updates = [
    {status: 'investigating', created_at: at('10:00')},
    {status: 'resolved', created_at: at('10:30')},
    {status: 'postmortem', created_at: '2025-07-01T09:00:00Z'},
  ];

  test.each([
    ['end', {resolved_at: '2030-05-06T10:30:00Z'}],
    ['start', {started_at: '2020-05-06T10:00:00Z'}],
  ])('with the year of its %s typed wrong is taken at its updates, and told', async (what, wrong) => {
    const outcome = await read(reader, [{...row, ...wrong, incident_updates: updates}]);
    expect(outcome.intervals.map(told)).toEqual(['api down as major 10:00 to 10:30']);
    expect(rules(outcome)).toEqual(['error typed-wrong-time']);
    expect(messageOf(outcome.faults[0])).toContain(`its ${what}`);
  });

  test('without updates is a fault where a year would mend it, and told where none would', async () => {
    const years = await read(reader, [{...row, resolved_at: '2030-05-06T10:30:00Z'}]);
    expect(years.intervals).toEqual([]);
    expect(messageOf(years.faults[0])).toContain('off by 5');
    const long = await read(reader, [{...row, resolved_at: '2026-04-01T10:30:00Z'}]);
    expect(long.intervals).toHaveLength(1);
    expect(rules(long)).toEqual(['warning typed-wrong-time']);
  });
});

describe('incident.io', () => {
  test('timestamps are found by the names that record.yaml gives them', async () => {
    const stamp = (name: string, value: string | null) => ({
      incident_timestamp: {id: `01-${name}`, name},
      value: value === null ? null : {value},
    });
    const row = {
      id: '01A',
      severity: {name: 'Minor'},
      incident_status: {category: 'closed'},
      created_at: at('10:09'),
      incident_timestamp_values: [
        stamp('It hurt', at('09:55')),
        stamp('It stopped', at('10:25')),
        stamp('Resolved at', at('11:00')),
        stamp('Identified at', null),
      ],
      custom_field_entries: [
        {
          custom_field: {name: 'Systems'},
          values: [{value_option: {value: 'api'}}, {value_catalog_entry: {name: 'web'}}],
        },
      ],
    };
    const columns = {start: 'It hurt', end: 'It stopped', system: 'Systems'};
    const outcome = await read(one.incidentio.reader, [{incidents: [row]}], {columns});
    expect(outcome.intervals.map(told)).toEqual([
      'api degraded as Minor 09:55 to 10:25 (ticket 10:09 to 11:00)',
      'web degraded as Minor 09:55 to 10:25 (ticket 10:09 to 11:00)',
    ]);
  });
});

describe.skipIf(!isThere)('real exports', () => {
  test('PagerDuty, before resolved_at', async () => {
    const outcome = await read(
      TOOLS.pagerduty.reader,
      realCsv('devlake-fixtures/_raw_pagerduty_incidents.csv'),
    );
    expect(outcome.intervals.map(({state, end}) => [state, end])).toEqual([
      ['degraded', Date.parse('2022-11-03T06:51:44Z')],
      ['down', null],
      ['down', null],
    ]);
  });

  test('Opsgenie, with its fractions of a second', async () => {
    const outcome = await read(
      TOOLS.opsgenie.reader,
      realCsv('devlake-fixtures/_raw_opsgenie_incidents.csv'),
      {
        states: {P5: 'degraded'},
      },
    );
    expect(outcome.intervals.map(({end}) => end)).toEqual([Date.parse('2023-09-05T18:21:21.490Z'), null]);
  });

  test('a status page of four years', async () => {
    const rows = real('github-statuses/incidents.jsonl').trim().split('\n');
    const incidents = rows.map(row => JSON.parse(row) as {readonly id: string});
    const outcome = await read(TOOLS.statuspage.reader, incidents, {system: 'page'});
    expect(outcome.intervals.length + Object.values(outcome.leftOut).reduce((sum, n) => sum + n, 0)).toBe(
      819,
    );
    expect(outcome.leftOut).toEqual({
      'maintenance that was announced': 18,
      'severity "none" is left out': 31,
    });
    const wrong = outcome.faults.filter(({rule}) => rule === 'typed-wrong-time');
    const ids = (severity: string) =>
      wrong.filter(fault => fault.severity === severity).map(one => messageOf(one).slice(0, 8));
    expect(ids('error').sort()).toEqual(['28456612', '31199495', '31200202']);
    expect(ids('warning')).toContain('28795113');
    expect(outcome.faults.length).toBe(wrong.length);

    // Around the clock, what was major or critical, overlaps counted once: by the impact, and by the tickets.
    const down = outcome.intervals.filter(({state}) => state === 'down');
    const tickets = down.map(one => one.ticket ?? one);
    expect(uptime(down, 2025)).toBe('99.274');
    expect(uptime(tickets, 2025)).toBe('99.344');
    expect(uptime(down, 2023)).toBe('99.466');
    expect(uptime(tickets, 2023)).toBe('99.466');
  });
});

/** The share of a year, in percent, that none of `stretches` covers. */
function uptime(stretches: readonly {start: number; end: number | null}[], year: number): string {
  const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  let [lost, reached] = [0, from];
  for (const {start, end} of [...stretches].sort((a, b) => a.start - b.start)) {
    const upTo = Math.min(end ?? to, to);
    lost += Math.max(0, upTo - Math.max(start, reached));
    reached = Math.max(reached, upTo);
  }
  return (100 * (1 - lost / (to - from))).toFixed(3);
}
