import {
  LEAST_OF_PREVAILING,
  MOST_OVER_PREVAILING,
  WAGE_UNITS,
  type WageBounds,
  type WageUnit,
} from '../../src/market/wages/unit.ts';

// What the SQL of the wages is held against: the same reading, said once more.

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
  const stated = amount * perYear(unit);
  if (prevailing === null || !inside(prevailing))
    return inside(stated) ? {says: 'fits', unit} : {says: 'wrong-unit'};
  const fitting = WAGE_UNITS.filter(one => {
    const year = amount * one.perYear;
    return inside(year) && year >= prevailing * LEAST_OF_PREVAILING && year <= prevailing * window;
  });
  const only = fitting.length === 1 ? fitting[0] : undefined;
  // "$150,000 a month" beside a prevailing wage of $120,000 a year is paid by the year
  const tooMuch = stated > window * prevailing && only !== undefined && only.perYear < perYear(unit);
  if (inside(stated) && !tooMuch) return {says: 'fits', unit};
  return only === undefined ? {says: 'wrong-unit'} : {says: 'mended', unit: only.unit};
}
