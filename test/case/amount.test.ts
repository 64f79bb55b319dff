import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Currency} from '../../src/base/index.ts';
import {readAmount} from '../../src/case/amount.ts';

/** `210000 USD`, or the rule that refuses the text. */
function read(text: string, home: Currency | null = null): string {
  const amount = readAmount(text, {home, per: 'year'});
  return 'rule' in amount
    ? amount.rule
    : `${amount.amount}${amount.currency === null ? '' : ` ${amount.currency}`}`;
}

describe('an amount of money', () => {
  test.each([
    ['210000', '210000'],
    ['210,000', '210000'],
    ['$210K', '210000 USD'],
    ['$ 210 k', '210000 USD'],
    ['£130K', '130000 GBP'],
    ['USD 1.25M', '1250000 USD'],
    ['$1.1M', '1100000 USD'],
    ['1,250.50 EUR', '1250.5 EUR'],
    ['210K USD', '210000 USD'],
    ['US$95K', '95000 USD'],
    ['C$150K', '150000 CAD'],
    ['CHF 180000', '180000 CHF'],
    ['$1.375M', '1375000 USD'],
    ['1.250.000', '1250000'],
    ['210 000 €', '210000 EUR'],
    ['CAD $150K', '150000 CAD'],
    ['25 LPA', '2500000'],
    ['₹1.2 Cr', '12000000 INR'],
    ['210K/year', '210000'],
    ['210K p.a.', '210000'],
    ['２１０Ｋ', '210000'],
    ['0', '0'],
  ])('%s is %s', (text, amount) => expect(read(text)).toBe(amount));

  test('a bare sign is told apart by the currency around it', () => {
    expect(read('$150K', 'CAD')).toBe('150000 CAD');
    expect(read('$150K', 'GBP')).toBe('150000 USD');
    expect(read('¥9M', 'JPY')).toBe('9000000 JPY');
    expect(read('¥9M')).toBe('unknown-currency');
  });

  test.each([
    ['210.000', 'ambiguous-amount'],
    ['1,5', 'ambiguous-amount'],
    ['210,00', 'ambiguous-amount'],
    ['21,0000', 'ambiguous-amount'],
    ['$210K GBP', 'ambiguous-amount'],
    ['-5', 'negative-pay'],
    ['−$5K', 'negative-pay'],
    ['$-5K', 'negative-pay'],
    ['(5000)', 'negative-pay'],
    ['210K-230K', 'wrong-type'],
    ['210 to 230K', 'wrong-type'],
    ['up to 130K', 'wrong-type'],
    ['130K+', 'wrong-type'],
    ['210K -', 'wrong-type'],
    ['210K/month', 'wrong-type'],
    ['60000 (2025)', 'wrong-type'],
    ['210K base', 'wrong-type'],
    ['4x', 'wrong-type'],
    ['', 'wrong-type'],
    ['lots', 'wrong-type'],
    ['XBT 3', 'unknown-currency'],
  ])('%s is refused: %s', (text, rule) => expect(read(text)).toBe(rule));

  test('any text is an amount of zero or more, or a problem with a hint', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'0123456789.,-−$£¥KkMB USDtoe+/'.split(''))}), text => {
        const amount = readAmount(text, {home: 'USD', per: 'year'});
        if ('rule' in amount) expect(amount.hint).not.toBe('');
        else expect(amount.amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('whole amounts come back however they are grouped', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), amount => {
        expect(read(amount.toLocaleString('en-US'))).toBe(String(amount));
        expect(read(`$${amount}K`)).toBe(`${amount * 1000} USD`);
      }),
    );
  });
});
