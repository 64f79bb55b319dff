import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {isFinding} from '../../../src/figure/index.ts';
import {type Calendar, exchange, type Session, sessions} from '../../../src/calendar/index.ts';
import {headroomOf} from '../../../src/operations/capacity/headroom.ts';
import {dailyPeaks} from '../../../src/operations/capacity/peaks.ts';
import {busiestSessions, heldVolume} from '../../../src/operations/index.ts';
import {type Load, readRecord, timelineOf} from '../../../src/record/index.ts';
import {plannedRecord, plannedSource, plannedTable} from '../../record/planned.ts';
import {messageOf} from '../../findings.ts';
import {beside} from '../../beside.ts';

const {path: folder, isThere: there} = beside(
  'telemetry/nab',
  'capacity is told rightly of load series that Amazon published',
);

async function loadsOf(name: string): Promise<readonly Load[]> {
  const source = plannedSource('cloudwatch', {
    zone: 'UTC',
    disclosure: 'public',
    system: 'front',
    columns: {at: 'timestamp', load: 'value'},
  });
  const plan = plannedRecord([
    plannedTable(source, {into: 'load'}, {files: [{path: join(folder, name), name}]}),
  ]);
  return (await readRecord(plan)).loads;
}

/** The days of a load series as sessions of a market that never closes. */
function daysOf(from: string, to: string): readonly Session[] {
  const found = sessions(exchange('24x7') as Calendar, from, to);
  if (isFinding(found)) throw new Error(messageOf(found));
  return found;
}

/** Figures by a second program, in Python, from the csv alone. */
describe.skipIf(!there)('load series that Amazon published', () => {
  test('requests of a balancer: peaks without a capacity, and three times the volume never came', async () => {
    const loads = await loadsOf('elb_request_count_8c0756.csv');
    const peaks = dailyPeaks(loads);
    expect(peaks).toHaveLength(15);
    expect(peaks.toSorted((a, b) => b.load - a.load)[0]).toMatchObject({date: '2014-04-22', load: 656});
    const told = headroomOf(peaks, {every: 250});
    expect(told).toMatchObject({days: 0, tail: null, exceedance: null, returnLevel: null});
    expect(told.findings.map(({rule}) => rule)).toEqual(['no-capacity', 'few-peaks']);

    const nobodyProbed = timelineOf([], {from: Date.UTC(2014, 3, 10), to: Date.UTC(2014, 3, 25)}, 'unknown');
    const busiest = busiestSessions(daysOf('2014-04-10', '2014-04-24'), loads, nobodyProbed, 0.1);
    expect(busiest.sessions).toHaveLength(14);
    expect(busiest).toMatchObject({uptime: null, top: 1});
    expect(busiest.median).toBeCloseTo(66.08710801, 6);
    expect(busiest.sessions[0]?.date).toBe('2014-04-16');
    expect(busiest.sessions[0]?.multiple).toBeCloseTo(1.12719423, 6);
    expect(heldVolume(busiest, 3, null).verdict).toBe('never tried');
    expect(heldVolume(busiest, 1.1, null).verdict).toBe('cannot be said');
  });

  test('processors of a group that was misconfigured: full on every day, so no tail can be told', async () => {
    const percent = await loadsOf('cpu_utilization_asg_misconfiguration.csv');
    const told = headroomOf(dailyPeaks(percent.map(one => ({...one, capacity: 100}))), {every: 250});
    expect(told).toMatchObject({days: 63, passed: 33, usual: 1, peak: 1, tail: null});
    expect(told.exceedance).toMatchObject({mid: 33 / 63, n: 63});
    expect(told.findings.map(({rule}) => rule)).toEqual(['saturated', 'few-peaks']);
  });
});
