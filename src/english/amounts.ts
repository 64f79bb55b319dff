import {CURRENCY_SIGNS, type Currency, isCurrency} from '../base/index.ts';

export type PayPeriod = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One number as it stands: `$42.5M`, `2-3%`'s 2, `[20K`. Offsets are into the text that was scanned. */
export interface Atom {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The digits before any magnitude: 42.5. */
  readonly digits: number;
  /** What K, M, "billion" multiply by; 1 where none stands. */
  readonly scale: number;
  readonly currency: Currency | null;
  readonly percent: boolean;
  /** A trailing `+`. */
  readonly open: boolean;
  /** "/yr", "per trading minute". */
  readonly per: PayPeriod | null;
}

/** A number or a range. `low` equals `high` for a single one; they stand as written, also upside down. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
  readonly percent: boolean;
  readonly currency: Currency | null;
  readonly per: PayPeriod | null;
  readonly atoms: readonly Atom[];
}

const SIGNS: Readonly<Record<string, Currency>> = {
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  NZ$: 'NZD',
  MX$: 'MXN',
  CA$: 'CAD',
  AU$: 'AUD',
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
  kr: 'SEK',
  RMB: 'CNY',
  Rs: 'INR',
};

/** Signs that more than one currency prints: a text that is at home in one of them means that one. */
const SHARED_SIGNS: Readonly<Record<string, readonly Currency[]>> = {
  '¥': ['CNY', 'JPY'],
  kr: ['SEK', 'DKK', 'NOK'],
  $: ['USD', 'CAD', 'AUD', 'SGD', 'HKD', 'NZD', 'TWD', 'MXN'],
};

const SCALES: Readonly<Record<string, number>> = {
  K: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
  L: 1e5,
  CR: 1e7,
  BN: 1e9,
  MN: 1e6,
  THOUSAND: 1e3,
  MILLION: 1e6,
  BILLION: 1e9,
  TRILLION: 1e12,
  LAKH: 1e5,
  CRORE: 1e7,
};

const NUMBER = '(\\d{1,3}(?:,\\d{2,3}){1,6}(?!\\d)|\\d{1,16})(\\.\\d{1,8})?';
const SCALE = `(?:\\s?(thousand|million|billion|trillion|lakh|crore|bn|mn)s?(?![A-Za-z])|([KMBTL]|Cr|[kmb](?![a-z]))(?![A-Za-z0-9]))`;
const BEHIND = `${SCALE}?(?:\\]([KMB])(?![A-Za-z]))?(\\s?%|\\s(?:percent|percentage points?)\\b)?(\\+)?`;
/** What a number goes on with, from its first digit. */
const FROM_DIGIT = new RegExp(`${NUMBER}${BEHIND}`, 'iy');
/** The same where blanks or apostrophes part its thousands: `95 000`, `120'000`; "$500 401(k)" is two numbers. */
const FROM_PARTED = new RegExp(
  `(\\d{1,3}(?:[ \u00A0\u202F'’]\\d{3}){1,5}(?![\\d(]))(\\.\\d{1,8})?${BEHIND}`,
  'iy',
);
const PARTING = " \u00A0\u202F'’";
const DIGIT = /\d/g;
const DIGITS = /\d+/y;
/** A digit behind one of these is part of a name or of another number, unless a sign stands before it. */
const WITHIN = /[\w$£€₹₪¥.,]/;
const SIGN_CHARACTERS = '$£€₹₪₩₫¥';
/** Letters that make another currency of the sign behind them. */
const LETTERED = /(?:(?<![A-Za-z])(?:US|HK|NT|NZ|MX|CA|AU|S|A|C|R)\$|(?:JP|CN)¥)$/i;
const WORD_SIGN = new RegExp(`(?<![A-Za-z])(?:${Object.keys(CURRENCY_SIGNS).join('|')}|RMB|kr|Rs)$`, 'i');
/** The letters that a code or a word for a currency ends with. */
const WORD_ENDS = new Set(
  [...Object.keys(CURRENCY_SIGNS), 'RMB', 'kr', 'Rs'].flatMap(word => {
    const last = word.slice(-1);
    return [last.toUpperCase(), last.toLowerCase()];
  }),
);
const PER =
  /^[\s\uFEFF]{0,4}\]?(?:(?:\/[\s]?|per[\s](?:trading[\s]|market[\s]|calendar[\s]|business[\s])?)(year|yr|annum|month|mo|week|wk|day|hour|hr|minute|min|quarter|qtr)(?![a-z])|(?:annually|a[\s]year|each[\s]year|every[\s]year|p\.a\.))/i;
const PERIODS: Readonly<Record<string, PayPeriod>> = {
  yr: 'year',
  annum: 'year',
  mo: 'month',
  wk: 'week',
  hr: 'hour',
  min: 'minute',
  qtr: 'quarter',
};
const DASH =
  /^[\]\s\uFEFF]{0,4}(?:\/\s?(?:yr|year|mo|month)[\s\uFEFF]{0,4})?(?:[-–—‒−]|to|&[nm]dash;)[\s\uFEFF[]{0,4}$/;

/** A period's word, short or long, as the type names it. */
export function payPeriodOf(word: string): PayPeriod {
  const lower = word.toLowerCase();
  return PERIODS[lower] ?? (lower as PayPeriod);
}

/** Every number of `text`, left to right. Parts of names ("L4", "4D") are none. `home` settles a sign that currencies share. */
export function atomsOf(text: string, home: Currency | null = null): Atom[] {
  const atoms: Atom[] = [];
  let open = 0;
  let parted = false;
  for (
    let at = nextDigit(text, 0);
    at < text.length;
    at = nextDigit(text, Math.max(open, endOfDigits(text, at)))
  ) {
    const sign = signBefore(text, at, open);
    if (sign === null && isWithin(text, at)) continue;
    FROM_DIGIT.lastIndex = at;
    // a plain blank parts thousands behind a sign, or where it has just done so
    const apart = partedAt(text, at, sign !== null || parted);
    const hit = apart ?? FROM_DIGIT.exec(text);
    parted = apart !== null;
    if (hit === null) continue;
    // by their places, as everywhere on the way of each number: a pattern over a hit costs as much as the hit
    const whole = parted ? (hit[1] ?? '').replace(/\D/g, '') : (hit[1] ?? '');
    const letter = hit[4];
    const percent = hit[6];
    const end = parted ? FROM_PARTED.lastIndex : FROM_DIGIT.lastIndex;
    open = end;
    if (sign === null && percent === undefined && isName(text, end, letter)) continue;
    if (sign === null && letter !== undefined && /[mbtl]/.test(letter)) continue;
    const magnitude = hit[3] ?? letter ?? hit[5];
    const scale = magnitude === undefined ? 1 : (SCALES[magnitude.toUpperCase()] ?? 1);
    const digits = Number((whole.length > 3 ? whole.replaceAll(',', '') : whole) + (hit[2] ?? ''));
    const per = /[/ \]]/.test(text[end] ?? '') ? PER.exec(text.slice(end, end + 40)) : null;
    atoms.push({
      from: sign?.from ?? at,
      to: end,
      value: scaled(digits, scale),
      digits,
      scale,
      currency: sign === null ? null : currencyOf(sign.sign, home),
      percent: percent !== undefined,
      open: hit[7] !== undefined,
      per: per === null ? null : payPeriodOf(per[1] ?? 'year'),
    });
  }
  return atoms;
}

/** Numbers and ranges of `text`. A range joins two numbers of one kind: `$20-50K`, `2–3%`, `$5K to $10K`. */
export function amountsOf(text: string): Amount[] {
  return joinRanges(text, atomsOf(text));
}

export function joinRanges(text: string, atoms: readonly Atom[]): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const first = atoms[at] as Atom;
    const second = atoms[at + 1];
    if (second !== undefined && isRange(text, first, second)) {
      amounts.push(rangeOf(first, second));
      at++;
    } else amounts.push(single(first));
  }
  return amounts;
}

function single(atom: Atom): Amount {
  const {from, to, value, open, percent, currency, per} = atom;
  return {from, to, low: value, high: value, open, percent, currency, per, atoms: [atom]};
}

/** Whether two neighbours are the ends of one range: a dash between, and no contradiction in what they count. */
function isRange(text: string, first: Atom, second: Atom): boolean {
  const between = text.slice(first.to, second.from);
  if (between.length > 12 || !DASH.test(between)) return false;
  if (first.percent && !second.percent) return false;
  if (second.percent) return first.currency === null && second.currency === null;
  if (first.currency === null) return second.currency === null && !second.percent;
  return second.currency === null || second.currency === first.currency;
}

/** The second end lends its magnitude to a first one that has none: `$20-50K` begins at 20,000. */
export function rangeOf(first: Atom, second: Atom): Amount {
  const lent = first.scale === 1 && second.scale > 1 && first.digits < 1000;
  return {
    from: first.from,
    to: second.to,
    low: lent ? scaled(first.digits, second.scale) : first.value,
    high: second.value,
    open: second.open,
    percent: second.percent,
    currency: first.currency ?? second.currency,
    per: second.per ?? first.per,
    atoms: [first, second],
  };
}

/** Through a decimal string where it must be, so that 1.1 million is 1100000 and not 1100000.0000000002. */
function scaled(digits: number, scale: number): number {
  const value = digits * scale;
  return scale === 1 || (Number.isInteger(value) && value < 1e15) ? value : Number(value.toPrecision(15));
}

/** The number at `at` where its thousands are parted by blanks or apostrophes; by plain blanks only if `plainly`. */
function partedAt(text: string, at: number, plainly: boolean): RegExpExecArray | null {
  let end = at + 1;
  while (end < at + 3 && isDigit(text.charCodeAt(end))) end++;
  const mark = text[end];
  if (mark === undefined || !PARTING.includes(mark) || (mark === ' ' && !plainly)) return null;
  FROM_PARTED.lastIndex = at;
  return FROM_PARTED.exec(text);
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.test(text) ? DIGIT.lastIndex - 1 : text.length;
}

function endOfDigits(text: string, from: number): number {
  DIGITS.lastIndex = from;
  return DIGITS.test(text) ? DIGITS.lastIndex : from;
}

/** The sign of a currency before the digit at `at`, up to four blanks and a bracket away; none from before `open`. */
function signBefore(text: string, at: number, open: number): {from: number; sign: string} | null {
  let end = at;
  if (text[end - 1] === '[') end--;
  for (let blanks = 0; blanks < 4 && isBlank(text.charCodeAt(end - 1)); blanks++) end--;
  const last = end > open ? (text[end - 1] as string) : '';
  if (last === '') return null;
  if (SIGN_CHARACTERS.includes(last)) {
    const before = text.charCodeAt(end - 2) | 32;
    const lettered =
      before > 96 && before < 123 ? LETTERED.exec(text.slice(Math.max(0, end - 5), end)) : null;
    const sign = lettered !== null && end - lettered[0].length >= open ? lettered[0] : last;
    return {from: end - sign.length, sign};
  }
  if (!WORD_ENDS.has(last)) return null;
  const word = WORD_SIGN.exec(text.slice(Math.max(0, end - 4), end));
  return word === null || end - word[0].length < open ? null : {from: end - word[0].length, sign: word[0]};
}

function isBlank(code: number): boolean {
  return code === 32 || code === 0xfeff || (code < 14 && code > 8) || code === 0xa0;
}

/** "L4", "3.5": a digit that goes on with what stands before it; "10-K4" too. */
function isWithin(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined) return false;
  return WITHIN.test(before) || (before === '-' && at > 2 && /[A-Za-z]\d-/.test(text.slice(at - 3, at)));
}

function currencyOf(sign: string, home: Currency | null): Currency | null {
  if (home !== null && SHARED_SIGNS[sign]?.includes(home)) return home;
  const told = SIGNS[sign];
  if (told !== undefined) return told;
  const upper = sign.toUpperCase();
  return isCurrency(upper) ? upper : (SIGNS[upper] ?? null);
}

/** `4D`, `4yr`, `2x` and `10-K` go on with a letter: only what counts (a duration, a multiple) is a number. */
function isName(text: string, end: number, letter: string | undefined): boolean {
  if (letter !== undefined) return false;
  const next = text.slice(end, end + 8);
  return /^[A-Za-z]/.test(next) && !/^(?:x|×|ms|s|yr|yrs|hr|hrs|min|th)\b/i.test(next);
}
