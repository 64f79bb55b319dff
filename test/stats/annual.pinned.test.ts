import {expect, test} from 'vitest';
import {annualLoss} from '../../src/stats/index.ts';

/** What a plan says of a year rests on this. It may change with a major version only, and the changelog says so. */
test('the same sources and seed give the same years in every version', () => {
  const {mean, standardError, year} = annualLoss(
    [
      {
        system: 'router',
        incidents: {events: 7, time: 2},
        size: 4,
        durations: {name: 'lognormal', mu: 3.2, sigma: 1.1},
        longest: 390,
        perMinute: [2000, 500],
        given: {low: 0.2, mode: 0.5, high: 1},
      },
    ],
    {
      seed: 41,
      years: 500,
      branches: [{name: 'wrong orders', chance: 0.01, loss: {low: 1e5, mode: 1e6, high: 1e7}}],
    },
  );
  expect([mean.mid, standardError, year.low, year.mid, year.high]).toMatchInlineSnapshot(`
    [
      235684.33705060362,
      14440.0568124594,
      0,
      146811.64239186217,
      1005491.1584849344,
    ]
  `);
});
