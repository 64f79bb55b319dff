import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ticks} from '../../../src/page/index.ts';

const amounts = (low: number, high: number, most: number) => ticks(low, high, most).map(one => one.amount);

describe('the amounts of a scale', () => {
  test.each<[number, number, number, readonly number[]]>([
    [165_000, 310_000, 3, [200_000, 250_000, 300_000]],
    [165_000, 310_000, 6, [175_000, 200_000, 225_000, 250_000, 275_000, 300_000]],
    [0, 10, 2, [0, 10]],
    [0.2, 0.9, 3, [0.25, 0.5, 0.75]],
    [100, 100, 5, []],
    [100, 200, 0, []],
  ])('from %d to %d, at most %d of them', (low, high, most, found) =>
    expect(amounts(low, high, most)).toEqual(found),
  );

  test('lie on the scale in order, no more than there is room for', () => {
    const money = fc.double({min: 0, max: 1e9, noNaN: true});
    fc.assert(
      fc.property(
        money,
        fc.double({min: 1e-3, max: 1e9, noNaN: true}),
        fc.integer({min: 1, max: 20}),
        (low, range, most) => {
          const high = low + range;
          const found = ticks(low, high, most);
          // What doubles of this size can tell apart, as a share of the scale.
          const slack = (4 * Number.EPSILON * high) / range;
          expect(found.length).toBeLessThanOrEqual(most);
          for (const [at, {share}] of found.entries()) {
            expect(share).toBeGreaterThanOrEqual(-slack);
            expect(share).toBeLessThanOrEqual(1 + slack);
            expect(share).toBeGreaterThan(found[at - 1]?.share ?? -1);
          }
        },
      ),
    );
  });
});
