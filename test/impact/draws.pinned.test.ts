import {expect, test} from 'vitest';
import {at, report} from './made-up.ts';

// The same record, assumptions and seed give the same figures, digit by digit. These may change with a new major version
// only, or with a mended formula that docs/methods.md tells of: whoever quoted them must be able to find them again.

test('the intervals of a seed are pinned', () => {
  const {total, baselines, year} = report({
    systems: {router: {alpha: 0.8, beta: 0.5}, quotes: {alpha: 1}},
    pnl: {
      alpha: Array.from({length: 40}, (_, day) => 1000 * ((day * 37) % 41)),
      beta: Array.from({length: 40}, (_, day) => 500 * ((day * 17) % 23)),
    },
    outages: {
      router: ['2025-02-03 15:00 +60', '2025-04-02 15:00 +25', '2025-09-02 15:00 +5'],
      quotes: ['2025-03-03 15:30 +40', '2025-10-06 14:00 +8'],
    },
    impact: {
      lossGivenOutage: {low: 0.2, mode: 0.5, high: 0.9, source: 'a guess'},
      baselines: [{kind: 'own', from: null, until: at('2025-07-01 00:00')}],
    },
    seed: 42,
    draws: 500,
  });
  const shown = ({low, mid, high}: {low: number; mid: number; high: number}) =>
    [low, mid, high].map(of => Number(of.toPrecision(10)));
  expect({
    lost: shown(total.lost),
    protected: baselines.map(one => shown(one.protected)),
    year: year && shown(year.year),
  }).toMatchInlineSnapshot(`
    {
      "lost": [
        179.7313081,
        342.8961004,
        528.676107,
      ],
      "protected": [
        [
          -2011.528508,
          3050.963224,
          10078.8231,
        ],
      ],
      "year": [
        0,
        663.5086337,
        2623.263535,
      ],
    }
  `);
});
