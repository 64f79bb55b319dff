import type {TextRange} from './text-range.ts';
import {tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';

const SHARED = phrases('participation|share|percentage|profit|pnl|p & l|carry');
const EVERYTHING = phrases('across|all|aggregate|blended|combined|every|firm wide|firmwide');
/** How far behind a percentage the words may stand that say what it is of. */
const BEHIND = 120;

/**
 * Whether a percentage is a share of what everybody earns: "2.5% of the PnL of all pods". `of` is what its figure counts,
 * where its words say so.
 */
export function isShareOfAll(sentence: string, {to}: TextRange, of: string | null): boolean {
  return SHARED.in(of ?? sentence.slice(to, to + BEHIND)) !== null && EVERYTHING.in(sentence) !== null;
}

const PROFIT = phrases('p & l|pnl|profit/profits');
const ONE = phrases('one/single/a pod/team/desk/book|my own pod/team/desk/book');

/** What a share of PnL is a share of: `all` of it, or what `one` pod earns; null where it is of something else. */
export function sharedPnl(of: string): 'all' | 'one' | null {
  const tokens = tokensOf(of);
  if (PROFIT.first(tokens) === null) return null;
  return ONE.first(tokens) === null ? 'all' : 'one';
}
