import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {headroomOf} from '../../../src/operations/capacity/headroom.ts';
import {type DailyPeak, dailyPeaks} from '../../../src/operations/capacity/peaks.ts';
import {stream} from '../../../src/stats/index.ts';
import type {Session} from '../../../src/calendar/index.ts';
import {busiestSessions, heldVolume} from '../../../src/operations/index.ts';
import type {Load, State, Timeline} from '../../../src/record/index.ts';
import {generalisedPareto, uniform} from '../../../src/stats/random.ts';
import {messageOf} from '../../findings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 0, 5);
const load = (at: number, carried: number, capacity: number | null = 100): Load => ({
  system: 'orders',
  at: start + at,
  load: carried,
  capacity,
  source: 'metrics',
});

describe('daily peaks', () => {
  test('are the highest load of a day, and the highest against the capacity of its moment', () => {
    const loads = [load(0, 50), load(HOUR, 80, 200), load(2 * HOUR, 60, 100), load(DAY, 10)];
    expect(dailyPeaks(loads)).toEqual([
      {date: '2026-01-05', load: 80, at: start + HOUR, share: 0.6, samples: 3},
      {date: '2026-01-06', load: 10, at: start + DAY, share: 0.1, samples: 1},
    ]);
  });

  test('fall on the days of a zone, in order, and have no share without a capacity', () => {
    const loads = [load(20 * HOUR, 9, null), load(10 * HOUR, 5, null)];
    expect(dailyPeaks(loads, 'Asia/Tokyo').map(({date, share}) => [date, share])).toEqual([
      ['2026-01-05', null],
      ['2026-01-06', null],
    ]);
  });
});

describe('headroom', () => {
  /** Days whose peaks are 0.5 to 0.6, every fifth with an excess over 0.6 of a known law. */
  const days = (seed: number, count: number, scale: number, shape: number): DailyPeak[] => {
    const chance = stream(seed, 'peaks');
    return [...Array(count).keys()].map(day => {
      const share =
        day % 5 === 0 ? 0.6 + generalisedPareto(chance, scale, shape) : 0.5 + 0.1 * uniform(chance);
      return {date: `d${day}`, load: share, at: day, share, samples: 1};
    });
  };

  test('finds the chance of passing the capacity, and the level of one day in 250', () => {
    const told = headroomOf(days(1, 1000, 0.08, 0), {every: 250});
    const truth = 0.2 * Math.exp(-0.4 / 0.08);
    expect(told.threshold).toBeCloseTo(0.6, 1);
    expect(told.peaks).toBe(200);
    expect(told.exceedance?.low).toBeLessThan(truth);
    expect(told.exceedance?.high).toBeGreaterThan(truth);
    const level = 0.6 + 0.08 * Math.log(0.2 * 250);
    expect(told.returnLevel?.low).toBeLessThan(level);
    expect(told.returnLevel?.high).toBeGreaterThan(level);
    expect(told.returnLevel).toMatchObject({every: 250, n: 200});
  });

  /** Of 200 intervals at 95%, 179 to 198 hold the truth with a chance of 99.8% (binomial). */
  test.each([-0.2, 0, 0.2])('holds the truth about as often as it says, with shape %f', shape => {
    let [chances, levels] = [0, 0];
    const scale = 0.1;
    const above = (x: number) =>
      shape === 0 ? Math.exp(-x / scale) : (1 + (shape * x) / scale) ** (-1 / shape);
    const truth = 0.2 * above(0.3);
    const truly = 0.6 + (shape === 0 ? scale * Math.log(100) : (scale * (100 ** shape - 1)) / shape);
    for (let seed = 0; seed < 200; seed++) {
      const {exceedance, returnLevel} = headroomOf(
        days(seed, 300, scale, shape).map(day => ({...day, share: (day.share as number) + 0.1})),
        {every: 500},
      );
      if (exceedance === null || returnLevel === null) throw new Error('no tail');
      if (exceedance.low <= truth && truth <= exceedance.high) chances++;
      if (returnLevel.low - 0.1 <= truly && truly <= returnLevel.high - 0.1) levels++;
    }
    for (const held of [chances, levels]) {
      expect(held).toBeGreaterThanOrEqual(179);
      expect(held).toBeLessThanOrEqual(198);
    }
  });

  test('counts where the capacity is passed oftener than the threshold', () => {
    const often = days(2, 100, 0.1, 0).map(day => ({...day, share: (day.share as number) + 0.45}));
    const told = headroomOf(often, {every: 50});
    expect(told.threshold).toBeGreaterThan(1);
    expect(told.exceedance).toMatchObject({mid: told.passed / 100, method: 'exact binomial bounds'});
  });

  test('says nothing of a tail from few peaks, nor of days without a capacity', () => {
    const few = [...days(3, 20, 0.1, 0), {date: 'x', load: 5, at: 0, share: null, samples: 1}];
    const told = headroomOf(few, {every: 250});
    expect(told).toMatchObject({days: 20, tail: null, exceedance: null, returnLevel: null});
    expect(told.findings.map(({rule}) => rule)).toEqual(['no-capacity', 'few-peaks']);
  });

  test('says where a return level lies beyond the record', () => {
    const told = headroomOf(days(4, 200, 0.05, 0), {every: 250});
    expect(told.findings.map(({rule}) => rule)).toEqual(['beyond-record']);
  });

  test('has ends on either side of its figures', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 999}),
        fc.double({min: -0.4, max: 0.5, noNaN: true}),
        (seed, shape) => {
          const {exceedance, returnLevel} = headroomOf(days(seed, 150, 0.1, shape), {every: 100});
          for (const one of [exceedance, returnLevel]) {
            if (one === null) continue;
            expect(one.low).toBeLessThanOrEqual(one.mid + 1e-9);
            expect(one.high).toBeGreaterThanOrEqual(one.mid - 1e-9);
          }
        },
      ),
      {numRuns: 25},
    );
  });
});

describe('the busiest sessions', () => {
  const session = (day: number): Session => ({
    date: `day ${day}`,
    opens: [{from: start + day * DAY, to: start + day * DAY + 2 * HOUR}],
    early: null,
    late: null,
    doubt: null,
  });
  const week = [0, 1, 2, 3, 4].map(session);
  const carried = (volumes: readonly number[], capacity: number | null = 100) =>
    volumes.flatMap((volume, day) => [0, 1].map(hour => load(day * DAY + hour * HOUR, volume, capacity)));
  const period = {from: start, to: start + 7 * DAY};
  const timeline = (state: State = 'up', from = 0, to = 0): Timeline => ({
    period,
    stretches: [
      {from: period.from, to: start + from, state: 'up'},
      {from: start + from, to: start + to, state},
      {from: start + to, to: period.to, state: 'up'},
    ],
  });
  const held = (volumes: readonly number[], state: State, times = 3, step: number | null = 60) => {
    // A quarter of an hour of the fifth day.
    const found = busiestSessions(week, carried(volumes), timeline(state, 4 * DAY, 4 * DAY + HOUR / 4), 0.2);
    return heldVolume(found, times, step);
  };
  const storm = [10, 10, 12, 9, 36];

  test('have an uptime of their own', () => {
    const found = busiestSessions(week, carried(storm), timeline('down', 4 * DAY, 4 * DAY + HOUR / 2), 0.2);
    expect(found).toMatchObject({median: 10, top: 1, uptime: 0.75, unknown: 0});
    expect(found.sessions[0]).toMatchObject({date: 'day 4', volume: 36, multiple: 3.6, samples: 2});
  });

  test('leave out sessions that were hardly sampled', () => {
    const thin = carried(storm).filter(({at}) => at < start + 3 * DAY);
    const found = busiestSessions(week, thin, timeline(), 1);
    expect(found.sessions).toHaveLength(3);
    expect(found.findings.map(({rule}) => rule)).toEqual(['thin-session']);
  });

  test.each<[string, readonly number[], State, number | null, string, readonly string[]]>([
    ['proven', storm, 'up', 60, 'proven', ['between-probes']],
    ['refuted by an outage', storm, 'down', 60, 'refuted', ['was-down', 'between-probes']],
    [
      'open where minutes are unknown',
      storm,
      'unknown',
      60,
      'cannot be said',
      ['unknown-state', 'between-probes'],
    ],
    ['open where nobody probed', storm, 'up', null, 'cannot be said', ['unknown-state']],
    ['never tried', [10, 10, 12, 9, 29], 'up', 60, 'never tried', ['never-reached']],
  ])('"held 3x volume" is %s', (_, volumes, state, step, verdict, rules) => {
    const told = held(volumes, state, 3, step);
    expect(told.verdict).toBe(verdict);
    expect(told.findings.map(({rule}) => rule)).toEqual(rules);
  });

  test('"held 3x volume" is open where the capacity is not known', () => {
    const found = busiestSessions(week, carried(storm, null), timeline(), 0.2);
    expect(heldVolume(found, 3, 60)).toMatchObject({verdict: 'cannot be said'});
  });

  test('"held 3x volume" names the highest that came where none came so high', () => {
    expect(messageOf(held([10, 10, 12, 9, 29], 'up').findings[0])).toContain('2.90 times, on day 4');
  });

  test('have no multiples where the usual one carried nothing', () => {
    const told = held([0, 0, 0, 0, 36], 'up');
    expect(told).toMatchObject({verdict: 'never tried', sessions: []});
    expect(messageOf(told.findings[0])).toContain('no median');
  });

  test('take loads in any order', () => {
    const found = busiestSessions(week, carried(storm).toReversed(), timeline(), 1);
    expect(found.sessions.map(({volume}) => volume)).toEqual([36, 12, 10, 10, 9]);
  });

  test('count what the timeline does not reach as unknown', () => {
    const short = {period, stretches: [{from: start, to: start + DAY, state: 'up' as const}]};
    expect(busiestSessions(week, carried(storm), short, 1)).toMatchObject({uptime: 1, unknown: 480});
  });
});
