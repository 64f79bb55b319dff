import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {openMinutes} from '../../src/calendar/index.ts';
import {curveOf, shippedCurve, slopes, UNIFORM} from '../../src/impact/loss/curve.ts';
import {sessionClock, tradingDays} from '../../src/impact/loss/session-clock.ts';
import {at, calendar, desks, report} from './made-up.ts';
import {messageOf} from '../findings.ts';

const XNYS = calendar('XNYS');
const MONDAY = '2025-03-03';

describe('a clock of trading days', () => {
  const us = shippedCurve('XNYS');
  if (us === undefined) throw new Error('no curve of XNYS ships');

  test.each([
    ['XNYS', '2025-03-03', 1],
    ['XNYS', '2025-11-28', 1],
    ['XNYS', '2025-12-25', 0],
    ['XTKS', '2025-03-03', 1],
    ['XLON', '2025-12-24', 1],
  ])('adds one for a session of %s on %s', (id, day, days) => {
    for (const curve of [UNIFORM, us])
      expect(
        tradingDays(sessionClock(calendar(id), curve), at(`${day} 00:00`), at(`${day} 23:59`)),
      ).toBeCloseTo(days, 12);
  });

  test('weighs the parts of a session by the shape that was published', () => {
    const clock = sessionClock(XNYS, us);
    // 14:30 of UTC is the open in winter.
    const half = (from: string, to: string) =>
      tradingDays(clock, at(`${MONDAY} ${from}`), at(`${MONDAY} ${to}`));
    expect(half('14:30', '15:00')).toBeCloseTo(242_978 / 2_033_461, 9);
    expect(half('20:30', '21:00')).toBeCloseTo(264_140 / 2_033_461, 9);
    expect(half('15:15', '15:30')).toBeCloseTo(208_202 / 2_033_461 / 2, 9);
  });

  test('London does half of its volume in the last two and a half hours', () => {
    const clock = sessionClock(calendar('XLON'), shippedCurve('XLON') ?? UNIFORM);
    expect(tradingDays(clock, at(`${MONDAY} 14:00`), at(`${MONDAY} 16:30`))).toBeCloseTo(0.5, 12);
  });

  test('with even weights is open minutes over the minutes of each session', () => {
    const clock = sessionClock(XNYS, UNIFORM);
    const day = at('2025-11-24 00:00');
    fc.assert(
      fc.property(fc.integer({min: 0, max: 7 * 1440}), fc.integer({min: 0, max: 7 * 1440}), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map(one => day + one * 60_000) as [
          number,
          number,
        ];
        // Thanksgiving is closed and the Friday after it is short.
        const friday = at('2025-11-28 00:00');
        const open = (start: number, end: number) => {
          const minutes = start < end ? openMinutes(XNYS, start, end) : 0;
          return isFinding(minutes) ? Number.NaN : minutes;
        };
        const expected =
          open(from, Math.min(to, friday)) / 390 +
          open(Math.max(from, friday), Math.min(to, friday + 86_400_000)) / 210;
        const after = open(Math.max(from, friday + 86_400_000), to) / 390;
        expect(tradingDays(clock, from, to)).toBeCloseTo(expected + after, 10);
      }),
    );
  });

  test('adds up: two neighbours weigh what they weigh together', () => {
    const clock = sessionClock(XNYS, us);
    const times = fc.array(fc.integer({min: at('2025-01-01 00:00'), max: at('2025-12-31 00:00')}), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(times, unsorted => {
        const [a, b, c] = unsorted.toSorted((x, y) => x - y) as [number, number, number];
        const days = (from: number, to: number) => tradingDays(clock, from, to) as number;
        expect(days(a, b) + days(b, c)).toBeCloseTo(days(a, c), 9);
      }),
    );
  });

  test('says so where the calendar ends', () => {
    expect(
      tradingDays(sessionClock(XNYS, UNIFORM), at('2031-01-01 00:00'), at('2031-01-02 00:00')),
    ).toMatchObject({
      rule: 'beyond-calendar',
    });
  });
});

describe('a curve', () => {
  test('of equal parts is even', () => {
    const even = curveOf(
      {id: 'x', name: 'x', source: 'x'},
      [1, 1, 1].map(weight => ({length: 1, weight})),
    );
    expect(slopes(even).most).toBeCloseTo(1, 12);
  });

  test('that weighs nothing is refused', () => {
    expect(() => curveOf({id: 'x', name: 'x', source: 'x'}, [{length: 1, weight: 0}])).toThrow(
      /weigh something/,
    );
  });
});

describe('the loss of an outage', () => {
  const outages = fc.uniqueArray(fc.integer({min: 0, max: 300}), {minLength: 1, maxLength: 6}).map(days =>
    days.map(day => {
      const date = new Date(Date.UTC(2025, 0, 2) + day * 86_400_000).toISOString().slice(0, 10);
      return `${date} 15:0${day % 10} +${10 + (day % 50)}`;
    }),
  );
  const lost = (made: Parameters<typeof report>[0]) => report({draws: 2, ...made}).total.lost.mid;

  test('adds up over outages of one system that do not touch', () => {
    fc.assert(
      fc.property(outages, all => {
        const desk = desks(2, 390_000);
        const apart = all.map(one => lost({...desk, outages: {platform: [one]}}));
        expect(lost({...desk, outages: {platform: all}})).toBeCloseTo(
          apart.reduce((sum, one) => sum + one, 0),
          4,
        );
      }),
      {numRuns: 30},
    );
  });

  test('grows with the pods and with what they make, in proportion', () => {
    fc.assert(
      fc.property(outages, fc.integer({min: 1, max: 6}), (all, times) => {
        const one = lost({...desks(1, 100_000), outages: {platform: all}});
        expect(lost({...desks(times, 100_000), outages: {platform: all}})).toBeCloseTo(times * one, 4);
        expect(lost({...desks(1, 100_000 * times), outages: {platform: all}})).toBeCloseTo(times * one, 4);
      }),
      {numRuns: 30},
    );
  });

  test('is the sum of what each outage cost', () => {
    const {total, outages: dear} = report({
      systems: {router: {alpha: 0.8, beta: 0.5}, quotes: {alpha: 1}},
      pnl: {alpha: 100_000, beta: 50_000},
      outages: {
        router: ['2025-03-03 15:00 +60', '2025-06-02 15:00 +5'],
        quotes: ['2025-03-03 15:30 +60'],
      },
    });
    expect(dear.reduce((sum, {lost: one}) => sum + one, 0)).toBeCloseTo(total.lost.mid, 6);
    // The router alone for half an hour, then the quotes, on which more of alpha hangs.
    expect(dear.map(({system, pods}) => [system, pods])).toEqual([
      ['quotes', 1],
      ['router', 2],
      ['router', 2],
    ]);
    expect(dear[0]?.lost).toBeCloseTo((60 / 390) * 100_000, 6);
  });

  test('of two systems at once is never more than the pod had at risk', () => {
    const both = (overlapping: string) =>
      lost({
        systems: {a: {x: 0.7}, b: {x: 0.6}},
        pnl: {x: 390},
        outages: {a: ['2025-03-03 15:00 +10'], b: [overlapping]},
      });
    expect(both('2025-03-03 15:00 +10')).toBeCloseTo(7, 9);
    expect(both('2025-03-03 15:10 +10')).toBeCloseTo(13, 9);
  });

  test('is nothing to a pod that does not depend on the system', () => {
    const {pods, total, findings} = report({
      systems: {router: {alpha: 1, beta: 0}},
      pnl: {alpha: 390, beta: 390, gamma: 390},
      outages: {router: ['2025-03-03 15:00 +1']},
    });
    expect(pods.map(({pod}) => pod)).toEqual(['alpha']);
    expect(total).toMatchObject({idle: 2, daily: 1170});
    expect(total.lost.mid).toBeCloseTo(1, 9);
    expect(messageOf(findings.find(({rule}) => rule === 'pod-without-exposure'))).toBe(
      'beta, gamma depend on no system of the record and lose nothing',
    );
  });

  test('of a degraded system is nothing, and the sensitivity says what it would be', () => {
    const {total, sensitivity} = report({
      ...desks(1, 390),
      outages: {platform: ['2025-03-03 15:00 +10 degraded', '2025-03-04 15:00 +1']},
    });
    expect(total.lost.mid).toBeCloseTo(1, 9);
    const row = sensitivity.find(({input}) => input === 'degraded');
    expect(row?.high.headline).toBeCloseTo(11, 9);
  });

  test('leaves out what is unknown, and says what it would cost at most', () => {
    const {pods, total} = report({
      ...desks(1, 390),
      outages: {platform: ['2025-03-03 15:00 +10 unknown', '2025-03-04 15:00 +1']},
    });
    expect(total.lost.mid).toBeCloseTo(1, 9);
    expect(total.lostAtMost).toBeCloseTo(11, 9);
    expect(pods[0]?.uptime).toBeCloseTo(1 - 1 / (96_960 - 10), 6);
  });

  test('is as sure of a pod that earns the same on each of its days, however few of all days they are', () => {
    const {pods} = report({
      systems: {platform: {alpha: 1, beta: 1}},
      pnl: {alpha: Array.from({length: 60}, (_, day) => 100 * (day % 7)), beta: Array<number>(20).fill(500)},
      outages: {platform: ['2025-03-03 15:00 +39']},
    });
    const [alpha, beta] = pods.toSorted((a, b) => (a.pod < b.pod ? -1 : 1));
    expect(beta?.daily.low).toBeCloseTo(500, 9);
    expect(beta?.daily.high).toBeCloseTo(500, 9);
    expect(beta?.lost.high).toBeCloseTo(50, 9);
    expect(alpha?.daily.high).toBeGreaterThan(alpha?.daily.mid ?? Infinity);
  });

  test('has the range that its owner states for loss given outage', () => {
    const {lost: one} = report({
      ...desks(1, 390_000),
      outages: {platform: ['2025-03-03 15:00 +10']},
      impact: {lossGivenOutage: {low: 0.2, mode: 0.5, high: 0.8, source: 'a guess'}},
      draws: 2000,
    }).total;
    expect(one.mid).toBeCloseTo(5000, 6);
    expect(one.low).toBeGreaterThan(2000);
    expect(one.low).toBeLessThan(4000);
    expect(one.high).toBeGreaterThan(6000);
    expect(one.high).toBeLessThan(8000);
  });
});
