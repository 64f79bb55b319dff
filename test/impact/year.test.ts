import {describe, expect, test} from 'vitest';
import {textOf} from '../../src/figure/index.ts';
import type {FittedYears, YearAhead} from '../../src/impact/index.ts';
import {gammaQuantile} from '../../src/stats/gamma.ts';
import {desks, type MadeUp, report} from './made-up.ts';
import {ERRORS} from '../strength.ts';

/** A year of one desk that makes $390,000 a day: $1,000 a minute. */
const DESK: MadeUp = desks(1, 390_000);

const WEDNESDAYS = ['02-05', '03-05', '04-02', '05-07', '06-04', '07-02', '08-06', '09-03', '10-01'];

/** Outages of so many minutes, one in each month from February on, in an open session. */
const months = (minutes: readonly number[]) =>
  minutes.map((of, month) => `2025-${WEDNESDAYS[month]} 15:00 +${of}`);

/** Nine outages, a few of them long. */
const NINE = months([1, 2, 2, 3, 4, 6, 10, 25, 90]);

function year(made: Partial<MadeUp>): YearAhead {
  return report({...DESK, ...made}).year ?? expect.fail('there are outages, and no year');
}

function fitted(made: Partial<MadeUp>): FittedYears {
  const {fitted: found, unfitted} = year(made);
  return found ?? expect.fail(unfitted ?? 'neither a fit nor a word');
}

const law = ({laws}: FittedYears, name: string) =>
  laws.find(one => one.law.name === name) ?? expect.fail(`no ${name}`);

describe('a year at this rate', () => {
  test('loses on average what the outages of the record do, and half of one more', () => {
    const found = year({outages: {platform: months([10, 10, 10])}});
    expect(found).toMatchObject({outages: 3, counted: 1, bursts: false});
    expect(Math.abs(found.mean.mid - 35_000)).toBeLessThan(ERRORS * found.standardError);
    expect(found.standardError).toBeCloseTo(10_000 * Math.sqrt(7 / 10_000), -1);
    const chances = found.curve.map(({chance}) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  test('has its rate by exact bounds, and the chance of a quiet quarter and year', () => {
    const {rate, none, quietQuarter, quarters} = year({outages: {platform: months([10, 10, 10])}});
    expect(rate.mid).toBe(3);
    expect(rate.low).toBeCloseTo(gammaQuantile(0.025, 3), 9);
    expect(rate.high).toBeCloseTo(gammaQuantile(0.975, 4), 9);
    // (t / (t + s))^(k + 1/2)
    expect(none).toBeCloseTo(0.5 ** 3.5, 9);
    expect(quietQuarter).toBeCloseTo(0.8 ** 3.5, 9);
    expect(quarters).toMatchObject({of: 4, law: 'poisson'});
  });

  test('is negative binomial where quarters vary more than 1.3 times their mean', () => {
    const days = [5, 6, 7, 8, 9, 12, 13, 14].map(day => `2025-05-${String(day).padStart(2, '0')} 15:00 +10`);
    const found = year({outages: {platform: days}});
    expect(found.bursts).toBe(true);
    expect(found.quarters?.ratio).toBeGreaterThan(1.3);
    // In bursts a quarter is quieter, and less is known of how often they come.
    expect(found.quietQuarter).toBeGreaterThan(0.8 ** 8.5);
    expect(found.none).toBeGreaterThan(0.5 ** 8.5);
    expect(found.rate.high).toBeGreaterThan(gammaQuantile(0.975, 9));
  });

  test('cannot say whether outages come in bursts before a year of quarters has passed', () => {
    const found = year({covers: ['2025-01-01', '2025-09-01'], outages: {platform: months([10, 10, 10])}});
    expect(found.quarters).toBeNull();
    expect(found.bursts).toBe(false);
  });

  test('is told in minutes of the day where the market never closes', () => {
    const {fitted: found} = year({calendars: ['24x7'], outages: {platform: NINE}});
    expect(found).toMatchObject({n: 9, cap: 1440, exchange: '24x7'});
    // As long as in a session of XNYS: the length of an outage is its own.
    expect(found?.laws[0]?.median).toBeCloseTo(
      law(fitted({outages: {platform: NINE}}), 'lognormal').median,
      9,
    );
  });

  test('is not foretold from a record without an outage', () => {
    expect(report({...DESK, outages: {}}).year).toBeNull();
  });
});

describe('a year with lengths from a law', () => {
  test('loses rate x mean length x money on average, the heavy tail cut at a session', () => {
    const found = fitted({outages: {platform: NINE}});
    expect(found).toMatchObject({n: 9, cap: 390, exchange: 'XNYS'});
    const lomax = law(found, 'lomax');
    if (lomax.law.name !== 'lomax') expect.fail();
    const {alpha, scale} = lomax.law;
    // E min(X, c) of a Lomax.
    const mean = (scale / (alpha - 1)) * (1 - (1 + 390 / scale) ** (1 - alpha));
    expect(Math.abs(lomax.mean.mid - 9.5 * mean * 1000)).toBeLessThan(ERRORS * lomax.standardError);
    expect(lomax.beyondCap).toBeCloseTo((1 + 390 / scale) ** -alpha, 12);
  });

  test('has no heavy tail where none fits, and says so by the law in its place', () => {
    const found = fitted({outages: {platform: months([1.75, 1.75, 2.25, 2.5, 6.25, 9.25])}});
    expect(found.laws.map(one => one.law.name)).toEqual(['lognormal', 'exponential']);
    const exponential = law(found, 'exponential');
    if (exponential.law.name !== 'exponential') expect.fail();
    // Six outages of 23.75 minutes in all: the mean, and 2 - 2 log likelihood.
    expect(exponential.law.scale).toBeCloseTo(23.75 / 6, 9);
    expect(exponential.aic).toBeCloseTo(2 + 12 * (Math.log(23.75 / 6) + 1), 9);
    expect(exponential.beyondCap).toBeCloseTo(Math.exp((-390 * 6) / 23.75), 12);
  });

  test('draws a system first, and with it the money of all that hangs on it', () => {
    // The router stops a whole pod and half of another, the quotes a tenth of the one: as often, as long.
    const found = fitted({
      systems: {router: {alpha: 1, beta: 0.5}, quotes: {alpha: 0.1}},
      pnl: {alpha: 390_000, beta: 390_000},
      outages: {router: months([1, 2, 4, 16, 120]), quotes: months([1, 2, 4, 16, 120]).map(later)},
    });
    const lomax = law(found, 'lomax');
    if (lomax.law.name !== 'lomax') expect.fail();
    const {alpha, scale} = lomax.law;
    const mean = (scale / (alpha - 1)) * (1 - (1 + 390 / scale) ** (1 - alpha));
    const perMinute = (1500 + 100) / 2;
    expect(Math.abs(lomax.mean.mid - 10.5 * mean * perMinute)).toBeLessThan(ERRORS * lomax.standardError);
  });

  test('hits the pods of an outage together: ten desks vary as one of ten times the money', () => {
    const one = year({...desks(1, 390_000), outages: {platform: NINE}});
    const ten = year({...desks(10, 39_000), outages: {platform: NINE}});
    expect(ten.standardError).toBeCloseTo(one.standardError, 6);
    for (const [at, {loss}] of one.oneIn.entries()) expect(ten.oneIn[at]?.loss).toBeCloseTo(loss, 4);
    const [of, same] = [one, ten].map(({fitted: found}) => found?.laws.map(each => each.year.high) ?? []);
    expect(same).toEqual(of?.map(high => expect.closeTo(high, 4)));
    expect(of).toHaveLength(2);
  });

  test('says which law fits better, and that few outages leave the tail open', () => {
    const found = fitted({outages: {platform: NINE}});
    const [one, other] = found.laws.toSorted((a, b) => a.aic - b.aic);
    expect(found.better).toBe(one?.law.name);
    expect(found.weight).toBeCloseTo(1 / (1 + Math.exp(((one?.aic ?? 0) - (other?.aic ?? 0)) / 2)), 12);
    expect(found.weight).toBeLessThan(0.95);
    expect(found.resolved).toBe(false);
  });

  test('is wider than redrawn years: lengths not yet seen may come', () => {
    const found = year({outages: {platform: NINE}});
    expect(found.fitted?.laws.map(({year: {high}}) => high > found.year.high)).toContain(true);
  });

  test.each([
    ['one outage', [10], 'one outage is too few to fit their lengths, which takes 5'],
    ['four', [1, 2, 3, 4], '4 outages are too few to fit their lengths, which takes 5'],
    [
      'five of one length',
      [10, 10, 10, 10, 10],
      'the lengths of the outages are too much alike to be fitted',
    ],
  ])('there is none of %s, and the report says why', (_what, minutes, why) => {
    expect(year({outages: {platform: months(minutes)}})).toMatchObject({fitted: null, unfitted: why});
  });

  test('takes an outage that lasts still for one that may be longer', () => {
    const lasting = '2025-12-31 20:30 +300';
    const [ended, still] = [NINE, [...NINE.slice(0, 8), lasting]].map(rows =>
      law(fitted({outages: {platform: rows}}), 'lognormal'),
    );
    // Half an hour of a session so far: shorter than the ninety minutes, and of more than its share.
    expect(still?.law).not.toEqual(ended?.law);
    const closed = law(
      fitted({outages: {platform: [...NINE.slice(0, 8), '2025-12-30 20:30 +30']}}),
      'lognormal',
    );
    expect(still?.median).toBeGreaterThan(closed.median);
  });
});

describe('error trades', () => {
  const errorTrade = {
    perYear: 0.1,
    loss: {low: 1e5, mode: 1e6, high: 4.9e6, currency: 'USD'},
    source: 'the risk committee',
  } as const;
  const made: MadeUp = {...DESK, outages: {platform: NINE}};

  test('cost their own chance x their own size, by themselves and on top of outages', () => {
    const {errorTrade: found, year: ahead} = report({...made, impact: {errorTrade}});
    const {alone, withOutages} = found ?? expect.fail('error trades are stated');
    // The mean of the PERT is a million and a half.
    expect(Math.abs(alone.mean.mid - 150_000)).toBeLessThan(ERRORS * alone.standardError);
    expect((withOutages?.mean.mid ?? 0) - (ahead?.mean.mid ?? 0)).toBeCloseTo(alone.mean.mid, 4);
    expect(alone.curve.find(({loss}) => loss > 0)?.chance).toBeLessThan(0.12);
  });

  test('are in nothing that was lost, protected or at risk', () => {
    const target = {kind: 'target', uptime: 0.999, source: 'the agreement'} as const;
    const {
      errorTrade: _,
      assumptions,
      ...with_
    } = report({...made, impact: {errorTrade, baselines: [target]}});
    const without = report({...made, impact: {baselines: [target]}});
    expect(with_.total).toEqual(without.total);
    expect(with_.baselines).toEqual(without.baselines);
    expect(with_.year).toEqual(without.year);
    const said =
      assumptions.find(({id}) => id === 'error-trade') ?? expect.fail('they are taken for granted');
    expect(said.source).toBe('the risk committee');
    expect(textOf(said.says)).toBe(
      'wrong orders come in 10% of years and cost $100K to $4.9M then, most likely $1M, however few minutes they take',
    );
  });

  test('do not grow with how long systems are down', () => {
    const longer = {...made, outages: {platform: months([300, 300, 300])}, impact: {errorTrade}};
    expect(report(longer).errorTrade?.alone).toEqual(
      report({...made, impact: {errorTrade}}).errorTrade?.alone,
    );
  });

  test('are told where there is no outage to learn from', () => {
    const {errorTrade: found, year: ahead} = report({...made, outages: {}, impact: {errorTrade}});
    expect(ahead).toBeNull();
    expect(found?.withOutages).toBeNull();
    expect(found?.alone.mean.mid).toBeGreaterThan(0);
  });

  test('come in at a dated rate where they are stated in another currency', () => {
    const inYen = {...errorTrade, loss: {...errorTrade.loss, currency: 'JPY'}} as const;
    const {errorTrade: found, assumptions} = report({...made, impact: {errorTrade: inYen}});
    expect(found?.loss.high).toBeCloseTo(4.9e6 * (found?.rate?.rate ?? 0), 6);
    expect(assumptions.filter(({id}) => id === 'rate').map(({says}) => textOf(says))).toEqual([
      expect.stringMatching(/^1 JPY is 0\.00\d+ USD, the rate of 20/),
    ]);
  });
});

/** The same outage two hours later. */
function later(row: string): string {
  return row.replace('15:00', '17:00');
}
