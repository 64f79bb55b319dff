import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {command as record} from '../../../src/cli/commands/record.ts';
import {call, desk} from '../../cli/desk.ts';
import {readRecord, type SourceSpec} from '../../../src/record/index.ts';
import {prometheusEntries} from '../../../src/record/prometheus/read.ts';
import {listed} from '../folder.ts';
import {hasPrometheus, type LiveServer, prometheusWith, type Sample} from './live-server.ts';
import {planned, told} from './planned.ts';
import {put, temporary} from '../../desk.ts';

if (!hasPrometheus)
  console.log('skipped: a real Prometheus read back (apt-get install prometheus, then again)');

const MINUTE = 60_000;
const at = (text: string) => Date.parse(`2025-${text.replace(' ', 'T')}:00Z`);
/** Ten days: 14,400 points, where a server gives 11,000 at once. */
const period = {from: at('03-03 00:00'), to: at('03-13 00:00')};

/** What a scraper that comes seven seconds and a bit after each minute would file. */
function scraped(labels: string, value: (at: number) => string | null): Sample[] {
  const samples: Sample[] = [];
  for (let minute = period.from; minute < period.to; minute += MINUTE) {
    const found = value(minute);
    if (found !== null) samples.push({labels, value: found, at: minute + 7_300});
  }
  return samples;
}

const between = (from: string, to: string) => (minute: number) => minute >= at(from) && minute < at(to);
const router = (minute: number): string | null => {
  if (between('03-05 14:31', '03-05 15:13')(minute)) return '0';
  if (between('03-06 10:00', '03-06 10:03')(minute)) return null;
  if (between('03-07 20:00', '03-07 21:00')(minute)) return null;
  // The first 11,000 minutes end at 03-10 15:20.
  if (between('03-10 15:10', '03-10 15:30')(minute)) return '0';
  if (between('03-10 16:00', '03-10 16:05')(minute)) return 'NaN';
  if (between('03-12 23:50', '03-13 00:00')(minute)) return '0';
  return '1';
};

describe.skipIf(!hasPrometheus)('a Prometheus server', () => {
  let server: LiveServer;
  const folder = hasPrometheus ? temporary({}, afterAll) : '';
  beforeAll(async () => {
    server = await prometheusWith(folder, {
      probe_success: [
        ...scraped('{instance="router",job="blackbox"}', router),
        ...scraped('{instance="feed",job="blackbox"}', minute => (minute < at('03-04 00:00') ? null : '1')),
      ],
      // As a recording rule files it: on the minute.
      on_the_minute: scraped('{instance="rule"}', minute => (minute === at('03-05 12:00') ? null : '1')).map(
        sample => ({...sample, at: sample.at - 7_300}),
      ),
      latency_seconds: scraped('{service="quotes"}', minute =>
        between('03-11 09:00', '03-11 09:20')(minute) ? '0.9' : '0.1',
      ),
    });
  }, 60_000);
  afterAll(() => server?.stop());

  const asked = async (said: Parameters<typeof planned>[1]) =>
    told(await listed(prometheusEntries(planned(server.url, said), period)));

  test('gives each stretch that was filed, over the seam of two answers, with gaps and NaN as unknown', async () => {
    expect(await asked({query: 'probe_success{instance="router"}'})).toEqual([
      'router up 03-03 00:00 to 03-05 14:31',
      'router down 03-05 14:31 to 03-05 15:13',
      'router up 03-05 15:13 to 03-06 10:00',
      'router unknown 03-06 10:00 to 03-06 10:03',
      'router up 03-06 10:03 to 03-07 20:00',
      'router unknown 03-07 20:00 to 03-07 21:00',
      'router up 03-07 21:00 to 03-10 15:10',
      'router down 03-10 15:10 to 03-10 15:30',
      'router up 03-10 15:30 to 03-10 16:00',
      'router unknown 03-10 16:00 to 03-10 16:05',
      'router up 03-10 16:05 to 03-12 23:50',
      '! open-interval: probe_success{instance="router", job="blackbox"} is down still when the record ends, 2025-03-13T00:00:00Z',
      'router down 03-12 23:50 to open',
    ]);
  });

  test('holds nothing before its first sample, and says so', async () => {
    expect(await asked({query: 'probe_success{instance="feed"}'})).toEqual([
      '! gap: has no sample before 2025-03-04T00:00:00Z: what was before is unknown',
      'feed unknown 03-03 00:00 to 03-04 00:00',
      'feed up 03-04 00:00 to 03-13 00:00',
    ]);
  });

  test('carries values over short gaps where an expression has no range, and that is said', async () => {
    const lines = await asked({query: 'min by (instance) (probe_success{instance="router"})'});
    expect(lines[0]).toMatch(/^! gap: min by .* has no range: /);
    expect(lines).toContain('router up 03-05 15:13 to 03-07 20:04');
    expect(lines).toContain('router unknown 03-07 20:04 to 03-07 21:00');
  });

  test('gives a sample that lies on the edge of two steps to the later one', async () => {
    expect(await asked({query: 'on_the_minute'})).toEqual([
      'rule up 03-03 00:00 to 03-05 12:00',
      'rule unknown 03-05 12:00 to 03-05 12:01',
      'rule up 03-05 12:01 to 03-13 00:00',
    ]);
  });

  test('gives numbers that become states by bounds, of systems under a label of choice', async () => {
    const states: SourceSpec['states'] = {'< 0.5': 'up', '>= 0.5': 'degraded'};
    expect(await asked({query: 'latency_seconds', states, systemField: 'service'})).toEqual([
      'quotes up 03-03 00:00 to 03-11 09:00',
      'quotes degraded 03-11 09:00 to 03-11 09:20',
      'quotes up 03-11 09:20 to 03-13 00:00',
    ]);
  });

  test('says what is wrong with a query, in its own words', async () => {
    expect(await asked({query: 'probe_success{'})).toEqual([
      expect.stringMatching(/^! unreadable-file: says bad_data: .*parse error/),
    ]);
    const [fault] = (await listed(prometheusEntries(planned(server.url, {query: 'up{'}), period))).flatMap(
      entry => (entry.table === 'fault' && entry.row.severity === 'error' ? [entry.row] : []),
    );
    expect(fault?.place).toEqual({file: server.url, line: null});
  });

  test('is one source of a record like any other', async () => {
    const read = await readRecord({
      file: 'record.yaml',
      zone: null,
      covers: period,
      calendars: [],
      systems: [{id: 'order-router', names: ['router'], counts: null, pods: {}}],
      sources: [planned(server.url, {query: 'probe_success{instance="router"}'})],
    });
    expect(read.sources).toMatchObject([
      {name: 'edge', files: [server.url], rows: {interval: 12}, watches: true},
    ]);
    expect(new Set(read.intervals.map(({system}) => system))).toEqual(new Set(['order-router']));
  });

  test('is read by `parley record`, which says whom it asks and what the minutes come to', async () => {
    const there = temporary();
    put(
      there,
      'record.yaml',
      `format: 1
covers: {from: "2025-03-03T00:00:00Z", to: "2025-03-13T00:00:00Z"}
systems: {order-router: {names: [router]}}
sources:
  - {name: edge, kind: prometheus, url: "${server.url}", query: 'probe_success{job="blackbox",instance="router"}', step: 60s}
`,
    );
    const {told: said, context} = desk();
    const flags = {case: '.', target: 0.9999, skipBad: false, full: false, calendar: ['24x7']};
    await call(record, context, {...flags, json: false}, there);
    expect(said.code).toBe(0);
    expect(said.err).toContain(`asking ${server.url} for probe_success`);
    await call(record, context, {...flags, json: true}, there);
    const report = JSON.parse(said.out.slice(said.out.indexOf('\n{')));
    const {minutes} = report.systems[0].uptimes.find((one: {basis: string}) => one.basis === 'counted');
    expect(minutes).toEqual({up: 14_400 - 72 - 68, unknown: 68, degraded: 0, down: 72});
  });
});
