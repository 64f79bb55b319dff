import {beforeAll, describe, expect, test} from 'vitest';
import {beforeAfter} from '../../../src/operations/delivery/before-after.ts';
import {differenceInDifferences} from '../../../src/operations/delivery/difference.ts';
import {type Finding, isFinding} from '../../../src/figure/index.ts';
import {
  type Delivery,
  deliveryOf,
  type Interruption,
  steps,
  type Timed,
} from '../../../src/operations/index.ts';
import type {Deployment} from '../../../src/record/index.ts';
import {fromIntegration, govuk, govukThere, tagCommits, withCommits} from './govuk.ts';
import {judge} from './judge.ts';
import {messageOf} from '../../findings.ts';

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

  describe('from integration to production', () => {
    let integration: readonly Deployment[];
    let timed: readonly Timed[];
    beforeAll(async () => {
      integration = await govuk('integration');
      timed = fromIntegration(integration, production);
    }, 120_000);
    const WEEK = 7 * 86_400_000;
    const around = (change: number, weeksBefore: number, weeksAfter: number) =>
      beforeAfter(timed, {
        period: {from: change - weeksBefore * WEEK, to: change + weeksAfter * WEEK},
        change,
        declared: false,
      });
    const fitted = (one: Interruption | Finding): Interruption => {
      if (isFinding(one)) throw new Error(messageOf(one));
      return one;
    };
    const shown = ({change: {low, mid, high}, error}: Interruption) =>
      [low, mid, high, error.error, error.plainError].map(one => Number(one.toFixed(3)));
    const warnings = ({findings}: Interruption) =>
      findings.filter(({severity}) => severity === 'warning').map(({rule}) => rule);

    test('takes a median of 8.8 minutes over 31,553 releases', () => {
      const minutes = timed.filter(one => one.minutes > 0);
      expect(minutes).toHaveLength(31_553);
      expect(timed.length - minutes.length).toBe(29);
      const told = around(Date.UTC(2025, 0, 6), 52, 52);
      expect([told.before?.mid, told.after?.mid].map(one => one?.toFixed(2))).toEqual(['8.37', '9.90']);
    });

    test('rose by a fifth over 2025, which the series cannot lay on any day of January', () => {
      const {median, p90} = around(Date.UTC(2025, 0, 6), 52, 52);
      expect(shown(fitted(median))).toEqual([-0.455, -0.172, 0.257, 0.195, 0.172]);
      expect(warnings(fitted(median))).toContain('no-change-shown');
      expect(warnings(fitted(p90))).toContain('no-change-shown');
    });

    test('fell by a fifth in March 2026: a date found in the figures, so no lever without a paper', () => {
      const {median, p90} = around(Date.UTC(2026, 2, 9), 26, 23);
      expect(shown(fitted(median))).toEqual([-0.258, -0.197, -0.131, 0.035, 0.028]);
      expect(fitted(median)).toMatchObject({before: 26, after: 23, lag: 3, autocorrelation: 0});
      expect(warnings(fitted(median))).toEqual(['date-from-data']);
      expect(judge(fitted(median).change, -0.7)).toBe('refuted');
      // The slow end is told worse by far: whether it fell by 70% stays open.
      expect(fitted(p90).change.mid).toBeCloseTo(-0.4764, 3);
      expect(judge(fitted(p90).change, -0.7)).toBe('open');
    });

    test('fell in March 2026 for all alike: whitehall beside the others shows nothing of its own', () => {
      const change = Date.UTC(2026, 2, 9);
      const period = {from: change - 26 * WEEK, to: change + 23 * WEEK};
      const weekly = (of: (one: Deployment) => boolean) =>
        steps(fromIntegration(integration.filter(of), production.filter(of)), {
          period,
          change,
          days: 7,
          q: 0.5,
        });
      const told = differenceInDifferences(
        weekly(({service}) => service === 'whitehall'),
        weekly(({service}) => service !== 'whitehall'),
        {declared: false},
      );
      if (isFinding(told)) throw new Error(messageOf(told));
      expect(told).toMatchObject({before: 26, after: 23});
      expect(told.change.mid).toBeCloseTo(0.033847, 6);
      expect(told.findings.map(({rule}) => rule)).toEqual(['no-change-shown', 'date-from-data']);
    });
  });
});
