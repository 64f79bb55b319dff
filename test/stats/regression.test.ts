import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fit, nearCovariance, residualCovariance} from '../../src/stats/regression.ts';

test('the covariance beside the diagonal is that of the whole matrix, in series with gaps too', () => {
  const steps = fc.array(
    fc.record({gap: fc.integer({min: 1, max: 4}), value: fc.double({min: -1, max: 1, noNaN: true})}),
    {
      minLength: 6,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(steps, fc.double({min: 0, max: 0.95, noNaN: true}), (series, rho) => {
      let time = 0;
      const times = series.map(({gap}) => (time += gap));
      const half = series.length >> 1;
      const rows = times.map((at, i) => [1, at / time, i < half ? 0 : 1]);
      const fitted = fit(
        times,
        rows,
        series.map(({value}) => value),
      );
      if (fitted === null) return;
      const whole = residualCovariance(fitted, rho);
      const {own, next} = nearCovariance(fitted, rho);
      const n = times.length;
      for (let i = 0; i < n; i++) expect(own[i]).toBeCloseTo(whole[i * n + i] as number, 9);
      for (let i = 0; i + 1 < n; i++) expect(next[i]).toBeCloseTo(whole[i * n + i + 1] as number, 9);
    }),
  );
});
