import {tokensOf, WORD} from './tokens.ts';
import {wordSet} from './words.ts';

const COMMON = wordSet('the and of to for with your that this at from you my');
const FEWEST_WORDS = 40;
const ENOUGH = 0.03;

/** Whether a text long enough to tell is written in another language than English. Looks at its first 6,000 characters. */
export function isForeign(text: string): boolean {
  const tokens = tokensOf(text.slice(0, 6_000));
  let words = 0;
  let common = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] === WORD) words++;
    if (COMMON.has(tokens, at)) common++;
  }
  return words >= FEWEST_WORDS && common / words < ENOUGH;
}
