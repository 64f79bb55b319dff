import {type Amount, amountsOf} from './amounts.ts';
import {small, wordNumber} from './lexicon.ts';

/** What a token is: a word, a number with its sign and scale (a range is one), or a single mark. */
export const WORD = 1;
export const AMOUNT = 2;
export const MARK = 3;

/** A stretch of text as tokens, side by side in typed arrays: token `at` is `kinds[at]` from `starts[at]` to `ends[at]`. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of a word its number in the lexicon (0: in no vocabulary), of an amount its place in `amounts`, of a mark its character. */
  readonly values: Int32Array;
  readonly amounts: readonly Amount[];
}

let kinds = new Uint8Array(1024);
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);
let values = new Int32Array(1024);

/**
 * The tokens of a text. White space and blanked markup are none, nor is the hyphen within a word: "sign-on" is two words,
 * as "sign on" is. "Osprey's" is two, "I'd" is one. Linear.
 */
export function tokensOf(text: string): Tokens {
  const amounts = /\d/.test(text) ? amountsOf(text) : NO_AMOUNTS;
  let count = 0;
  let next = 0;
  const push = (kind: number, from: number, to: number, value: number) => {
    if (count === kinds.length) widen();
    kinds[count] = kind;
    starts[count] = from;
    ends[count] = to;
    values[count] = value;
    count++;
  };
  for (let at = 0; at < text.length; ) {
    const amount = amounts[next];
    if (amount !== undefined && at >= amount.from) {
      push(AMOUNT, amount.from, amount.to, next);
      next++;
      at = Math.max(at, amount.to);
      continue;
    }
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const stop = amount?.from ?? text.length;
      const end = endOfWord(text, at, stop);
      const cut = possessiveAt(text, at, end);
      push(WORD, at, cut, wordNumber(text, at, cut));
      if (cut < end) push(WORD, cut, end, wordNumber(text, cut, end));
      at = end;
    } else {
      if (!isSpace(code) && !(code === HYPHEN && isJoint(text, at))) push(MARK, at, at + 1, code);
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
  return small(code) !== code || isDigit(code);
}

const NO_AMOUNTS: readonly Amount[] = [];
const HYPHEN = 45;
const APOSTROPHES = "'’";

function isLetter(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || isDigit(code);
  return (
    code > 0xbf && code !== 0xd7 && code !== 0xf7 && !(code > 0x1fff && code < 0x2070) && isWordlike(code)
  );
}

/** Neither signs of money, arrows and pictures (U+2070 to U+2BFF, surrogates) nor the blanked markup. */
function isWordlike(code: number): boolean {
  return (
    !(code > 0x206f && code < 0x2c00) &&
    !(code > 0xd7ff && code < 0xe000) &&
    code !== 0xfeff &&
    code !== 0x3000
  );
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 0xfeff || (code > 8 && code < 14) || code === 0xa0 || code === 0x202f;
}

/** Letters and digits, with apostrophes and points between two letters: "I'd", "U.S". */
function endOfWord(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop) {
    const code = text.charCodeAt(at);
    const inner = APOSTROPHES.includes(text[at] as string) || (code === 46 && at - from === 1);
    if (!isLetter(code) && !(inner && at > from && isLetter(text.charCodeAt(at + 1)))) break;
    at++;
  }
  return at;
}

/** Where "'s" begins at the end of a name; the word's end elsewhere. */
function possessiveAt(text: string, from: number, end: number): number {
  const cut = end - 2;
  const owns =
    cut - from > 1 && APOSTROPHES.includes(text[cut] as string) && small(text.charCodeAt(end - 1)) === 115;
  return owns ? cut : end;
}

/** A hyphen with a letter on both sides. */
function isJoint(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}

function widen(): void {
  kinds = grown(kinds, new Uint8Array(kinds.length * 2));
  starts = grown(starts, new Int32Array(starts.length * 2));
  ends = grown(ends, new Int32Array(ends.length * 2));
  values = grown(values, new Int32Array(values.length * 2));
}

function grown<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
