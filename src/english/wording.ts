import {AMOUNT, isMark, MARK, type Tokens, tokensOf} from './tokens.ts';
import type {Vocabulary} from './vocabulary.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** How far the words that belong to a number may reach. */
const REACH = 120;

/** The words before a number and behind it, within its sentence and up to the next number. */
export interface Wording {
  readonly before: Tokens;
  readonly behind: Tokens;
}

const PER = wordSet('yr yrs year years');
const OVER = wordSet('over for');

/** The wording of the number that stands at `[from, to)` of a text. */
export function wordingOf(text: string, {from, to}: {readonly from: number; readonly to: number}): Wording {
  const before = text.slice(Math.max(0, from - REACH), from).replace(/^[^]*(?:[.!?;]\s|\n)/, '');
  const rest = unmarked(text.slice(to, to + REACH));
  const behind = /^(?:(?![.!?;]\s|\n)[^\d$£€₹])*/.exec(rest.slice(periodEnd(rest)))?.[0] ?? '';
  return {before: tokensOf(unmarked(before)), behind: tokensOf(behind)};
}

function unmarked(text: string): string {
  return text.replace(/[*_]/g, '');
}

/** "$200K/4yr", "$200K over 4 years": where a period ends that is part of the number; 0 for none. */
function periodEnd(rest: string): number {
  const tokens = tokensOf(rest.slice(0, 24));
  let at = 0;
  if (isMark(tokens, 0, '/')) at = tokens.kinds[1] === AMOUNT ? 2 : 1;
  else if (OVER.has(tokens, 0) && tokens.kinds[1] === AMOUNT) at = 2;
  if (at === 0) return 0;
  return PER.has(tokens, at) ? (tokens.ends[at] as number) : 0;
}

const RAISED = phrases('increas~/rais~/rise~/boost~/bump~/lift~');
const REFRESHED = phrases('refresh~');
const RETAINED = phrases('retention');
const SEVERAL_YEARS = phrases('#/two/three/four year/years (total)|#/two/three/four years total');
const SIGNING = phrases('signing|signon|sign on');
const MORE = wordSet('adding additional extra another');
const BY = wordSet('by');
const FROM = wordSet('from');
const TO = wordSet('to');
const PAYING = phrases('are/is paying');
const BASE = wordSet('base salary');
const UNLESS = wordSet('unless');

/**
 * Whether a number is of the kind that a pay band is of: not what a grant is raised by or from, a refresher, what is paid
 * for staying or for signing, the sum of several years, or what others pay.
 */
export function isOfBand({before, behind}: Wording): boolean {
  const last = before.count - 1;
  return !(
    (BY.has(before, last) && saidBefore(before, RAISED, 64, false)) ||
    (FROM.has(before, last) && TO.has(behind, behind.count - 1)) ||
    saidBefore(before, REFRESHED, 40) ||
    saidBefore(before, RETAINED, 20) ||
    saidBehind(behind, REFRESHED, 20) ||
    saidBehind(behind, RETAINED, 20) ||
    saidBefore(before, SEVERAL_YEARS, 40) ||
    MORE.has(before, last) ||
    saidBefore(before, SIGNING, REACH) ||
    PAYING.at(before, last - 1)?.to === before.count
  );
}

/** Whether base pay is named. "My floor is $305K" may as well be of everything. */
export function namesBase({before, behind}: Wording): boolean {
  if (BASE.in(behind)) return true;
  for (let at = before.count - 1; at >= 0 && before.kinds[at] !== AMOUNT; at--)
    if (BASE.has(before, at)) return true;
  return false;
}

/** Whether a bracket opens right before the number: "($280K". */
export function isBracketed({before}: Wording): boolean {
  const last = before.count - 1;
  return isMark(before, isMark(before, last, '~') || isMark(before, last, '≈') ? last - 1 : last, '(');
}

/** "Walk away below $155K base unless the grant exceeds": whether the last sentence of a text makes an exception. */
export function isExcepted(text: string): boolean {
  return UNLESS.in(tokensOf(text.replace(/^[^]*[.!?]\s/, '')));
}

const CASES = phrases(
  'if|when|once|unless|provided|should|without|in case|(by/in/from/after) year #/one/two/three/four',
);

/** Whether a sentence is of a case among several: "if on-call is required", "by year three", "at L5". */
export function isOfCase(sentence: string): boolean {
  return CASES.in(sentence) !== null || /\b[A-Z]{1,3}\d/.test(sentence);
}

/** Whether a phrase ends within so many characters of the end, with no comma behind it where `within` one clause. */
function saidBefore(tokens: Tokens, phrases: Vocabulary<true>, reach: number, within = true): boolean {
  for (let at = tokens.count - 1; at >= 0; at--) {
    if (within && isClauseEnd(tokens, at)) return false;
    const to = phrases.at(tokens, at)?.to;
    if (to !== undefined) return tokens.text.trimEnd().length - (tokens.ends[to - 1] as number) <= reach;
  }
  return false;
}

function saidBehind(tokens: Tokens, phrases: Vocabulary<true>, reach: number): boolean {
  for (let at = 0; at < tokens.count && !isClauseEnd(tokens, at); at++)
    if (phrases.at(tokens, at) !== null) return (tokens.starts[at] as number) <= reach;
  return false;
}

function isClauseEnd(tokens: Tokens, at: number): boolean {
  return tokens.kinds[at] === MARK && (isMark(tokens, at, ',') || isMark(tokens, at, ';'));
}
