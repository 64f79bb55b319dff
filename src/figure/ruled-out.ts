import {type Quantity, sameUnit, ONE, currencyOf} from '../base/index.ts';
import {numbersIn, replaceNumbers, type Written} from './digits.ts';
import {fold} from './fold.ts';
import {notationsIn} from './notation.ts';
import {merged, type Place, replaced} from './place.ts';
import {KEPT} from './show.ts';
import type {Subject} from './subject.ts';

/** A subject that a case rules out, as its author wrote it, and what it is in the words of this program. */
export interface RuledOut {
  readonly words: string;
  readonly subjects: readonly Subject[];
}

/** Whether and where texts and figures speak of what is ruled out. */
export interface Matcher {
  readonly speaks: (text: string) => boolean;
  /** The text with `by` in the place of what is ruled out. */
  readonly without: (text: string, by: string) => string;
  /** The stretches that speak of it. */
  readonly places: (text: string) => readonly (readonly [from: number, to: number])[];
  readonly subject: (of: Subject) => boolean;
  /** Whether the number is itself what is ruled out: "$180K" rules out 180,000, however it is written. */
  readonly number: (of: Quantity) => boolean;
}

/** A ruled-out number, and what its sign says that it counts. */
interface RuledNumber {
  readonly values: readonly number[];
  readonly counts: 'money' | 'share' | 'anything';
}

/**
 * Reads subjects as a person means them: all words one after the other however they are joined (`on-call`, `on call`,
 * `onCall`), singular and plural, British and American; a number in every notation, alone or among words ("5 minutes").
 */
export function matcherOf(ruledOut: readonly RuledOut[]): Matcher {
  const read = ruledOut.map(({words}) => ({words, number: numberOf(words)}));
  const numbers = read.flatMap(({number}) => number ?? []);
  const finders = read.filter(({number}) => number === null).flatMap(({words}) => findersOf(words));
  const subjects = new Set(ruledOut.flatMap(one => one.subjects));
  const isRuledOut = (written: Written, text: string) =>
    numbers.some(({values, counts}) => {
      const said = readingOf(written, values);
      return said !== undefined && mayCount(said, counts, written, text);
    });
  // A report says a few words again and again, and each is looked through with every finder.
  const known = new Map<string, readonly Place[]>();
  const places = (text: string): readonly Place[] => {
    const found = known.get(text) ?? placesIn(text);
    known.set(text, found);
    return found;
  };
  const placesIn = (text: string): readonly Place[] => {
    if (ruledOut.length === 0) return [];
    // What was taken out before is no word of anybody's.
    const open = text.replaceAll(KEPT, '\0'.repeat(KEPT.length));
    const {text: plain, origin, end} = fold(open);
    const found = finders.flatMap(find => find(plain)).map(([from, to]) => [origin(from), end(to)] as const);
    const written = numbers.length === 0 ? [] : notationsIn(open).filter(one => isRuledOut(one, open));
    return merged([...found, ...written.map(({from, to}) => [from, to] as const)]);
  };
  const speaks = (text: string) => places(text).length > 0;
  return {
    places,
    speaks,
    without: (text, by) => {
      let left = text;
      // What is taken out may have kept a neighbour from being one: "$180K5 minutes".
      for (let turn = 0; turn < MOST_TURNS && speaks(left); turn++) left = replaced(left, places(left), by);
      return left;
    },
    // A subject's own name is a word as well: "peak load" rules out `peakLoadShare`.
    subject: of => subjects.has(of) || speaks(of),
    number: ({value, unit}) =>
      numbers.some(({values, counts}) => {
        if (counts === 'money')
          return (currencyOf(unit) !== undefined || sameUnit(unit, ONE)) && near(value, values);
        if (counts === 'share') return sameUnit(unit, ONE) && near(value, values);
        return near(value, values);
      }),
  };
}

/** Whether a value is one of those sought, or the same told with more or fewer digits. */
function near(value: number, values: readonly number[]): boolean {
  const said = Math.abs(value);
  return values.some(one => Math.abs(said - one) <= 1e-9 * one || saidAlike(said, one));
}

/** Digits from which a number names one thing: 99.9821% is 99.982% again, but $180,400 is not $180K. */
const TELLING_DIGITS = 4;

function saidAlike(a: number, b: number): boolean {
  const digits = Math.min(digitsOf(a), digitsOf(b));
  return digits >= TELLING_DIGITS && a.toPrecision(digits) === b.toPrecision(digits);
}

/** Significant digits, as far as a number holds them exactly. */
function digitsOf(value: number): number {
  return value.toExponential(14).replace(/e.*$/, '').replace(/0+$/, '').replace('.', '').length;
}

const MOST_TURNS = 8;

/** What a number in a text is read as where it is one of those sought. */
function readingOf({values, others}: Written, sought: readonly number[]): number | undefined {
  return [...values, ...others].find(value => near(value, sought));
}

/** Small whole numbers stand for so much that "5%" rules out no "5 pods", and "$5" neither. */
function mayCount(said: number, counts: RuledNumber['counts'], {from, to}: Written, text: string): boolean {
  if (counts === 'anything' || said >= 1000 || !Number.isInteger(said)) return true;
  const behind = text.slice(to, to + 16);
  if (counts === 'share') return /^\s?(?:%|‰|per ?cent|pct|percentage|bps?\b|basis)/i.test(behind);
  return (
    /[\p{Sc}]\s?$|[A-Z]{3}\s?$/u.test(text.slice(0, from)) ||
    /^\s?(?:\p{Sc}|[A-Z]{3}\b|dollars|euros|pounds|bucks)/u.test(behind)
  );
}

/** What a subject that is nothing but a number says: `$180K`, `99.997%`; null for words. */
function numberOf(words: string): RuledNumber | null {
  const [only, more] = numbersIn(words);
  if (only === undefined || more !== undefined) return null;
  const rest = replaceNumbers(words, () => '');
  if (/[\p{L}\p{N}]/u.test(rest.replace(/\b[A-Z]{2,3}\b|\bper ?cent\b/g, ''))) return null;
  const counts = /%|per ?cent/.test(rest) ? 'share' : /\p{Sc}|[A-Z]{3}/u.test(rest) ? 'money' : 'anything';
  const fractions = counts === 'share' ? only.values.map(value => value / 100) : [];
  return {values: [...only.values, ...fractions], counts};
}

type Finder = (plain: string) => readonly Place[];

/** How words follow one another: joined, apart, with a hyphen, a dot of a file's name; but not over the end of a sentence. */
const BETWEEN = String.raw`(?:'s)?(?:[^\p{L}\p{N}.,;:!?\0]*|[.,:])`;

/** Ways to find a subject of words, in folded text. */
function findersOf(subject: string): readonly Finder[] {
  const plain = fold(subject).text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  const words = wordsIn(plain);
  if (words.length === 0) return [];
  const finders = [finderOf(words, exactly), finderOf(words, inflected)];
  const [number, another] = numbersIn(plain);
  if (number === undefined || another !== undefined) return finders;
  const [before, after] = [plain.slice(0, number.from), plain.slice(number.to)];
  // The number of "k8s" is part of a word.
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return finders;
  const [first, last] = [wordsIn(before), wordsIn(after)];
  const spelled = SPELLED[number.values[0] ?? -1];
  return [
    ...finders,
    aroundNumber(first, number.values, last),
    ...(spelled === undefined ? [] : [finderOf([...first, spelled, ...last], inflected)]),
  ];
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const SPELLED = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function finderOf(words: readonly string[], by: (word: string) => string): Finder {
  // Without bounds: `stands` looks at what is around.
  const pattern = new RegExp(words.map(by).join(BETWEEN), 'giu');
  return plain =>
    [...plain.matchAll(pattern)]
      .map(({index, 0: found}) => [index, index + found.length] as const)
      .filter(place => stands(plain, place));
}

/** "5 minutes" in each notation of its number: `5.0 minutes`, `5-minute`. */
function aroundNumber(first: readonly string[], values: readonly number[], last: readonly string[]): Finder {
  const before = new RegExp(`${first.map(one => inflected(one) + BETWEEN).join('')}[$€£¥]?$`, 'iu');
  const after = new RegExp(`^${last.map(one => BETWEEN + inflected(one)).join('')}`, 'iu');
  return plain =>
    numbersIn(plain)
      .filter(written => readingOf(written, values) !== undefined)
      .flatMap(({from, to}): readonly Place[] => {
        const [head] = before.exec(plain.slice(Math.max(0, from - 200), from)) ?? [];
        const [tail] = after.exec(plain.slice(to, to + 200)) ?? [];
        if (head === undefined || tail === undefined) return [];
        const place = [from - head.length, to + tail.length] as const;
        return stands(plain, place) ? [place] : [];
      });
}

/** What people shorten. */
const SHORT: Readonly<Record<string, string>> = {
  minute: 'min(?:ute)?s?',
  hour: 'h(?:ou)?rs?',
  second: 'sec(?:ond)?s?',
  year: '(?:years?|yrs?)',
  month: '(?:months?|mos?)',
};
/** What is written joined or apart: `uptime`, `up time`. */
const JOINED = /^(up|down|on|off|out|over|under|back|front|sign|buy|head|life|start|work|data)(\w{3,})$/i;

/** The word as it is, in either spelling: `modernisation` and `modernization`, `labour` and `labor`, `up-time`. */
function exactly(word: string): string {
  if (word.length < 5) return word;
  const [, head = '', tail = word] = JOINED.exec(word) ?? [];
  // A hyphen may part a word anywhere, at the end of a line.
  const letters = [...tail].join('-?');
  const apart = head === '' ? letters : `${head}[ -]?${letters}`;
  return apart
    .replace(/(?<=[iy]-\?)[sz](?=-\?[aei])/gi, '[sz]')
    .replace(/o-\?(?:u-\?)?r(?=$|-\?s$|-\?a-\?l$)/i, 'o-?(?:u-?)?r')
    .replace(/(?<=[bt]-\?)(?:e-\?r|r-\?e)$/i, '(?:e-?r|r-?e)')
    .replace(/(?<=[^l]-\?)l-\?(?:l-\?)?(?=(?:i-\?n-\?g|e-\?d|e-\?r)$)/i, 'l-?(?:l-?)?')
    .replace(/[cs]-\?e$/i, '[cs]-?e')
    .replace(/g-\?r-\?a-\?m(?:-\?m-\?e)?$/i, 'g-?r-?a-?m(?:-?m-?e)?');
}

/** `pods` and `pod`, `companies` and `company`, `bonus` and `bonuses`; `minutes` and `min`. */
function inflected(word: string): string {
  const lower = word.toLowerCase();
  const short = SHORT[lower] ?? SHORT[lower.replace(/s$/, '')];
  if (short !== undefined) return short;
  const but = (letters: number) => exactly(word.slice(0, word.length - letters));
  if (!/\p{L}$/u.test(word)) return exactly(word);
  if (/ies$/i.test(word) && word.length > 4) return `${but(3)}-?(?:y|ies)`;
  if (/[^aeiou]y$/i.test(word)) return `${but(1)}-?(?:y|ies)`;
  if (/[sxz]es$|[cs]hes$/i.test(word) && word.length > 4) return `${but(2)}(?:es?)?`;
  if (/us$/i.test(word)) return `${exactly(word)}(?:es)?`;
  if (/sis$/i.test(word) && word.length > 4) return `${but(2)}[ie]s`;
  if (/[^s]s$/i.test(word) && word.length > 3) return `${but(1)}(?:s(?:es)?)?`;
  return `${exactly(word)}(?:e?s)?`;
}

/**
 * Whether the stretch is words of its own, or ones that capitals or digits tell apart: `Call` in `onCallPremium`, `pods` in
 * `143pods`; but not the "5 minutes" of "2.5 minutes".
 */
function stands(text: string, [from, to]: Place): boolean {
  const [before, first] = [text.charAt(from - 1), text.charAt(from)];
  const [last, after] = [text.charAt(to - 1), text.charAt(to)];
  const parts = (left: string, right: string) =>
    !/[\p{L}\p{N}]/u.test(left) ||
    !/[\p{L}\p{N}]/u.test(right) ||
    /\p{N}/u.test(left) !== /\p{N}/u.test(right) ||
    (/\p{Lu}/u.test(right) && !/\p{Lu}/u.test(left));
  if (/\p{N}/u.test(first) && (/\p{L}/u.test(before) || /\d[.,]$/.test(text.slice(0, from)))) return false;
  if (/\p{N}/u.test(last) && (/\p{L}/u.test(after) || /^[.,]\d/.test(text.slice(to)))) return false;
  return parts(before, first) && parts(last, after);
}
