import {endOfWords} from './pay.ts';
import {AMOUNT, isMark, type Tokens} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** "guaranteed", "in writing" and "first-year", where they stand with this very sum. */
export interface PayConditions {
  readonly guaranteed: boolean;
  readonly written: boolean;
  readonly firstYear: boolean;
}

const CONDITIONS = new Vocabulary<keyof PayConditions>([
  ['guaranteed', 'guarantee/guaranteed/guarantees/guaranteeing'],
  ['written', 'written | in writing'],
  ['firstYear', 'first year | year # | year one'],
]);
const PARTS = phrases('and | with | plus | below | at');
const NOT_PART = phrases('at least');

/** The conditions that the words with a sum state: behind it up to a stop, before it back to the part of the sentence. */
export function conditionsOf(tokens: Tokens, at: number, from: number, limit: number): PayConditions {
  let start = at;
  while (start > from && !(PARTS.at(tokens, start - 1) !== null && NOT_PART.at(tokens, start - 1) === null)) {
    if (
      tokens.kinds[start - 1] === AMOUNT ||
      isMark(tokens, start - 1, ',') ||
      isMark(tokens, start - 1, '(')
    )
      break;
    start--;
  }
  const said = {guaranteed: false, written: false, firstYear: false};
  const end = endOfWords(tokens, at, limit);
  for (const {sense} of CONDITIONS.all(tokens, start, at)) said[sense] = true;
  for (const {sense} of CONDITIONS.all(tokens, at + 1, end)) said[sense] = true;
  for (
    let behind = end;
    behind < Math.min(limit, end + 8) && tokens.kinds[behind] !== AMOUNT && !isMark(tokens, behind, ',');
    behind++
  )
    if (IN_WRITING.at(tokens, behind) !== null) said.written = true;
  return said;
}

const IN_WRITING = phrases('in writing');
