import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {assumed, KEPT, redact, secretsIn, show, type Style} from '../../src/figure/index.ts';
import {secret} from './figures.ts';
import {notationsOf, type Told} from './notations.ts';
import {times} from '../strength.ts';

const UNITS = {money: 'USD/day', count: 'pod', share: '1'} as const;

/** The notations whose own digits are still there once the text was redacted. */
function leaks(told: Told): readonly string[] {
  const secrets = secretsIn([secret(told.value, UNITS[told.is])]);
  return notationsOf(told).flatMap(({parts, text, core}) =>
    redact(text, secrets).includes(core) ? [`${parts.join(', ')}: ${text}`] : [],
  );
}

describe('a secret is found in every notation of the grammar', () => {
  test.each<[Told, number]>([
    [{value: 18_764_321, is: 'money'}, 40_000],
    [{value: 7313, is: 'count'}, 9000],
    [{value: 143, is: 'count'}, 9000],
    [{value: 0.876543, is: 'share'}, 9000],
  ])('%o', (told, least) => {
    expect(notationsOf(told).length).toBeGreaterThan(least);
    expect(leaks(told)).toEqual([]);
  });

  test('whatever its digits are', () => {
    const value = (digits: number, scale: number) => Number((digits * scale).toPrecision(9));
    const digits = fc.integer({min: 11_111, max: 999_999}).filter(one => one % 10 !== 0);
    const all = fc.oneof(
      digits.map((one): Told => ({value: value(one, 100), is: 'money'})),
      digits.map((one): Told => ({value: one, is: 'count'})),
      digits.map((one): Told => ({value: value(one, 1e-6), is: 'share'})),
    );
    fc.assert(
      fc.property(all, told => {
        expect(leaks(told)).toEqual([]);
      }),
      {numRuns: times(50), seed: 1},
    );
  });
});

describe('and in the notations that need another number beside it', () => {
  const PNL = 18_730_000;
  test.each([
    ['18 million 730 thousand', PNL],
    ['18m, 730k', PNL],
    ['18 million and 730 thousand', PNL],
    ['3 hours 38 minutes', 218],
    ['3h38', 218],
    ['3 h 38 min', 218],
    ['143%', 1.43],
    ['½', 0.5],
    ['1/2', 0.5],
    ['7/8', 0.875],
    ['876/1000', 0.876],
    ['1,43', 1.43],
    ['0,143', 0.143],
    ['❶❹❸', 143],
    ['➀➃➂', 143],
    ['143²', 143],
    ['2025,143', 143],
    ['v.143', 143],
    ['1 4 3', 143],
    ['1-4-3', 143],
    ['7 3 1 3', 7313],
    ['down-18-730-000', PNL],
    ['FY25/18/730/000', PNL],
  ])('%s', (text, value) => expect(redact(`it is ${text} now`, secretsIn([secret(value)]))).toContain(KEPT));
});

describe('and as this program would print it', () => {
  const styles: readonly Style['as'][] =
    'full money short share known factor uptime minutes wholeMinutes'.split(' ') as never;
  const values = [
    18_764_321, 267_750_123, 141_593, 7313, 2565.91, 225.4, 143, 17.55, 1.8764, 0.876543, 0.99982, 0.0123,
  ];
  const units = ['USD', 'USD/day', 'minute', 'pod', '1'] as const;
  const all = values
    .flatMap(value => units.flatMap(unit => styles.map(as => ({value, unit, as}))))
    .filter(({unit, as}) => unit === '1' || (as !== 'share' && as !== 'uptime'));
  test.each(all)('$value $unit, $as', ({value, unit, as}) => {
    const shown = show(assumed(quantity(value, unit), 'x', {style: {as}}));
    const digits = shown.replace(/\D/g, '').replace(/^0+|0+$/g, '');
    // Of two digits nobody can tell whose they are: what rounds so far is declared.
    if (digits.length < 3 || /^(?:0|100)%/.test(shown)) return;
    expect(redact(shown, secretsIn([secret(value, unit)]))).toContain(KEPT);
  });
});

describe('a text without the secret stays, byte for byte', () => {
  const SECRETS = secretsIn([
    secret(18_764_321, 'USD/day'),
    secret(7313, 'pod'),
    secret(143, 'pod'),
    secret(0.876543),
    secret(4, 'pod'),
    secret(25, 'pod'),
  ]);
  test.each([
    'on 2026-04-25 at 14:30',
    '2026-11-22T14:25:04Z',
    'Q4 and H1',
    'L4 at Google, P4 here, v4 of it',
    'k8s, S3 and EC4',
    '24/7 and a 401(k)',
    '4. Then ask for more',
    '  (4) Then ask',
    '$190,000 base, 200K in all',
    '$1,143,000 a year',
    '1.143.2',
    '44 of them, 40, 14 and 240',
    '250 pods, 2,500 pods, 25,000 pods',
    '18 000 000',
    '14.3 minutes, 1.43, 1430',
    '99.982% of 390 minutes',
    '88 pods, 87 of them',
    '731 or 7.3%',
    '21M, $16.9M and 1.9bn',
    'RFC 9110, ISO 8601, port 8080, +1 212 555 0188',
    'order-router, market-data',
    'تقرير السنة ٢٠٢٦',
    'x86_64, UTF-8, IPv6, h264',
  ])('%s', text => expect(redact(text, SECRETS)).toBe(text));

  test('also beside one that holds it', () =>
    expect(redact('1) 250 pods; 143 pods; on 2026-04-25', SECRETS)).toBe(
      `1) 250 pods; ${KEPT} pods; on 2026-04-25`,
    ));
});
