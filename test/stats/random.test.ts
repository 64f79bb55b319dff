import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {index, pert, type Stream, stream} from '../../src/stats/index.ts';
import {
  beta,
  exponential,
  gamma,
  generalisedPareto,
  lognormal,
  negativeBinomial,
  normal,
  type Pert,
  poisson,
  uniform,
} from '../../src/stats/random.ts';
import {ERRORS, times} from '../strength.ts';

const seed = fc.integer({min: -(2 ** 40), max: 2 ** 40});
const DRAWS = times(40_000);

/**
 * Draws have the mean they should, but for one trial in half a million of a law that is not skewed; in 4,000 draws a
 * mean off by a tenth of a deviation fails each time.
 */
function expectMean(draw: (from: Stream) => number, mean: number, variance: number, from: Stream): void {
  let sum = 0;
  for (let at = 0; at < DRAWS; at++) sum += draw(from);
  expect(Math.abs(sum / DRAWS - mean)).toBeLessThan(ERRORS * Math.sqrt(variance / DRAWS) + 1e-12);
}

const runs = {numRuns: 25, seed: 11};

describe('a stream', () => {
  test('is what its seed and its name say', () => {
    fc.assert(
      fc.property(seed, fc.string(), (seed, name) => {
        const draws = (from: Stream) => Array.from({length: 5}, () => uniform(from));
        expect(draws(stream(seed, name))).toEqual(draws(stream(seed, name)));
        expect(draws(stream(seed, name))).not.toEqual(draws(stream(seed + 1, name)));
        expect(draws(stream(seed, name))).not.toEqual(draws(stream(seed, `${name}.`)));
        expect(draws(stream(seed, name))).not.toEqual(draws(stream(seed + 2 ** 32, name)));
      }),
    );
  });

  test.each([0.5, NaN, Infinity, 2 ** 53])('is not made of the seed %d', bad => {
    expect(() => stream(bad, 'loss')).toThrow('invalid seed');
  });

  test('does not go with the stream of another name, or of the next seed', () => {
    const pairs = [
      [stream(1, 'a'), stream(1, 'b')],
      [stream(1, 'a'), stream(2, 'a')],
      [stream(0, ''), stream(0, 'a')],
    ] as const;
    for (const [one, other] of pairs) {
      let sum = 0;
      const draws = times(200_000);
      for (let at = 0; at < draws; at++) sum += (uniform(one) - 0.5) * (uniform(other) - 0.5) * 12;
      expect(Math.abs(sum / draws)).toBeLessThan(ERRORS / Math.sqrt(draws));
    }
  });

  test('first draws of many names are spread evenly', () => {
    const counts = Array.from({length: 20}, () => 0);
    const names = times(200_000);
    for (let name = 0; name < names; name++) {
      const slot = index(stream(7, `system ${name}`), 20);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    const each = names / counts.length;
    // Chi-square with 19 degrees of freedom: above 63.7 in one case of a million.
    expect(counts.reduce((sum, count) => sum + (count - each) ** 2 / each, 0)).toBeLessThan(63.7);
  });
});

describe('draws have the mean and the variance of their law', () => {
  const positive = (min: number, max: number) => fc.double({min, max, noNaN: true});

  test('uniform, normal, exponential', () => {
    const from = stream(5, 'plain');
    expectMean(uniform, 1 / 2, 1 / 12, from);
    expectMean(s => (uniform(s) - 0.5) ** 2, 1 / 12, 1 / 180, from);
    expectMean(normal, 0, 1, from);
    expectMean(s => normal(s) ** 2, 1, 2, from);
    expectMean(s => normal(s) ** 4, 3, 96, from);
    expectMean(exponential, 1, 1, from);
    expectMean(s => (exponential(s) - 1) ** 2, 1, 8, from);
  });

  test('gamma, also below shape 1', () => {
    fc.assert(
      fc.property(seed, positive(0.2, 40), positive(0.1, 9), (seed, shape, scale) => {
        const from = stream(seed, 'gamma');
        expectMean(s => gamma(s, shape, scale), shape * scale, shape * scale ** 2, from);
        // The fourth central moment of a unit gamma is 3 shape (shape + 2).
        expectMean(s => (gamma(s, shape) - shape) ** 2, shape, 3 * shape * (shape + 2) - shape ** 2, from);
      }),
      runs,
    );
  });

  test('beta', () => {
    fc.assert(
      fc.property(seed, positive(0.3, 20), positive(0.3, 20), (seed, a, b) => {
        const variance = (a * b) / ((a + b) ** 2 * (a + b + 1));
        expectMean(s => beta(s, a, b), a / (a + b), variance, stream(seed, 'beta'));
      }),
      runs,
    );
  });

  test('beta of shapes near nothing is one end or the other', () => {
    expectMean(s => beta(s, 3e-4, 1e-4), 0.75, 0.1875, stream(2, 'ends'));
  });

  test('PERT stays in its range and has mean (low + 4 mode + high) / 6', () => {
    fc.assert(
      fc.property(seed, fc.tuple(positive(0, 1), positive(0, 1), positive(0, 1)), (seed, values) => {
        const [low, mode, high] = values.sort((a, b) => a - b);
        const range: Pert = {low, mode, high};
        const from = stream(seed, 'pert');
        for (let at = 0; at < 50; at++) {
          const drawn = pert(from, range);
          expect(drawn >= low && drawn <= high).toBe(true);
        }
        const mean = (low + 4 * mode + high) / 6;
        expectMean(s => pert(s, range), mean, ((mean - low) * (high - mean)) / 7, from);
      }),
      runs,
    );
  });

  test('PERT of one point is that point, and of a range upside down is an error', () => {
    expect(pert(stream(1, 'p'), {low: 0.4, mode: 0.4, high: 0.4})).toBe(0.4);
    expect(() => pert(stream(1, 'p'), {low: 1, mode: 0.4, high: 0})).toThrow('invalid range');
  });

  test.each([0, 0.3, 3.3, 40, 499, 501, 1700])('Poisson of mean %d', mean => {
    const from = stream(9, 'poisson');
    expectMean(s => poisson(s, mean), mean, mean, from);
    expectMean(s => (poisson(s, mean) - mean) ** 2, mean, mean + 2 * mean ** 2, from);
  });

  test('negative binomial: variance mean + mean^2 / size', () => {
    fc.assert(
      fc.property(seed, positive(0.5, 60), positive(0.5, 30), (seed, mean, size) => {
        const variance = mean + mean ** 2 / size;
        const from = stream(seed, 'nb');
        expectMean(s => negativeBinomial(s, mean, size), mean, variance, from);
        const kurtosis = 3 + 6 / size + 1 / variance;
        const ofSquare = variance ** 2 * (kurtosis - 1);
        expectMean(s => (negativeBinomial(s, mean, size) - mean) ** 2, variance, ofSquare, from);
      }),
      runs,
    );
  });

  test('lognormal: mean exp(mu + sigma^2 / 2)', () => {
    fc.assert(
      fc.property(seed, positive(-2, 5), positive(0.05, 0.8), (seed, mu, sigma) => {
        const mean = Math.exp(mu + sigma ** 2 / 2);
        expectMean(
          s => lognormal(s, mu, sigma),
          mean,
          mean ** 2 * Math.expm1(sigma ** 2),
          stream(seed, 'log'),
        );
      }),
      runs,
    );
  });

  test('generalised Pareto: mean scale / (1 - shape)', () => {
    for (const shape of [-0.5, -0.1, 0, 0.1, 0.2]) {
      const variance = 9 / ((1 - shape) ** 2 * (1 - 2 * shape));
      expectMean(s => generalisedPareto(s, 3, shape), 3 / (1 - shape), variance, stream(3, 'tail'));
    }
  });

  test('index meets every place equally', () => {
    expectMean(s => index(s, 7), 3, 4, stream(4, 'index'));
  });
});
