import {describe, expect, test} from 'vitest';
import {chanceAbove} from '../../src/stats/annual.ts';
import {annualLoss, type LossSource, lossExceedance} from '../../src/stats/index.ts';
import {normalBelow} from '../../src/stats/normal.ts';
import {ERRORS} from '../strength.ts';

const whole = {low: 1, mode: 1, high: 1};

/** Ten years of four incidents each; half an hour; two pods at 1,000 and 3,000 a minute. */
const gateway: LossSource = {
  system: 'gateway',
  incidents: {events: 39.5, time: 10},
  durations: [30],
  longest: 390,
  perMinute: [1000, 3000],
  given: whole,
};

describe('a year of losses', () => {
  test('is rate x minutes x money on the mean, within its standard error', () => {
    const {mean, standardError, byPod, bySystem} = annualLoss([gateway], {seed: 1});
    expect(Math.abs(mean.mid - 4 * 30 * 4000)).toBeLessThan(ERRORS * standardError);
    expect(mean.high - mean.low).toBeCloseTo(2 * 1.96 * standardError, -2);
    expect((byPod[1] ?? 0) / (byPod[0] ?? 0)).toBeCloseTo(3, 12);
    expect((byPod[0] ?? 0) + (byPod[1] ?? 0)).toBeCloseTo(mean.mid, 4);
    expect(bySystem[0]?.loss).toBeCloseTo(mean.mid, 4);
  });

  test('varies as a Poisson whose rate is gamma', () => {
    const {standardError} = annualLoss([gateway], {seed: 2});
    // Negative binomial: mean 4, variance 4 + 4^2 / 40, in units of 120,000.
    const deviation = 120_000 * Math.sqrt(4 + 16 / 40);
    expect(standardError / (deviation / 100)).toBeCloseTo(1, 1);
  });

  test('varies more where incidents come in bursts', () => {
    const {standardError, mean} = annualLoss([{...gateway, size: 2}], {seed: 2});
    // Of the law of total variance: Poisson 4, rate squared over size (16.4 / 2), rate 0.4.
    const deviation = 120_000 * Math.sqrt(4 + 16.4 / 2 + 0.4);
    expect(standardError / (deviation / 100)).toBeCloseTo(1, 1);
    expect(Math.abs(mean.mid - 480_000)).toBeLessThan(ERRORS * standardError);
  });

  test('hits all pods of a system together: ten pods vary as one of ten times the money', () => {
    const one = annualLoss([{...gateway, perMinute: [10_000]}], {seed: 5});
    const ten = annualLoss([{...gateway, perMinute: Array.from({length: 10}, () => 1000)}], {seed: 5});
    expect([...ten.years]).toEqual([...one.years]);
  });

  test('leaves what other systems draw as it was', () => {
    const other = {...gateway, system: 'ledger', perMinute: [0, 500]};
    const both = annualLoss([other, gateway], {seed: 5});
    const alone = annualLoss([gateway], {seed: 5});
    expect(both.bySystem.find(({system}) => system === 'gateway')?.loss).toBe(alone.bySystem[0]?.loss);
  });

  test('takes loss given outage from its range, and no incident for longer than it can be', () => {
    const {mean, standardError} = annualLoss(
      [{...gateway, durations: [900], given: {low: 0.1, mode: 0.3, high: 1}}],
      {seed: 9},
    );
    const expected = 4 * 390 * 4000 * ((0.1 + 4 * 0.3 + 1) / 6);
    expect(Math.abs(mean.mid - expected)).toBeLessThan(ERRORS * standardError);
  });

  test('has one loss given outage for all incidents of a year, and all systems of one range', () => {
    const given = {low: 0, mode: 0, high: 1};
    const often = {...gateway, incidents: {events: 399.5, time: 10}, given};
    const {mean, standardError} = annualLoss([often], {seed: 10});
    // PERT of mean 1/6 and variance 5/252; N of mean 40 and variance 40 + 40^2 / 400, in units of 120,000.
    const [share, variance] = [1 / 6, 5 / 252];
    const deviation = 120_000 * Math.sqrt((variance + share ** 2) * (44 + 40 ** 2) - (40 * share) ** 2);
    expect(standardError / (deviation / 100)).toBeCloseTo(1, 1);
    expect(Math.abs(mean.mid - 40 * 120_000 * share)).toBeLessThan(ERRORS * standardError);
    const twins = annualLoss([often, {...often, system: 'ledger'}], {seed: 10});
    // Of the law of total variance: what both share, and twice what each has by itself.
    const shared = variance * 80 ** 2 + 2 * (variance + share ** 2) * 44;
    expect(twins.standardError / (1200 * Math.sqrt(shared))).toBeCloseTo(1, 1);
  });

  test('hits for each incident the part that hangs on what failed', () => {
    const durations = {name: 'lognormal', mu: 3, sigma: 1} as const;
    const {mean, standardError, years} = annualLoss([{...gateway, durations, hits: [1, 0.25]}], {seed: 12});
    // E min(X, c) of a lognormal, half of the incidents at a quarter of the money.
    const limited =
      Math.exp(3.5) * normalBelow(Math.log(390) - 4) + 390 * (1 - normalBelow(Math.log(390) - 3));
    expect(Math.abs(mean.mid - 4 * limited * 4000 * 0.625)).toBeLessThan(ERRORS * standardError);
    expect(years).not.toEqual(annualLoss([{...gateway, durations}], {seed: 12}).years);
  });

  test('is less sure of durations that few incidents have shown', () => {
    const durations = {name: 'lognormal', mu: 3, sigma: 1} as const;
    const spread = (learnedFrom?: number) => {
      const source = {...gateway, durations, ...(learnedFrom === undefined ? {} : {learnedFrom})};
      return annualLoss([source], {seed: 6}).standardError;
    };
    expect(spread(5)).toBeGreaterThan(1.2 * spread());
    expect(spread(100_000) / spread()).toBeCloseTo(1, 1);
  });

  test('has wrong orders in a branch of their own, with their own chance', () => {
    const branches = [{name: 'wrong orders', chance: 0.02, loss: {low: 1e7, mode: 4e7, high: 4e8}}];
    const loss = annualLoss([gateway], {seed: 3, branches});
    const without = annualLoss([gateway], {seed: 3});
    expect(loss.mean.mid - without.mean.mid).toBeCloseTo(loss.byBranch[0]?.loss ?? 0, 3);
    expect(loss.byPod).toEqual(without.byPod);
    const above = chanceAbove(loss.years, 1e7);
    expect(Math.abs(above.chance - 0.02)).toBeLessThan(ERRORS * above.standardError);
    expect(chanceAbove(without.years, 1e7).chance).toBe(0);
  });

  test('of no system is nothing; pods that differ and twins are bugs', () => {
    expect(annualLoss([], {seed: 1}).mean.mid).toBe(0);
    expect(() => annualLoss([gateway, {...gateway, system: 'b', perMinute: [1]}], {seed: 1})).toThrow('pods');
    expect(() => annualLoss([gateway, gateway], {seed: 1})).toThrow('two of one name');
  });
});

describe('the loss-exceedance curve', () => {
  const loss = annualLoss([{...gateway, durations: {name: 'lognormal', mu: 3, sigma: 1}}], {seed: 7});

  test('falls from the chance of any loss to none', () => {
    const curve = lossExceedance(loss);
    const chances = curve.map(({chance}) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    // No incident: (10 / 11)^40.
    const {chance, standardError} = curve[0] ?? {chance: NaN, standardError: NaN};
    expect(Math.abs(chance - (1 - (10 / 11) ** 40))).toBeLessThan(ERRORS * standardError);
    expect(chances.at(-1)).toBe(0);
  });

  test('is a half at the median year', () => {
    expect(chanceAbove(loss.years, loss.year.mid).chance).toBe(0.5);
  });
});
