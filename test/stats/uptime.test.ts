import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {downtimeByDay, downtimeInterval, rateOf, stream, uptimeInterval} from '../../src/stats/index.ts';
import type {Downtime} from '../../src/stats/uptime.ts';

const draws = (draws = 400) => ({from: stream(3, 'uptime'), draws});
const record = (minutes: readonly number[], longest = 390): Downtime => ({
  blocks: 'incidents',
  minutes,
  open: 63 * 390,
  longest,
});

describe('a quarter without an incident', () => {
  test('is not proof of 100%: the exact bound of the rate, times how long one lasts', () => {
    const {low, mid, high, n, method} = uptimeInterval(record([], 30), draws());
    expect({mid, high, n}).toEqual({mid: 1, high: 1, n: 0});
    expect(1 - low).toBeCloseTo((rateOf({events: 0, time: 1}).high * 30) / (63 * 390), 12);
    expect(method).toBe('exact bound of the rate without incidents, 30 minutes each');
  });

  test('proves less the longer an incident may last', () => {
    expect(uptimeInterval(record([], 390), draws()).low).toBeLessThan(
      uptimeInterval(record([], 30), draws()).low,
    );
  });
});

describe('the interval', () => {
  const minutes = fc.array(fc.double({min: 0.5, max: 300, noNaN: true}), {maxLength: 60});

  test('holds what was seen, within 0 and 1', () => {
    fc.assert(
      fc.property(minutes, minutes => {
        const {low, mid, high, n} = uptimeInterval(record(minutes), draws(50));
        expect(0 <= low && low <= mid && mid <= high && high <= 1).toBe(true);
        expect(n).toBe(minutes.length);
        expect(mid).toBeCloseTo(1 - minutes.reduce((sum, x) => sum + x, 0) / (63 * 390), 12);
        if (n > 0) expect(low < mid && mid < high).toBe(true);
      }),
      {numRuns: 60},
    );
  });

  test('does not care about the unit of time, nor for blocks without downtime', () => {
    const some = [4, 18, 2, 33, 9];
    const seconds = {...record(some.map(x => x * 60)), open: 63 * 390 * 60, longest: 390 * 60};
    const one = uptimeInterval(record(some), draws());
    const other = uptimeInterval(seconds, draws());
    expect(other.low).toBeCloseTo(one.low, 10);
    expect(uptimeInterval(record([0, ...some, 0, 0]), draws())).toEqual(one);
  });

  test('is far wider than minutes taken for independent would be', () => {
    const many = Array.from({length: 40}, (_, at) => 5 + ((at * 37) % 90));
    const {low, mid, high, method} = uptimeInterval(record(many), draws());
    const naive = 2 * 1.96 * Math.sqrt((mid * (1 - mid)) / (63 * 390));
    expect(high - low).toBeGreaterThan(3 * naive);
    expect(method).toBe('bootstrap-t over incidents, 400 draws');
  });

  test.each([
    [2, 'gamma bounds of 2 incidents, 390 minutes for one more'],
    [3, 'bootstrap-t over incidents, lognormal above, 400 draws'],
    [20, 'bootstrap-t over incidents, 400 draws'],
  ])('of %d incidents says how it was made', (n, method) => {
    const minutes = Array.from({length: n}, (_, at) => 10 + at);
    expect(uptimeInterval(record(minutes), draws()).method).toBe(method);
  });

  test('of twenty incidents of one length comes from their number alone', () => {
    const minutes = Array.from({length: 25}, () => 12);
    const {low, high} = downtimeInterval(record(minutes), draws(4000));
    const rate = rateOf({events: 25, time: 1});
    expect(Math.abs(low / 12 / rate.low - 1)).toBeLessThan(0.1);
    expect(Math.abs(high / 12 / rate.high - 1)).toBeLessThan(0.1);
  });

  test.each([1, 6, 30])('of %d incidents is wider where they come in bursts, never narrower', n => {
    const minutes = Array.from({length: n}, (_, at) => 5 + ((at * 7) % 40));
    const by = (dispersion: number) => uptimeInterval({...record(minutes), dispersion}, draws());
    const chance = uptimeInterval(record(minutes), draws());
    expect(by(0.4)).toEqual(chance);
    expect(by(4).low).toBeLessThan(chance.low);
    expect(by(4).high).toBeGreaterThan(chance.high);
    expect(by(4).method).toContain('counts varying 4.0 times their mean');
    expect(() => by(NaN)).toThrow('invalid dispersion');
  });

  test('of more downtime than time is a bug', () => {
    expect(() => uptimeInterval(record([30_000]), draws())).toThrow('invalid downtime');
  });
});

test('days keep together what happened within them', () => {
  const day = (down: number) => ({down, open: 390});
  const days = [day(0), day(12), day(0), {down: 5, open: 210}];
  expect(downtimeByDay(days)).toEqual({blocks: 'days', minutes: [0, 12, 0, 5], open: 1380, longest: 390});
  expect(() => downtimeByDay([day(391)])).toThrow('invalid day');
});
