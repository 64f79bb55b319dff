import {bracketed, type Bracket, excess, lessAtMost, type Sums} from './sums.ts';

/** Federal income tax of one status: what counts against the wages, and the brackets. */
export interface FederalLaw<N> {
  readonly brackets: readonly Bracket<N>[];
  readonly standardDeduction: N;
  /** State and local taxes may be itemised up to a cap, which falls by a rate of the income above `from`, to a floor. */
  readonly salt: {readonly cap: N; readonly from: N; readonly rate: N; readonly floor: N};
  /**
   * From 2026 what is itemised loses `reduction` of `of` parts, 2 of 37, of as much of it as lies in the top bracket. Of wages
   * alone it takes nothing: the cap has fallen to its floor, below the standard deduction, before that bracket begins.
   */
  readonly itemisedLimit: {readonly reduction: N; readonly of: N} | null;
}

export interface FicaLaw<N> {
  readonly socialSecurity: {readonly rate: N; readonly wageBase: N};
  readonly medicare: {readonly rate: N};
  readonly additionalMedicare: {readonly from: N; readonly rate: N};
}

export interface Deduction<N> {
  readonly kind: 'standard' | 'itemised';
  readonly amount: N;
}

/** What is taken off federal income: the standard deduction, or `paid`, the state and local taxes, where that is more. */
export function deductionOf<N>(
  wages: N,
  paid: N | null,
  {standardDeduction, salt, itemisedLimit, brackets}: FederalLaw<N>,
  sums: Sums<N>,
): Deduction<N> {
  if (paid === null) return {kind: 'standard', amount: standardDeduction};
  const {less, times, over, smaller, larger, isAbove, called} = sums;
  const phasedOut = times(salt.rate, excess(wages, salt.from, sums));
  const cap = called('cap', 'cap on state and local taxes', larger(less(salt.cap, phasedOut), salt.floor));
  let amount = smaller(paid, cap);
  const top = brackets.at(-1);
  if (itemisedLimit !== null && top !== undefined && isAbove(wages, top.from)) {
    const share = over(itemisedLimit.reduction, itemisedLimit.of);
    const lost = times(share, smaller(amount, less(wages, top.from)));
    amount = called('itemised', 'itemised deduction', less(amount, lost));
  }
  return isAbove(amount, standardDeduction)
    ? {kind: 'itemised', amount}
    : {kind: 'standard', amount: standardDeduction};
}

/** Income tax on what the deduction leaves of the wages. */
export function federalTax<N>(
  wages: N,
  {amount}: Deduction<N>,
  {brackets}: FederalLaw<N>,
  sums: Sums<N>,
): {readonly taxable: N; readonly tax: N} {
  const taxable = sums.called('taxable', 'federal taxable income', lessAtMost(wages, amount, sums));
  return {taxable, tax: bracketed(taxable, brackets, sums)};
}

/** Social Security up to its wage base, Medicare on all of it, and more of what lies above a threshold. */
export function ficaTax<N>(
  wages: N,
  {socialSecurity, medicare, additionalMedicare}: FicaLaw<N>,
  sums: Sums<N>,
): Readonly<Record<'socialSecurity' | 'medicare' | 'additionalMedicare', N>> {
  const {times, smaller} = sums;
  return {
    socialSecurity: times(socialSecurity.rate, smaller(wages, socialSecurity.wageBase)),
    medicare: times(medicare.rate, wages),
    additionalMedicare: times(additionalMedicare.rate, excess(wages, additionalMedicare.from, sums)),
  };
}
