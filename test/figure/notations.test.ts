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

describe('and in what people type, one number or several for one', () => {
  const all: readonly (readonly [value: number, unit: string, told: readonly string[]])[] = [
    [
      229,
      'minute',
      [
        '3h49',
        '3h49m',
        '3h 49m',
        '3 h 49 m',
        '3h49min',
        'PT3H49M',
        '3:49 h',
        '3:49 hours',
        '3h + 49m',
        '3h:49m',
        '3h-49m',
        '3u49',
        '3 Std. 49 Min.',
        '3 hours plus 49 minutes',
        '3 hours and 49 minutes',
        '3h\n49m',
        '**3h**49',
        '3hr 49',
        '3 часа 49 минут',
        '3h49m00s',
        '0d 3h 49m',
        '3 heures 49 minutes',
        '3小时49分钟',
      ],
    ],
    [27, 'hour', ['1d 3h', '1 day 3 hours', '1 day, 3 hrs', '1d3h', '1 day and 3 hours']],
    [27, 'month', ['2y3m', '2 years 3 months', '2 yrs, 3 mos']],
    [
      0.125,
      '1',
      [
        '12½%',
        '12 1/2 %',
        '12-1/2%',
        '12½ pct',
        '12½',
        '12 1/2 percent',
        '¹/₈',
        '1∕8',
        '1/8',
        '⅛',
        '1⁄8',
        '1:8',
        '1 in 8',
        '1 out of 8',
        '12 and 1/2 percent',
        '12&frac12;%',
        '12.**5**%',
        '1.25×10⁻¹',
        '1.25 x 10^-1',
        '125 × 10⁻³',
        '12 . 5%',
        '12⸳5%',
      ],
    ],
    [
      3.75,
      '1',
      ['3¾', '3 3/4', '3¾x', '3-3/4', '3³⁄₄', '3 3⁄4', '3 and 3/4', '3.**75**', '3 .75', '3. 75', '375%'],
    ],
    [
      0.000437,
      '1',
      ['4.37×10⁻⁴', '437 × 10⁻⁶', '4.37-bps', '4.37 bps', '4.37E-4', '4.37 E -4', '4.37*10**-4'],
    ],
    [
      18_730_000,
      'USD/day',
      [
        '18¾ million',
        '18¾M',
        '18 3/4 million',
        '18 73/100 million',
        '18,**730**,000',
        '1**8**,730,000',
        '**18.73**M',
        '*18.73*m',
        '10^7 × 1.873',
        '10⁷·1.873',
        '1.873*10**7',
        '1.873 * 10 ^ 7',
        '1.873×10<sup>7</sup>',
        '1.873 times 10^7',
        '1.873 E 7',
        String.raw`1.873 \times 10^{7}`,
        '1000 × 18,730',
        '18,730 x 1000',
        '1,000,000 × 18.73',
        '18.73 times 1,000,000',
        '18.73 [m]',
        '[m] 18.73',
        '18730 [K]',
        '$18M and $730K',
        '$18 million $730 thousand',
        '18 Mio. 730 Tsd.',
        '18730 thsd',
        '18730千',
        '18.73百万',
        '1873 wan',
        '18.73백만',
        '18.73KK',
        '1.873千万',
        '187,300 hundred',
        '1873,0000',
        '1873 0000',
        '18,730000',
        '18⹁730⹁000',
        '18,\n730,\n000',
        '18|730|000',
        '18. 730. 000',
        '18 , 730 , 000',
        '18{,}730{,}000',
        String.raw`18\,730\,000`,
        '18‚730‚000',
        '18:730:000',
        '18‑730‑000',
        '18<b>,</b>730,000',
        'pnl-18-73m',
        'pnl-18-730-000',
        '1_8_7_3_0_0_0_0',
        '1873000000 cents',
        '1,873,000,000¢',
        '18.73 million&nbsp;USD',
        '%1&shy;8730000',
      ],
    ],
    [
      2876,
      'person',
      ['28.76 hundred', '29 hundred', '2,\n876', '2&#8203;876', '¹2876', '2**876**', '2⁠876', '2876¹'],
    ],
    [
      143,
      'pod',
      [
        '1**4**3',
        '**1**43',
        '1*4*3',
        '1~~4~~3',
        '1<b>4</b>3',
        '1`4`3',
        '1_4_3',
        '1__4__3',
        '1<!-- x -->43',
        '1<wbr>43',
        '<i>1</i>43',
        '²143',
        '¹143',
        'note¹143',
        'note<sup>2</sup>143',
        '<sup>143</sup>',
        'n%20143%20y',
        'n=%31%34%33',
        'a%2F143',
        '&#49;&#52;&#51;',
        '&#x31;&#x34;&#x33;',
        '1&shy;43',
        '1&zwnj;43',
        '&#8203;143',
        String.raw`\u0031\u0034\u0033`,
        '⑴⑷⑶',
        '⒈⒋⒊',
        '🄂🄅🄄',
        '1\ufffc43',
        '14300%',
        '14300 percent',
        '1·4·3',
        '1\u20034\u20033',
        '1\u202f4\u202f3',
        '1|4|3',
        '\u202e341\u202c',
        '&143;',
        '143%20',
        '%143',
        '&#143;x',
      ],
    ],
    [47, 'pod', ['²47', '4\u202f7', '4\u200a7', 'Q3:47', '&#x34;&#x37;', '4&shy;7', '**4**7', '4<em>7</em>']],
    [251_300, 'share', ['¼ million', '¼M', '1/4 million', '0.25M', '25 1300', '25,1300']],
    [1_234_567.89, 'USD', ['1¼ million', '1 1/4 million', '5/4 million', '123456789 cents', '123,456,789¢']],
    [31_415, 'USD', ['3.1415 E 4', '3.1415 * 10 ^ 4', '0.031415KK', '3.1415 wan', '3,1415']],
    [
      1.2345e12,
      'USD',
      [
        '1.2345*10**12',
        '[m] 1234500',
        '123450000만',
        '1234500 (USD m)',
        '1.2345兆',
        '1.2345 million million',
      ],
    ],
    [
      1_111_100,
      'USD',
      ['$m 1.111,9', '10^6 × 1.111,25', '[m] 1·111,9', 'in $m: 1.111,250', '1.111,9 million'],
    ],
    [0.108151, '1', ['%10.8151', '%1&shy;0.8151', '%<b>1</b>0.8151', '%&#49;0.8151', 'x%201&shy;0.8151%']],
    [0.876543, '1', ['87’6543%', '87˙6543', '87 . 6543%', '87⸳6543%', 'rate-0-876543', 'rate-87-6543']],
  ];
  const each = all.flatMap(([value, unit, told]) => told.map(text => [text, value, unit] as const));
  test.each(each)('%s of %d %s', (text, value, unit) => {
    const secrets = secretsIn([secret(value, unit)]);
    for (const words of [text, `it is ${text}, now`]) {
      const left = redact(words, secrets);
      expect(left).toContain(KEPT);
      // no part of the number is left beside it
      expect(
        left.replaceAll(KEPT, '').replace(/&#8203;|<[^>]*>|²|¹|Q3|%2[0F]|&#|;x|1,?000(?:,000)?/g, ''),
      ).not.toMatch(/\d/);
    }
  });
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

describe('nor is anything taken for a secret that has its digits in another place', () => {
  const all: readonly (readonly [value: number, unit: string, told: readonly string[]])[] = [
    [
      143,
      'pod',
      [
        '0.143',
        '1/43',
        '1430 tickets',
        '14.3% up',
        '2143 hosts',
        '1.43 times',
        '1:43 in the morning',
        '341 hosts',
        '1,430',
        '14,300',
        '1.4.30',
        '14.3 bps',
        '143.7',
        '10.14.3.1',
        'room 1-430',
        '43 of 100',
        '41-43',
        '2014-3',
        '114.3',
        '1.143',
        'Q1 43',
        'SKU-14-30',
        '14/30',
        '$143.55',
        'zu-143-7-wu',
        'zu-0-143-wu',
        '14*3',
        '1430%',
        '14 × 3',
        '1.143,50 EUR',
        '14.3,43',
      ],
    ],
    [
      47,
      'pod',
      [
        '470',
        '4.7',
        '14:47',
        '2026-04-07',
        '4:07',
        '10.47.0.1',
        'at-14-47-sharp',
        'host-10-47-0-1',
        '0.47',
        '3.47',
        '4/7',
        'B-470',
        '1.470,47 EUR',
        '%4&shy;70',
      ],
    ],
    [
      0.876543,
      '1',
      [
        '876543 rows',
        '8.76543%',
        '87.5%',
        '88.6543%',
        '8765',
        '876 hosts',
        'v8.7.6',
        '87:65',
        '87 people',
        'rows-876543',
        '8.76543 seconds',
      ],
    ],
    [
      229,
      'minute',
      [
        '2290',
        '22.9%',
        '22:09',
        '2:29 pm',
        '2h29',
        '3h59',
        '4h49',
        '3h48',
        '2 of 29',
        '22-9',
        '49m',
        '3 hours',
        '3h and 50m',
        '3:49:00',
      ],
    ],
    [3.75, '1', ['37.5', '13.75', '3:45', '3/4', '¾', '3.705', 'v3.7.5', '10¾', '3 ¼', '3 1/43']],
    [
      0.125,
      '1',
      ['125 hosts', '1.25x', '112.5%', '1/7', '1/9', '$125', '12:50', '2/15', '¼', '⅓', '12 1/4', '2 in 8'],
    ],
    [
      18_730_000,
      'USD/day',
      [
        '$180,000, 200,000',
        '2024 2025',
        '20/21',
        '16.9–17.1M',
        '18.73 and 20',
        '1.873 or 7',
        '17M and 500K',
        '10^6',
        '18:73',
      ],
    ],
    [20_242_025, 'USD', ['2024 2025', '2024, 2025', 'from 2024 to 2025']],
    [1, 'pod', ['100%', '14:01']],
  ];
  const each = all.flatMap(([value, unit, told]) => told.map(text => [text, value, unit] as const));
  test.each(each)('%s for %d %s', (text, value, unit) =>
    expect(redact(text, secretsIn([secret(value, unit)]))).toBe(text),
  );
});
