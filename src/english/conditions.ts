import {isJoined} from './near.ts';
import {isMark, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** A condition to walk away on, "if the role does not include all pods". */
export interface SaidCondition {
  /** Without its "if" and its point. */
  readonly words: string;
  /** What is missing, and the question that asks for it: "all pods", "Does the role include all pods"; null where nothing is. */
  readonly lack: {readonly what: string; readonly question: string} | null;
}

const IF = phrases('if|and/or/also if');

/** Reads a condition as it stands in a strategy. */
export function conditionIn(text: string): SaidCondition {
  const all = tokensOf(text);
  let end = all.count;
  while (end > 0 && isMark(all, end - 1, '.')) end--;
  const from = all.starts[IF.at(all, 0)?.to ?? 0] ?? 0;
  const words = text.slice(from, all.ends[end - 1] ?? 0);
  return {words, lack: lackIn(tokensOf(words))};
}

const NOT = phrases("does/do not|doesn't|don't");
const HAS = phrases('include/have/offer|come with');
const IS = phrases('is/are');
const NO_PART = phrases('not part of|not included in');
const WITHOUT = phrases('lacks/without/no');

/** Ways to say that something is missing: "X does not have Y", "X is not part of Y", "no X". */
function lackIn(tokens: Tokens): SaidCondition['lack'] {
  const words = (from: number, to: number) => tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
  for (const not of NOT.all(tokens, 1)) {
    const has = HAS.at(tokens, not.to);
    if (has === null || has.to >= tokens.count) continue;
    const what = words(has.to, tokens.count);
    return {what, question: `Does ${words(0, not.from)} ${words(has.from, has.to)} ${what}`};
  }
  for (const is of IS.all(tokens, 1)) {
    const part = NO_PART.at(tokens, is.to);
    if (part === null || part.to >= tokens.count) continue;
    const what = words(0, is.from);
    return {what, question: `Is ${what} ${words(part.from + 1, tokens.count)}`};
  }
  const without = WITHOUT.all(tokens).find(({to}) => to < tokens.count && !isJoined(tokens, to));
  if (without === undefined) return null;
  const what = words(without.to, tokens.count);
  return {what, question: `Is there ${what}`};
}

/** Words that carry no subject of their own. */
const IDLE = wordSet('the and with for role that this into from scope');
/** What denies in its own words cannot be told from what affirms. */
const DENIES =
  phrases(`no|not|non|without|lack/lacks|never|except|excluding|only|single|out|off|later|after|from year|year two|may|might|could
    |doesn't|don't|isn't|aren't|won't|can't|cannot`);
const SHORTEST = 3;

/** Whether a statement speaks of all that a subject names, and plainly: one that denies anything settles nothing. */
export function saysPlainly(statement: string, subject: string): boolean {
  const tokens = tokensOf(statement);
  if (DENIES.first(tokens) !== null) return false;
  const told = new Set(subjectWords(tokens));
  const asked = subjectWords(tokensOf(subject));
  return asked.length > 0 && asked.every(word => told.has(word));
}

function subjectWords(tokens: Tokens): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== WORD || IDLE.has(tokens, at)) continue;
    const word = wordAt(tokens, at).toLowerCase();
    if (word.length >= SHORTEST) words.push(word);
  }
  return words;
}

const FIRST_YEAR = phrases('(for/in) (the) first year (only)');

/** Whether a condition says for how long, and nothing of whether: "for the first year only". */
export function isForFirstYear(condition: string): boolean {
  const tokens = tokensOf(condition);
  return FIRST_YEAR.at(tokens, 0)?.to === tokens.count;
}
