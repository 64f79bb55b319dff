import type {TextRange} from './text-range.ts';
import {isMark, tokensOf, WORD} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';
import {Words} from './words.ts';

/** A number or a superlative in words, with what it counts where it is a small count. */
export interface SaidNumber extends TextRange {
  readonly count: number | null;
}

const COUNTED = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|');
const NUMBERS = new Vocabulary<number | null>([
  // "one" is a pronoun more often than a number
  ...COUNTED.flatMap((word, count) => (count === 1 ? [] : [[count, word] as const])),
  [
    null,
    `none|never|always|perfect~|thirteen/fourteen/fifteen/sixteen/seventeen/eighteen/nineteen/umpteen
    |twenty/thirty/forty/fifty/sixty/seventy/eighty/ninety|hundred/hundreds/hundredth/hundredths
    |thousand/thousands/thousandth/thousandths|million/millions|billion/billions|dozen/dozens|tenth/tenths|third/thirds
    |half|halved|doubl~|twice|thrice|tripl~|quadrupl~
    |twofold/threefold/fourfold/fivefold/sixfold/sevenfold/eightfold/ninefold/tenfold/manifold/manyfold/multifold
    |twentyfold/fiftyfold/hundredfold/thousandfold/millionfold`,
  ],
]);

/** The first number of a text that stands in words and not in digits: "never down", "halved"; null for none. */
export function numberInWords(text: string): SaidNumber | null {
  const tokens = tokensOf(text);
  const found = NUMBERS.first(tokens);
  if (found === null) return null;
  return {
    from: tokens.starts[found.from] as number,
    to: tokens.ends[found.to - 1] as number,
    count: found.sense,
  };
}

/** What a number counts by the word or sign right behind it. */
export type CountedUnit = 'percent' | 'second' | 'minute' | 'hour' | 'system';

const UNITS = new Words<CountedUnit>([
  ['percent', 'percent'],
  ['second', 's sec secs second seconds'],
  ['minute', 'm min mins minute minutes'],
  ['hour', 'h hr hrs hour hours'],
  ['system', 'system systems'],
]);
const PER_CENT = phrases('per cent');
/** Far enough for the longest unit. */
const REACH = 20;

/** The unit of a number that ends at `at`: "5 minutes", "1-hour", "99.9%", "3 systems"; null where none is there. */
export function unitBehind(text: string, at = 0): CountedUnit | null {
  const tokens = tokensOf(text.slice(at, at + REACH));
  if (tokens.text.trimStart().startsWith('％')) return 'percent';
  const first = isMark(tokens, 0, '-') ? 1 : 0;
  if (isMark(tokens, first, '%') || PER_CENT.at(tokens, first) !== null) return 'percent';
  return tokens.kinds[first] === WORD ? UNITS.of(tokens, first) : null;
}
