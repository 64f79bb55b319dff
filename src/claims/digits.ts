/** A number as it stands in somebody's text, with every value that its notation may mean. */
export interface Written {
  readonly from: number;
  readonly to: number;
  /** More than one where a separator may group or divide: `7.313` is 7.313 or 7313. Signs are left out. */
  readonly values: readonly number[];
  /** Half a unit of its last digit, scale included: how far a value may lie from it and still be written so. */
  readonly half: number;
}

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  lakh: 1e5,
  crore: 1e7,
};
const DAY = String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?`;
const HOUR = String.raw`\d{1,2}:\d{2}(?!\d)(?::\d{2})?`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00a0\u202f'’_.,]\d{3})+(?!\d)(?:[.,]\d+)?`;
const POWER = String.raw`\d+(?:[.,]\d+)?e\d{1,2}(?!\w)`;
const PLAIN = String.raw`\d+(?:[.,]\d+)?`;
const SCALED = String.raw`(?:\s?(${Object.keys(SCALE).join('|')})(?![a-z]))?`;
const TOKEN = new RegExp(`(${DAY}|${HOUR})|(${POWER}|${GROUPED}|${PLAIN})${SCALED}`, 'giu');

/** Every number in a text, in any notation of digits: `$18.73M/day`, `18 730 000`, `143-pod`. Days and hours are none. */
export function numbersIn(text: string): readonly Written[] {
  return [...text.matchAll(TOKEN)].flatMap(found => {
    const [all, time, digits, scale] = found;
    if (time !== undefined || digits === undefined) return [];
    const by = scale === undefined ? 1 : (SCALE[scale.toLowerCase()] ?? 1);
    const decimals = /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0;
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

/** What the digits may mean: a separator stands as a point or between groups. */
function readings(digits: string): readonly number[] {
  if (/e/i.test(digits)) return [Number(digits.replace(',', '.'))];
  const whole = Number(digits.replace(/\D/g, ''));
  const point = /^(.*)[.,](\d+)$/.exec(digits);
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
