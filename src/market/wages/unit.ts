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
