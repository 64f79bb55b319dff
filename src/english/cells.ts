import {AMOUNT, tokensOf, wordAt, WORD} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

const PREMIUM = wordSet('premium');
const SHARE = phrases('participation/carry/allocation/medallion/partnership|profit shar~');
const NOTHING = wordSet('none included');

/** Whether a heading names a premium, which comes on top: "w/ 40% Agentic Premium". */
export function namesPremium(heading: string): boolean {
  return PREMIUM.in(tokensOf(heading));
}

/** Whether a cell tells pay in words alone, "Discretionary" or "Profit-sharing", and not that there is none. */
export function saysPay(cell: string): boolean {
  const tokens = tokensOf(cell);
  let told = false;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === AMOUNT || NOTHING.has(tokens, at)) return false;
    if (tokens.kinds[at] === WORD && wordAt(tokens, at).length > 3) told = true;
  }
  return told;
}

/** Whether a heading is of a share of what is earned: "Carry/Bonus", "Partnership/Profit-Sharing". */
export function paysShare(heading: string): boolean {
  return SHARE.in(heading) !== null;
}
