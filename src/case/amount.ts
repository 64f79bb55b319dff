import {CURRENCY_SIGNS, type Currency, closestSpelling, isCurrency} from '../base/index.ts';
import {type AmountFault, currencyOfSign, readAmount as readWhole} from '../intake/index.ts';
import {noAmount} from './amount-hint.ts';

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

/**
 * Reads one amount of money as people write it: `$210K`, `210,000`, `USD 1.25M`, `210 000 €`. `around` is the currency and the
 * period that the place has: the one settles what a bare `$` means, the other may be said once more, as in `210K/yr`. Whatever
 * can be read in two ways is refused.
 */
export function readAmount(text: string, around: Around): StatedAmount | AmountProblem {
  const read = readRange(text, around);
  if ('rule' in read) return read;
  const {high, ...single} = read;
  return high === null ? single : {rule: 'wrong-type', ...noAmount(text)};
}

interface Around {
  readonly home: Currency | null;
  readonly per?: string | undefined;
}

/** As `readAmount`, of one amount or of two with the word to or a dash between: `200K to 220K`. `high` is null of one. */
export function readRange(
  text: string,
  around: Around,
): (StatedAmount & {readonly high: number | null}) | AmountProblem {
  const reading = readWhole(text, {home: around.home, point: null});
  if (!reading.ok) return problemOf(text, reading.fault);
  const {low, high, open, currency, per} = reading.value;
  if (open || (per !== null && per !== around.per)) return {rule: 'wrong-type', ...noAmount(text)};
  return {amount: low, high, currency};
}

function problemOf(text: string, {why, words}: AmountFault): AmountProblem {
  switch (why) {
    case 'negative':
      return {
        rule: 'negative-pay',
        message: `pay of "${text}" is negative`,
        hint: 'write what is paid, 0 or more',
      };
    case 'twoWays':
      return {
        rule: 'ambiguous-amount',
        message: `"${text}" can be read in two ways`,
        hint: 'write it without separators, like 210000',
      };
    case 'twoCurrencies':
      return {rule: 'ambiguous-amount', message: `"${text}" names two currencies`, hint: 'write one of them'};
    case 'unknownCurrency':
      return unknownCurrency(words);
    default:
      return {rule: 'wrong-type', ...noAmount(text)};
  }
}

/**
 * What is wrong with an amount that is typed in haste: below a thousand, thousands were meant, unless cents are typed too.
 * Null where nothing is, or where the text is no amount at all.
 */
export function hastyAmount(text: string): {readonly message: string; readonly hint: string} | null {
  const read = readAmount(text, {home: null, per: 'year'});
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
  const bySign = currencyOfSign(word, null);
  if (bySign !== null) return bySign;
  const name = word.toLowerCase().replace(/s$/, '');
  const meant = closestSpelling(name, [...Object.keys(NAMES), ...Object.keys(CURRENCY_SIGNS)]);
  return meant !== undefined && isCurrency(meant) ? meant : NAMES[meant ?? ''];
}
