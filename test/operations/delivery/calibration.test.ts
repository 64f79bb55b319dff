import {describe, expect, test} from 'vitest';
import {interruption} from '../../../src/operations/delivery/interruption.ts';
import {normal, stream} from '../../../src/stats/index.ts';
import {isFinding} from '../../../src/figure/index.ts';
import type {SeriesStep} from '../../../src/operations/index.ts';
import {messageOf} from '../../findings.ts';
import {held, times} from '../../strength.ts';

/** Log minutes with a known jump and trend, and AR(1) errors. */
function series(seed: number, n: number, rho: number, jump: number): readonly SeriesStep[] {
  const chance = stream(seed, 'log minutes');
  let error = normal(chance) / Math.sqrt(1 - rho * rho);
  return [...Array(n).keys()].map(at => {
    const time = at - n / 2;
    const log = 3 + 0.01 * time + (time < 0 ? 0 : jump) + 0.3 * error;
    error = rho * error + normal(chance);
    return {time, minutes: Math.exp(log), n: 1};
  });
}

const SERIES = times(4000);

describe('the interval of a jump', () => {
  test.each([
    [24, 0.3],
    [52, 0.3],
    [52, 0.6],
  ])('holds the truth in 95 of 100 series of %i steps with autocorrelation %f', (n, rho) => {
    const jump = Math.log(0.3);
    let count = 0;
    for (let seed = 0; seed < SERIES; seed++) {
      const found = interruption(series(seed, n, rho, jump), {declared: true});
      if (isFinding(found)) throw new Error(messageOf(found));
      if (Math.log1p(found.change.low) <= jump && jump <= Math.log1p(found.change.high)) count++;
    }
    const {fewest, most} = held(SERIES, 0.95);
    expect(count).toBeGreaterThanOrEqual(fewest);
    expect(count).toBeLessThanOrEqual(most);
  });
});
