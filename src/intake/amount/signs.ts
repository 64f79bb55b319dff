import {CURRENCY_SIGNS, type Currency, isCurrency} from '../../base/index.ts';
import {isDigit} from './numbers.ts';

/** A sign or code of money beside a number: the stretch that it takes, and the currency; null for one that is none of ours. */
export interface Sign {
  readonly from: number;
  readonly to: number;
  readonly currency: Currency | null;
}

const SIGNS: Readonly<Record<string, Currency>> = {
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  NZ$: 'NZD',
  MX$: 'MXN',
  CA$: 'CAD',
  CAN$: 'CAD',
  CDN$: 'CAD',
  AU$: 'AUD',
  SG$: 'SGD',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  R$: 'BRL',
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  '₪': 'ILS',
  '₩': 'KRW',
  '₫': 'VND',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  '¥': 'CNY',
  KR: 'SEK',
  RMB: 'CNY',
  RS: 'INR',
  ZŁ: 'PLN',
  KČ: 'CZK',
  円: 'JPY',
  元: 'CNY',
  원: 'KRW',
};

/** Signs that more than one currency prints: a text that is at home in one of them means that one. */
const SHARED_SIGNS: Readonly<Record<string, readonly Currency[]>> = {
  '¥': ['CNY', 'JPY'],
  KR: ['SEK', 'DKK', 'NOK'],
  $: ['USD', 'CAD', 'AUD', 'SGD', 'HKD', 'NZD', 'TWD', 'MXN'],
};

const CHARACTERS = '$£€₹₪₩₫¥円元원';
const CODES: ReadonlySet<string> = new Set([...Object.keys(CURRENCY_SIGNS), 'RMB', 'KR', 'RS', 'ZŁ', 'KČ']);
/** The letters that a code or a word for a currency ends with. */
const CODE_ENDS = new Set(
  [...CODES].flatMap(code => {
    const last = code.slice(-1);
    return [last, last.toLowerCase()];
  }),
);
const LONGEST_CODE = 3;

/** The sign of a currency before the digit at `at`, up to four blanks and a bracket away; none from before `open`. */
export function signBefore(text: string, at: number, open: number, home: Currency | null): Sign | null {
  let end = at;
  if (text[end - 1] === '[') end--;
  for (let blanks = 0; blanks < 4 && isBlank(text.charCodeAt(end - 1)); blanks++) end--;
  if (text[end - 1] === '.' && /^R/i.test(text[end - 3] ?? '')) end--;
  const last = end > open ? (text[end - 1] as string) : '';
  if (last === '') return null;
  if (CHARACTERS.includes(last)) {
    const letters = end - 1 - lettersBefore(text, end - 1, open);
    const sign = lettered(text.slice(letters, end));
    const from = sign === last ? end - 1 : letters;
    const told = currencyOfSign(sign, home);
    const code = sign === last ? codeBefore(text, from, open) : null;
    const isCode =
      code !== null && told !== null && (code.currency === told || isShared(told, code.currency));
    return isCode ? {from: code.from, to: at, currency: code.currency} : {from, to: at, currency: told};
  }
  if (!CODE_ENDS.has(last)) return null;
  const from = end - lettersBefore(text, end, open);
  if (from === end || end - from > LONGEST_CODE || !CODES.has(text.slice(from, end).toUpperCase()))
    return null;
  return {from, to: at, currency: currencyOfSign(text.slice(from, end), home)};
}

/** The code that says what a sign behind it is: `CAD $175K`, `US $175K`. */
function codeBefore(text: string, sign: number, open: number): {from: number; currency: Currency} | null {
  const end = isBlank(text.charCodeAt(sign - 1)) ? sign - 1 : sign;
  const from = end - lettersBefore(text, end, open);
  const word = text.slice(from, end);
  if (word.length === 2 && /^[A-Z]/.test(word)) {
    const currency = SIGNS[`${word}$`];
    return currency === undefined || text[sign] !== '$' ? null : {from, currency};
  }
  return isCurrency(word) ? {from, currency: word} : null;
}

/** The sign behind a number that ends at `at`, where the next number has none of it: `75.000 €`, `565 000 kr`. */
export function signBehind(text: string, at: number, home: Currency | null): Sign | null {
  const from = isBlank(text.charCodeAt(at)) ? at + 1 : at;
  const first = text[from] ?? '';
  if (!OPENS_BEHIND.includes(first) || first === '') return null;
  const to = CHARACTERS.includes(first) ? from + 1 : from + 2;
  if (to > from + 1 && !WORDS_BEHIND.has(text.slice(from, to).toUpperCase())) return null;
  const next = text.charCodeAt(to);
  if (
    isDigit(next) ||
    (to > from + 1 && isLetter(next)) ||
    (isBlank(next) && isDigit(text.charCodeAt(to + 1)))
  )
    return null;
  return {from, to, currency: currencyOfSign(text.slice(from, to), home)};
}

const WORDS_BEHIND = new Set(['KR', 'ZŁ', 'KČ']);
const OPENS_BEHIND = `${CHARACTERS}kKzZ`;

/** The code behind a sum of a table, which it overrules a shared sign with: `120K–150K CHF`, `$120,000 CAD`, not "GBP equiv.". */
export function codeBehind(text: string, at: number, sign: Currency | null): Sign | null {
  let from = at;
  for (let blanks = 0; blanks < 4 && isBlank(text.charCodeAt(from)); blanks++) from++;
  const code = text.slice(from, from + LONGEST_CODE);
  if (!isCurrency(code) || isLetter(text.charCodeAt(from + LONGEST_CODE))) return null;
  if (sign !== null && sign !== code && !isShared(sign, code)) return null;
  let next = from + LONGEST_CODE;
  while (isBlank(text.charCodeAt(next))) next++;
  if (isDigit(text.charCodeAt(next)) || text.slice(next, next + 5).toLowerCase() === 'equiv') return null;
  return {from, to: from + LONGEST_CODE, currency: code};
}

/** Letters of money that is none of ours. */
const OTHERS = new Set(['R', 'RM', 'RP', 'FT', 'FR']);

/** Whether a number without a sign of ours has one of another: `PHP 1.2M`, `1.2M PHP`, `₱50K`, `AR$60K`, `RM 90K`. */
export function isForeignSum(
  text: string,
  {from, to}: {readonly from: number; readonly to: number},
): boolean {
  if (!isDigit(text.charCodeAt(from))) return true;
  let end = from;
  while (from - end < 4 && isBlank(text.charCodeAt(end - 1))) end--;
  if (isOtherSign(text[end - 1] ?? '')) return true;
  const word = text.slice(end - lettersBefore(text, end, Math.max(0, end - 4)), end);
  if (OTHERS.has(word.toUpperCase()) || isOtherCode(word)) return true;
  let next = text[to] === '+' ? to + 1 : to;
  while (next - to < 4 && isBlank(text.charCodeAt(next))) next++;
  if (isOtherSign(text[next] ?? '')) return true;
  return (
    isOtherCode(text.slice(next, next + LONGEST_CODE)) && !isLetter(text.charCodeAt(next + LONGEST_CODE))
  );
}

function isOtherSign(mark: string): boolean {
  return /\p{Sc}/u.test(mark) && !CHARACTERS.includes(mark);
}

function isOtherCode(word: string): boolean {
  return /^[A-Z]{3}$/.test(word) && !isCurrency(word);
}

/** Whether what reads as one currency may be the other: a bare `$` is Canadian where the code says so. */
export function isShared(sign: Currency, code: Currency): boolean {
  return Object.values(SHARED_SIGNS).some(([usual, ...others]) => usual === sign && others.includes(code));
}

/** The currency that a sign or code means; `home` settles one that currencies share. */
export function currencyOfSign(sign: string, home: Currency | null): Currency | null {
  const upper = sign.toUpperCase();
  if (home !== null && SHARED_SIGNS[upper]?.includes(home)) return home;
  return SIGNS[upper] ?? (isCurrency(upper) ? upper : null);
}

/** Whether a sign is one of several currencies and `home` none of them: `¥` in London. A bare `$` is American by custom. */
export function isUnsettled(sign: string, home: Currency | null): boolean {
  const shared = SHARED_SIGNS[sign.toUpperCase()];
  return sign !== '$' && shared !== undefined && (home === null || !shared.includes(home));
}

/** `HK$` as it stands, the sign alone behind a word that has nothing to do with it, or letters that make it unknown: `AR$`, `k€`. */
function lettered(sign: string): string {
  if (sign.length === 1 || SIGNS[sign.toUpperCase()] !== undefined) return sign;
  return /^[A-Z]{1,3}\$$|^[kT][€£$]$/.test(sign) ? sign : sign.slice(-1);
}

function lettersBefore(text: string, end: number, open: number): number {
  let from = end;
  while (from > open && isLetter(text.charCodeAt(from - 1))) from--;
  return end - from;
}

function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 0xfeff ||
    (code < 14 && code > 8) ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009
  );
}

function isLetter(code: number): boolean {
  return (
    (code > 64 && code < 91) || (code > 96 && code < 123) || (code > 0xbf && code < 0x250 && code !== 0xd7)
  );
}
