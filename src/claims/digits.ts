/** A number as it stands in somebody's text, with every value that its notation may mean. */
export interface Written {
  readonly from: number;
  readonly to: number;
  /** More than one where a separator may group or divide: `7.313` is 7.313 or 7313. Signs are left out. */
  readonly values: readonly number[];
  /** Half a unit of its last digit, scale included: how far a value may lie from it and still be written so. */
  readonly half: number;
}

/** Scales by the letters they begin with: "million", "millions", "Millionen" and "mio" are one. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|tsd)/i, 1e3],
  [/^(?:mrd|b)/i, 1e9],
  [/^(?:m)/i, 1e6],
  [/^(?:lakh)/i, 1e5],
  [/^(?:crore)/i, 1e7],
  [/^(?:trillion|tn)/i, 1e12],
];
const SCALE_WORDS =
  'thousands?|tsd|k|mrd|millions?|millionen|mio|mln|mil|mm|mn|m|billions?|bn|b|lakhs?|crores?|trillions?|tn';
const DAY = String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?`;
const HOUR = String.raw`\d{1,2}:\d{2}(?!\d)(?::\d{2})?`;
const GAP = String.raw`[ \u00a0\u2007-\u200a\u202f'’_.,·]`;
const POWER = String.raw`\d+(?:[.,]\d+)?(?:e\+?\d{1,2}(?!\w)|\s?[×x*]\s?10\^?\d{1,2})`;
/** By threes, or as in India by twos before the last three. */
const GROUPED = String.raw`\d{1,3}(?:${GAP}\d{2,3})*${GAP}\d{3}(?!\d)(?:[.,·]\d+)?`;
const PLAIN = String.raw`(?:\d+(?:[.,·]\d+)?|[.·]\d+)`;
// A currency's code may stand right behind the scale: 18.73MUSD.
const SCALED = String.raw`(?:[\s-]{0,3}(${SCALE_WORDS})(?=[A-Z]{3}\b|[^a-z]|$))?`;
const TOKEN = new RegExp(`(${DAY}|${HOUR})|(${POWER}|${GROUPED}|${PLAIN})${SCALED}`, 'giu');

/** Every number in a text, in any notation of digits: `$18.73M/day`, `18 730 000`, `143-pod`. Days and hours are none. */
export function numbersIn(text: string): readonly Written[] {
  return [...ascii(text).matchAll(TOKEN)].flatMap(found => {
    const [all, time, digits, scale] = found;
    if (time !== undefined || digits === undefined) return [];
    const by = scale === undefined ? 1 : (SCALES.find(([word]) => word.test(scale))?.[1] ?? 1);
    const decimals = /[.,·](\d+)$/.exec(digits)?.[1]?.length ?? 0;
    return [
      {
        from: found.index,
        to: found.index + all.length,
        values: readings(digits).map(value => value * by),
        half: 0.5 * by * 10 ** -decimals,
      },
    ];
  });
}

/** Digits of other shapes as plain ones, each in its place: `１４３` and `10⁷`. */
function ascii(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digit => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
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
