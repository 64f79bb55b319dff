import {small} from './lexicon.ts';
import {AMOUNT, MARK, type Tokens, WORD} from './tokens.ts';

/** How many characters around a number may speak of it. */
const REACH = 180;

/** A number and the tokens that may speak of it: those of its sentence, up to its neighbours. */
export interface Near {
  readonly tokens: Tokens;
  /** The number. */
  readonly at: number;
  /** The first token before it. */
  readonly open: number;
  /** The first token behind it that speaks no more of it. */
  readonly end: number;
  /** Where its words go on behind "minutes" and "x", which are part of it. */
  readonly behind: number;
}

/** What stands between the number before and the one behind, both of them tokens. */
export function nearOf(tokens: Tokens, at: number, before: number, next: number): Near {
  const {starts, ends, count} = tokens;
  const [least, most] = [(starts[at] as number) - REACH, (ends[at] as number) + REACH];
  let open = at;
  while (open > before + 1 && (starts[open - 1] as number) >= least && !closes(tokens, open - 1)) open--;
  let end = at + 1;
  const last = Math.min(next, count);
  while (end < last && (ends[end] as number) <= most && !closes(tokens, end)) end++;
  return {tokens, at, open, end, behind: at + 1};
}

/** Whether a sentence may end at a token: a point with a blank behind it, or with a quote and a blank. */
function closes(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== MARK) return false;
  const mark = tokens.values[at];
  if (mark !== POINT && mark !== EXCLAMATION && mark !== QUESTION) return false;
  const after = tokens.ends[at] as number;
  return (
    isBlank(tokens.text, after) ||
    ('"\'”'.includes(tokens.text[after] ?? ' ') && isBlank(tokens.text, after + 1))
  );
}

const POINT = 46;
const EXCLAMATION = 33;
const QUESTION = 63;
const PLUS = 43;
const HYPHEN = '-';

function isBlank(text: string, at: number): boolean {
  return text[at]?.trim() === '';
}

/** Marks that end a phrase, and all that is one word with blanks around it: "CI/CD", "AT&T's". */
const PHRASE_ENDS = new Set([...'.,;:()"“”[]—–!?|'].map(mark => mark.charCodeAt(0)));

/** The token behind the word that begins at one: "on-call", "CI/CD" and "AT&T's" are one word to a reader. */
export function endOfSpaced(tokens: Tokens, at: number, end: number): number {
  let next = at + 1;
  while (next < end && isJoined(tokens, next) && !endsPhrase(tokens, next)) next++;
  return next;
}

/** The first token of the word that ends at one. */
export function startOfSpaced(tokens: Tokens, at: number, open: number): number {
  let first = at;
  while (first > open && isJoined(tokens, first) && !endsPhrase(tokens, first - 1)) first--;
  return first;
}

/** Whether a token follows the one before without a blank. */
export function isJoined({text, starts, ends}: Tokens, at: number): boolean {
  const gap = (starts[at] as number) - (ends[at - 1] as number);
  return gap === 0 || (gap === 1 && text[ends[at - 1] as number] === HYPHEN);
}

/** Whether a phrase ends at a token: at a number, a comma, a bracket, a dash between words. */
export function endsPhrase(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === AMOUNT) return true;
  return tokens.kinds[at] === MARK && PHRASE_ENDS.has(tokens.values[at] as number);
}

/** Whether a token is a word that begins with a letter, and not "4D". */
export function isLettered(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  const code = small(tokens.text.charCodeAt(tokens.starts[at] as number));
  return code > 96 && code < 123;
}

/** Behind a plus, which belongs to the number: where words begin. */
export function wordsFrom({tokens, at, end}: Near, from = at + 1): number {
  const plus = from < end && tokens.kinds[from] === MARK && tokens.values[from] === PLUS;
  return plus && tokens.starts[from] === tokens.ends[from - 1] ? from + 1 : from;
}
