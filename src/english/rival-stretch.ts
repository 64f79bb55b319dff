import {isLevelWord} from './firms.ts';
import {payNamedIn} from './pay.ts';
import {placeAt} from './place-names.ts';
import {BARRIERS, GLUE, POSSESSIVE, SHORT} from './rival-words.ts';
import {AMOUNT, isCapital, isMark, MARK, type Tokens, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';

// Where the names of firms begin and end in a sentence, one of them or a list.

/** The token behind the names that begin at a token: up to a verb, a sum or a mark that parts no names. */
export function endOfNames(tokens: Tokens, from: number): number {
  let end = from;
  while (end < tokens.count) {
    if (tokens.kinds[end] === AMOUNT) break;
    const glue =
      ['/', '&', '[', '.'].some(
        mark => isMark(tokens, end, mark) && (mark !== '.' || isTitlePoint(tokens, end)),
      ) ||
      (isMark(tokens, end, ']') && end > from) ||
      GLUE.at(tokens, end) !== null;
    if (!glue && !isNameWord(tokens, end)) break;
    end++;
    if (isMark(tokens, end - 1, ']')) break;
  }
  while (end > from && GLUE.at(tokens, end - 1) !== null) end--;
  return end;
}

/** Where the names begin that end at a token: back over capitals, slashes, brackets and what joins two names. */
export function startOfNames(tokens: Tokens, end: number): number {
  let start = end;
  let open = 0;
  while (start > 0) {
    const one = start - 1;
    if (tokens.kinds[one] === AMOUNT) break;
    if (isMark(tokens, one, ']') || isMark(tokens, one, ')')) open++;
    else if (isMark(tokens, one, '[')) {
      start--;
      if (--open < 1) break;
      continue;
    } else if (isMark(tokens, one, '(')) {
      if (--open < 0) break;
    } else if (open === 0 && !isOfNames(tokens, one, start < end)) break;
    start--;
  }
  while (start < end && !isNameWord(tokens, start) && !isMark(tokens, start, '[')) start++;
  return start;
}

/** Whether a token goes on with names that stand behind it. */
function isOfNames(tokens: Tokens, at: number, within: boolean): boolean {
  if (isTitlePoint(tokens, at)) return true;
  if (isBarrier(tokens, at) && GLUE.at(tokens, at) === null) return false;
  if (isMark(tokens, at, '/')) return !isPaid(tokens, at - 1);
  if (isMark(tokens, at, '&')) return true;
  // "Staff+"
  if (isMark(tokens, at, '+')) return tokens.starts[at] === tokens.ends[at - 1];
  if (within && POSSESSIVE.at(tokens, at) !== null) return true;
  // "$[X]K" is a slot and no name
  if (isMark(tokens, at - 1, ']') && tokens.starts[at] === tokens.ends[at - 1]) return false;
  if (isNameWord(tokens, at)) return true;
  return GLUE.at(tokens, at) !== null && isNameWord(tokens, at - 1) && !isPaid(tokens, at - 1);
}

/** The point of "Sr." and the like. */
function isTitlePoint(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, '.') && SHORT.at(tokens, at - 1) !== null;
}

/** Whether a sum or a word of pay stands here: a slash behind it parts offers, and no names. */
function isPaid(tokens: Tokens, at: number): boolean {
  return (
    tokens.kinds[at] === AMOUNT || payNamedIn(wordAt(tokens, at)) !== null || PAID.at(tokens, at) !== null
  );
}

const PAID = phrases('tc | total | comp | compensation | yr | year | range');

export function isNameWord(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  return (
    isCapital(tokens, at) || /^[a-z]+[A-Z\d]/.test(wordAt(tokens, at)) || isLevelWord(wordAt(tokens, at))
  );
}

/** "I'd" and words in small letters: "Target" and "Anchor" in capitals may be names. */
export function isBarrier(tokens: Tokens, at: number): boolean {
  return (
    BARRIERS.at(tokens, at) !== null &&
    (!isCapital(tokens, at) || tokens.text[tokens.starts[at] as number] === 'I')
  );
}

/** Behind a list that goes on from a name: "Osprey, Heron and Teasel", with a last "and" or "or". The end itself where none does. */
export function endOfList(tokens: Tokens, end: number): number {
  let to = end;
  let closed = false;
  while (!closed && isMark(tokens, to, ',')) {
    const last = LAST.at(tokens, to + 1) !== null;
    const from = last ? to + 2 : to + 1;
    if (!isNameWord(tokens, from)) return end;
    to = endOfNames(tokens, from);
    closed = last || hasLast(tokens, from, to);
  }
  return closed ? to : end;
}

/** Where a list begins that ends with the names at a token: "Osprey, Heron and Teasel" for "Heron and Teasel". */
export function startOfList(tokens: Tokens, start: number, end: number): number {
  if (start >= end) return start;
  const last = LAST.at(tokens, start - 1) !== null;
  let from = last ? start - 1 : start;
  if (!last && !hasLast(tokens, start, end)) return start;
  while (
    isMark(tokens, from - 1, ',') &&
    isNameWord(tokens, from - 2) &&
    placeAt(tokens, from - 2, []) === null
  ) {
    const before = startOfNames(tokens, from - 1);
    if (before >= from - 1) break;
    from = before;
  }
  return LAST.at(tokens, from) === null && opensList(tokens, from) ? from : start;
}

/** Whether a list of those who offer may begin here: behind "offers from", or at the head of its sentence. */
function opensList(tokens: Tokens, at: number): boolean {
  return LIST_LEADS.at(tokens, at - 1) !== null || tokens.kinds.slice(0, at).every(kind => kind === MARK);
}

const LIST_LEADS = phrases(
  'from | at | offers/offer | competing | rival | holding | hold | including | like | both',
);

const LAST = phrases('and | or');

function hasLast(tokens: Tokens, from: number, to: number): boolean {
  return LAST.first(tokens, from, to) !== null;
}
