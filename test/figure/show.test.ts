import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {assumed, KEPT, numbersIn, resultStyle, type Style, show} from '../../src/figure/index.ts';
import {figure} from './figures.ts';

const shown = (value: number, unit: string, style: Style) => show(figure(value, unit, {style}));

test.each<[number, string, Style, string]>([
  [961_538, 'USD/day', {as: 'full'}, '$961,538 per day'],
  [50, 'pod', {as: 'full'}, '50 pods'],
  [1, 'pod', {as: 'full'}, '1 pod'],
  [0.025, '1', {as: 'full', share: true}, '2.5%'],
  [215_000, 'USD/year', {as: 'money'}, '$215,000'],
  [15, 'minute', {as: 'money'}, '15 minutes'],
  [215_000, 'USD/year', {as: 'short'}, '$215K'],
  [1_254_000, 'GBP', {as: 'short', digits: 2}, '£1.3M'],
  [50, 'pod', {as: 'short'}, '50 pods'],
  [0.999_85, '1', {as: 'share'}, '99.985%'],
  [0.123_45, '1', {as: 'share', digits: 2}, '12%'],
  [0.000_250_134_79, '1', {as: 'share', digits: 6}, '0.025013%'],
  [-0.05, '1', {as: 'share'}, '−5%'],
  [0.999_823_4, '1', {as: 'known', share: true}, '99.982%'],
  [0.5, '1', {as: 'known', share: true}, '50%'],
  [1, '1', {as: 'known', share: true}, '100%'],
  [0, '1', {as: 'known', share: true}, '0%'],
  [-0.25, '1', {as: 'known', share: true}, '−25%'],
  [225.4, 'minute', {as: 'known'}, '225 minutes'],
  [5_400, '1', {as: 'factor'}, '5,400'],
  [5_432, '1', {as: 'factor', digits: 3}, '5,430'],
  [-5_400, '1', {as: 'factor'}, '−5,400'],
  [175_000, 'USD', {as: 'written', text: '$175k'}, '$175k'],
  [143, 'pod', {as: 'magnitude'}, 'hundreds of pods'],
  [9, 'pod', {as: 'magnitude'}, 'a handful of pods'],
  [10, 'pod', {as: 'magnitude'}, 'dozens of pods'],
  [1_000, 'pod', {as: 'magnitude'}, 'thousands of pods'],
  [2_400_000, 'pod', {as: 'magnitude'}, 'millions of pods'],
  [143, '1', {as: 'magnitude'}, 'hundreds'],
  [2_000, '1', {as: 'magnitude'}, 'thousands'],
  [18_730_000, 'USD/day', {as: 'magnitude'}, 'tens of millions of USD per day'],
  [-18_730_000, 'USD', {as: 'magnitude'}, 'tens of millions of USD'],
  [50, 'USD', {as: 'magnitude'}, 'tens of USD'],
  [5, 'USD', {as: 'magnitude'}, 'a handful of USD'],
  [0.5, 'pod', {as: 'magnitude'}, 'a fraction of pods'],
  [0, 'pod', {as: 'magnitude'}, 'a fraction of pods'],
  [0.5, '1', {as: 'magnitude'}, 'a fraction'],
  [3e12, 'USD', {as: 'magnitude'}, 'trillions of USD'],
  [218, 'minute', {as: 'clock'}, '3 hours 38 minutes'],
  [217.7, 'minute', {as: 'clock'}, '3 hours 38 minutes'],
  [61, 'minute', {as: 'clock'}, '1 hour 1 minute'],
  [120, 'minute', {as: 'clock'}, '2 hours'],
  [45, 'minute', {as: 'clock'}, '45 minutes'],
  [0, 'minute', {as: 'clock'}, '0 minutes'],
  [
    1.4287,
    '1',
    {as: 'times', text: 'the PnL of the year before'},
    'about 1.4 times the PnL of the year before',
  ],
  [1_234, '1', {as: 'times', text: 'the last'}, 'about 1,200 times the last'],
])('%d %s, %o, is shown as %s', (value, unit, style, text) => expect(shown(value, unit, style)).toBe(text));

test.each<[number, number, string, Style, string]>([
  [175_000, 225_000, 'USD', {as: 'short'}, '$175K to $225K'],
  [220, 263, 'minute', {as: 'full'}, '220 to 263 minutes'],
  [1, 2, 'pod', {as: 'full'}, '1 pod to 2 pods'],
  [500_000, 600_000, 'USD/day', {as: 'full'}, '$500,000 to $600,000 per day'],
  [5, 5, 'pod', {as: 'full'}, '5 pods'],
])('%d to %d %s, %o, is shown as %s', (low, high, unit, style, text) =>
  expect(show(assumed({low, high, unit: quantity(0, unit).unit}, 'a band', {style}))).toBe(text),
);

describe('an interval', () => {
  const sure = {low: 203.6, high: 248.9, level: 0.95};
  const uptime = {low: 0.9995, high: 0.9999, level: 0.9};
  const of = (value: number, unit: string, interval: typeof sure, style: Style) =>
    show(assumed(quantity(value, unit), 'x', {style, interval}));

  test.each<[Style, string]>([
    [{as: 'known', interval: true}, '225 minutes (95%: 204 to 249 minutes)'],
    [{as: 'level'}, '95%'],
    [{as: 'ends'}, '204 to 249 minutes'],
    [{as: 'interval'}, '95%: 204 to 249 minutes'],
    [{as: 'known'}, '225 minutes'],
  ])('of minutes, %o: %s', (style, text) => expect(of(225.4, 'minute', sure, style)).toBe(text));

  test('of a share has the decimals of the share', () =>
    expect(of(0.99982, '1', uptime, {as: 'known', share: true, interval: true})).toBe(
      '99.982% (90%: 99.95% to 99.99%)',
    ));

  test('of nothing left to chance is not shown', () => {
    const none = {low: 5, high: 5, level: 0.95};
    expect(of(5, 'pod', none, {as: 'full', interval: true})).toBe('5 pods');
    expect(of(5, 'pod', none, {as: 'ends'})).toBe('');
    expect(shown(5, 'pod', {as: 'level'})).toBe('');
  });
});

test('a sealed figure is kept back', () => expect(show({figure: 'sealed', tier: 'stated'})).toBe(KEPT));

test('a result of arithmetic below one is a share', () => {
  expect(resultStyle(quantity(0.25))).toEqual({as: 'share', digits: 6});
  expect(resultStyle(quantity(0.25, 'USD'))).toEqual({as: 'full'});
  expect(resultStyle(quantity(1))).toEqual({as: 'full'});
});

describe('the number that is read back from what is shown', () => {
  const styles: readonly Style[] = [
    {as: 'full'},
    {as: 'money'},
    {as: 'short'},
    {as: 'short', digits: 2},
    {as: 'known'},
    {as: 'factor'},
    {as: 'factor', digits: 4},
    {as: 'times', text: 'as much'},
  ];
  /** How far what is shown may lie from what is meant: half a unit of the last digit that the style keeps. */
  const digitsOf = ({as, digits}: Style) =>
    digits ?? {short: 4, known: 3, factor: 2, times: 2}[as as 'short'] ?? 6;

  test('is the number, within its digits', () => {
    const values = fc.double({min: 0.01, max: 9e11, noNaN: true});
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('USD', 'USD/day', 'pod', 'minute'),
        fc.constantFrom(...styles),
        (value, unit, style) => {
          const text = shown(value, unit, style);
          const [number, ...more] = numbersIn(text);
          expect(more).toEqual([]);
          const digits = 0.5 * 10 ** (Math.floor(Math.log10(value)) + 1 - digitsOf(style));
          // An amount has no decimals but below a hundred.
          const cents = unit.startsWith('USD') ? 0.5 : 5e-7;
          const nearest = Math.min(...(number?.values ?? []).map(one => Math.abs(one - value)));
          expect(nearest).toBeLessThanOrEqual((digits + cents) * (1 + 1e-6) + 1e-9);
        },
      ),
    );
  });

  test('is the share, within its digits', () => {
    fc.assert(
      fc.property(
        fc.double({min: 1e-5, max: 0.99999, noNaN: true}),
        fc.constantFrom<Style>({as: 'share'}, {as: 'share', digits: 2}, {as: 'known', share: true}),
        (value, style) => {
          const [number] = numbersIn(shown(value, '1', style));
          const lacks = style.as === 'known' ? Math.min(value, 1 - value) : value;
          const digits =
            0.5 *
            10 **
              (Math.floor(Math.log10(100 * lacks)) + 1 - (style.digits ?? (style.as === 'known' ? 2 : 5)));
          const nearest = Math.min(...(number?.values ?? []).map(one => Math.abs(one - 100 * value)));
          expect(nearest).toBeLessThanOrEqual(digits * (1 + 1e-6) + 5e-7);
        },
      ),
    );
  });
});
