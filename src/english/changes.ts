import {MARK, type Tokens, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** What is said to change before "by 70%": "reduce deployment time by". */
export interface SaidChange {
  readonly words: string;
  /** Pay changes: it comes from the offer. */
  readonly ofPay: boolean;
  /** "from 50 minutes by". */
  readonly from: boolean;
}

const VERBS = phrases('reduc~/cut~/lower~/increas~/improv~/decreas~/shrink~/boost~/grow~/accelerat~');
const BY = wordSet('by');
const FROM = wordSet('from');
const HEDGES = wordSet('up to about approximately around');
const PAY = wordSet('rsu rsus grant grants option options equity base salary bonus comp offer pay');
const STOPS = new Set([46, 59]);

/** The change that the words before a percentage end with, from the last verb of change on; null where they tell none. */
export function changeBefore(before: string): SaidChange | null {
  if (!before.includes('by')) return null;
  const tokens = tokensOf(before);
  let by = tokens.count - 1;
  while (by >= 0 && (HEDGES.has(tokens, by) || isNearly(tokens, by))) by--;
  if (!BY.has(tokens, by)) return null;
  for (let at = by - 1; at >= 0 && !isStop(tokens, at); at--) {
    if (VERBS.at(tokens, at) === null) continue;
    return {
      words: before.slice(tokens.starts[at]).trim(),
      ofPay: PAY.in(tokens, at),
      from: FROM.in(tokens, at),
    };
  }
  return null;
}

function isStop(tokens: Tokens, at: number): boolean {
  return tokens.kinds[at] === MARK && STOPS.has(tokens.values[at] as number);
}

function isNearly(tokens: Tokens, at: number): boolean {
  return tokens.kinds[at] === MARK && '~≈'.includes(String.fromCharCode(tokens.values[at] as number));
}

const COMPARED = phrases('above/versus/vs/compared/against|relative to');

/** Whether words behind a percentage say what it is against: "versus plan". */
export function isCompared(behind: string): boolean {
  return COMPARED.at(tokensOf(behind.replace(/^\+/, '')), 0) !== null;
}

const PARTICIPATION = phrases('participation/pnl/carry/pool|p & l|profit shar~');

/** Whether words name a share of what is earned: "PnL participation", "profit-sharing". */
export function namesParticipation(words: string): boolean {
  return PARTICIPATION.in(words) !== null;
}

const LOWERED =
  wordSet(`time times cost costs spend spending bill bills latency duration durations delay delays
  incident incidents outage outages failure failures error errors toil ticket tickets`);

/** Whether words name what one wants less of: "deployment time", and not "customer engagement". */
export function isBetterLower(words: string): boolean {
  return LOWERED.in(tokensOf(words));
}
