import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {betaBelow, betaQuantile, studentBelow, studentQuantile} from '../../src/stats/beta.ts';
import {
  chiSquareAbove,
  chiSquareQuantile,
  gammaAbove,
  gammaBelow,
  gammaQuantile,
  logGamma,
} from '../../src/stats/gamma.ts';
import {normalAbove, normalBelow, normalQuantile} from '../../src/stats/normal.ts';
import {quantileOf} from '../../src/stats/quantile.ts';

const positive = (min: number, max: number) => fc.double({min, max, noNaN: true});
const inside = fc.double({min: 1e-6, max: 1 - 1e-6, noNaN: true});

/** Equal but for a part in `parts`, or that much near 0. */
function expectNear(found: number, expected: number, parts = 1e11): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual((1 + Math.abs(expected)) / parts);
}

describe('published tables', () => {
  test.each([
    // Percentage points of the chi-square, Abramowitz and Stegun table 26.8.
    [0.95, 1, 3.84146],
    [0.975, 1, 5.02389],
    [0.025, 2, 0.0506356],
    [0.975, 2, 7.37776],
    [0.95, 10, 18.307],
    [0.005, 10, 2.15585],
    [0.99, 30, 50.8922],
    [0.995, 100, 140.169],
  ])('chi-square at %d with %d degrees of freedom is %d', (p, freedom, value) => {
    expect(chiSquareQuantile(p, freedom) / value).toBeCloseTo(1, 5);
  });

  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
  ])('the normal at %d is %d', (p, value) => {
    expectNear(normalQuantile(p), value);
  });

  test.each([
    // Student's t, Abramowitz and Stegun table 26.10.
    [0.975, 1, 12.706],
    [0.975, 4, 2.776],
    [0.975, 10, 2.228],
    [0.995, 30, 2.75],
    [0.95, 120, 1.658],
  ])('t at %d with %d degrees of freedom is %d', (p, freedom, value) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(value, 3);
  });

  test('the gamma function at whole numbers and at a half', () => {
    let factorial = 1;
    for (let n = 1; n < 100; n++) {
      expectNear(logGamma(n), Math.log(factorial), 1e13);
      factorial *= n;
    }
    expectNear(logGamma(0.5), Math.log(Math.PI) / 2, 1e14);
    expect(() => logGamma(0)).toThrow('invalid argument');
  });
});

describe('identities', () => {
  test('gamma(x + 1) = x gamma(x), and the doubling of Legendre', () => {
    fc.assert(
      fc.property(positive(1e-3, 1e4), x => {
        expectNear(logGamma(x + 1), logGamma(x) + Math.log(x));
        const half = logGamma(x) + logGamma(x + 0.5);
        expectNear(half, (1 - 2 * x) * Math.LN2 + Math.log(Math.PI) / 2 + logGamma(2 * x));
      }),
    );
  });

  test('below and above are all; shape 1 is the exponential; shapes follow by recurrence', () => {
    fc.assert(
      fc.property(positive(0.01, 500), positive(1e-6, 600), (shape, x) => {
        expectNear(gammaBelow(shape, x) + gammaAbove(shape, x), 1);
        expectNear(gammaAbove(1, x), Math.exp(-x), 1e13);
        const step = Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
        expectNear(gammaBelow(shape, x) - step, gammaBelow(shape + 1, x));
      }),
    );
  });

  test('the chi-square of many is the sum of a Poisson', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 60}), positive(0.1, 80), (k, mean) => {
        let sum = 0;
        for (let n = 0; n <= k; n++) sum += Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
        expectNear(chiSquareAbove(2 * mean, 2 * k + 2), sum);
      }),
    );
  });

  test('the beta mirrors, is a sum of a binomial, and is x^a for b = 1', () => {
    fc.assert(
      fc.property(positive(0.05, 300), positive(0.05, 300), inside, (a, b, x) => {
        expectNear(betaBelow(x, a, b), 1 - betaBelow(1 - x, b, a), 1e9);
        expectNear(betaBelow(x, a, 1), x ** a);
      }),
    );
    let sum = 0;
    for (let k = 3; k <= 10; k++) {
      const ways = Math.exp(logGamma(11) - logGamma(k + 1) - logGamma(11 - k));
      sum += ways * 0.3 ** k * 0.7 ** (10 - k);
    }
    expectNear(betaBelow(0.3, 3, 8), sum);
  });

  test('a t of one degree of freedom is Cauchy, of many is normal', () => {
    for (const t of [-7, -0.3, 0, 1, 40]) expectNear(studentBelow(t, 1), 0.5 + Math.atan(t) / Math.PI);
    for (const t of [-2, 0.5, 3]) expect(studentBelow(t, 1e7)).toBeCloseTo(normalBelow(t), 6);
  });

  test('the normal is even, and its tail keeps its digits', () => {
    fc.assert(fc.property(positive(-8, 8), x => expectNear(normalBelow(x), normalAbove(-x), 1e14)));
    // The asymptotic series of Abramowitz and Stegun 26.2.12 at 20, to the term in x^-8.
    const tail =
      (Math.exp(-200) / Math.sqrt(2 * Math.PI) / 20) *
      (1 - 1 / 400 + 3 / 400 ** 2 - 15 / 400 ** 3 + 105 / 400 ** 4);
    expect(normalAbove(20) / tail).toBeCloseTo(1, 9);
  });
});

describe('quantiles undo what they invert', () => {
  test('gamma, beta, normal, t', () => {
    fc.assert(
      fc.property(inside, positive(1, 400), positive(1, 400), (p, a, b) => {
        expectNear(gammaBelow(a, gammaQuantile(p, a)), p);
        expectNear(betaBelow(betaQuantile(p, a, b), a, b), p, 1e9);
        expectNear(normalBelow(normalQuantile(p)), p, 1e13);
        expectNear(studentBelow(studentQuantile(p, a), a), p, 1e7);
      }),
    );
  });

  test('the ends are the ends of the law', () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.2)).toThrow('invalid probability');
  });

  test('of a sample lie between neighbours', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map(p => quantileOf([1, 2, 4, 8], p))).toEqual([1, 1.75, 3, 5, 8]);
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});
