/** How often a wage is paid, as the Department of Labor writes it, and how many such pays make a full year. */
export const WAGE_UNITS = [
  {unit: 'Year', perYear: 1, spellings: ['year', 'yr', 'annual', 'annually', 'yearly']},
  {unit: 'Month', perYear: 12, spellings: ['month', 'mth', 'monthly']},
  {unit: 'Bi-Weekly', perYear: 26, spellings: ['biweekly', 'biwk', 'bi', 'fortnight', 'fortnightly']},
  {unit: 'Week', perYear: 52, spellings: ['week', 'wk', 'weekly']},
  // 40 hours in each of 52 weeks, as the prevailing wage of a year is worked out from that of an hour.
  {unit: 'Hour', perYear: 2080, spellings: ['hour', 'hr', 'hourly']},
] as const;
export type WageUnit = (typeof WAGE_UNITS)[number]['unit'];

/** What a full year's wage can be. Outside it the unit is taken to be wrong, never the amount. */
export interface WageBounds {
  readonly low: number;
  readonly high: number;
  /** Where the ends come from, for whoever doubts them. */
  readonly basis: string;
}

/** The federal minimum wage by the hour, times the hours of a full year. */
const LEAST_WAGE = {
  amount: 7.25 * 2080,
  basis: 'the federal minimum wage, $7.25 an hour (29 U.S.C. 206(a)(1)), times 2080 hours',
};
/** Of the Department's files, in USD: a guard against slips, not a finding about pay. */
const CEILING = 2_000_000;

/** The bounds of the Department's files, with the ceiling that somebody assumes. */
export function lcaBounds(ceiling = CEILING): WageBounds {
  return {low: LEAST_WAGE.amount, high: ceiling, basis: LEAST_WAGE.basis};
}

/** No mended wage may pass this multiple of the prevailing wage of its own row: assumed, and narrow enough to tell a year from a month. */
export const MOST_OVER_PREVAILING = 5;
/** The law lets nobody offer less than the prevailing wage; a hundredth is left for rounding of hourly rates. */
export const LEAST_OF_PREVAILING = 0.99;

/** The unit that `text` names, however it is spelt; undefined where it names none. */
export function wageUnit(text: string): WageUnit | undefined {
  const letters = text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^per/, '');
  return WAGE_UNITS.find(({spellings}) => (spellings as readonly string[]).includes(letters))?.unit;
}

/** Pays in a year: 12 of `Month`. */
export function perYear(unit: WageUnit): number {
  return WAGE_UNITS.find(one => one.unit === unit)?.perYear ?? Number.NaN;
}

export type UnitReading =
  | {readonly says: 'fits' | 'mended'; readonly unit: WageUnit}
  | {readonly says: 'wrong-unit'};

/**
 * Whether an amount can be of its unit, and of which one unit it must be where it cannot. `prevailing` is the
 * prevailing wage of the same row by the year, or null: without it nothing is mended. Two units that both would do are
 * ambiguous, and then the row is set aside. `window` is the multiple of the prevailing wage that a mended one may reach.
 */
export function readUnit(
  amount: number,
  unit: WageUnit,
  prevailing: number | null,
  bounds: WageBounds,
  window = MOST_OVER_PREVAILING,
): UnitReading {
  const inside = (year: number) => year >= bounds.low && year <= bounds.high;
  if (inside(amount * perYear(unit))) return {says: 'fits', unit};
  if (prevailing === null || !inside(prevailing)) return {says: 'wrong-unit'};
  const fitting = WAGE_UNITS.filter(one => {
    const year = amount * one.perYear;
    return inside(year) && year >= prevailing * LEAST_OF_PREVAILING && year <= prevailing * window;
  });
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined
    ? {says: 'mended', unit: only.unit}
    : {says: 'wrong-unit'};
}
