import fc from 'fast-check';
import {expect, test} from 'vitest';
import {showNumber} from '../../src/base/index.ts';
import {times} from '../strength.ts';

test('a number is shown as the locale shows it, whole or broken', () => {
  const numbers = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.integer({min: -1e9, max: 1e9}).map(value => value / 1000),
    fc.double({min: -1e4, max: 1e4}).map(value => Number(value.toPrecision(6))),
    fc.constantFrom(0, -0, 999.9995, 1e21, 1e-7, 0.5, -0.0004, Number.MAX_SAFE_INTEGER),
  );
  fc.assert(
    fc.property(numbers, fc.integer({min: 0, max: 12}), (value, decimals) => {
      expect(showNumber(value, decimals)).toBe(
        value.toLocaleString('en-US', {maximumFractionDigits: decimals}),
      );
    }),
    {numRuns: times(20_000), seed: 20261130},
  );
});
