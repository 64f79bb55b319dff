import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {chanceAbove} from '../../src/stats/annual.ts';
import {
  annualLoss,
  chanceOfNone,
  dispersionOf,
  rateOf,
  rateOfCounts,
  shareEstimate,
} from '../../src/stats/index.ts';
import {gammaAbove, gammaBelow} from '../../src/stats/gamma.ts';

describe('four quarters without an incident', () => {
  const none = {events: 0, time: 4};

  test('allow 0.92 a quarter by exact bounds', () => {
    expect(rateOf(none).high).toBeCloseTo(0.92, 2);
    expect(rateOf(none)).toMatchObject({low: 0, mid: 0, n: 0});
  });

  test('make a fifth one likely: 0.89', () => {
    expect(chanceOfNone(none, 1)).toBeCloseTo(0.89, 2);
  });
});

describe('in bursts', () => {
  const seen = {events: 6, time: 4};

  test('a time without any is likelier, the more so the fewer bursts they come in', () => {
    const chances = [Infinity, 8, 2, 0.5].map(size => chanceOfNone(seen, 1, size));
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(new Set(chances).size).toBe(4);
  });

  test('that hardly are any, it is as without', () => {
    expect(chanceOfNone(seen, 1, 1e6)).toBeCloseTo(chanceOfNone(seen, 1), 3);
  });

  test('it is the share of simulated years without a loss', () => {
    const source = {system: 'router', incidents: seen, size: 2, durations: [1], longest: 1, perMinute: [1]};
    const {years} = annualLoss([{...source, given: {low: 1, mode: 1, high: 1}}], {seed: 5});
    const some = chanceAbove(years, 0);
    expect(Math.abs(1 - some.chance - chanceOfNone(seen, 1, 2))).toBeLessThan(4 * some.standardError);
  });
});

describe('a rate', () => {
  const events = fc.integer({min: 1, max: 300});
  const time = fc.double({min: 0.1, max: 50, noNaN: true});

  test('has the bounds at which its count would surprise one time in forty', () => {
    fc.assert(
      fc.property(events, time, (events, time) => {
        const {low, mid, high} = rateOf({events, time});
        expect(low < mid && mid < high).toBe(true);
        // P(N >= k) at the low bound and P(N <= k) at the high one.
        expect(gammaBelow(events, low * time)).toBeCloseTo(0.025, 9);
        expect(gammaAbove(events + 1, high * time)).toBeCloseTo(0.025, 9);
      }),
    );
  });

  test('of a longer watch is closer, and of more level wider', () => {
    const short = rateOf({events: 3, time: 1});
    const long = rateOf({events: 30, time: 10});
    expect(long.high - long.low).toBeLessThan(short.high - short.low);
    expect(rateOf({events: 3, time: 1}, 0.99).high).toBeGreaterThan(short.high);
  });

  test('of nothing watched is a bug', () => {
    expect(() => rateOf({events: 1, time: 0})).toThrow('invalid count');
  });

  test('quiet ahead is less likely the longer ahead', () => {
    expect(chanceOfNone({events: 2, time: 4}, 1)).toBeCloseTo(0.8 ** 2.5, 12);
    expect(chanceOfNone({events: 2, time: 4}, 8)).toBeCloseTo((1 / 3) ** 2.5, 12);
  });
});

test('a share has the exact bounds: none of 59 may be one of twenty', () => {
  // The rule of three, exactly: 1 - 0.025^(1/59).
  expect(shareEstimate(0, 59).high).toBeCloseTo(1 - 0.025 ** (1 / 59), 9);
  // Of 4 in 20 Clopper and Pearson give 5.73% to 43.66%.
  expect(shareEstimate(4, 20).low).toBeCloseTo(0.057_334, 6);
  expect(shareEstimate(4, 20).high).toBeCloseTo(0.436_614, 6);
  expect(shareEstimate(0, 59).low).toBe(0);
  expect(shareEstimate(59, 59)).toMatchObject({high: 1});
  expect(() => shareEstimate(3, 2)).toThrow('invalid share');
});

describe('counts of equal periods', () => {
  test('that vary by chance are Poisson, and their rate is exact', () => {
    const counts = [3, 5, 4, 6, 2, 4];
    expect(dispersionOf(counts)).toMatchObject({law: 'poisson', size: Infinity});
    expect(dispersionOf(counts).ratio).toBeCloseTo(0.5, 12);
    expect(rateOfCounts(counts)).toEqual(rateOf({events: 24, time: 6}));
  });

  test('that come in bursts are negative binomial, and their rate is less sure', () => {
    const counts = [0, 12, 1, 0, 9, 2];
    const {mean, ratio, size, p, law} = dispersionOf(counts);
    expect({mean, law}).toEqual({mean: 4, law: 'negative binomial'});
    expect(mean + mean ** 2 / size).toBeCloseTo(mean * ratio, 9);
    expect(p).toBeLessThan(1e-5);
    const {low, mid, high} = rateOfCounts(counts);
    const exact = rateOf({events: 24, time: 6});
    expect(mid).toBe(4);
    expect(low < exact.low && high > exact.high).toBe(true);
  });

  test('of one period say nothing of their spread', () => {
    expect(dispersionOf([4])).toMatchObject({ratio: NaN, p: NaN, law: 'poisson'});
    expect(dispersionOf([0, 0])).toMatchObject({ratio: NaN, law: 'poisson'});
  });
});
