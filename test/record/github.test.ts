import {beforeAll, describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {type Calendar, exchange} from '../../src/calendar/index.ts';
import {
  type OperationalRecord,
  readRecord,
  type RecordSpec,
  type RecordReport,
  recordReport,
} from '../../src/record/index.ts';
import {plannedSource} from './planned.ts';
import {messageOf} from '../findings.ts';
import {beside} from '../beside.ts';

const {path: incidents, isThere: there} = beside(
  'telemetry/github-statuses/incidents.jsonl',
  'the uptime of GitHub in market hours is that of a second program',
);

const plan: RecordSpec = {
  file: 'record.yaml',
  zone: null,
  covers: {from: Date.UTC(2023, 0), to: Date.UTC(2026, 0)},
  calendars: ['24x7', 'XNYS', 'XLON'],
  systems: [{id: 'github', names: [], counts: null, pods: {}}],
  sources: [
    {
      kind: 'statuspage',
      source: plannedSource('status-page', {
        disclosure: 'public',
        system: 'github',
        states: {critical: 'down', major: 'down', minor: 'degraded'},
      }),
      covers: null,
      files: [{path: incidents, name: 'incidents.jsonl'}],
      items: {},
      times: 'impact',
      systems: [],
      onsetLag: null,
    },
  ],
};
const calendars = plan.calendars.map(exchange).filter((one): one is Calendar => !isFinding(one));

/** The major and critical incidents of one status page, taken for those of one system. */
describe.skipIf(!there)("GitHub's incidents, in market hours", () => {
  let record: OperationalRecord;
  beforeAll(async () => {
    record = await readRecord(plan);
  });
  const judged = (year: number): RecordReport =>
    recordReport(record, plan, {
      calendars,
      target: 0.9999,
      within: {from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0)},
    });
  const percents = (report: RecordReport, of: string) =>
    report.systems[0]?.uptimes
      .filter(({basis}) => basis === of)
      .map(({share}) => Number((100 * (share ?? Number.NaN)).toFixed(3)));

  test('2025 by the times of impact: 24x7, XNYS, XLON', () => {
    expect(percents(judged(2025), 'impact')).toEqual([99.274, 97.793, 98.967]);
  });

  test("2025 by the tickets' own times, which overstates", () => {
    expect(percents(judged(2025), 'tickets')).toEqual([99.344, 98.072, 99.189]);
  });

  test('2023 by either', () => {
    expect(percents(judged(2023), 'impact')).toEqual([99.466, 98.64, 99.265]);
    expect(percents(judged(2023), 'tickets')).toEqual([99.466, 98.64, 99.265]);
  });

  test('goes by the impact, and says that tickets were opened late', () => {
    const report = judged(2025);
    expect(percents(report, 'counted')).toEqual(percents(report, 'impact'));
    const late = report.systems[0]?.late;
    expect(late?.median).toBeGreaterThan(0);
    expect(late?.later).toBeGreaterThan((late?.of ?? 0) / 2);
  });

  test('names the windows that were typed a year or a month wrong', () => {
    const typed = judged(2025).findings.filter(({rule}) => rule === 'typed-wrong-time');
    for (const id of ['28456612', '31199495', '31200202', '28795113'])
      expect(typed.some(one => messageOf(one).startsWith(id))).toBe(true);
  });
});
