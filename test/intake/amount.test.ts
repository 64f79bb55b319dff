import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type AmountStyle, readAmount} from '../../src/intake/index.ts';

const OPEN: AmountStyle = {home: null, point: null};

/** `60000`, `80000-95000 EUR/month`, or what is to blame: `unexplained (2025)`. */
function read(text: string, style: AmountStyle = OPEN): string {
  const reading = readAmount(text, style);
  if (!reading.ok) return `${reading.fault.why} ${reading.fault.words}`;
  const {low, high, currency, per} = reading.value;
  return `${low}${high === null ? '' : `-${high}`}${currency === null ? '' : ` ${currency}`}${per === null ? '' : `/${per}`}`;
}

/** The sign between thousands, and the one before a fraction. */
const GROUPS: readonly (readonly [string, '.' | ','])[] = [
  [',', '.'],
  ['.', ','],
  [' ', ','],
  ["'", '.'],
  ['’', '.'],
];

describe('a text that is money and nothing besides', () => {
  test.each([
    ['210000', '210000'],
    ['$210K', '210000 USD'],
    ['210,000', '210000'],
    ['$123,032.00', '123032 USD'],
    ['1.2M', '1200000'],
    ['$1.2tn', '1200000000000 USD'],
    ['1.125M', '1125000'],
    ['USD 1.25M', '1250000 USD'],
    ['210000 EUR', '210000 EUR'],
    ['150 thousand', '150000'],
    ['60.000,00', '60000'],
    ['1.250.000', '1250000'],
    ['60 000 €', '60000 EUR'],
    ["120'000 CHF", '120000 CHF'],
    ['25,00,000', '2500000'],
    ['₹25 lakh', '2500000 INR'],
    ['1.2 Cr', '12000000'],
    ['25 LPA', '2500000/year'],
    ['5000/Monat', '5000/month'],
    ['€5,000 per month', '5000 EUR/month'],
    ['120K p.a.', '120000/year'],
    ['15.000,- €', '15000 EUR'],
    ['15.000,-', '15000'],
    ['25,000/-', '25000'],
    ['８０,０００', '80000'],
    ['$150,000 CAD', '150000 CAD'],
    ['80000 - 95000', '80000-95000'],
    ['80000 -', '80000'],
    ['195-205K', '195000-205000'],
    ['$20K to $30K', '20000-30000 USD'],
  ])('%s is %s', (text, meant) => expect(read(text)).toBe(meant));

  test.each([
    ['60000 (2025)', 'unexplained (2025)'],
    ['150000 plus bonus', 'unexplained plus bonus'],
    ['about 150000', 'unexplained about'],
    ['3 of 5', 'unexplained of 5'],
    ['Dec 4', 'unexplained Dec'],
    ['15%', 'unexplained %'],
    ['4x', 'unexplained x'],
    ['$500 CR', 'unexplained CR'],
    ['£25 lakh', 'unexplained lakh'],
    ['1.2M PHP', 'unknownCurrency PHP'],
    ['PHP 1.2M', 'unknownCurrency PHP'],
    ['$150K £20K', 'unexplained 20K'],
    ['USD 150K GBP', 'twoCurrencies USD 150K GBP'],
    ['-5000', 'negative -5000'],
    ['(5000)', 'negative (5000)'],
    ['210.000', 'twoWays 210.000'],
    ['1,5', 'twoWays 1,5'],
    ['1,5M', 'twoWays 1,5M'],
    ['1,2,3', 'twoWays 1,2,3'],
    ['95000 - 80000', 'upsideDown 95000 - 80000'],
    ['', 'none '],
    ['ask', 'none ask'],
  ])('%s is none: %s', (text, fault) => expect(read(text)).toBe(fault));

  test('with the sign before a fraction said, marks mean one thing', () => {
    expect(
      ['60.000,00', '60.000', '1,5', '60 000,5'].map(text => read(text, {home: null, point: ','})),
    ).toEqual(['60000', '60000', '1.5', '60000.5']);
    expect(
      ['60.000,00', '60.000', '1,5', '60,000.5'].map(text => read(text, {home: null, point: '.'})),
    ).toEqual(['twoWays 60.000,00', '60', 'twoWays 1,5', '60000.5']);
  });

  test('a home settles what a shared sign means', () =>
    expect([read('¥12M', {home: 'JPY', point: null}), read('$150K', {home: 'CAD', point: null})]).toEqual([
      '12000000 JPY',
      '150000 CAD',
    ]));

  test('any word behind a number that says nothing of money is a fault', () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 9_999_999}),
        fc.stringMatching(/^[a-z]{5,12}$/),
        (number, word) => {
          const reading = readAmount(`${number} ${word}`, OPEN);
          fc.pre(!/^(?:thousand|million|billion|trillion|lakhs?|crores?|annual|monthly|yearly)/.test(word));
          expect(reading.ok).toBe(false);
        },
      ),
    ));

  test('a number written in any style of its own is read back', () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1000, max: 99_999_999}),
        fc.constantFrom(...GROUPS),
        fc.constantFrom(...(['', '$', '€', 'CHF '] as const)),
        (number, [group, point], sign) => {
          const digits = String(number).replace(/\B(?=(\d{3})+$)/g, group);
          expect(readAmount(`${sign}${digits}`, {home: null, point})).toMatchObject({
            ok: true,
            value: {low: number, high: null},
          });
        },
      ),
    ));
});
