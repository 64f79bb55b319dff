import type {Written} from './digits.ts';
import type {Folded} from './fold.ts';

const WEEK = 604_800;
/** A twelfth of a mean year. */
const MONTH = 2_629_746;
/** Units of time by the letters that name them, each in seconds. */
const UNITS: readonly (readonly [seconds: number, names: string])[] = [
  [12 * MONTH, 'y|yrs?|years?|jahre?|ans?'],
  [MONTH, 'mo|mos|months?|monate?|mois'],
  [WEEK, 'w|wks?|weeks?|wochen?|semaines?'],
  [86_400, 'd|days?|tage?|jours?|dias?|дн\\p{L}*'],
  [3600, 'h|hrs?|hours?|u|uur|uren|std|stunden?|heures?|horas?|ore|timer|ч|час\\p{L}*|小时|小時|時間|时'],
  [60, "m|mins?|minutes?|minuten|minutos|minuti|мин\\p{L}*|分钟|分鐘|分|'"],
  [1, 's|secs?|seconds?|sek|sekunden|secondes?|сек\\p{L}*|秒'],
];
const UNIT = UNITS.map(([, names]) => names).join('|');
const READERS = UNITS.map(([seconds, names]) => [seconds, new RegExp(`^(?:${names})$`, 'iu')] as const);
const JOINT = String.raw`[\s.,:&+-]{0,4}(?:(?:and|plus|und|et|y|en|og)\s)?`;
/** `3h49m`, "3 hours and 49 minutes", `PT3H49M`, `3h49`, `1d 3h 20m`. */
const CHAIN = new RegExp(
  String.raw`(?<![\d.,])(\d{1,6})[\s-]?(${UNIT})(?!\p{L})${JOINT}(\d{1,6})(?!\d)(?:[\s-]?(${UNIT})(?!\p{L})\.?(?:${JOINT}(\d{1,6})(?!\d)(?:[\s-]?(${UNIT})(?!\p{L}))?)?)?`,
  'giu',
);
/** `3:49 h`, `3:49:30 hours`. */
const CLOCK =
  /(?<![\d.,:])(\d{1,6}):([0-5]\d)(?::([0-5]\d))?\s?(?:h|hrs?|hours?|std|stunden|uur|heures)(?!\p{L})/giu;

/** Digits with a word and more digits behind them, or a word behind a clock's. */
const PERHAPS = /\d[\s-]?[^\s\d.,:;]{1,9}[\s.,:&+-]{0,4}(?:[a-z]{1,4}\s)?\d|\d:\d\d\s?[a-z]/i;

/** Times that are told in hours and minutes, or in any units side by side, as one number: in the smallest of them, and in the others. */
export function durationsIn({text, origin, end}: Folded): readonly Written[] {
  if (!PERHAPS.test(text)) return [];
  const found = [...text.matchAll(CHAIN)].map(one => ({one, parts: partsOf(one)}));
  const clocks = [...text.matchAll(CLOCK)].map(one => ({one, parts: clockOf(one)}));
  return [...found, ...clocks].flatMap(({one, parts}): readonly Written[] => {
    if (parts.length < 2) return [];
    const total = parts.reduce((sum, [count, seconds]) => sum + count * seconds, 0);
    const units = parts.map(([, seconds]) => seconds).reverse();
    const [value = 0, ...others] = units.map(seconds => Number((total / seconds).toPrecision(12)));
    const [from, to] = [origin(one.index), end(one.index + one[0].length)];
    return [{from, to, values: [value], others, half: 0.5, digits: [4], percent: false, isName: false}];
  });
}

type TimePart = readonly [count: number, seconds: number];

function clockOf([, hours, minutes, seconds]: RegExpExecArray): readonly TimePart[] {
  const last = seconds === undefined ? [] : [[Number(seconds), 1] as const];
  return [[Number(hours), 3600], [Number(minutes), 60], ...last];
}

/** Units that become smaller, each part less than one of the unit before; one without a unit is in the next smaller. */
function partsOf([, ...words]: RegExpExecArray): readonly TimePart[] {
  const parts: TimePart[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const [count, unit] = [words[at], words[at + 1]];
    const before = parts.at(-1)?.[1];
    if (count === undefined) break;
    const seconds = unit === undefined ? smaller(before) : secondsIn(unit, before);
    if (seconds === undefined || (before !== undefined && Number(count) * seconds >= before)) break;
    parts.push([Number(count), seconds]);
  }
  return parts;
}

function smaller(than = 0): number | undefined {
  return UNITS.map(([seconds]) => seconds).find(seconds => seconds < than && seconds !== WEEK);
}

/** The `m` of `2y 3m` is a month. */
function secondsIn(unit: string, before = 0): number | undefined {
  const seconds = READERS.find(([, names]) => names.test(unit))?.[0];
  return seconds === 60 && before > 86_400 * 300 ? MONTH : seconds;
}
