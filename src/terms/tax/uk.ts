import {bracketed, type Bracket, excess, lessAtMost, type Sums} from './sums.ts';

/** Income tax outside Scotland. Above `taper.from` the allowance falls by `taper.rate` of the income, rounded in its favour. */
export interface UnitedKingdomLaw<N> {
  readonly personalAllowance: N;
  readonly taper: {readonly from: N; readonly rate: N};
  readonly brackets: readonly Bracket<N>[];
}

/** National Insurance of an employee in category A. */
export interface NationalInsuranceLaw<N> {
  readonly brackets: readonly Bracket<N>[];
}

/** The allowance, what it leaves of the wages, and the tax on that. */
export function unitedKingdomTax<N>(
  wages: N,
  {personalAllowance, taper, brackets}: UnitedKingdomLaw<N>,
  sums: Sums<N>,
): {readonly allowance: N; readonly taxable: N; readonly tax: N} {
  const tapered = sums.times(taper.rate, excess(wages, taper.from, sums));
  const allowance = sums.called(
    'allowance',
    'personal allowance',
    sums.wholeUp(lessAtMost(personalAllowance, tapered, sums)),
  );
  const taxable = sums.called('taxable', 'taxable income', lessAtMost(wages, allowance, sums));
  return {allowance, taxable, tax: bracketed(taxable, brackets, sums)};
}

/** By the year, as of a director: an employer works it out for each pay period by itself. */
export function nationalInsurance<N>(wages: N, {brackets}: NationalInsuranceLaw<N>, sums: Sums<N>): N {
  return bracketed(wages, brackets, sums);
}
