import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {assumed, KEPT, numbersIn, redact, replaceNumbers, secretsIn, worked} from '../../src/figure/index.ts';
import {figure, named, secret} from './figures.ts';

const PNL = 18_730_000;
const PODS = 143;
const RATE = secret(0.876543);

describe('a text that tells a secret', () => {
  test.each([
    '18730000',
    '18,730,000',
    '18 730 000',
    '18.730.000',
    '18’730’000',
    '18_730_000',
    '$18.73M',
    '$18.73M/day',
    '-18.73M',
    'USD18.73M',
    '18.73 mio',
    '$18.73-million',
    '18.73  million',
    '18.73MUSD',
    '18.73 mln',
    '18.73 Millionen',
    '18,730 thousands',
    '1.873e+7',
    '1.873×10⁷',
    '1,87,30,000',
    '18·730·000',
    '18\u2009730\u2009000',
    '$.01873B',
    '187.3 lakh',
    '1.873 cr',
    '18,730 grand',
    'USD 18.7 million',
    '$19M',
    '18.73 USD million',
    '18.73 $m',
    '$m 18.73',
    'USDm 18.73',
    'kEUR 18,730',
    '18.73 (in millions)',
    'PnL ($M): 18.73',
    'in millions, 18.73 a day',
    '$18.73–20M',
    '0.01873 milliards',
    '١٨٧٣٠٠٠٠',
    '१८,७३०,०००',
    '18\u200b730\u200b000',
    '143 pods',
    '143-pod',
    '143pods',
    '143:',
    'about 143.',
    '143 mins',
    '143m',
    '143K',
    '143 m',
    '143 bn',
    'FY25 143 pods',
    'pods 143 250 people',
    'v_25_143',
    '12,143,9',
    '１４３',
    '1\u200b43',
    '1\u00ad43',
    '1̶4̶3̶',
    '𝟏𝟒𝟑',
  ])('%s', text => expect(redact(`we made ${text} in all`, [PNL, PODS])).toContain(KEPT));

  test.each([
    '2026-11-143',
    '14:30',
    '1430',
    'version 1.143.2',
    '$1,143,000',
    '$1.873M',
    '21 million',
    '18.73 minutes',
    '142.9 pods',
  ])('is not %s', text => expect(redact(text, [PNL, PODS])).toBe(text));

  test.each([
    '87.6543%',
    '87,6543 %',
    '87.6543 percent',
    '0.876543',
    '876.543‰',
    '8765.43 bps',
    '8,765.43 basis points',
    '87.65%',
    '0.8765',
    '88%',
    '88 per cent',
  ])('of a share: %s', text => expect(redact(text, secretsIn([RATE]))).toContain(KEPT));

  test.each(['88 pods', '87.6%', '87.66%', '12 bps'])('of a share is not %s', text =>
    expect(redact(text, secretsIn([RATE]))).toBe(text),
  );

  test('in no notation of any secret', () => {
    const notations: readonly ((value: number) => string)[] = [
      String,
      value => value.toLocaleString('en-US'),
      value => value.toLocaleString('de-DE'),
      value => value.toLocaleString('en-IN'),
      value => value.toLocaleString('ar-EG', {numberingSystem: 'arab'}),
      value => `FY25 ${value.toLocaleString('fr-FR')}`,
      value => `$${(value / 1e6).toFixed(2)}M`,
      value => `${(value / 1e3).toFixed(0)}k`,
      value => `${(value / 1e6).toFixed(1)} million`,
      value => `${(value / 1e6).toFixed(2)} (in millions)`,
      value => `USDm ${(value / 1e6).toFixed(2)}`,
      value => `${value} mins`,
    ];
    fc.assert(
      fc.property(
        fc.integer({min: 10_000_000, max: 900_000_000}),
        fc.constantFrom(...notations),
        (value, written) => {
          expect(redact(`it is ${written(value)} a day`, [value])).toContain(KEPT);
        },
      ),
    );
  });

  test('nor of any share, however doubles multiply', () => {
    fc.assert(
      fc.property(fc.integer({min: 100_001, max: 999_999}), digits => {
        const [kept] = [secretsIn([secret(digits / 1e6)])];
        expect(redact(`${(digits / 1e4).toFixed(4)}%`, kept)).toBe(`${KEPT}%`);
        expect(redact(`${digits / 1e4} percent`, secretsIn([secret(digits / 1e6)]))).toContain(KEPT);
      }),
    );
  });
});

describe('the secrets among figures', () => {
  test('are those that are confidential, as they are and as a share is told', () => {
    expect(secretsIn([secret(PODS, 'pod'), figure(7, 'pod'), secret(0, 'pod')])).toEqual([PODS]);
    expect(secretsIn([secret(0.25)])).toEqual([0.25, 25]);
    expect(secretsIn([secret(1, 'pod')])).toEqual([1]);
    expect(secretsIn([{figure: 'sealed', tier: 'stated'}])).toEqual([]);
  });

  test('are both ends of a range, and of an interval what is not told by chance', () => {
    const range = assumed({low: 175_000, high: 225_000, unit: {USD: 1}}, 'x', {disclosure: 'confidential'});
    expect(secretsIn([range])).toEqual([175_000, 225_000]);
    const sure = {low: 12, high: 150.25, level: 0.95};
    const measured = assumed(quantity(PODS, 'pod'), 'x', {disclosure: 'confidential', interval: sure});
    expect(secretsIn([measured])).toEqual(expect.arrayContaining([PODS, 150.25]));
    expect(secretsIn([measured])).not.toContain(12);
  });

  test('are the sums beneath, at any depth, but not what everybody may know', () => {
    const inner = worked('pnl * 2', named({pnl: figure(PNL, 'USD', {disclosure: 'private'})}), {
      disclosure: 'private',
    });
    const outer = worked('inner / base', named({inner, base: figure(195_000, 'USD')}), {
      disclosure: 'confidential',
    });
    expect(secretsIn([outer])).toEqual(expect.arrayContaining([2 * PNL, PNL]));
    expect(secretsIn([outer])).not.toContain(195_000);
  });
});

describe('numbers in a text', () => {
  test.each([
    ['7.313', [7.313, 7313]],
    ['$18.73M', [18_730_000]],
    ['18 730 000', [18_730_000]],
    ['143 mins', [143]],
    ['60.000,00', [60_000]],
    ['1.2e6', [1_200_000]],
    ['2026-11-22 at 10:30', []],
  ])('%s: %o', (text, values) => expect(numbersIn(text).flatMap(one => one.values)).toEqual(values));

  test('stand where they were written, whatever stands before them', () => {
    const text = 'e\u0301té ½\u200b: 1\u200b43 pods';
    const [number] = numbersIn(text).slice(-1);
    expect(text.slice(number?.from, number?.to)).toBe('1\u200b43');
  });

  test('are replaced, and nothing else', () =>
    expect(replaceNumbers('from $1M to 2–3K on 2026-11-22', () => '#')).toBe('from $# to #–# on 2026-11-22'));

  test.each(['K', 'million', "'000", '', '$', '½', 'e3'])('are none in %s alone, and nothing breaks', text =>
    expect(replaceNumbers(`${text} `, () => '')).toBeTypeOf('string'),
  );

  test('are found in good time', () => {
    const text = '12 '.repeat(40_000) + '1'.repeat(40_000);
    expect(numbersIn(text).length).toBeGreaterThan(1000);
  });
});
