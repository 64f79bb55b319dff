import {expect, test} from 'vitest';
import {exceedance, peaksOver, stream} from '../../src/stats/index.ts';
import {generalisedPareto} from '../../src/stats/random.ts';
import {paretoAbove} from '../../src/stats/tail.ts';

test.each([-0.3, 0, 0.25])('a tail of shape %d is found again', shape => {
  const from = stream(8, `tail ${shape}`);
  const values = Array.from({length: 8000}, () => 2 + generalisedPareto(from, 3, shape));
  const found = peaksOver(values, 2);
  // The asymptotic errors of Smith (1985): (1 + shape) / sqrt(n), and scale sqrt(2 (1 + shape)) / sqrt(n).
  expect(Math.abs((found?.tail.shape ?? NaN) - shape)).toBeLessThan((4 * (1 + shape)) / Math.sqrt(8000));
  expect(Math.abs((found?.tail.scale ?? NaN) - 3)).toBeLessThan(
    (4 * 3 * Math.sqrt(2 * (1 + shape))) / Math.sqrt(8000),
  );
});

test('exceedance is the share over the threshold times the tail', () => {
  const values = Array.from({length: 100}, (_, at) => at + 1);
  const peaks = peaksOver(values, 80);
  if (peaks === null) throw new Error('no peaks');
  expect(exceedance(peaks, 80)).toBe(0.2);
  expect(exceedance(peaks, 90)).toBeCloseTo(0.2 * paretoAbove(peaks.tail, 10), 12);
  expect(() => exceedance(peaks, 70)).toThrow('below the threshold');
});

test('a bounded tail ends, and four peaks make none', () => {
  expect(paretoAbove({scale: 1, shape: -0.5}, 2.1)).toBe(0);
  expect(paretoAbove({scale: 1, shape: 0}, 2)).toBeCloseTo(Math.exp(-2), 12);
  expect(paretoAbove({scale: 1, shape: 1e-9}, 2)).toBeCloseTo(Math.exp(-2), 6);
  expect(peaksOver([1, 2, 3, 4], 0)).toBeNull();
});
