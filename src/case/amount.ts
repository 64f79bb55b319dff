import {CURRENCY_SIGNS, type Currency, closestSpelling, isCurrency} from '../base/index.ts';
import {isDay, noAmount} from './amount-hint.ts';

export interface StatedAmount {
  readonly amount: number;
  /** The currency that a sign or a code in the text names; null for a bare number. */
  readonly currency: Currency | null;
}

export interface AmountProblem {
  readonly rule: 'ambiguous-amount' | 'negative-pay' | 'unknown-currency' | 'wrong-type';
  readonly message: string;
  readonly hint: string;
}

/** Powers of ten, by which the point moves: multiplying 1.1 by a million would leave dust behind. */
const SCALES: Readonly<Record<string, string>> = {k: 'e3', m: 'e6', b: 'e9'};

/**
 * Reads one amount of money as people write it: `$210K`, `210,000`, `£130K`, `USD 1.25M`, `210000 EUR`. `home` is the
 * currency around it: it settles what a bare `$` or `¥` means. Whatever can be read in two ways is refused.
 */
export function readAmount(text: string, home: Currency | null): StatedAmount | AmountProblem {
  const written = text.trim();
  const wrong = (rule: AmountProblem['rule'], message: string, hint: string) => ({rule, message, hint});
  if (/^[-−–(]/u.test(written) || /^\D{1,3}[-−–]\s*\d/u.test(written))
    return wrong('negative-pay', `pay of "${text}" is negative`, 'write what is paid, 0 or more');
  const parts = /^([^\d.,\s]*)\s*([\d.,]*\d)\s*([kmb]?)(?:\s*([A-Z]{3}))?$/iu.exec(written);
  if (parts === null) {
    const {message, hint} = noAmount(text);
    return wrong('wrong-type', message, hint);
  }
  const [, sign = '', digits = '', scale = '', code = ''] = parts;
  const amount = readDigits(digits, SCALES[scale.toLowerCase()] ?? '');
  if (amount === undefined) {
    const hint = 'write it without separators, like 210000';
    return wrong('ambiguous-amount', `"${text}" can be read in two ways`, hint);
  }
  const named: Currency[] = [];
  for (const part of [sign, code].filter(one => one !== '')) {
    const currency = currencyOf(part, home);
    if (currency === undefined)
      return isDay(text) ? {rule: 'wrong-type', ...noAmount(text)} : unknownCurrency(part);
    named.push(currency);
  }
  const [currency = null, other = currency] = named;
  if (other !== currency)
    return wrong(
      'ambiguous-amount',
      `"${text}" names two currencies`,
      `write ${named.join(' or ')}, not both`,
    );
  return {amount, currency};
}

/**
 * What is wrong with an amount that is typed in haste: below a thousand, thousands were meant, unless cents are typed too.
 * Null where nothing is, or where the text is no amount at all.
 */
export function hastyAmount(text: string): {readonly message: string; readonly hint: string} | null {
  const read = readAmount(text, null);
  if ('rule' in read || read.amount === 0 || read.amount >= 1000 || /\.\d\d\D*$/.test(text)) return null;
  const amount = String(read.amount);
  return {
    message: `"${text}" is ${amount}, not ${amount} thousand`,
    hint: `write ${amount}K where thousands are meant, else ${read.amount.toFixed(2)}`,
  };
}

/** Says that `word` is no currency, and names the near one. */
export function unknownCurrency(word: string): AmountProblem {
  const meant = nearCurrency(word);
  return {
    rule: 'unknown-currency',
    message: `"${word}" is not a currency that Parley knows, expected an ISO 4217 code`,
    hint: meant === undefined ? `one of ${Object.keys(CURRENCY_SIGNS).join(', ')}` : `did you mean ${meant}?`,
  };
}

/** Everyday names, so that `dollars` leads to USD. */
const NAMES: Readonly<Record<string, Currency>> = {
  dollar: 'USD',
  pound: 'GBP',
  sterling: 'GBP',
  euro: 'EUR',
  franc: 'CHF',
  rupee: 'INR',
  yen: 'JPY',
  us: 'USD',
  uk: 'GBP',
};

export function nearCurrency(word: string): Currency | undefined {
  const bySign = currencyOf(word, null);
  if (bySign !== undefined) return bySign;
  const name = word.toLowerCase().replace(/s$/, '');
  const meant = closestSpelling(name, [...Object.keys(NAMES), ...Object.keys(CURRENCY_SIGNS)]);
  return meant !== undefined && isCurrency(meant) ? meant : NAMES[meant ?? ''];
}

/** `$` is the dollar of `home` where home is a dollar, else the American one; `¥` needs a home to be told apart. */
function currencyOf(sign: string, home: Currency | null): Currency | undefined {
  const code = sign.toUpperCase();
  if (isCurrency(code)) return code;
  if (sign === '$') return home !== null && CURRENCY_SIGNS[home].trim().endsWith('$') ? home : 'USD';
  if (sign === '¥') return home === 'JPY' || home === 'CNY' ? home : undefined;
  if (code === 'US$') return 'USD';
  const found = Object.entries(CURRENCY_SIGNS).find(([, own]) => own.trim() === code);
  return found === undefined ? undefined : (found[0] as Currency);
}

/** Undefined where a point or comma may divide thousands or start a fraction: 210.000 and 1,5 are two numbers each. */
function readDigits(digits: string, power: string): number | undefined {
  const grouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(digits);
  const fraction = /^\d+\.\d+$/.test(digits) && (power !== '' || !/^\d{1,3}\.\d{3}$/.test(digits));
  if (!grouped && !fraction && !/^\d+$/.test(digits)) return undefined;
  return Number(`${digits.replaceAll(',', '')}${power}`);
}
