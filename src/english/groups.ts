import type {Group} from './reading.ts';
import {amountAt, isMark, type Tokens} from './tokens.ts';
import {phrases} from './vocabulary.ts';

const BASE = phrases('base (salary/pay)');
/** What says the sum before it again in another currency: "£108K base, about €126K". */
const AGAIN = phrases(
  `(,/() about/roughly/approximately/around/approx/circa/ca/≈/~ | (,/() or/which/that (is) about/roughly/approximately/around | (,/() which/that is/comes/works (to/out) (at/to) (about/roughly/approximately/around)
  | (,/() i.e (.) (,) (about/roughly/approximately/around) | (,/() equivalent/equal to (about/roughly/approximately) | (,/() say (about)`,
);
const FROM = phrases('from');
const TO = phrases('to');

/** Money and percents, those together that a slash joins in different currencies, unless they are to be kept `apart`. */
export function groupsIn(tokens: Tokens, apart = false): Group[] {
  const groups: {tokens: number[]; from: number}[] = [];
  let previous = -1;
  for (let at = 0; at < tokens.count; at++) {
    if (!isSum(tokens, at)) continue;
    const last = groups.at(-1);
    if (last !== undefined && !apart && isJoined(tokens, previous, at)) last.tokens.push(at);
    else if (last !== undefined && isRaise(tokens, previous, at))
      last.tokens.splice(0, last.tokens.length, at);
    else groups.push({tokens: [at], from: previous + 1});
    previous = at;
  }
  return groups;
}

/** Whether a token is money or a percent, and no bare count. */
export function isSum(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  return amount !== null && (amount.percent || amount.currency !== null);
}

/** "£105K base / $133K" and "£105K base, about $133K" are one sum in two currencies, "£76K (€80K / S$100K)" one for each region; "$235K base / $240K RSUs" are two. */
function isJoined(tokens: Tokens, a: number, b: number): boolean {
  const [one, other] = [amountAt(tokens, a), amountAt(tokens, b)];
  if (one === null || other === null || one.percent || other.percent || one.currency === other.currency)
    return false;
  let slash = false;
  for (let at = a + 1; at < b; at++) {
    const same = AGAIN.at(tokens, at);
    if (same !== null && same.to === b) return true;
    if (
      isMark(tokens, at, '/') ||
      (isMark(tokens, at, '(') && at === b - 1 && (isListed(tokens, b) || isMark(tokens, b + 1, ')')))
    )
      slash = true;
    else if (!isSign(tokens, at) && BASE.at(tokens, at) === null) return false;
  }
  return slash;
}

/** Whether another currency's sum follows behind a slash at once. */
function isListed(tokens: Tokens, at: number): boolean {
  const next = amountAt(tokens, at + 2);
  return (
    isMark(tokens, at + 1, '/') &&
    next !== null &&
    next.currency !== null &&
    next.currency !== amountAt(tokens, at)?.currency
  );
}

function isSign(tokens: Tokens, at: number): boolean {
  return ['~', '≈', '+', ']'].some(mark => isMark(tokens, at, mark));
}

/** "raised from $200K/4yr to $250K/4yr" asks for the second. */
function isRaise(tokens: Tokens, a: number, b: number): boolean {
  const near = isMark(tokens, a - 1, '~') ? a - 2 : a - 1;
  return FROM.at(tokens, near) !== null && TO.at(tokens, b - 1) !== null && b - a < 7;
}

/** Two sums of one currency with a slash or a plus between, and nothing else. */
export function isPair(tokens: Tokens, a: number, b: number): boolean {
  const [one, other] = [amountAt(tokens, a), amountAt(tokens, b)];
  if (one?.currency !== other?.currency || other?.percent === true) return false;
  let joined = false;
  for (let at = a + 1; at < b; at++) {
    if (isMark(tokens, at, '/') || isMark(tokens, at, '+')) joined = true;
    else if (!isMark(tokens, at, '~')) return false;
  }
  return joined;
}

/** Whether a sum opens a bracket: "($180,000)", "(~$45K/yr)". */
export function isBracketed(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at - 1, '(') || (isMark(tokens, at - 1, '~') && isMark(tokens, at - 2, '('));
}
