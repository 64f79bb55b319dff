import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {openMinutes, sessions} from '../../src/calendar/index.ts';
import {changePicture, weeksPicture} from '../../src/impact/picture/change.ts';
import {exceedancePicture} from '../../src/impact/picture/exceedance.ts';
import {timelinePicture} from '../../src/impact/picture/timeline.ts';
import {beforeAfter} from '../../src/operations/delivery/before-after.ts';
import {timedOf} from '../../src/operations/index.ts';
import {type State, timelineOf} from '../../src/record/index.ts';
import {deployment, MONDAY} from '../operations/delivery/notation.ts';
import {at, calendar, priced} from './made-up.ts';
import {messageOf} from '../findings.ts';

const XNYS = calendar('XNYS');
const [FROM, TO] = ['2025-03-01', '2025-04-30'];
const PERIOD = {from: at(`${FROM} 00:00`), to: at('2025-05-01 00:00')};

/** The row of one system, of which each text is `2025-03-03 15:00 +15 state`, down unless told. */
function row(...texts: readonly string[]) {
  const marks = texts.map(text => {
    const [, begin = '', minutes = '', state = 'down'] = /^(\S+ \S+) \+([\d.]+)(?: (\w+))?$/.exec(text) ?? [];
    return {start: at(begin), end: at(begin) + Number(minutes) * 60_000, state: state as State};
  });
  return rowOf(marks);
}

function rowOf(marks: Parameters<typeof timelineOf>[0]) {
  const held = sessions(XNYS, FROM, TO);
  if (isFinding(held)) throw new Error(messageOf(held));
  const {systems} = timelinePicture([{name: 'router', timeline: timelineOf(marks, PERIOD, 'up')}], {
    from: FROM,
    to: TO,
    since: null,
    calendar: XNYS,
    sessions: held,
  });
  const [only] = systems;
  if (only === undefined) throw new Error('no row');
  return only;
}

describe('the picture of a timeline', () => {
  test('has an outage on its day, in open minutes', () => {
    expect(row('2025-03-03 15:00 +15')).toEqual({
      name: 'router',
      outages: 1,
      longest: 15,
      days: [{day: '2025-03-03', down: 15, degraded: 0, unknown: 0}],
    });
  });

  test('clips to the session, and leaves out what nobody traded through', () => {
    // New York opens at 14:30 of UTC on that day, and not at all on a Saturday
    expect(row('2025-03-03 14:00 +45').days).toEqual([
      {day: '2025-03-03', down: 15, degraded: 0, unknown: 0},
    ]);
    expect(row('2025-03-08 15:00 +60')).toMatchObject({outages: 0, longest: 0, days: []});
  });

  test('counts an outage that lasts over a night once, and shows it on both days', () => {
    const {outages, longest, days} = row('2025-03-03 20:30 +1110');
    expect(outages).toBe(1);
    expect(days.map(({day, down}) => [day, down])).toEqual([
      ['2025-03-03', 30],
      ['2025-03-04', 30],
    ]);
    expect(longest).toBe(60);
  });

  test('keeps degraded and unknown apart', () => {
    expect(row('2025-03-03 15:00 +15 degraded', '2025-03-03 16:00 +5 unknown').days).toEqual([
      {day: '2025-03-03', down: 0, degraded: 15, unknown: 5},
    ]);
  });

  test('has every open minute down, however outages fall', () => {
    const span = (PERIOD.to - PERIOD.from) / 60_000;
    const outage = fc.tuple(fc.integer({min: 0, max: span - 1}), fc.integer({min: 1, max: 5000}));
    fc.assert(
      fc.property(fc.array(outage, {maxLength: 12}), drawn => {
        const marks = drawn.map(([start, length]) => ({
          start: PERIOD.from + start * 60_000,
          end: Math.min(PERIOD.to, PERIOD.from + (start + length) * 60_000),
          state: 'down' as const,
        }));
        const {stretches} = timelineOf(marks, PERIOD, 'up');
        const open = stretches
          .filter(({state}) => state === 'down')
          .map(({from, to}) => openMinutes(XNYS, from, to) as number);
        const told = rowOf(marks);
        const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
        expect(sum(told.days.map(({down}) => down))).toBeCloseTo(sum(open), 1);
        expect(told.outages).toBe(open.filter(minutes => minutes > 0).length);
        expect(told.longest).toBeCloseTo(Math.max(0, ...open), 1);
      }),
    );
  });
});

describe('the picture of a year of losses', () => {
  const {report} = priced({
    systems: {router: {rates: 1}},
    outages: {router: ['2025-03-03 15:00 +15', '2025-06-03 15:00 +60', '2025-09-03 15:00 +5']},
    pnl: {rates: 390_000},
  });
  const year = report?.money?.year;
  if (year == null) throw new Error('no year');

  test('falls from left to right, through what one year in so many loses', () => {
    const {curve, oneIn, currency} = exceedancePicture(year, {currency: 'USD'});
    expect(currency).toBe('USD');
    for (const [place, point] of curve.entries()) {
      const before = curve[place - 1];
      expect(point.loss).toBeGreaterThanOrEqual(before?.loss ?? 0);
      // a point of the simulation and one read off between two years may part by a year
      expect(point.chance).toBeLessThanOrEqual((before?.chance ?? 1) + 2e-4);
    }
    expect(oneIn.map(one => one.loss)).toEqual(oneIn.map(one => one.loss).toSorted((a, b) => a - b));
  });

  test('as a share of what is at risk has the same shape, and no money', () => {
    const money = exceedancePicture(year, {currency: 'USD'});
    const share = exceedancePicture(year, {atRisk: 100e6});
    expect(share.currency).toBeNull();
    expect(share.mean).toBeCloseTo(money.mean / 100e6, 12);
    expect(share.curve.map(({chance}) => chance)).toEqual(money.curve.map(({chance}) => chance));
  });
});

describe('the picture of a change', () => {
  const WEEKS = 12;
  const DAY = 86_400_000;
  const period = {from: MONDAY, to: MONDAY + 2 * WEEKS * 7 * DAY};
  const change = {day: '2026-03-30', at: MONDAY + WEEKS * 7 * DAY};
  /** One deployment in the middle of each week, of so many minutes from its commit. */
  const weekly = (took: (week: number) => number) =>
    Array.from({length: 2 * WEEKS}, (_, week) => deployment(7 * week + 3, took(week - WEEKS)));
  const picture = (took: (week: number) => number) => {
    const touched = weekly(took);
    const compared = beforeAfter(timedOf(touched, 'lead'), {period, change: change.at, declared: true});
    return changePicture(
      touched,
      weekly(() => 50),
      'lead',
      {...change, period, zone: 'UTC'},
      {...compared, overControl: null},
    );
  };

  test('has each week by its first day, and those of the control', () => {
    const {weeks, control, before, after} = picture(week => (week < 0 ? 200 : 20));
    expect(weeks).toHaveLength(2 * WEEKS);
    expect(control.map(({minutes}) => minutes)).toEqual(weeks.map(() => 50));
    expect(weeks[0]).toEqual({day: '2026-01-05', minutes: 200});
    expect(weeks[WEEKS]).toEqual({day: '2026-03-30', minutes: 20});
    expect(before).toEqual({from: '2026-01-05', to: '2026-03-29', minutes: 200, n: WEEKS});
    expect(after).toEqual({from: '2026-03-30', to: '2026-06-21', minutes: 20, n: WEEKS});
  });

  test('has lines that go through weeks which lie on them', () => {
    // a twentieth less with every week, then half of that at once
    const {fitted, shift} = picture(week => 100 * 0.95 ** week * (week < 0 ? 1 : 0.5));
    expect(fitted?.before.from.minutes).toBeCloseTo(100 * 0.95 ** -WEEKS, 1);
    expect(fitted?.before.to.minutes).toBeCloseTo(100 / 0.95, 1);
    expect(fitted?.otherwise.from.minutes).toBeCloseTo(100, 1);
    expect(fitted?.after.from.minutes).toBeCloseTo(50, 1);
    expect(fitted?.after.to.minutes).toBeCloseTo(50 * 0.95 ** (WEEKS - 1), 1);
    expect(shift).toMatchObject({over: 'the weeks before'});
    expect(shift?.mid).toBeCloseTo(-0.5, 6);
  });

  test('of too few weeks has no lines', () => {
    const few = weekly(() => 20).slice(WEEKS - 7);
    const compared = beforeAfter(timedOf(few, 'lead'), {period, change: change.at, declared: true});
    const asked = {...change, period, zone: 'UTC'};
    const {fitted, shift} = changePicture(few, null, 'lead', asked, {...compared, overControl: null});
    expect([fitted, shift]).toEqual([null, null]);
  });

  test('names a week by its own day where a clock was put back before it', () => {
    const zone = 'America/New_York';
    // from Monday 26 October 2026 in New York; clocks are put back on 1 November
    const from = Date.UTC(2026, 9, 26, 4);
    const days = [1, 8].map(day => deployment((from - MONDAY) / DAY + day, 30));
    const {weeks} = weeksPicture(
      days,
      {what: 'lead', at: 'median'},
      {from: '2026-10-26', to: '2026-11-08', period: {from, to: Date.UTC(2026, 10, 9, 5)}, zone},
      {mid: 30, n: 2},
    );
    expect(weeks.map(({day}) => day)).toEqual(['2026-10-26', '2026-11-02']);
  });
});
