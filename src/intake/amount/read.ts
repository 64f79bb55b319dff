import type {Currency} from '../../base/index.ts';
import {scaleOf} from './amounts.ts';
import {digitsIn, type Point} from './digits.ts';
import {halfWidth, scaled} from './numbers.ts';
import {inEnglish} from './other-tongues.ts';
import {type PayPeriod, periodAt} from './periods.ts';
import {currencyOfSign, isShared, isUnsettled} from './signs.ts';

/** What a whole text says of money, and nothing else. */
export interface ReadAmount {
  readonly low: number;
  /** The high end of a range; null for one amount. */
  readonly high: number | null;
  /** Of a range whose high end is not said: "80000 -". */
  readonly open: boolean;
  /** The currency that a sign or a code names; null for bare numbers. */
  readonly currency: Currency | null;
  /** "/yr", "p.a.", "LPA"; null where it is not said. */
  readonly per: PayPeriod | null;
}

/** How an amount is written where it stands. */
export interface AmountStyle {
  /** The currency around it: it settles what a bare `$` or `¥` means. */
  readonly home: Currency | null;
  /** The sign before a fraction; null where nobody says, and then what can be read in two ways is refused. */
  readonly point: Point | null;
}

/** Why a text is no amount, and the words of it that are to blame. */
export interface AmountFault {
  readonly why:
    | 'none'
    | 'negative'
    | 'twoWays'
    | 'twoCurrencies'
    | 'upsideDown'
    | 'unexplained'
    | 'unknownCurrency';
  readonly words: string;
}

type Refusal = {readonly ok: false; readonly fault: AmountFault};
export type AmountReading = {readonly ok: true; readonly value: ReadAmount} | Refusal;

/**
 * Reads a cell, a flag or a value that is money and nothing besides: `$210K`, `210,000`, `1.2 Cr`, `60 000 €`, `80000 - 95000`,
 * `5000/mo`. A range with an open end, `80000 -`, is its low end. A word that is none of an amount's is a fault, never left out:
 * `60000 (2025)` is neither 60,000 nor 600,002,025.
 */
export function readAmount(written: string, style: AmountStyle): AmountReading {
  const text = inEnglish(halfWidth(written))
    .replaceAll(BLANKS, ' ')
    .trim()
    .replace(NO_CENTS, '$<mark>00')
    .replace(RUPEES, '');
  if (!/\d/.test(text)) return faulty('none', text);
  if (NEGATIVE.test(text)) return faulty('negative', text);
  const dash = DASH.exec(text);
  const low = endOf(dash === null ? text : text.slice(0, dash.index), style);
  const behind = dash === null ? '' : text.slice(dash.index + dash[0].length);
  if (!low.ok) return low;
  if (behind === '') return {ok: true, value: {...plain(low.value), high: null, open: dash !== null}};
  const high = endOf(behind, style);
  return high.ok ? joined(low.value, high.value, text) : high;
}

const BLANKS = /[\s\u00A0\u2009\u202F\uFEFF]+/g;
/** `15.000,- €`: a dash in the place of cents. */
const NO_CENTS = /(?<=\d)(?<mark>[,.])[-–—](?= |$)/;
/** `25,000/-`: no paise. */
const RUPEES = /(?<=\d)\/-(?= |$)/;
const NEGATIVE = /^(?:[-−–(]|\D{1,3}[-−–] ?\d)/;
/** Between two numbers, or behind the last of all. */
const DASH = /(?<=[^ ]) ?(?:[-‐‑‒–—−~～〜]| to )(?: ?(?=[^\d ]{0,4} ?\d)|$)/u;
/** Lakh and crore: of rupees alone. */
const INDIAN = /^(?:l|lacs?|lakhs?|crs?|crores?|lpa)\.?$/i;
const RUN = /\d(?:[.,'’ ]?\d)*/;
const WORD = /^\p{L}+\.?/u;
const SIGN = /^(?:\p{L}{0,3}\p{Sc}|\p{L}{2,3}(?!\p{L}))/u;

/** One amount, with the digits before its magnitude. */
interface End extends Omit<ReadAmount, 'high' | 'open'> {
  readonly digits: number;
  readonly scale: number;
}

function endOf(text: string, {home, point}: AmountStyle): {readonly ok: true; readonly value: End} | Refusal {
  const run = RUN.exec(text);
  if (run === null) return faulty('unexplained', text);
  const before = text.slice(0, run.index).trim();
  let rest = text
    .slice(run.index + run[0].length)
    .replace(RUPEES, '')
    .trim();
  const word = WORD.exec(rest)?.[0] ?? '';
  const scale = scaleOf(word);
  // "500 CR" of dollars is a credit in somebody's books, and no crore
  const isIndian = INDIAN.test(word);
  if (scale !== null) rest = rest.slice(word.length).trim();
  const digits = digitsIn(run[0], point, scale !== null);
  if (digits === null) return faulty('twoWays', text);
  const signs = signsIn(before);
  let per: PayPeriod | null = word.toUpperCase() === 'LPA' ? 'year' : null;
  while (rest !== '') {
    const period: {readonly per: PayPeriod; readonly length: number} | null =
      per === null ? periodAt(rest) : null;
    const sign = SIGN.exec(rest)?.[0];
    if (period !== null) per = period.per;
    else if (sign !== undefined && signs.length < 2 && currencyOfSign(sign, home) !== null) signs.push(sign);
    else if (sign !== undefined && sign === rest) return unknown(sign);
    else return faulty('unexplained', rest);
    rest = rest.slice(period?.length ?? sign?.length).trim();
  }
  const isAlone = signs.length === 1;
  const named = signs.map(sign => (isAlone && isUnsettled(sign, home) ? null : currencyOfSign(sign, home)));
  const [one = null, other = one] = named;
  if (named.includes(null)) return unknown(signs[named.indexOf(null)] as string);
  // "$150,000 CAD" is Canadian
  if (one !== null && other !== null && one !== other && !isShared(one, other) && !isShared(other, one))
    return faulty('twoCurrencies', text);
  const currency = one !== null && other !== null && isShared(one, other) ? other : one;
  if (isIndian && (currency ?? home ?? 'INR') !== 'INR') return faulty('unexplained', word);
  const value = {low: scaled(digits, scale ?? 1), digits, scale: scale ?? 1, currency, per};
  return {ok: true, value};
}

/** What stands before a number: "US $" is one sign, "CAD $" a code and a sign. */
function signsIn(before: string): string[] {
  const joined = before.replaceAll(' ', '');
  return joined === '' ? [] : currencyOfSign(joined, null) === null ? before.split(' ') : [joined];
}

/** The second end lends the first what it counts in: "195-205K" is from 195,000. */
function joined(low: End, high: End, text: string): AmountReading {
  const lent = low.scale === 1 && high.scale > 1 && low.digits < 1000;
  const from = lent ? scaled(low.digits, high.scale) : low.low;
  if (differ(low.currency, high.currency)) return faulty('twoCurrencies', text);
  if (differ(low.per, high.per)) return faulty('twoWays', text);
  if (from > high.low) return faulty('upsideDown', text);
  const {currency, per} = plain({...low, currency: high.currency ?? low.currency, per: high.per ?? low.per});
  return {ok: true, value: {low: from, high: high.low, open: false, currency, per}};
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function plain({low, currency, per}: End): Omit<ReadAmount, 'high' | 'open'> {
  return {low, currency, per};
}

/** A sign or a code that is none of ours, or a word: "PHP", "about". */
function unknown(words: string): Refusal {
  return faulty(/^(?:\p{L}{0,3}\p{Sc}|[A-Z]{3})$/u.test(words) ? 'unknownCurrency' : 'unexplained', words);
}

function faulty(why: AmountFault['why'], words: string): Refusal {
  return {ok: false, fault: {why, words: words.slice(0, 60)}};
}
