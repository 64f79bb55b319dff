import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  minus,
  over,
  overUnit,
  plus,
  quantity,
  sameUnit,
  showQuantity,
  times,
  UnitError,
  unit,
} from '../../src/base/index.ts';
import {timesUnit} from '../../src/base/unit.ts';

const words = fc.constantFrom('USD', 'GBP', 'minute', 'day', 'year', 'pod');
const units = fc.dictionary(
  words,
  fc.integer({min: -2, max: 2}).filter(power => power !== 0),
);

describe('units', () => {
  test('money per minute times minutes is money', () => {
    const lost = times(quantity(170_000, 'USD/minute'), quantity(15, 'minute'));
    expect(lost).toEqual(quantity(2_550_000, 'USD'));
  });

  test('pods are not minutes', () => {
    expect(() => plus(quantity(50, 'pod'), quantity(15, 'minute'))).toThrow(UnitError);
    expect(() => minus(quantity(1, 'USD/day'), quantity(1, 'USD/year'))).toThrow(
      'cannot subtract USD per day and USD per year',
    );
  });

  test('minutes become days only through a day length', () => {
    const rate = over(quantity(42_500_000, 'USD/day'), quantity(390, 'minute/day'));
    expect(rate.unit).toEqual(unit('USD/minute'));
  });

  test('dividing undoes multiplying', () => {
    fc.assert(fc.property(units, units, (a, b) => sameUnit(overUnit(timesUnit(a, b), b), a)));
  });

  test.each([
    [quantity(170_000, 'USD/minute'), '$170,000 per minute'],
    [quantity(2_000, 'USD/pod/minute'), '$2,000 per pod per minute'],
    [quantity(50, 'pod'), '50 pods'],
    [quantity(1, 'pod'), '1 pod'],
    [quantity(390, 'minute/day'), '390 minutes per day'],
    [quantity(-1_500, 'GBP'), '−£1,500'],
    [quantity(2_343_781, 'minute'), '2,343,781 minutes'],
    [quantity(0.025_013_479), '0.025013'],
  ])('%o reads %s', (of, shown) => expect(showQuantity(of)).toBe(shown));

  test('a share reads as a percent', () => expect(showQuantity(quantity(0.99997), 'share')).toBe('99.997%'));
});
