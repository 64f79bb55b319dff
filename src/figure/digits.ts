import {CURRENCY_SIGNS} from '../base/index.ts';
import {fold} from './fold.ts';

/** A number as it stands in somebody's text, with every value that its notation may mean. */
export interface Written {
  readonly from: number;
  readonly to: number;
  /** More than one where a separator may group or divide: `7.313` is 7.313 or 7313. Signs are left out. */
  readonly values: readonly number[];
  /**
   * What else it may tell: the bare number of `217m`, the numbers that a space may part rather than group (143 in
   * `FY25 143 pods`), a scale that stands apart (`18.73 (in millions)`), percents of `12 bps`.
   */
  readonly others: readonly number[];
  /** Half a unit of its last digit, scale included: how far a value may lie from it and still be written so. */
  readonly half: number;
}

/** Scales by the letters they begin with: "million", "millions", "Millionen" and "mio" are one. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillion|tn)/i, 1e12],
  [/^(?:k|thousand|tsd|grand)/i, 1e3],
  [/^(?:mrd|b|mill?iard|miljard)/i, 1e9],
  [/^(?:m)/i, 1e6],
  [/^(?:la|lpa)/i, 1e5],
  [/^(?:cr)/i, 1e7],
];
const WORDS =
  'thousands?|tsd|grand|mrd|mill?iard(?:s|en|e|i)?|miljard(?:er|en)?|millions?|millionen|millones|milioni|milhoes|miljoen|miljoner|mill|mio|mln|mil|billions?|bn|lakhs?|lacs?|lpa|crores?|cr|trillions?|tn';
const LETTERS = 'k|mm|mn|m|b';
const CODES = Object.keys(CURRENCY_SIGNS).join('|');
const SIGN = '[$€£¥₹₪₩₫]';
const MONEY = String.raw`(?:${SIGN}|\b(?:${CODES}))`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?`;
const HOUR = String.raw`\d{1,2}:\d{2}(?!\d)(?::\d{2})?`;
const GAP = String.raw`[ '_.,·]`;
const POWER = String.raw`\d+(?:[.,]\d+)?(?:e\+?\d{1,2}(?!\w)|\s?[×x*]\s?10\^?\d{1,2})`;
/** By threes, or as in India by twos before the last three. No number has more groups. */
const GROUPED = String.raw`\d{1,3}(?:${GAP}\d{2,3}){0,7}${GAP}\d{3}(?!\d)(?:[.,·]\d+)?`;
const PLAIN = String.raw`(?:\d+(?:[.,·]\d+)?|[.·]\d+)`;
// A currency's code may stand right behind the scale: 18.73MUSD. Of `143 mins` the letter is none.
const SCALED = String.raw`(?:[\s-]{0,3}(${WORDS}|${LETTERS})(?=(?:${CODES})\b|[^a-z]|$))?`;
const TOKEN = new RegExp(`(${DAY}|${HOUR})|(${POWER}|${GROUPED}|${PLAIN})${SCALED}`, 'giu');
/** A scale that stands apart from its numbers: `$m 18.73`, `PnL (k)`, `kEUR`, "in millions". */
const APART = new RegExp(
  String.raw`\b(${WORDS})\b|${MONEY}\s?(${LETTERS})(?![a-z])|(?<![a-z])(${LETTERS})\s?(?:${SIGN}|(?:${CODES})\b)|\(\s*(${LETTERS})\s*\)`,
  'giu',
);
/** `180` of `180-200K` is told in the scale of the second. */
const RANGE = new RegExp(String.raw`^\s*(?:-|to|and|or|bis)\s*${MONEY}?\s*$`, 'iu');

/** Every number in a text, in any notation of digits: `$18.73M/day`, `18 730 000`, `143-pod`. Days and hours are none. */
export function numbersIn(text: string): readonly Written[] {
  const {text: plain, origin} = fold(text);
  if (!/\d/.test(plain)) return [];
  const tokens = [...plain.matchAll(TOKEN)].flatMap(found => {
    const [all, time, digits, scale] = found;
    if (time !== undefined || digits === undefined) return [];
    return [{digits, scale, from: found.index, to: found.index + all.length}];
  });
  if (tokens.length === 0) return [];
  const apart = scalesApart(plain, tokens);
  return tokens.map(({digits, scale, from, to}, at) => {
    const by = scale === undefined ? 1 : scaleOf(scale);
    const decimals = /[.,·](\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const bare = [...readings(digits), ...parted(digits).flatMap(readings)];
    const next = tokens[at + 1];
    const ranged =
      next?.scale !== undefined && RANGE.test(plain.slice(to, next.from)) ? [scaleOf(next.scale)] : [];
    const scales =
      scale === undefined ? [...apart, ...ranged, ...smallScales(plain.slice(to, to + 16))] : [by];
    return {
      from: origin(from),
      to: origin(to),
      values: readings(digits).map(value => value * by),
      others: [...bare, ...scales.flatMap(one => bare.map(value => value * one))],
      half: 0.5 * by * 10 ** -decimals,
    };
  });
}

function scaleOf(word: string): number {
  return SCALES.find(([pattern]) => pattern.test(word))?.[1] ?? 1;
}

/** The scales of a text that stand behind no number of their own. */
function scalesApart(
  text: string,
  tokens: readonly {readonly from: number; readonly to: number}[],
): readonly number[] {
  const found = new Set<number>();
  for (const {index, 0: all, 1: word, 2: behind, 3: before, 4: alone} of text.matchAll(APART)) {
    if (tokens.some(({from, to}) => index < to && index + all.length > from)) continue;
    found.add(scaleOf(word ?? behind ?? before ?? alone ?? ''));
  }
  return [...found];
}

/** What stands behind a number and makes a share of it, as percents: `12 bps`, `9‰`. */
function smallScales(behind: string): readonly number[] {
  if (/^\s?(?:bps?\b|basis points?\b)/i.test(behind)) return [1e-2, 1e-4];
  return /^\s?‰|^\s?per (?:mille|thousand)\b/i.test(behind) ? [1e-1, 1e-3] : [];
}

/**
 * The numbers that may stand side by side where they are read as one: `25`, `143` of `25 143`, but not of `25,143`, which
 * nobody writes for two; of `12,143,9`, which is no grouping, all three.
 */
function parted(digits: string): readonly string[] {
  const gap = /^\d+(?:,\d+)*,\d{1,2}$/.test(digits) && digits.split(',').length > 2 ? /[ _,]/ : /[ _]/;
  const groups = digits.split(gap);
  if (groups.length === 1) return [];
  return groups.flatMap((_, from) =>
    groups.slice(from).map((__, more) => groups.slice(from, from + more + 1).join('')),
  );
}

/** What the digits may mean: a separator stands as a point or between groups. */
function readings(digits: string): readonly number[] {
  const power = /^(.*?)(?:e\+?|\s?[×x*]\s?10\^?)(\d+)$/i.exec(digits);
  if (power !== null) return [Number((power[1] ?? '').replace(/[,·]/g, '.')) * 10 ** Number(power[2])];
  const whole = Number(digits.replace(/\D/g, ''));
  const point = /^(.*)[.,·](\d+)$/.exec(digits);
  if (point === null) return [whole];
  const divided = Number(`${(point[1] ?? '').replace(/\D/g, '')}.${point[2]}`);
  return (point[2] ?? '').length === 3 ? [divided, whole] : [divided];
}

/** The text with some of its numbers replaced. */
export function replaceNumbers(text: string, by: (number: Written, shown: string) => string): string {
  let out = '';
  let at = 0;
  for (const number of numbersIn(text)) {
    out += text.slice(at, number.from) + by(number, text.slice(number.from, number.to));
    at = number.to;
  }
  return out + text.slice(at);
}
