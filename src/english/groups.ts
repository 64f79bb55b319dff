import type {Group} from './reading.ts';
import {payNamedIn} from './pay.ts';
import {amountAt, isMark, type Tokens, WORD, wordAt} from './tokens.ts';
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
  const groups: {tokens: number[]; from: number; again: boolean}[] = [];
  let previous = -1;
  let translated = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (!isSum(tokens, at)) continue;
    const last = groups.at(-1);
    if (!apart && previous >= 0) {
      if (translated > 0 && isOneCurrency(tokens, previous, at)) translated--;
      else translated = translationsAt(tokens, at, groups.length);
      // "€105K base + €80K RSUs ($114K + $87K)": as many sums before say the same
      const said = translated > 0 ? groups.at(-translated) : undefined;
      if (said !== undefined) {
        said.tokens.push(at);
        said.again = true;
        previous = at;
        continue;
      }
    }
    const joined = last === undefined || apart ? null : joinOf(tokens, previous, at);
    if (last !== undefined && joined !== null) {
      last.tokens.push(at);
      last.again ||= joined === 'again';
    } else if (last !== undefined && isRaise(tokens, previous, at))
      last.tokens.splice(0, last.tokens.length, at);
    else groups.push({tokens: [at], from: previous + 1, again: false});
    previous = at;
  }
  return groups;
}

/** Whether a token is money or a percent, and no bare count. */
export function isSum(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  return amount !== null && (amount.percent || amount.currency !== null);
}

/**
 * How two sums are one: `again` where the second says the first in another currency, "£105K base, about $133K" or "£80K RSUs
 * ($105K)"; `listed` where a slash parts them, "£105K base / $133K", or "£76K (€80K / S$100K)", one for each region. Null where
 * they are two.
 */
function joinOf(tokens: Tokens, a: number, b: number): 'again' | 'listed' | null {
  const [one, other] = [amountAt(tokens, a), amountAt(tokens, b)];
  if (one === null || other === null || one.percent || other.percent || one.currency === other.currency)
    return null;
  let slash = false;
  for (let at = a + 1; at < b; at++) {
    const same = AGAIN.at(tokens, at);
    if (same !== null && same.to === b) return 'again';
    if (isMark(tokens, at, '(') && isInBracket(tokens, at, b))
      return isListed(tokens, b) ? 'listed' : 'again';
    if (isMark(tokens, at, '/')) slash = true;
    else if (!isSign(tokens, at) && BASE.at(tokens, at) === null && (slash || !isOfPay(tokens, at)))
      return null;
  }
  return slash ? 'listed' : null;
}

/** Whether a bracket holds a sum and nothing else before its end or a slash: "(≈€27K)". */
function isInBracket(tokens: Tokens, open: number, sum: number): boolean {
  for (let at = open + 1; at < sum; at++) if (!isSign(tokens, at)) return false;
  return isMark(tokens, sum + 1, ')') || isListed(tokens, sum);
}

/** A word of pay behind a sum: "PLN 115K RSUs (≈€27K)". */
function isOfPay(tokens: Tokens, at: number): boolean {
  return (
    tokens.kinds[at] === WORD && (payNamedIn(wordAt(tokens, at)) !== null || OF_PAY.at(tokens, at) !== null)
  );
}

const OF_PAY = phrases('in | base | salary | total | comp | tc | package');

/** How many sums in one other currency a bracket opens with at a sum, where as many stand before it; else 0. */
function translationsAt(tokens: Tokens, sum: number, before: number): number {
  if (!isMark(tokens, sum - 1, '(')) return 0;
  const first = amountAt(tokens, sum);
  let sums = 1;
  for (let at = sum + 1; at < tokens.count && !isMark(tokens, at, ')'); at++) {
    const amount = amountAt(tokens, at);
    if (amount === null && !isPlus(tokens, at)) return 0;
    if (amount !== null && (amount.currency !== first?.currency || !isSum(tokens, at))) return 0;
    if (amount !== null) sums++;
  }
  let at = sum - 2;
  while (at >= 0 && isOfPay(tokens, at)) at--;
  const last = amountAt(tokens, at);
  const other = last !== null && last.currency !== null && last.currency !== first?.currency;
  return sums > 1 && sums <= before && other ? sums : 0;
}

function isPlus(tokens: Tokens, at: number): boolean {
  return (
    ['+', '/', '&'].some(mark => isMark(tokens, at, mark)) ||
    isOfPay(tokens, at) ||
    AND.at(tokens, at) !== null
  );
}

const AND = phrases('and');

function isOneCurrency(tokens: Tokens, a: number, b: number): boolean {
  return amountAt(tokens, a)?.currency === amountAt(tokens, b)?.currency;
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
    if (['/', '+', '|'].some(mark => isMark(tokens, at, mark))) joined = true;
    else if (!isMark(tokens, at, '~')) return false;
  }
  return joined;
}

/** Whether a sum opens a bracket: "($180,000)", "(~$45K/yr)". */
export function isBracketed(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at - 1, '(') || (isMark(tokens, at - 1, '~') && isMark(tokens, at - 2, '('));
}
