import type {TokenRange} from './text-range.ts';
import {isMark, MARK, type Tokens, wordAt} from './tokens.ts';

/** Signs that levels are equal. */
export const EQUALS = '=~≈≅≃≡≙≜≒∼⇔⇒⇄⟷⟺↔→';
const BARS = '|·•';

export function isEquals(tokens: Tokens, at: number): boolean {
  if (isMark(tokens, at, '>')) return isArrow(tokens, at);
  // "~5 years" is about five
  return isOneOf(tokens, at, EQUALS) && (!isMark(tokens, at, '~') || isBlankBehind(tokens, at));
}

/** "->", "=>", "<->": the mark before it is at the end of what stands before. */
function isArrow(tokens: Tokens, at: number): boolean {
  return isOneOf(tokens, at - 1, '-=') && tokens.ends[at - 1] === tokens.starts[at];
}

export function isBar(tokens: Tokens, at: number): boolean {
  return isOneOf(tokens, at, BARS);
}

export function isComma(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, ',') && isBlankBehind(tokens, at);
}

export function isOneOf(tokens: Tokens, at: number, marks: string): boolean {
  return tokens.kinds[at] === MARK && marks.includes(wordAt(tokens, at));
}

export function hasMark(tokens: Tokens, {from, to}: TokenRange, mark: string): boolean {
  for (let at = from; at < to; at++) if (isMark(tokens, at, mark)) return true;
  return false;
}

export function isBlankBehind(tokens: Tokens, at: number): boolean {
  const end = tokens.ends[at] as number;
  return end === tokens.text.length || /\s/.test(tokens.text[end] as string);
}

export function isBlankAround(tokens: Tokens, at: number): boolean {
  return isBlankBehind(tokens, at) && tokens.ends[at - 1] !== tokens.starts[at];
}

/** The stretches between separators outside brackets; empty ones too. A separator is one token. */
export function split(
  tokens: Tokens,
  {from, to}: TokenRange,
  isSeparator: (tokens: Tokens, at: number) => boolean,
): TokenRange[] {
  const parts: TokenRange[] = [];
  let open = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    if (isMark(tokens, at, '(')) depth++;
    else if (isMark(tokens, at, ')')) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(tokens, at)) {
      parts.push({from: open, to: at});
      open = at + 1;
    }
  }
  return [...parts, {from: open, to}];
}
