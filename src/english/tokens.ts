import {type Amount, amountsOf} from '../intake/index.ts';
import {small, wordNumber} from './lexicon.ts';

/** What a token is: a word, a number with its sign and scale (a range is one), or a single mark. */
export const WORD = 1;
export const AMOUNT = 2;
export const MARK = 3;

/** A stretch of text as tokens, side by side in arrays: token `at` is `kinds[at]` from `starts[at]` to `ends[at]`. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Of a word its number in the lexicon (0: in no vocabulary), of an amount its place in `amounts`, of a mark its character. */
  readonly values: readonly number[];
  readonly amounts: readonly Amount[];
}

/** Written to, and cut off once for each text: plain arrays of small integers cost least to cut. */
const kinds: number[] = [];
const starts: number[] = [];
const ends: number[] = [];
const values: number[] = [];

/**
 * The tokens of a text. White space and blanked markup are none, nor is the hyphen within a word: "sign-on" is two words,
 * as "sign on" is. "Osprey's" is two, "I'd" is one. Linear.
 */
export function tokensOf(text: string): Tokens {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const tokens = scanned(text);
  if (text.length > LONGEST_KEPT) return tokens;
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(text, tokens);
  return tokens;
}

/** The tokens of texts asked for lately: a heading is asked what it pays, of which level it is and whose. */
const lately = new Map<string, Tokens>();
const MOST_KEPT = 1024;
const LONGEST_KEPT = 2000;

function scanned(text: string): Tokens {
  const amounts = /\d/.test(text) ? amountsOf(text) : NO_AMOUNTS;
  let count = 0;
  let next = 0;
  let stop = amounts[0]?.from ?? text.length;
  for (let at = 0; at < text.length; ) {
    if (at >= stop && next < amounts.length) {
      const {from, to} = amounts[next] as Amount;
      push(count++, AMOUNT, from, to, next);
      next++;
      at = Math.max(at, to);
      stop = amounts[next]?.from ?? text.length;
      continue;
    }
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (CLASSES[code] as number) : classOf(code);
    if (kind === LETTER) {
      const end = endOfWord(text, at, stop);
      const cut = possessiveAt(text, at, end);
      push(count++, WORD, at, cut, wordNumber(text, at, cut));
      if (cut < end) push(count++, WORD, cut, end, wordNumber(text, cut, end));
      at = end;
    } else {
      if (kind === SIGN && !(code === HYPHEN && isJoint(text, at))) push(count++, MARK, at, at + 1, code);
      at++;
    }
  }
  return {
    text,
    count,
    kinds: kinds.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    values: values.slice(0, count),
    amounts,
  };
}

function push(at: number, kind: number, from: number, to: number, value: number): void {
  kinds[at] = kind;
  starts[at] = from;
  ends[at] = to;
  values[at] = value;
}

/** The characters of a token. */
export function wordAt(tokens: Tokens, at: number): string {
  return tokens.text.slice(tokens.starts[at], tokens.ends[at]);
}

/** The amount at a token; null where it is none. */
export function amountAt(tokens: Tokens, at: number): Amount | null {
  return tokens.kinds[at] === AMOUNT ? (tokens.amounts[tokens.values[at] as number] ?? null) : null;
}

/** Whether a token is this one mark: `isMark(tokens, 3, '/')`. */
export function isMark(tokens: Tokens, at: number, mark: string): boolean {
  return tokens.kinds[at] === MARK && tokens.values[at] === mark.charCodeAt(0);
}

/** Whether a word opens with a capital or a digit: "Osprey", "1Password". */
export function isCapital(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  const code = tokens.text.charCodeAt(tokens.starts[at] as number);
  return small(code) !== code || isDigit(code) || (code > 0xff && /\p{Lu}/u.test(String.fromCharCode(code)));
}

const NO_AMOUNTS: readonly Amount[] = [];
const HYPHEN = 45;
const POINT = 46;

/** What a character is: part of a word, white space or blanked markup, or a mark. */
const LETTER = 1;
const SPACE = 2;
const SIGN = 3;
/** Of the first 128 characters, asked of nearly every one of a text. */
const CLASSES = Uint8Array.from({length: 128}, (_, code) => classOf(code));

function classOf(code: number): number {
  if ((code | 32) > 96 && (code | 32) < 123 && code < 128) return LETTER;
  if (isDigit(code)) return LETTER;
  if (code === 32 || code === 0xfeff || (code > 8 && code < 14) || code === 0xa0 || code === 0x202f)
    return SPACE;
  return code > 0xbf && code !== 0xd7 && code !== 0xf7 && isWordlike(code) ? LETTER : SIGN;
}

function isLetter(code: number): boolean {
  return (code < 128 ? CLASSES[code] : classOf(code)) === LETTER;
}

/** Neither punctuation, signs of money, arrows and pictures (U+2000 to U+2BFF, surrogates) nor an ideographic blank. */
function isWordlike(code: number): boolean {
  return !(code > 0x1fff && code < 0x2c00) && !(code > 0xd7ff && code < 0xe000) && code !== 0x3000;
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/** Letters and digits, with apostrophes and points between two letters: "I'd", "U.S". */
function endOfWord(text: string, from: number, stop: number): number {
  for (let at = from + 1; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    const inner = isApostrophe(code) || (code === POINT && isInnerPoint(text, from, at));
    if (!inner || !isLetter(text.charCodeAt(at + 1))) return at;
  }
  return stop;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** The point of "U.S" and of "levels.fyi": behind one letter, or before small ones. */
function isInnerPoint(text: string, from: number, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return at - from === 1 || (next > 96 && next < 123);
}

/** Where "'s" begins at the end of a name; the word's end elsewhere. */
function possessiveAt(text: string, from: number, end: number): number {
  const cut = end - 2;
  if (cut - from < 2 || !isApostrophe(text.charCodeAt(cut))) return end;
  return small(text.charCodeAt(end - 1)) === 115 ? cut : end;
}

/** A hyphen with a letter on both sides. */
function isJoint(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}
