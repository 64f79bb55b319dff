/** A length of time as people state one: 60 days, 9 months. */
export interface Length {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

const UNITS: Readonly<Record<string, Length['unit']>> = {
  d: 'day',
  day: 'day',
  w: 'week',
  wk: 'week',
  week: 'week',
  mo: 'month',
  mth: 'month',
  month: 'month',
  y: 'year',
  yr: 'year',
  year: 'year',
};

/** How many months there are in a unit: a year has 365.25 days. */
const MONTHS = {day: 12 / 365.25, week: (12 * 7) / 365.25, month: 1, year: 12} as const;

/** `60 days`, `1 year`, `a year`, `9 mo`; null where it is no length of time. No longer than a century. */
export function readLength(text: string): Length | null {
  const [number = '', word = '', ...more] = text.trim().toLowerCase().replaceAll('-', ' ').split(/\s+/);
  const unit = UNITS[word.replace(/s$/, '')];
  const count =
    number === 'a' || number === 'one' ? 1 : /^\d+(?:\.\d+)?$/.test(number) ? Number(number) : NaN;
  if (unit === undefined || more.length > 0 || !(count > 0) || count * MONTHS[unit] > 1200) return null;
  return {count, unit};
}

/** How many months a length is: 60 days are 1.97. */
export function inMonths({count, unit}: Length): number {
  return count * MONTHS[unit];
}

/** `60 days`, `1 year`. */
export function lengthText({count, unit}: Length): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
