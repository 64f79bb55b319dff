import {expect, test} from 'vitest';
import {pert, stream} from '../../src/stats/index.ts';
import {gamma, negativeBinomial, normal, poisson, uniform} from '../../src/stats/random.ts';

/** Every simulated figure rests on these. They may change with a major version only, and the changelog says so. */
test('the same seed and name give the same draws in every version', () => {
  const from = stream(20261123, 'loss');
  expect([
    uniform(from),
    normal(from),
    gamma(from, 2.5, 3),
    gamma(from, 0.5),
    pert(from, {low: 0.1, mode: 0.3, high: 1}),
    poisson(from, 40),
    negativeBinomial(from, 40, 12),
  ]).toMatchInlineSnapshot(`
    [
      0.18442352287241348,
      -2.309634406543637,
      15.59937836476525,
      2.643907062105473,
      0.2881803589665298,
      45,
      37,
    ]
  `);
});
