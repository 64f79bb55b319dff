import {actsIn, isMine} from './acts.ts';
import {type Part, partAmong} from './parts.ts';
import type {TextRange} from './text-range.ts';
import {isMark, type Tokens, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** What a sentence says of one of its sums as something that is asked for. */
export interface SaidAsk {
  /** Whether the words before it ask for it: then it is a position, and no claim. */
  readonly asked: boolean;
  /** The part of pay that its clause goes on to name: "a $20K premium for the pager"; null for none. */
  readonly part: Part | null;
  /** "if the role covers all pods": what it is made to depend on. */
  readonly condition: string | null;
}

const CONDITIONS = phrases('if|provided that|when');
const JOINS = phrases('and|with');

/** What a sentence asks for with the sum that stands at `from` to `to`. */
export function askIn(sentence: string, {from, to}: TextRange): SaidAsk {
  const tokens = tokensOf(sentence);
  const at = tokenAt(tokens, from);
  const behind = tokenAt(tokens, to);
  return {
    asked: actsIn(tokens).some(act => act.from < at && (isMine(act.sense.act) || act.sense.act === 'ask')),
    part: partAmong(tokens, behind, endOfClause(tokens, behind)),
    condition: conditionFrom(tokens, behind),
  };
}

/** The first token that begins at `offset` or behind it. */
function tokenAt({starts, count}: Tokens, offset: number): number {
  let at = 0;
  while (at < count && (starts[at] as number) < offset) at++;
  return at;
}

function endOfClause(tokens: Tokens, from: number): number {
  let at = from;
  while (
    at < tokens.count &&
    !isStop(tokens, at) &&
    !isMark(tokens, at, ',') &&
    JOINS.at(tokens, at) === null
  )
    at++;
  return at;
}

function conditionFrom(tokens: Tokens, behind: number): string | null {
  const opening = CONDITIONS.first(tokens, behind);
  if (opening === null) return null;
  let end = opening.to;
  while (end < tokens.count && !isStop(tokens, end)) end++;
  return tokens.text.slice(tokens.starts[opening.from], tokens.ends[end - 1]);
}

function isStop(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, '.') || isMark(tokens, at, ';');
}

const CLIMBS = phrases('escalat~|kicker~|accelerat~|climb/climbs|linked (to)');

/** Whether a request is for pay that climbs with a measure: "uptime-linked escalators". */
export function isEscalating(request: string): boolean {
  return CLIMBS.in(request) !== null;
}
