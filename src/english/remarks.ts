import {AMOUNT, isMark, type Tokens, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** What is counted and is no money. */
const SHARES = phrases(
  'option/options|share/shares|unit/units|rsu/rsus|psu/psus|ppu/ppus|stock|token/tokens',
);
/** One's own pay, of which a percentage may be. */
const PAY = phrases('base|salary|pay|total|earnings|profit/profits');
const OF = phrases('of');
/** What a figure ends with, or two figures are joined by: its period, the word of a range. */
const JOINTS = phrases(
  '\\ (#) yr/yrs/year/years/annum/mo/month/months|per (#) yr/year/annum/mo/month|a/each year|p . a .|p.a .|pa|annually|monthly|' +
    '(up) to|through|until|& ndash/mdash ;',
);
/** What opens a range and says nothing of it. */
const OPENERS = phrases('from|between|and');
const ADDED = phrases('+|plus|and');
const CHOSEN = phrases('or|resp|respectively');

/** Whether what a number counts, by the words behind it, are shares: "12,000 ISO options". */
export function areShares(behind: string): boolean {
  const tokens = tokensOf(behind.slice(0, 60));
  for (let at = 0; at < Math.min(tokens.count, 4); at++) {
    if (SHARES.at(tokens, at) !== null) return true;
    if (!isWordAt(tokens, at)) return false;
  }
  return false;
}

/** "60-70% of US" is a share of other people's pay, "15% of base" is of one's own. */
export function isOfOthers(behind: string): boolean {
  if (!/[a-z]/i.test(behind)) return false;
  const tokens = tokensOf(behind.slice(0, 60));
  return OF.at(tokens, 0) !== null && PAY.at(tokens, 1) === null && PAY.at(tokens, 2) === null;
}

/** What stands behind a figure, without its period and without the word that joins it to the next. */
export function withoutJoint(words: string): string {
  const tokens = tokensOf(words.slice(0, 40));
  const joint = JOINTS.at(tokens, 0);
  return joint === null ? words : words.slice(tokens.ends[joint.to - 1]);
}

/** Whether words between and before figures say nothing: "from", "between … and". */
export function isJoint(words: string): boolean {
  const tokens = tokensOf(words);
  return tokens.count === 1 && OPENERS.at(tokens, 0) !== null;
}

/** Whether a figure is added to the one before it: "15% + $20K", "$20K and $5K". */
export function isAdded(between: string): boolean {
  return ADDED.first(tokensOf(between)) !== null;
}

/**
 * Whether two sums stand side by side with nothing to say how they belong together: "$175K, $225K", "$175K or $225K",
 * "50th: $175K / 90th: $225K". What stands in brackets is a remark, and what is added is told.
 */
export function isUntold(between: string): boolean {
  const tokens = tokensOf(between);
  let words = 0;
  let parts = false;
  for (let at = 0; at < tokens.count; at++) {
    if (isMark(tokens, at, '(') || isMark(tokens, at, '[') || isMark(tokens, at, '+')) return false;
    parts ||= isMark(tokens, at, '/') || isMark(tokens, at, '|') || isMark(tokens, at, ';');
    const isLong = (tokens.ends[at] as number) - (tokens.starts[at] as number) > 3;
    if (isWordAt(tokens, at) && CHOSEN.at(tokens, at) === null) words += isLong ? 2 : 1;
  }
  return parts || words < 2;
}

/** "4 x $125K", "$125K × 4": a sum that is to be multiplied. */
export function isMultiplied(text: string): boolean {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.count; at++) {
    const isTimes = isMark(tokens, at, '×') || TIMES.at(tokens, at) !== null;
    if (isTimes && (tokens.kinds[at - 1] === AMOUNT || tokens.kinds[at + 1] === AMOUNT)) return true;
  }
  return false;
}

const TIMES = phrases('x|times');

/** "$225K or more", "at least $175K", "from $175K": the sum is a floor. */
export function isFloor(before: string, behind: string): boolean {
  return (
    FLOORS_BEFORE.first(tokensOf(before)) !== null ||
    FLOORS_BEHIND.at(tokensOf(behind.slice(0, 40)), 0) !== null
  );
}

const FLOORS_BEFORE = phrases('from|at least|min (.)|minimum|starting (at)|above|over|> (=)|≥');
const FLOORS_BEHIND = phrases('or more/above/higher|and up/above|min (.)|minimum');

/** "< $225K": nobody says where it begins. */
export function isBelow(before: string): boolean {
  return BELOW.first(tokensOf(before)) !== null;
}

const BELOW = phrases('< (=)|≤|below|under|less than');

/** Whether a remark makes a sum the most that is paid, and none may be: "up to", "≤", "max". */
export function isCeiling(remark: string): boolean {
  return isBelow(remark) || CEILING.first(tokensOf(remark)) !== null;
}

const CEILING = phrases('up to|max|maximum|at most|capped|cap|no more than|or less');

/** Whether a figure is by something that is no period we know: "20.000/mês", "$20K/grant". */
export function isByUnknown(behind: string): boolean {
  const tokens = tokensOf(behind.slice(0, 40));
  return (
    isMark(tokens, 0, '/') &&
    isWordAt(tokens, 1) &&
    JOINTS.at(tokens, 0) === null &&
    CODES.at(tokens, 1) === null
  );
}

const CODES = phrases('usd|eur|gbp|hr|hour|wk|week|day|qtr|quarter');

function isWordAt(tokens: Tokens, at: number): boolean {
  const code = tokens.text.charCodeAt(tokens.starts[at] as number);
  return tokens.kinds[at] !== AMOUNT && ((code > 64 && code < 91) || (code > 96 && code < 123));
}
