import type {Amount} from '../intake/index.ts';
import {AMOUNT, amountAt, isMark, MARK, type Tokens, tokensOf} from './tokens.ts';
import {
  LINKS,
  NO_PAY,
  NO_PAY_BEFORE,
  OF,
  PAYS,
  RAISES,
  STOPS,
  TARGET,
  TO,
  VALUED,
  type Pays,
} from './pay-words.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** Whether a percent is told as a target and nothing else. */
export function isTarget(tokens: Tokens, at: number): boolean {
  return TARGET.at(tokens, at + 1) !== null;
}

/** What the words beside a sum say of it. */
export interface PayWords {
  readonly pays: Pays | null;
  /** The words of a part that has a name of its own: "retention grant". */
  readonly name: string | null;
  /** Whether they stand behind the sum: nearer to it than any before. */
  readonly behind: boolean;
}

export const NOTHING: PayWords = {pays: null, name: null, behind: false};

/** Where the words behind a sum stop speaking of it: a mark, a stop word, or `limit`. */
export function endOfWords(tokens: Tokens, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit) {
    const pay = PAYS.at(tokens, end);
    if (pay !== null) {
      end = Math.min(pay.to, limit);
      continue;
    }
    if (tokens.kinds[end] === AMOUNT && !isPeriod(tokens, end)) break;
    if (tokens.kinds[end] === MARK && !isQuiet(tokens, end)) break;
    if (STOPS.at(tokens, end) !== null && LINKS.at(tokens, end) === null) break;
    end++;
  }
  return end;
}

/** Marks between a sum and its noun: "$180K] base", "$180K+ base", "$60K/yr". */
function isQuiet(tokens: Tokens, at: number): boolean {
  const mark = String.fromCharCode(tokens.values[at] as number);
  if (mark === '/') return isPeriodWord(tokens, at + 1);
  // the plus of "$180K]+ base" touches its sum, that of "$180K + RSU" does not
  if (mark === '+') return tokens.starts[at] === tokens.ends[at - 1];
  return ']~≈*'.includes(mark);
}

/** "/4yr", "/yr": the period of a sum, and no sum of its own. */
function isPeriod(tokens: Tokens, at: number): boolean {
  const amount = tokens.amounts[tokens.values[at] as number];
  return (
    amount !== undefined &&
    amount.currency === null &&
    !amount.percent &&
    amount.low < 10 &&
    isYears(tokens, at + 1)
  );
}

function isPeriodWord(tokens: Tokens, at: number): boolean {
  return isYears(tokens, at) || (tokens.kinds[at] === AMOUNT && isPeriod(tokens, at));
}

const YEARS = phrases('yr/yrs/year/years/annum/mo/month');

function isYears(tokens: Tokens, at: number): boolean {
  return at < tokens.count && YEARS.at(tokens, at) !== null;
}

/** "$365K is the right all-cash base": what is said of a sum is still of it. */
const CALLED = phrases('is the/a right/fair/appropriate/correct/reasonable/sensible');

/** What a sum pays by the words behind it: "a $90K grant", "$190K in base salary". */
export function payBehind(tokens: Tokens, at: number, limit: number): PayWords {
  // "no more than 30% of the bonus" is no bonus
  if (amountAt(tokens, at)?.percent === true && OF.at(tokens, at + 1) !== null) return NOTHING;
  const called = CALLED.at(tokens, at + 1);
  const end = Math.min(endOfWords(tokens, called === null ? at : called.to, limit), at + 9);
  const found = PAYS.all(tokens, at + 1, end);
  const first = found[0];
  if (first === undefined) return NOTHING;
  // "phantom equity", "total bonus", "retention sign-on": of words side by side the last is the noun
  const next = found[1];
  const noun =
    next !== undefined && next.from === first.to && (first.sense === 'total' || first.sense === 'other')
      ? next
      : first;
  return {
    pays: noun.sense,
    name: noun.sense === 'other' ? nameOf(tokens, at + 1, noun.to) : null,
    behind: true,
  };
}

/** The words from behind a sum up to its noun: "foundry pivot retention grant". */
function nameOf(tokens: Tokens, from: number, to: number): string {
  let start = from;
  while (start < to && (tokens.kinds[start] === MARK || LINKS.at(tokens, start) !== null)) start++;
  return tokens.text.slice(tokens.starts[start], tokens.ends[to - 1]).replace(/[\s\uFEFF]+/g, ' ');
}

/** What a sum pays by the last such word before it, back to token `from` and at most `reach` tokens away: "base at $190K", "a bonus of 15%". */
export function payBefore(tokens: Tokens, at: number, from: number, reach = 7): PayWords {
  const found = PAYS.all(tokens, from, at);
  // "a base increase to $215K" is a base
  const raised = RAISES.at(tokens, found.at(-1)?.from ?? at) !== null && TO.at(tokens, at - 1) !== null;
  const [before, noun] = [found.at(-2), found.at(-1)];
  // "a total RSU package of $640K" is of equity
  const packed = noun?.sense === 'total' && before?.to === noun.from && before.sense !== 'total';
  const last = raised || packed ? before : noun;
  if (last === undefined || at - (noun?.to ?? at) > reach) return NOTHING;
  return {
    pays: last.sense,
    name: last.sense === 'other' ? nameOf(tokens, last.from, last.to) : null,
    behind: false,
  };
}

/** Whether the words beside a sum make it a valuation, a budget, a raise or the like. */
export function isNoPay(tokens: Tokens, at: number, from: number): boolean {
  const before = NO_PAY_BEFORE.all(tokens, Math.max(from, at - 4), at).at(-1);
  if (before?.to === at && !isValued(tokens, before.from, from)) return true;
  let words = 0;
  let paid = false;
  for (let behind = at + 1; behind < tokens.count && words < 4; behind++) {
    if (tokens.kinds[behind] === AMOUNT) return false;
    if (tokens.kinds[behind] === MARK) {
      if (!isQuiet(tokens, behind) && !isMark(tokens, behind, '/')) return false;
      continue;
    }
    const no = NO_PAY.at(tokens, behind);
    const pay = PAYS.at(tokens, behind);
    if (pay !== null && (no === null || pay.to > no.to)) {
      if (pay.sense !== 'other') paid = true;
      words++;
      behind = pay.to - 1;
      continue;
    }
    if (no !== null) return !paid || RAISES.at(tokens, behind) !== null;
    if (STOPS.at(tokens, behind) !== null) return false;
    words++;
  }
  return false;
}

/** "RSUs valued at $60K a year" are pay. */
function isValued(tokens: Tokens, at: number, from: number): boolean {
  return VALUED.at(tokens, at) !== null && PAYS.all(tokens, from, at).at(-1)?.to === at;
}

/** The period that the words right behind a sum state: a year, or several ("over 4 years", "/4yr"); null where they state none. */
export function yearsBehind(tokens: Tokens, at: number, amount: Amount): number | null {
  if (amount.per === 'year') return 1;
  for (let behind = at + 1; behind < Math.min(tokens.count, at + 8); behind++) {
    if (tokens.kinds[behind] === AMOUNT) {
      if (!isPeriod(tokens, behind)) return null;
      return tokens.amounts[tokens.values[behind] as number]?.low ?? null;
    }
    if (
      isMark(tokens, behind, ',') ||
      isMark(tokens, behind, '.') ||
      isMark(tokens, behind, ';') ||
      isMark(tokens, behind, ')')
    )
      return null;
    if (isMark(tokens, behind, '/') && isYears(tokens, behind + 1)) return 1;
    if (EACH_YEAR.at(tokens, behind) !== null) return 1;
    if (FOUR.at(tokens, behind) !== null) return 4;
    if (
      tokens.kinds[behind] !== MARK &&
      PAYS.at(tokens, behind) === null &&
      STOPS.at(tokens, behind) !== null &&
      OVER.at(tokens, behind) === null &&
      LINKS.at(tokens, behind) === null
    )
      return null;
  }
  return null;
}

/** A year, where the noun before a sum is said to be of one: "annual RSUs of $32K", "yearly equity worth $30K". */
export function yearsBefore(tokens: Tokens, at: number, from: number): 1 | null {
  const noun = PAYS.all(tokens, from, at).at(-1);
  return noun !== undefined && EACH_YEAR.at(tokens, noun.from - 1)?.to === noun.from ? 1 : null;
}

/** Whether a sum is told by the month, the week, the day or the hour: "$15K base per month". */
export function isByLess(tokens: Tokens, at: number, {per}: Amount): boolean {
  if (per !== null) return per !== 'year';
  for (let behind = at + 1; behind < Math.min(tokens.count, at + 6); behind++) {
    if (tokens.kinds[behind] === AMOUNT || (tokens.kinds[behind] === MARK && !isMark(tokens, behind, '/')))
      return false;
    if (LESS.at(tokens, behind) !== null) return true;
  }
  return false;
}

const LESS = phrases(
  'per/a/each/every month/week/day/hour | monthly | weekly | daily | hourly | \\ mo/month/hr/hour/day',
);
const EACH_YEAR = phrases(
  'per year/annum | annualized/annualised/annually/yearly/annual | a/each/every year | pa | p.a | p . a',
);
const FOUR = new Vocabulary([[4, '4yr/4y | four years/year']]);
const OVER = phrases('over | vesting | vest');

/** The words of a stretch of tokens. */
export function wordsBetween(tokens: Tokens, from: number, to: number): string {
  return from < to ? tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]) : '';
}

/** What a label pays, "Signing Bonus", by its first word of pay; null where it names none. */
export function payNamedIn(label: string): Exclude<Pays, 'other'> | null {
  const tokens = tokensOf(label);
  const words = payBehind(tokens, -1, tokens.count);
  return words.pays === 'other' ? null : words.pays;
}

/** Whether a label says that it is of one year: "RSU/yr (4yr vest)". */
export function isYearly(label: string): boolean {
  const tokens = tokensOf(label);
  for (let at = 0; at < tokens.count; at++)
    if ((isMark(tokens, at, '/') && isYears(tokens, at + 1)) || EACH_YEAR.at(tokens, at) !== null)
      return true;
  return false;
}
