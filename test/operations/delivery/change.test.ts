import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Finding, isFinding} from '../../../src/figure/index.ts';
import {beforeAfter} from '../../../src/operations/delivery/before-after.ts';
import {type Difference, differenceInDifferences} from '../../../src/operations/delivery/difference.ts';
import {earlyValue} from '../../../src/operations/delivery/early.ts';
import {interruption} from '../../../src/operations/delivery/interruption.ts';
import {type Estimate, normal, stream} from '../../../src/stats/index.ts';
import {type Interruption, type SeriesStep, steps, timedOf} from '../../../src/operations/index.ts';
import {judge} from './judge.ts';
import {autocorrelation, coefficient, lagOf} from '../../../src/stats/newey-west.ts';
import {fit, residualCovariance} from '../../../src/stats/regression.ts';
import {days, deployment, MONDAY} from './notation.ts';
import {messageOf} from '../../findings.ts';

const answer = <Answer extends object>(one: Answer | Finding): Answer => {
  if (isFinding<Answer | Finding>(one)) throw new Error(messageOf(one));
  return one;
};
const series = (n: number, minutes: (time: number) => number): SeriesStep[] =>
  [...Array(n).keys()].map(at => ({time: at - n / 2, minutes: minutes(at - n / 2), n: 1}));
const rules = ({findings}: Interruption | Difference) => findings.map(({rule}) => rule);
const weighed = (found: Interruption | Difference) =>
  found.findings.filter(({severity}) => severity === 'warning').map(({rule}) => rule);

/** Log minutes with noise of the seed, around what `log` says. */
const noisy = (seed: number, n: number, log: (time: number) => number) => {
  const chance = stream(seed, 'noise');
  return series(n, time => Math.exp(log(time) + 0.1 * normal(chance)));
};

describe('an interrupted time series', () => {
  test('finds a jump, a trend and a bend where there is no noise', () => {
    const exact = series(24, time =>
      Math.exp(3 + 0.02 * time + (time < 0 ? 0 : Math.log(0.3) - 0.01 * time)),
    );
    const {change, drift, trend} = answer(interruption(exact, {declared: true}));
    expect(change.mid).toBeCloseTo(-0.7, 9);
    expect(trend).toBeCloseTo(Math.expm1(0.02), 9);
    expect(drift.mid).toBeCloseTo(Math.expm1(-0.01), 9);
  });

  test('is not taken in by a trend that a plain comparison would call a gain', () => {
    const falling = noisy(1, 52, time => 3 - 0.03 * time);
    const found = answer(interruption(falling, {declared: true}));
    expect(found.change.low).toBeLessThan(0);
    expect(found.change.high).toBeGreaterThan(0);
    expect(weighed(found)).toContain('no-change-shown');
  });

  test('always says that there is no control, and what a bad stretch before may have done', () => {
    const calm = answer(
      interruption(
        noisy(2, 52, time => (time < 0 ? 3 : 2)),
        {declared: true},
      ),
    );
    expect(rules(calm)).toEqual(['no-control', 'regression-to-mean']);
    expect(weighed(calm)).toEqual([]);
    const prompted = noisy(2, 52, time => (time >= -6 && time < 0 ? 3.5 : 3));
    expect(weighed(answer(interruption(prompted, {declared: true})))).toContain('regression-to-mean');
  });

  test('warns of a date that was read off the series', () => {
    const found = answer(
      interruption(
        noisy(3, 52, time => (time < 0 ? 3 : 2)),
        {declared: false},
      ),
    );
    expect(weighed(found)).toEqual(['date-from-data']);
  });

  test('is refused where one side has fewer than eight steps', () => {
    expect(
      interruption(
        series(14, () => 5),
        {declared: true},
      ),
    ).toMatchObject({rule: 'few-values'});
  });

  test('widens its interval for errors that hang together', () => {
    const chance = stream(4, 'walk');
    let error = 0;
    const walk = series(60, () => Math.exp(3 + (error = 0.9 * error + 0.1 * normal(chance))));
    const found = answer(interruption(walk, {declared: true}));
    expect(found.autocorrelation).toBeGreaterThan(0.5);
    expect(found.error.error).toBeGreaterThan(1.3 * found.error.plainError);
  });

  test('has no logarithm of nothing', () => {
    expect(() =>
      interruption(
        series(24, () => 0),
        {declared: true},
      ),
    ).toThrow('no logarithm of 0 minutes');
  });
});

describe('a claim of a change', () => {
  const between = (low: number, high: number): Estimate => ({
    low,
    mid: (low + high) / 2,
    high,
    level: 0.95,
    method: '',
    n: 52,
  });
  test.each([
    [-0.8, -0.72, -0.7, 'shown'],
    [-0.8, -0.6, -0.7, 'open'],
    [-0.5, -0.2, -0.7, 'refuted'],
    [-0.5, 0.2, -0.7, 'refuted'],
    [0.3, 0.5, 0.25, 'shown'],
    [-0.1, 0.2, 0.25, 'refuted'],
  ])('from %f to %f, of %f, is %s', (low, high, claimed, verdict) => {
    expect(judge(between(low, high), claimed)).toBe(verdict);
  });
});

describe('the error of a coefficient', () => {
  test('without lag or likeness is that of White, scaled by what residuals lose', () => {
    // y on a constant: c = 1/n, and residuals of n values have (n - 1)/n of the variance of errors.
    const values = [1, 4, 2, 8, 5, 7];
    const times = [0, 10, 20, 30, 40, 50];
    const fitted = answer(
      fit(
        times,
        values.map(() => [1]),
        values,
      ) as NonNullable<ReturnType<typeof fit>>,
    );
    const mean = 4.5;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const {error, freedom, mid} = coefficient(fitted, 0, 0, 0.95);
    expect(mid).toBeCloseTo(mean, 12);
    expect(error).toBeCloseTo(Math.sqrt(squares / 5 / 6), 12);
    expect(freedom).toBeCloseTo(5, 9);
  });

  test('rests on residuals that lie across every column', () => {
    const times = [0, 1, 2, 4, 5, 9];
    const rows = times.map(time => [1, time]);
    const fitted = fit(times, rows, [3, 1, 4, 1, 5, 9]) as NonNullable<ReturnType<typeof fit>>;
    const covariance = residualCovariance(fitted, 0.4);
    for (const column of [0, 1])
      for (let j = 0; j < 6; j++) {
        const across = rows.reduce(
          (sum, row, i) => sum + (row[column] as number) * (covariance[i * 6 + j] as number),
          0,
        );
        expect(across).toBeCloseTo(0, 12);
      }
    expect(fitted.residuals.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 12);
  });

  test('counts errors together as far apart as the rule of 1994 says', () => {
    expect([24, 52, 100, 250].map(lagOf)).toEqual([2, 3, 4, 4]);
  });

  test('finds the likeness of errors that residuals hide', () => {
    const of = (rho: number) => {
      const chance = stream(5, `errors ${rho}`);
      let sum = 0;
      for (let draw = 0; draw < 200; draw++) {
        let error = normal(chance) / Math.sqrt(1 - rho * rho);
        const values = [...Array(40).keys()].map(() => {
          const now = error;
          error = rho * error + normal(chance);
          return now;
        });
        const times = [...values.keys()];
        const rows = times.map(time => [1, time, time < 20 ? 0 : 1, time < 20 ? 0 : time]);
        sum += autocorrelation(fit(times, rows, values) as NonNullable<ReturnType<typeof fit>>);
      }
      return sum / 200;
    };
    // The plain autocorrelation of these residuals averages 0.34 at 0.6.
    expect(of(0.6)).toBeGreaterThan(0.52);
    expect(of(0.6)).toBeLessThan(0.68);
  });
});

describe('a difference in differences', () => {
  test('is the difference of the differences of means', () => {
    const treated = noisy(6, 40, time => (time < 0 ? 3 : 2.4));
    const control = noisy(7, 40, time => (time < 0 ? 2 : 1.9));
    const mean = (of: readonly SeriesStep[], side: (time: number) => boolean) => {
      const logs = of.filter(({time}) => side(time)).map(({minutes}) => Math.log(minutes));
      return logs.reduce((sum, one) => sum + one, 0) / logs.length;
    };
    const [then, now] = [(time: number) => time < 0, (time: number) => time >= 0];
    const log = mean(treated, now) - mean(treated, then) - (mean(control, now) - mean(control, then));
    const {change} = answer(differenceInDifferences(treated, control, {declared: true}));
    expect(change.mid).toBeCloseTo(Math.expm1(log), 12);
    expect(judge(change, -0.3)).toBe('shown');
  });

  test('lets fall out what happened to both', () => {
    const storm = (time: number) => (time === 3 ? 2 : 0) + (time < 0 ? 0 : -0.5);
    const found = answer(
      differenceInDifferences(
        noisy(8, 40, time => 3 + storm(time)),
        noisy(9, 40, time => 2 + storm(time)),
        {declared: true},
      ),
    );
    expect(weighed(found)).toEqual(['no-change-shown']);
  });

  test('warns of groups that drifted apart before', () => {
    const found = answer(
      differenceInDifferences(
        noisy(10, 40, time => 3 - 0.05 * time),
        noisy(11, 40, () => 2),
        {declared: true},
      ),
    );
    expect(weighed(found)).toContain('not-parallel');
  });

  test('needs steps that both have', () => {
    const half = series(40, () => 3).filter(({time}) => time % 3 === 0);
    expect(
      differenceInDifferences(
        series(40, () => 3),
        half,
        {declared: true},
      ),
    ).toMatchObject({
      rule: 'few-values',
    });
  });
});

describe('a series of weeks', () => {
  const at = (day: number, minutes: number) => ({at: MONDAY + day * 86_400_000, minutes});

  test('is counted from the change both ways, cut weeks and times that are not positive left out', () => {
    const timed = [at(-8, 9), at(-7, 1), at(-1, 3), at(0, 5), at(6.9, 7), at(7, 8), at(8, 0), at(14.5, 9)];
    const found = steps(timed, {period: days(-10, 20), change: MONDAY, days: 7, q: 0.5});
    expect(found).toEqual([
      {time: -1, minutes: 2, n: 2},
      {time: 0, minutes: 6, n: 2},
      {time: 1, minutes: 8, n: 1},
    ]);
  });

  test('is made of the lead times or run times of deployments', () => {
    const all = [deployment(1, 30), deployment(2, null), deployment(3, 10, {result: 'failure'})];
    expect(timedOf(all, 'lead').map(({minutes}) => minutes)).toEqual([30]);
    expect(timedOf(all, 'run').map(({minutes}) => minutes)).toEqual([2, 2]);
  });

  test('tells before and after plainly, and what the change did', () => {
    const timed = [...Array(140).keys()].map(day => at(day - 70, day < 70 ? 20 + (day % 5) : 5 + (day % 3)));
    const told = beforeAfter(timed, {period: days(-70, 70), change: MONDAY, declared: true});
    expect([told.before?.mid, told.after?.mid]).toEqual([22, 6]);
    expect(judge(answer(told.median).change, -0.7)).toBe('shown');
    expect(answer(told.p90).change.mid).toBeCloseTo(7 / 24 - 1, 1);
  });
});

describe('the value of deploying earlier', () => {
  const lead = (low: number, mid: number, high: number): Estimate => ({
    low,
    mid,
    high,
    level: 0.95,
    method: '',
    n: 40,
  });
  const asked = {
    daily: {amount: 1000, currency: 'USD'},
    halfLife: 10,
    before: lead(9, 10, 12),
    after: lead(0, 0, 0),
    changes: 1,
  } as const;

  test('of an edge that halves in ten days, ten days sooner: half of all that it will ever earn', () => {
    const ever = (1000 * 10) / Math.LN2;
    expect(earlyValue(asked)).toMatchObject({currency: 'USD', atMost: 10_000});
    expect(earlyValue(asked).value.mid).toBeCloseTo(ever / 2, 6);
    expect(earlyValue(asked).value.level).toBeCloseTo(0.9, 12);
  });

  test('is what a sum over days comes to, and never more than without decay', () => {
    const someDays = fc.double({min: 0, max: 60, noNaN: true});
    fc.assert(
      fc.property(someDays, someDays, fc.double({min: 0.5, max: 500, noNaN: true}), (from, to, halfLife) => {
        const [before, after] = [lead(from, from, from), lead(to, to, to)];
        const {value, atMost} = earlyValue({...asked, halfLife, before, after});
        const parts = 2000;
        const width = (from - to) / parts;
        let sum = 0;
        for (let k = 0; k < parts; k++) sum += 1000 * 2 ** (-(to + (k + 0.5) * width) / halfLife) * width;
        expect(value.mid).toBeCloseTo(sum, -0.5);
        expect(Math.abs(value.mid)).toBeLessThanOrEqual(Math.abs(atMost) + 1e-6);
      }),
    );
  });

  test('holds the worst ends of both lead times', () => {
    const {value} = earlyValue({...asked, after: lead(1, 2, 10)});
    expect(value.low).toBeLessThan(0);
    expect(value.high).toBeGreaterThan(value.mid);
  });

  test('has no half-life of its own', () => {
    expect(() => earlyValue({...asked, halfLife: 0})).toThrow('invalid half-life: 0 days');
  });
});
