import {beforeAll, describe, expect, test} from 'vitest';
import {type Delivery, deliveryOf} from '../../../src/impact/index.ts';
import type {Deployment} from '../../../src/record/index.ts';
import {govuk, govukThere, tagCommits, withCommits} from './govuk.ts';

if (!govukThere) console.log('skipped: delivery figures of GOV.UK (no telemetry beside the repository)');

/**
 * The figures were worked out a second time from the csv by a program in Python that shares nothing with this one:
 * counts by the standard library, ranks from summed binomial chances by `lgamma`.
 */
describe.skipIf(!govukThere)('GOV.UK, by the DORA definitions', () => {
  let production: readonly Deployment[];
  let told: Delivery;
  const period = {from: Date.UTC(2026, 4), to: Date.UTC(2026, 7)};
  const ever = {from: Date.UTC(2022, 0), to: Date.UTC(2027, 0)};
  beforeAll(async () => {
    production = await govuk('production');
    told = deliveryOf(production, [], {period});
  }, 120_000);

  test('deploys daily: 2,093 times on 64 of 92 days, a median of five days a week', () => {
    expect(production).toHaveLength(32_107);
    expect(told.frequency).toEqual({
      deployments: 2093,
      days: 92,
      deploymentDays: 64,
      perWeek: 159.25,
      weeks: 12,
      daysPerWeek: 5,
      class: 'daily',
    });
  });

  test('says nothing of failures, restoring or run times, and why', () => {
    expect(told.changeFailure.rate).toBeNull();
    expect(told.restore).toBeNull();
    expect(told.runTime).toBeNull();
    expect(told.findings.map(({rule}) => rule)).toEqual(
      expect.arrayContaining(['no-declared-cause', 'nothing-to-count', 'no-finish']),
    );
  });

  test.each([
    ['specialist-publisher', 869, 104, [15.75, 15.917, 16.15], [20.167, 20.603, 21.433]],
    ['search-api', 288, 59, [14.867, 16.95, 23.4], [338.017, 1258.46, 1455.25]],
  ])('leads %s from commit to production', (app, n, unknown, median, p90) => {
    const {leadTime} = deliveryOf(withCommits(production, app, tagCommits()), [], {period: ever});
    const shown = (one: {low: number; mid: number; high: number} | undefined) =>
      one && [one.low, one.mid, one.high].map(minutes => Number(minutes.toFixed(3)));
    expect(leadTime).toMatchObject({dropped: 0, unknown, median: {n}});
    expect(shown(leadTime?.median)).toEqual(median);
    expect(shown(leadTime?.p90)).toEqual(p90);
  });
});
