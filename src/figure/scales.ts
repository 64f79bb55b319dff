import {CURRENCY_SIGNS} from '../base/index.ts';

/** Scales by their names, in folded letters; those of a letter stand right behind a number or beside a sign of money. */
const NAMED: readonly (readonly [by: number, names: string])[] = [
  [1e3, 'thousands?|thousd|thsd|thou|tsd|tausend|grand|mille|тысяча?и?'],
  [1e6, 'millions?|millionen|millones|milioni|milhoes|miljoen|miljoner|mill|mio|mln|mil|mega'],
  [1e9, 'mrd|mill?iard(?:s|en|e|i)?|miljard(?:er|en)?|billions?|bn'],
  [1e12, 'trillions?|trln|trn|tn|bio|billionen'],
  [1e4, 'wan'],
  [1e5, 'lakhs?|lacs?|lpa'],
  [1e7, 'crores?|cr'],
];
const LETTERS: readonly (readonly [by: number, names: string])[] = [
  [1e3, 'k'],
  [1e6, 'mm|mn|kk|m'],
  [1e9, 'bn|b'],
];
/** Of East Asia, by ten thousands; a ten, a hundred or a thousand may stand before: 百万. */
const MYRIADS: readonly (readonly [by: number, names: string])[] = [
  [1e4, '万|萬|만'],
  [1e8, '億|亿|억'],
  [1e12, '兆|조'],
];
/** Of scripts that set no bounds around a word, or whose bounds `\b` does not know. */
const ELSEWHERE: readonly (readonly [by: number, names: string])[] = [
  [1e3, 'тыс|الف|हजार'],
  [1e5, 'लाख'],
  [1e6, 'млн|милли?он|мільион|مليون'],
  [1e7, 'करोड'],
  ...['(?:十|십)', '(?:百|백)', '(?:千|천)'].flatMap((ten, power) =>
    MYRIADS.map(([by, names]) => [10 ** (power + 1) * by, `${ten}(?:${names})`] as const),
  ),
  ...MYRIADS,
  [1e3, '千|천'],
  [1e9, 'млрд|милли?ард|مليار'],
];
/** What multiplies a number right before it, and says nothing anywhere else. */
const BEHIND: readonly (readonly [by: number, names: string])[] = [
  [1e2, 'hundreds?|hundert'],
  [12, 'dozens?|dutzend'],
];
/** What may be a scale right behind a number, and is something else as a rule: litres, grams. */
const PERHAPS: readonly (readonly [by: number, names: string])[] = [
  [1e5, 'l'],
  [1e12, 't'],
  [1e9, 'g'],
];

/** As `fold` leaves them: without marks above and below, Hangul in its letters. */
const bare = (names: string) => names.normalize('NFKD').replace(/\p{M}/gu, '');
const namesOf = (list: readonly (readonly [number, string])[]) =>
  list.map(([, names]) => bare(names)).join('|');
const readersOf = (list: readonly (readonly [number, string])[]) =>
  list.map(([by, names]) => [by, new RegExp(`^(?:${bare(names)})$`, 'iu')] as const);

export const CODES = Object.keys(CURRENCY_SIGNS).join('|');
const SIGN = '[$€£¥₹₪₩₫]';
/** A currency's sign or code before a sum. */
export const MONEY = String.raw`(?:${SIGN}|(?<![a-z])(?:${CODES}))`;
const WORDS = namesOf(NAMED);
const LETTER = namesOf(LETTERS);
/** A scale right behind a number. A currency's code may stand right behind that: 18.73MUSD. Of `143 mins` the letter is none. */
export const SCALE = String.raw`[\s-]{0,3}(${WORDS}|${LETTER}|${namesOf(BEHIND)}|${namesOf(ELSEWHERE)})(?=(?:${CODES})(?![a-z])|[^a-z]|$)`;

/** A scale that stands apart from its numbers: `$m 18.73`, `PnL (k)`, `kEUR`, "in millions", `USD '000`, `in m`. */
const APART = new RegExp(
  String.raw`(?<![a-z])(${WORDS})(?![a-z])|(${namesOf(ELSEWHERE)})|${MONEY}\s?(${LETTER}|t)(?![a-z])|(?<![a-z])(${LETTER}|t)\s?(?:${SIGN}|(?:${CODES})(?![a-z]))|[([]\s*(${LETTER})\s*[)\]]|(?<![a-z])in\s(${LETTER})(?![a-z])|((?<![\d.,'])'?000)(?!\d)`,
  'giu',
);
const READERS = readersOf([...NAMED, ...LETTERS, ...BEHIND, ...ELSEWHERE]);
const UNSURE = readersOf(PERHAPS);

/** What a scale multiplies by; 1 of what is none. */
export function scaleOf(word: string): number {
  if (word.endsWith('000')) return 1e3;
  return READERS.find(([, pattern]) => pattern.test(word))?.[0] ?? (/^t$/i.test(word) ? 1e3 : 1);
}

/** The scales of a folded text that belong to no number as its suffix; `taken` are the stretches of numbers, in order. */
export function scalesApart(
  text: string,
  taken: readonly {readonly from: number; readonly to: number}[],
): readonly number[] {
  const found = new Set<number>();
  let at = 0;
  for (const match of text.matchAll(APART)) {
    const [all, ...words] = match;
    const {index} = match;
    const word = words.find(one => one !== undefined) ?? '';
    while (at < taken.length && (taken[at]?.to ?? 0) <= index) at++;
    const isTaken = (taken[at]?.from ?? Infinity) < index + all.length;
    // The zeros of `USD '000` look like a number of their own.
    if (!isTaken || word.endsWith('000')) found.add(scaleOf(word));
  }
  return [...found];
}

/**
 * What right behind a number, which has no scale, may change it: percents of `12 bps`, `9‰`, `18 ppm`, the power of `18.73 × 10^6`
 * or `1,873e4`, a letter that is a scale in some countries: `187.3 L`.
 */
export function scalesBehind(behind: string): readonly number[] {
  const power = /^\s?(?:[x×*]\s?10\^?|·\s?10\^|e)([+-]?\d{1,2})(?!\d)/i.exec(behind)?.[1];
  if (power !== undefined) return [10 ** Number(power)];
  const small = SMALL.find(([pattern]) => pattern.test(behind));
  if (small !== undefined) return [small[1], small[1] / 100];
  const letter = /^\s?([a-z])(?![a-z])/i.exec(behind)?.[1];
  return letter === undefined ? [] : UNSURE.flatMap(([by, pattern]) => (pattern.test(letter) ? [by] : []));
}

/** What a second scale behind the first multiplies by: `1.2 million million`. */
export function scaleBehind(behind: string): number {
  const [, word] = SECOND.exec(behind) ?? [];
  return word === undefined ? 1 : scaleOf(word);
}

const SECOND = new RegExp(`^${SCALE}`, 'iu');

/** Shares that are smaller than a percent, as percents; and hundredths of a currency. */
const SMALL: readonly (readonly [RegExp, number])[] = [
  [/^[\s-]?(?:bi?ps?(?![a-z])|basis point|‱|¢|cents?(?![a-z])|pence)/i, 1e-2],
  [/^[\s-]?(?:‰|per ?(?:mil|thousand)|promil)/i, 1e-1],
  [/^[\s-]?(?:ppm|parts per m)/i, 1e-4],
];
