import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {deliveryOf} from '../../../src/operations/index.ts';
import {quantileEstimate} from '../../../src/stats/index.ts';
import {ranks} from '../../../src/stats/order-statistics.ts';
import {days, deployment, outage} from './notation.ts';

const week = days(0, 7);
const rules = ({findings}: ReturnType<typeof deliveryOf>) => findings.map(({rule}) => rule);

describe('the interval of a median', () => {
  test('lies between the values whose ranks the binomial says', () => {
    // Conover's table: of 10 values the 2nd and the 9th hold the median with 97.9%.
    expect(ranks(10, 0.5, 0.95)).toEqual({low: 2, high: 9, covers: expect.closeTo(1002 / 1024, 10)});
    const values = [9, 4, 7, 1, 10, 3, 8, 2, 6, 5];
    expect(quantileEstimate(values, 0.5)).toMatchObject({low: 2, mid: 5.5, high: 9, level: 0.95, n: 10});
  });

  test('of five values is all of them, and told to hold it less often than asked for', () => {
    expect(quantileEstimate([1, 2, 3, 4, 5], 0.5)).toMatchObject({low: 1, mid: 3, high: 5, level: 0.9375});
    expect(quantileEstimate([7], 0.5)).toMatchObject({low: 7, mid: 7, high: 7, level: 0});
    expect(quantileEstimate([], 0.5)).toBeNull();
  });

  test('has tails of at most the half, whatever the quantile, by adding up the binomial', () => {
    const chance = (n: number, k: number, q: number): number => {
      let of = (1 - q) ** n;
      for (let at = 0; at < k; at++) of *= ((n - at) / (at + 1)) * (q / (1 - q));
      return of;
    };
    const upTo = (n: number, k: number, q: number) =>
      [...Array(Math.max(0, k + 1)).keys()].reduce((sum, at) => sum + chance(n, at, q), 0);
    fc.assert(
      fc.property(fc.integer({min: 1, max: 80}), fc.constantFrom(0.25, 0.5, 0.9), (n, q) => {
        const {low, high, covers} = ranks(n, q, 0.95);
        expect(covers).toBeCloseTo(upTo(n, high - 1, q) - upTo(n, low - 1, q), 9);
        // One rank further in would leave out too much.
        if (low > 1) expect(upTo(n, low - 1, q)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(upTo(n, low, q)).toBeGreaterThan(0.025 - 1e-12);
        if (high < n) expect(1 - upTo(n, high - 1, q)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(1 - upTo(n, high - 2, q)).toBeGreaterThan(0.025 - 1e-12);
      }),
    );
  });
});

describe('deployment frequency', () => {
  const frequency = (at: readonly number[], period = week) =>
    deliveryOf(
      at.map(day => deployment(day, 10)),
      [],
      {period},
    ).frequency;

  test('counts deployments a week and the days with one', () => {
    expect(frequency([0.5, 0.6, 2.5, 6.9])).toMatchObject({
      deployments: 4,
      days: 7,
      deploymentDays: 3,
      perWeek: 4,
      weeks: 1,
      daysPerWeek: 3,
      class: 'daily',
    });
  });

  test.each([
    ['daily', [0.5, 1.5, 2.5, 7.5, 8.5, 9.5, 14.5]],
    ['weekly', [0.5, 8.5, 15.5]],
    // The Monday is 2026-01-05: February and March are whole, and each has a day with one.
    ['monthly', [30.5, 58.5]],
    ['yearly', [30.5]],
  ])('is %s by the median week, or month', (name, at) => {
    const long = at.every(day => day < 21) ? 21 : 86;
    expect(frequency(at, days(0, long)).class).toBe(name);
  });

  test('has no class in a period without a whole week', () => {
    expect(frequency([2.5, 3.5], days(1, 7))).toMatchObject({weeks: 0, daysPerWeek: null, class: null});
  });

  test('leaves out cut weeks and keeps empty ones', () => {
    expect(frequency([0.5, 8.5, 9.5], days(1, 24))).toMatchObject({weeks: 2, daysPerWeek: 1});
  });

  test('counts days in the zone asked for', () => {
    const late = [deployment(0.9, 10), deployment(1.1, 10)];
    const of = (zone: string) => deliveryOf(late, [], {period: week, zone}).frequency.deploymentDays;
    expect([of('UTC'), of('Asia/Tokyo')]).toEqual([2, 1]);
  });

  test('takes rows that share an id and a start for one deployment, with the first commit of all', () => {
    const evidence = {id: 'd-1', place: {file: 'ci.jsonl', line: 1}};
    const rows = [20, 50].map(lead => deployment(1, lead, {evidence}));
    const {frequency: counted, leadTime} = deliveryOf(rows, [], {period: week});
    expect(counted.deployments).toBe(1);
    expect(leadTime?.median.mid).toBe(50);
  });
});

describe('lead time', () => {
  test('is the median of minutes from commit to finish, what is not positive dropped and counted', () => {
    const leads = [10, 20, 30, 40, 400, 0, -5, null];
    const told = deliveryOf(
      leads.map((lead, at) => deployment(at / 2, lead)),
      [],
      {period: week},
    );
    expect(told.leadTime).toMatchObject({median: {mid: 30, n: 5}, dropped: 2, unknown: 1});
    expect(rules(told)).toEqual(expect.arrayContaining(['not-after', 'last-commit', 'few-values']));
  });

  test('is a lower bound unless the source tells the first commit', () => {
    const told = (commits: 'first' | 'last') =>
      rules(deliveryOf([deployment(1, 10)], [], {period: week, commits}));
    expect([told('last').includes('last-commit'), told('first').includes('last-commit')]).toEqual([
      true,
      false,
    ]);
  });

  test('counts what tells no finish to its start, and says so', () => {
    const told = deliveryOf([deployment(1, 10, {finishedAt: null})], [], {period: week});
    expect(told.leadTime?.median.mid).toBe(8);
    expect(told.runTime).toBeNull();
    expect(rules(told)).toContain('no-finish');
  });

  test('is of deployments that went out', () => {
    const failed = deployment(1, 10, {result: 'failure'});
    const told = deliveryOf([failed, deployment(2, 30)], [], {period: week});
    expect(told.leadTime?.median).toMatchObject({mid: 30, n: 1});
    expect(told.apart).toEqual({failure: 1});
  });
});

describe('change-failure rate', () => {
  const ten = [...Array(10).keys()].map(at => deployment(at / 2, 10));

  test('is unknown, not nought, where nobody declares causes', () => {
    const told = deliveryOf(ten, [outage(0.01, 60)], {period: week});
    expect(told.changeFailure).toMatchObject({failed: 0, of: 10, rate: null});
    expect(rules(told)).toContain('no-declared-cause');
  });

  test('is nought of ten, at most 30.8%, where causes are recorded and there were none', () => {
    const told = deliveryOf(ten, [], {period: week, causesRecorded: true});
    expect(told.changeFailure.rate).toMatchObject({low: 0, mid: 0, n: 10});
    expect(told.changeFailure.rate?.high).toBeCloseTo(1 - 0.025 ** 0.1, 9);
  });

  test('goes by the declared cause and never by what came last', () => {
    const guilty = deployment(1, 10, {caused: 'INC-7'});
    const last = deployment(1.4, 10);
    const told = deliveryOf([guilty, last], [outage(1.41, 30, 'INC-7'), outage(3, 30, 'INC-8')], {
      period: week,
    });
    expect(told.changeFailure).toMatchObject({failed: 1, of: 2, incidents: ['INC-7']});
    expect(told.changeFailure.rate).toMatchObject({mid: 0.5});
    expect(rules(told)).not.toContain('unknown-incident');
  });

  test('never exceeds one: two deployments may share an incident', () => {
    const both = [1, 2].map(day => deployment(day, 10, {caused: 'INC-7'}));
    const told = deliveryOf(both, [], {period: week});
    expect(told.changeFailure).toMatchObject({
      failed: 2,
      of: 2,
      incidents: ['INC-7'],
      rate: {mid: 1, high: 1},
    });
    expect(rules(told)).toContain('unknown-incident');
  });

  test('keeps deployments that only failed themselves apart', () => {
    const told = deliveryOf([...ten, deployment(1, 10, {result: 'failure'})], [], {period: week});
    expect(told.changeFailure).toMatchObject({failed: 0, of: 10, failedResults: 1});
  });
});

describe('time to restore', () => {
  const restore = (...of: Parameters<typeof outage>[]) =>
    deliveryOf(
      [],
      of.map(one => outage(...one)),
      {period: week},
    );

  test('is the median in minutes, not in whole hours', () => {
    expect(restore([0, 4], [1, 7], [2, 90]).restore?.median).toMatchObject({low: 4, mid: 7, high: 90, n: 3});
  });

  test('takes overlapping tickets of a system for one outage, and those of two for two', () => {
    const overlapping = restore([1, 60], [1.02, 60, 'INC-2']);
    expect(overlapping.restore?.median).toMatchObject({mid: 0.02 * 1440 + 60, n: 1});
    const elsewhere = restore([1, 60], [1.02, 60, 'INC-2', {system: 'quotes'}]);
    expect(elsewhere.restore?.median.n).toBe(2);
  });

  test('counts an outage that lasts still so far, and has no upper end', () => {
    const told = restore([0, 10], [1, 20], [6.5, null]);
    expect(told.restore).toMatchObject({median: {mid: 20, high: Infinity}, open: 1});
    expect(rules(told)).toContain('open-incident');
  });

  test('keeps its upper end where open outages cannot reach it', () => {
    const many = [...Array(20).keys()].map((at): [number, number] => [at / 4, at + 1]);
    expect(restore(...many, [6.5, null]).restore?.median.high).toBeLessThan(20);
  });

  test('is of outages that begin in the period, at their full length', () => {
    expect(restore([-1, 2880], [6.99, 60]).restore?.median).toMatchObject({mid: 60, n: 1});
  });

  test('is nothing where there was nothing to restore', () => {
    expect(restore().restore).toBeNull();
  });
});
