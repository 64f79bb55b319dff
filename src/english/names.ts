import type {Amount} from '../intake/index.ts';
import {STOPS} from './counted.ts';
import {amountAt, isCapital, isMark, MARK, type Tokens, WORD, wordAt} from './tokens.ts';
import {Words, wordSet} from './words.ts';

/** What a word before a bare number makes of it: a part of a name, or the number of a day, a year or a step. */
const NAMING = new Words<'always' | 'capital'>([
  [
    'always',
    `phase phases step steps stage stages lever levers tier tiers tranche version versions gen generation fortune soc iso
    iec pci nist stig idm asc ifrs gaap form chapter page pages figure table appendix annex article level levels band
    grade gcb series sprint round rounds layer exhibit priority sev web russell ftse nasdaq hkex nyse tse tsx nse
    sehk wave horizon milestone lesson pillar point track`,
  ],
  [
    'capital',
    `big rule rules part title section option options year years day days month months week weeks item no number sr finding
    findings domain tactic scenario question reason principle proof case example move strategy argument script project
    module building floor gate`,
  ],
]);
/** "in year 3", but "each year 30 pods". */
const DATED = wordSet('year years day month week quarter');
const SPREAD = wordSet('per each every a one this last next');
const ORDINAL = wordSet('th st nd rd');
/** "21 CFR". */
const LAWS = wordSet('cfr usc');
const CLOCK = wordSet('am pm utc est gmt');
const MONTHS =
  wordSet(`jan feb mar apr may jun june jul july aug sep sept oct nov dec january february march april august
  september october november december`);
const COUNTED =
  wordSet(`minute minutes hour hours day days week weeks month months quarter quarters year years yr yrs hr hrs
  min mins ms milliseconds seconds second sec percent bps basis x`);
/** "sub-100ms" and "top-10" say how much, "GPT-4" and "SHA-256" do not. */
const HOW_MUCH = wordSet('sub top mid under over post pre non up near max min semi all to');
const ANDS = wordSet('and or to through');
const MOST_LISTED = 20;

/** Whether the number at a token is the date or the year of something: "2024-2026", "Feb 11", "3 March". */
export function isDate(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  if (amount === null || !isBare(amount)) return false;
  // "2024-2026" and "2025-26"
  if (amount.atoms.every(({value}, end) => isYear(value) || (end === 1 && value < 100 && isYear(amount.low))))
    return true;
  const before = isMark(tokens, at - 1, '.') ? at - 2 : at - 1;
  if (MONTHS.has(tokens, before)) return true;
  return amount.high <= 31 && MONTHS.has(tokens, at + 1) && isCapital(tokens, at + 1);
}

/**
 * Whether the number at a token belongs to a name or to the writing, and counts nothing: "24/7", "50:1", "Phase 2",
 * "(3)", "99th", "401(k)", "Fortune 500", "Snapdragon 8 Gen 5". `after` is whether the number before it does, for it
 * may go on with another: "Years 3 and 4".
 */
export function isName(tokens: Tokens, at: number, after: boolean): boolean {
  const amount = amountAt(tokens, at);
  if (amount === null || !isBare(amount)) return false;
  return (
    isJoinedNumber(tokens.text, amount) ||
    isListed(tokens, at, amount) ||
    ORDINAL.has(tokens, at + 1) ||
    LAWS.has(tokens, at + 1) ||
    (CLOCK.has(tokens, at + 1) && amount.high <= 24) ||
    isLetteredNumber(tokens, at, amount) ||
    isNamed(tokens, at) ||
    isBehindName(tokens, at, amount) ||
    (after && goesOn(tokens, at))
  );
}

function isBare({atoms, percent, currency}: Amount): boolean {
  return !percent && currency === null && atoms.every(atom => atom.scale === 1 && !atom.open);
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value < 2100;
}

/** "24/7", "50:1", "25/25/25/25", "10:30", and "50-50", which is one of two. */
function isJoinedNumber(text: string, {from, to, low, high, atoms}: Amount): boolean {
  const ties = (at: number) => text[at] === '/' || text[at] === ':';
  if (ties(from - 1) && isDigit(text, from - 2)) return true;
  if ((ties(to) || text[to] === '-') && isDigit(text, to + 1)) return true;
  // the days of sales, "11.11 and 12.12"
  if (/^(\d\d)\.\1$/.test(text.slice(from, to))) return true;
  return atoms.length === 2 && low === high;
}

/** "(1) …, (2) …", "#2", "1." where a line begins. */
function isListed(tokens: Tokens, at: number, {from, to, high, atoms}: Amount): boolean {
  const {text} = tokens;
  if (text[from - 1] === '#') return true;
  if (text[from - 1] === '(' && text[to] === ')') return atoms.length === 1 && high <= MOST_LISTED;
  const opens = at === 0 || /\n[ \t\uFEFF>]*$/.test(text.slice(Math.max(0, from - 12), from));
  return opens && /^[.)](?:\s|$)/.test(text.slice(to, to + 2));
}

/** "401(k)", "10-K", "GPT-4", "T+1", "L[3". */
function isLetteredNumber(tokens: Tokens, at: number, {from, to}: Amount): boolean {
  const {text} = tokens;
  if (text[to] === '(' && isLetter(text, to + 1) && text[to + 2] === ')') return true;
  if (text[to] === '-' && isLetter(text, to + 1) && text.charCodeAt(to + 1) < 97 && !isLetter(text, to + 2))
    return true;
  const tied = text[from - 1];
  if (tied === '+' || tied === '[') return isLetter(text, from - 2);
  if (tied !== '-' || tokens.kinds[at - 1] !== WORD) return false;
  // "1.3x-1.8x" is a range
  return !HOW_MUCH.has(tokens, at - 1) && !COUNTED.has(tokens, at - 1);
}

/** Behind a word that is numbered: "Phase 2", "year 3", "S&P 500", "HKEX: 2238". */
function isNamed(tokens: Tokens, at: number): boolean {
  const before = isMark(tokens, at - 1, ':') && isCapital(tokens, at - 2) ? at - 2 : at - 1;
  const sense = NAMING.of(tokens, before);
  if (before < at - 1)
    return sense === 'always' && wordAt(tokens, before) === wordAt(tokens, before).toUpperCase();
  if (sense === 'always' || (sense === 'capital' && isCapital(tokens, before) && isNumbered(tokens, at)))
    return true;
  if (DATED.has(tokens, before)) return !SPREAD.has(tokens, before - 1) && isNumbered(tokens, at);
  return wordAt(tokens, before) === 'P' && isMark(tokens, before - 1, '&');
}

/** "Year 3:" and "Day 1 of", but "Day 30 pods". */
function isNumbered(tokens: Tokens, at: number): boolean {
  return !isPlural(tokens, at + 1) && !COUNTED.has(tokens, at + 1);
}

/**
 * Right behind a name within its sentence, "Dota 2", "STIG 1.1", with nothing behind it that it could count. Neither
 * "Boston 30 engineers" nor "Serve 40 Trading Desks" is one.
 */
function isBehindName(tokens: Tokens, at: number, {low, to, atoms}: Amount): boolean {
  const before = at - 1;
  if (before < 1 || !isCapital(tokens, before) || STOPS.has(tokens, before) || opens(tokens, before))
    return false;
  if (tokens.text.slice(tokens.ends[before], tokens.starts[at]) !== ' ' || low >= 10_000) return false;
  if (COUNTED.has(tokens, at + 1) || tokens.text[to] === '×' || tokens.text.slice(to - 4, to).includes(','))
    return false;
  if (!Number.isInteger(low)) return atoms.length === 1;
  for (let next = at + 1; next < Math.min(tokens.count, at + 4); next++) {
    if (isPlural(tokens, next)) return false;
    if (!isCapital(tokens, next)) return true;
  }
  return true;
}

/** "Years 3 AND 4", "Phases 1, 2". */
function goesOn(tokens: Tokens, at: number): boolean {
  let before = at - 1;
  if (ANDS.has(tokens, before)) before--;
  if (isMark(tokens, before, ',') || isMark(tokens, before, '&') || isMark(tokens, before, '–')) before--;
  return before < at - 1 && amountAt(tokens, before) !== null && isNumbered(tokens, at);
}

/** Whether the sentence begins with a token, or a part of it that opens with a capital: then that says nothing. */
function opens(tokens: Tokens, at: number): boolean {
  return at === 0 || (tokens.kinds[at - 1] === MARK && OPENING.has(tokens.values[at - 1] as number));
}

const OPENING = new Set([...'.!?:;"“(—–•'].map(mark => mark.charCodeAt(0)));

function isPlural(tokens: Tokens, at: number): boolean {
  const {text, kinds, ends} = tokens;
  if (kinds[at] !== WORD || STOPS.has(tokens, at) || text[(ends[at] as number) - 1] !== 's') return false;
  return !'sui'.includes(text[(ends[at] as number) - 2] ?? 's');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 47 && code < 58;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return code > 96 && code < 123;
}
