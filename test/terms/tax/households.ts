import fc from 'fast-check';
import type {FilingStatus, TaxCase} from '../../../src/terms/index.ts';

/** Every place, year and status that is taxed. */
export const CASES: readonly TaxCase[] = [2025, 2026].flatMap(year => [
  ...(['nyc', 'miami'] as const).flatMap(place =>
    (['single', 'joint'] as const).map((status: FilingStatus) => ({place, year, status})),
  ),
  {place: 'london' as const, year, status: null},
]);

export function nameOf({place, year, status}: TaxCase): string {
  return [place, year, status].filter(one => one !== null).join(' ');
}

/** A year's wages to the cent: small ones, usual ones, and those of the top. */
export const WAGES = fc
  .oneof(
    fc.integer({min: 0, max: 60_000_00}),
    fc.integer({min: 0, max: 700_000_00}),
    fc.integer({min: 0, max: 5_000_000_00}),
  )
  .map(cents => cents / 100);
