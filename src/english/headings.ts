import {small} from './lexicon.ts';
import {AMOUNT, MARK, type Tokens, tokensOf, WORD} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';
import {Words, wordSet} from './words.ts';

const LEVER = new Words<'lever' | 'levers'>([
  ['lever', 'lever'],
  ['levers', 'levers'],
]);
/** Asked first: most titles are of neither, and every title is asked. */
const NAMES_LEVER = /lever/i;
const NAMES_SOURCES = /evid|sourc|refer|citat|bibl|cited/i;
/** Before "levers" of a list, and behind it: "4 Global Levers with Scripts". */
const LISTED = wordSet('global negotiation two three four five six');
const BESIDE = wordSet('the your our key top main core primary best');
const SCRIPTED = wordSet('language script scripts negotiation');

/** Whether a heading opens the list of levers, speaks of levers, or of a single one; null where it does not. */
export function leversHeading(words: string): 'list' | 'levers' | 'lever' | null {
  if (!NAMES_LEVER.test(words)) return null;
  const tokens = tokensOf(words);
  let found: 'levers' | 'lever' | null = null;
  let listed = false;
  for (let at = 0; at < tokens.count; at++) {
    if (LISTED.has(tokens, at) || tokens.kinds[at] === AMOUNT) listed = true;
    const sense = LEVER.of(tokens, at);
    if (sense === 'levers' && (listed || isAlone(tokens, at))) return 'list';
    if (found === 'levers' && SCRIPTED.has(tokens, at)) return 'list';
    found = sense === 'levers' ? sense : (found ?? sense);
  }
  return found;
}

/** Whether a heading has no other word than the one at a token: "Levers", "Your Key Levers". */
function isAlone(tokens: Tokens, at: number): boolean {
  for (let other = 0; other < tokens.count; other++)
    if (other !== at && tokens.kinds[other] !== MARK && !BESIDE.has(tokens, other)) return false;
  return true;
}

const WHOSE = wordSet('global negotiation');
const NUMBERS = new Words<number>(
  'one two three four five six seven eight nine ten twelve'
    .split(' ')
    .map((word, at) => [at === 10 ? 12 : at + 1, word] as const),
);
const LETTERS = new Words<number>([...'abcdefgh'].map((letter, at) => [at + 1, letter] as const));

/** The number that a title opens with, "Global Lever 2 —", and where its own words begin; null where it has none. */
export function leverNumber(title: string): {readonly number: number; readonly after: number} | null {
  if (!NAMES_LEVER.test(title)) return null;
  const tokens = tokensOf(title.slice(0, 80));
  let at = 0;
  while (WHOSE.has(tokens, at)) at++;
  if (LEVER.of(tokens, at) !== 'lever') return null;
  DIGITS.lastIndex = tokens.ends[at] as number;
  const digits = DIGITS.exec(title);
  if (digits !== null) return {number: Number(digits[1]), after: behindMarks(title, DIGITS.lastIndex)};
  const word = at + 1;
  const number = NUMBERS.of(tokens, word) ?? (isSmall(tokens, word) ? null : LETTERS.of(tokens, word));
  return number === null ? null : {number, after: behindMarks(title, tokens.ends[word] as number)};
}

const DIGITS = /[\s\uFEFF]+#?(\d{1,4})(?!\w)/y;
const MARKS = /[\s\uFEFF]*[:.—–-]*[\s\uFEFF]*/y;

function behindMarks(text: string, from: number): number {
  MARKS.lastIndex = from;
  MARKS.test(text);
  return MARKS.lastIndex;
}

function isSmall({text, starts}: Tokens, at: number): boolean {
  const code = text.charCodeAt(starts[at] ?? text.length);
  return small(code) === code;
}

/** Where the words of a title begin that opens with "Lever:", which says no more than the list does; 0 elsewhere. */
export function leverLabel(title: string): number {
  if (!NAMES_LEVER.test(title)) return 0;
  const tokens = tokensOf(title.slice(0, 40));
  if (LEVER.of(tokens, 0) !== 'lever') return 0;
  const behind = /^\s*[:—–-]\s+/.exec(title.slice(tokens.ends[0]));
  return behind === null ? 0 : (tokens.ends[0] as number) + behind[0].length;
}

const PARTS = new Vocabulary([
  [
    true,
    [
      'key/supporting/hard/useful (data/market/value) data/points/facts/numbers/figures/metrics/evidence/proof/arguments/stats (points)',
      'data/proof/talking/evidence points|the numbers/math/data/script/argument/ask/evidence/proof/case',
      'why it/this works/matters|how to use/say/frame/present/deploy (it/this)|when to use (it/this)',
      '(sample/example/suggested) script/language/wording/dialogue/phrasing|what to say/know/bring',
      'evidence/proof/data/numbers/facts/context/rationale/justification/background/example/examples/impact/value',
      '(expected/likely) response/pushback/counter|if they/pushed push/back (back)|follow up|say|note|(pro) tip|important',
    ].join('|'),
  ],
]);

/** Whether a title within a list of levers opens a part of one: "Key Data Points", "Why it works", "Sample script". */
export function isLeverPart(title: string): boolean {
  const tokens = tokensOf(title);
  const part = PARTS.at(tokens, 0);
  return (
    part !== null &&
    (part.to >= tokens.count || tokens.kinds[part.to] === MARK) &&
    sourcesHeading(title) !== 'list'
  );
}

const EVIDENCE = wordSet('evidence sources references citations bibliography');
const LISTS = wordSet('sources references citations bibliography');
const BOTH = phrases('evidence &/and sources/references|sources/references &/and evidence|works cited');
const KIND = wordSet('data key');

/** Whether a heading is that of the list of sources, or of a section that speaks of evidence; null where of neither. */
export function sourcesHeading(words: string): 'list' | 'section' | null {
  if (!NAMES_SOURCES.test(words)) return null;
  const tokens = tokensOf(words);
  if (BOTH.first(tokens) !== null) return 'list';
  const told = Array.from({length: tokens.count}, (_, at) => at).filter(
    at => tokens.kinds[at] === WORD || tokens.kinds[at] === AMOUNT,
  );
  const [first = -1, second = -1] = told;
  const last = KIND.has(tokens, first) ? second : first;
  if (LISTS.has(tokens, last) && told.at(-1) === last) return 'list';
  return told.some(at => EVIDENCE.has(tokens, at)) ? 'section' : null;
}

/** Whether brackets name a source, `[Source: the Gazette]`, and are no part of the words around them. */
export function isSourceNote(inner: string): boolean {
  const tokens = tokensOf(inner.slice(0, 40));
  return SOURCE.has(tokens, 0) && tokens.text[tokens.ends[0] as number] === ':';
}

const SOURCE = wordSet('source sources');
