import type {Currency} from '../../base/index.ts';
import {type Digits, endOfPlain, endOfRun, markedNumber, partedAt, scaled} from './numbers.ts';
import {type PayPeriod, periodBehind} from './periods.ts';
import {codeBehind, isShared, type Sign, signBefore, signBehind} from './signs.ts';

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

const SCALES: Readonly<Record<string, number>> = {
  K: 1e3,
  M: 1e6,
  MM: 1e6,
  B: 1e9,
  T: 1e12,
  L: 1e5,
  CR: 1e7,
  BN: 1e9,
  TN: 1e12,
  MN: 1e6,
  MIO: 1e6,
  THOUSAND: 1e3,
  MILLION: 1e6,
  BILLION: 1e9,
  TRILLION: 1e12,
  LAKH: 1e5,
  LAC: 1e5,
  LPA: 1e5,
  CRORE: 1e7,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
};
/** What a word multiplies by: "K", "million", "mn.", "lakhs"; null for any other. */
export function scaleOf(word: string): number | null {
  const upper = word.toUpperCase().replace(/\.$/, '');
  return SCALES[upper] ?? (upper.length > 3 ? (SCALES[upper.replace(/S$/, '')] ?? null) : null);
}

/** What an end of a range counts in where it does not say so: the next of these down, or up, that keeps it in order. */
const LADDERS = [
  [1e3, 1e6, 1e9, 1e12],
  [1e3, 1e5, 1e7],
  [1e4, 1e8],
] as const;

const WORDS =
  '\\s?(thousand|million|billion|trillion|lakh|lac|crore|lpa|mio|bn|mn|tn)(?:s|(?<=mio|mn|bn|tn)\\.)?(?![A-Za-z])';
const LETTERS = '(MM|[KMBTL]|Cr|[kmb](?![a-z])|[万萬만億亿억])(?![A-Za-z0-9À-ɏ])';
/** `25 L`, `1.2 Cr`, `75 k€`: with a blank between, of what is money. */
const APART = '\\s([KMBL]|Cr|k)(?![A-Za-z0-9À-ɏ])';
const PERCENT = '(\\s?%|\\s(?:percent|per cent|pct|percentage points?)\\b)?(\\+(?!\\/-))?';
const BEHIND = new RegExp(`(?:(?:${WORDS}|${LETTERS}))?(?:\\]([KMB])(?![A-Za-z]))?${PERCENT}`, 'iy');
const BEHIND_APART = new RegExp(APART, 'y');
const DIGIT = /\d/g;
const DIGITS = /\d+/y;
/** A digit behind one of these is part of a name or of another number, unless a sign stands before it. */
const WITHIN = /[\w$£€₹₪¥.,]/;
/** `15.000,-`, `120'000.–`, `25,000/-`: a sum without cents. */
const NO_CENTS = /(?:[,.][-–—]|\/-)(?!\w)/y;

/** How a text is read: as prose, or as a cell of a table of pay, where every number may be money without a sign. */
interface Manner {
  readonly home: Currency | null;
  readonly isCell: boolean;
}

/** Every number of `text`, left to right. Parts of names ("L4", "4D") are none. `home` settles a sign that currencies share. */
export function atomsOf(text: string, home: Currency | null = null): Atom[] {
  return scan(text, {home, isCell: false});
}

/** The same of a cell of pay, where a code may stand behind the sum (`120K CHF`) and a point may part thousands. */
export function cellAtomsOf(text: string, home: Currency | null = null): Atom[] {
  return scan(text, {home, isCell: true});
}

function scan(text: string, manner: Manner): Atom[] {
  const atoms: Atom[] = [];
  let open = 0;
  let parted = false;
  for (
    let at = nextDigit(text, 0);
    at < text.length;
    at = nextDigit(text, Math.max(open, endOfDigits(text, at)))
  ) {
    const sign = signBefore(text, at, open, manner.home);
    if (sign === null && isWithin(text, at)) continue;
    const isMoney = sign !== null || manner.isCell;
    // a plain blank parts thousands behind a sign, or where it has just done so
    const apart = partedAt(text, at, isMoney || parted);
    const {end, value: digits} = apart ?? numberAt(text, at, sign, manner);
    parted = apart !== null;
    const hit = behindAt(text, end);
    let to = hit === null ? end : BEHIND.lastIndex;
    let magnitude = hit?.[1] ?? hit?.[2] ?? hit?.[3];
    const letter = hit?.[2];
    const percent = hit?.[4] !== undefined;
    open = to;
    if (sign === null && !percent && letter === undefined && isName(text, to)) continue;
    if (to === end) {
      const next = text[end] ?? '';
      BEHIND_APART.lastIndex = NO_CENTS.lastIndex = end;
      magnitude = isMoney && /\s/.test(next) ? BEHIND_APART.exec(text)?.[1] : undefined;
      if (magnitude !== undefined) to = BEHIND_APART.lastIndex;
      else if (/[,./]/.test(next) && NO_CENTS.test(text)) to = NO_CENTS.lastIndex;
      open = to;
    }
    if (sign === null && letter !== undefined && /^(?:mm|[mbtl])$/.test(letter)) continue;
    const scale = magnitude === undefined ? 1 : (SCALES[magnitude.toUpperCase()] ?? 1);
    const behind = percent
      ? null
      : ((sign === null ? signBehind(text, to, manner.home) : null) ??
        (manner.isCell ? codeBehind(text, to, sign?.currency ?? null) : null));
    const isLpa = magnitude?.toUpperCase() === 'LPA';
    const per = periodBehind(text, to) ?? (isLpa ? 'year' : null);
    if (behind !== null) to = open = behind.to;
    atoms.push({
      from: sign?.from ?? at,
      to,
      value: scaled(digits, scale),
      digits,
      scale,
      // lakhs per annum are rupees wherever they are paid
      currency: behind?.currency ?? sign?.currency ?? (isLpa && sign === null ? 'INR' : null),
      percent,
      open: hit?.[5] !== undefined,
      per: per ?? (behind === null ? null : periodBehind(text, to)),
    });
    if (behind !== null || isLpa) lendBack(text, atoms);
  }
  return atoms;
}

/** The number at `at`, whose marks are read by what stands around it where they can be read in two ways. */
function numberAt(text: string, at: number, sign: Sign | null, manner: Manner): Digits {
  const end = endOfPlain(text, at);
  if (end > 0) return {end, value: Number(text.slice(at, end))};
  const stop = endOfRun(text, at);
  const isEuro = sign?.currency === 'EUR' || signBehind(text, stop, null)?.currency === 'EUR';
  return markedNumber(text, at, stop, {
    isMoney: sign !== null || manner.isCell,
    isPointed: isEuro || (manner.isCell && !text.includes('%')),
    isScaled: isScaledAt(text, stop),
  });
}

/** Of `$120,000–$150,000 CAD` and "60–75 €" what stands behind is of both ends. */
function lendBack(text: string, atoms: Atom[]): void {
  const [first, second] = atoms.slice(-2);
  if (first === undefined || second === undefined || second.currency === null || first.percent) return;
  if (first.currency !== null && !isShared(first.currency, second.currency)) return;
  if (isDashBetween(text, first, second)) atoms[atoms.length - 2] = {...first, currency: second.currency};
}

/** Whether a magnitude or a percent sign follows, or the other end of a range that has one: "1.125–1.25M". */
function isScaledAt(text: string, end: number): boolean {
  if (isScaledBehind(text, end)) return true;
  OTHER_END.lastIndex = end;
  return OTHER_END.test(text) && isScaledBehind(text, OTHER_END.lastIndex);
}

const OTHER_END = /\s{0,2}(?:[-–—]|to)\s{0,2}[^\w\s]?\d[\d.,]{0,20}(?<=\d)/y;

/** The magnitude, percent sign and plus behind a number, where its next character can open one. */
function behindAt(text: string, end: number): RegExpExecArray | null {
  if (!OPENS_BEHIND.test(text[end] ?? '')) return null;
  BEHIND.lastIndex = end;
  return BEHIND.exec(text);
}

const OPENS_BEHIND = /[\sA-Za-z\]%+万萬만億亿억]/;

function isScaledBehind(text: string, end: number): boolean {
  const hit = behindAt(text, end);
  return hit !== null && [1, 2, 3, 4].some(group => hit[group] !== undefined);
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
  if (!isDashBetween(text, first, second)) return false;
  if (first.percent && !second.percent) return false;
  if (second.currency === null && second.scale === 1 && !second.percent && isAnd(text, first, second))
    return false;
  if (second.percent) return first.currency === null && second.currency === null;
  if (first.currency === null) return second.currency === null;
  return second.currency === null || second.currency === first.currency;
}

/** Every dash there is, "to" and its kin, with brackets of a placeholder and a period of the first end. */
const DASH =
  /^[\]\s\uFEFF]{0,4}(?:(?:\/\s?(?:yr|year|mo|month)|p\.\s?a\.)[\s\uFEFF]{0,4})?(?:[-‐‑‒–—―−﹣－]{1,2}|[~～〜…]|\.{2,3}|(?:up )?to|through|until|&[nm]dash;)[\s\uFEFF[]{0,4}$/;
const LONGEST_DASH = 16;

/** Whether a dash or its word stands between two numbers, or they are "between … and …". */
export function isDashBetween(text: string, first: Atom, second: Atom): boolean {
  if (second.from - first.to > LONGEST_DASH) return false;
  const between = text.slice(first.to, second.from);
  return DASH.test(between) || isAnd(text, first, second);
}

/** "between $175K and $225K". */
function isAnd(text: string, first: Atom, second: Atom): boolean {
  if (text.slice(first.to, second.from).trim() !== 'and') return false;
  return text
    .slice(Math.max(0, first.from - 12), first.from)
    .trimEnd()
    .toLowerCase()
    .endsWith('between');
}

/** The second end lends its magnitude to a first one that has none, and the first to the second: `$20-50K` begins at 20,000. */
export function rangeOf(first: Atom, second: Atom): Amount {
  const [low, high] = [lent(first, second, 'low'), lent(second, first, 'high')];
  return {
    from: first.from,
    to: second.to,
    low,
    high,
    open: second.open,
    percent: second.percent,
    currency: first.currency ?? second.currency,
    per: second.per ?? first.per,
    atoms: [first, second],
  };
}

/** An end of a range, counted in what the other end is where it has no magnitude of its own: `$700-1.2M` begins at 700K. */
function lent(end: Atom, other: Atom, side: 'low' | 'high'): number {
  // 1,000万 is as common as 800万
  const most = other.scale === 1e4 ? 1e4 : 1000;
  if (end.percent || end.scale > 1 || other.scale === 1 || end.digits >= most) return end.value;
  const inOrder = (value: number) =>
    side === 'low' ? value <= other.value : value >= other.value && value <= other.value * MOST_TIMES;
  const ladder = LADDERS.find(one => (one as readonly number[]).includes(other.scale)) ?? [];
  const scales =
    side === 'low'
      ? ladder.filter(one => one <= other.scale).toReversed()
      : ladder.filter(one => one >= other.scale);
  const found = scales.map(scale => scaled(end.digits, scale)).find(inOrder);
  return found ?? end.value;
}

/** The high end of a range that was lent a magnitude is at most so many times the low one. */
const MOST_TIMES = 10;

function nextDigit(text: string, from: number): number {
  DIGIT.lastIndex = from;
  return DIGIT.test(text) ? DIGIT.lastIndex - 1 : text.length;
}

function endOfDigits(text: string, from: number): number {
  DIGITS.lastIndex = from;
  return DIGITS.test(text) ? DIGITS.lastIndex : from;
}

/** "L4", "3.5": a digit that goes on with what stands before it; "10-K4" too. */
function isWithin(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined) return false;
  return WITHIN.test(before) || (before === '-' && at > 2 && /[A-Za-z]\d-/.test(text.slice(at - 3, at)));
}

/** `4D`, `4yr`, `2x` and `10-K` go on with a letter: only what counts (a duration, a multiple) is a number. */
function isName(text: string, end: number): boolean {
  const next = text.slice(end, end + 8);
  return /^[A-Za-z]/.test(next) && !/^(?:x|×|ms|s|yr|yrs|hr|hrs|min|th)\b/i.test(next);
}
