import {bracketed, type Bracket, excess, lessAtMost, type Sums} from './sums.ts';

/**
 * Income tax of New York State of one status. Above `recaptureFrom` the gain of the lower brackets is taken back, step by step:
 * with more than `from` of taxable income `base`, and over the next `phaseIn` of income `benefit` besides; at the end of each
 * step all of the income is taxed at one rate. Above `flat.from` it is, in one leap.
 */
export interface NewYorkLaw<N> {
  readonly standardDeduction: N;
  readonly brackets: readonly Bracket<N>[];
  readonly recapture: readonly {readonly from: N; readonly base: N; readonly benefit: N}[];
  readonly recaptureFrom: N;
  readonly phaseIn: N;
  readonly flat: Bracket<N>;
}

/** Income tax of New York City of one status, and its school tax credit, which ends above two incomes. */
export interface NewYorkCityLaw<N> {
  readonly brackets: readonly Bracket<N>[];
  readonly schoolCredit: {readonly brackets: readonly Bracket<N>[]; readonly fixed: N};
  readonly creditLimits: {readonly fixed: N; readonly taxable: N};
}

/** What is taken out of pay for disability insurance and paid family leave: a rate, and the most in a year. */
export interface NewYorkPayrollLaw<N> {
  readonly stateDisability: {readonly rate: N; readonly most: N};
  readonly paidFamilyLeave: {readonly rate: N; readonly most: N};
}

/** What the state, and the city with it, tax of the wages. What else is itemised for the state are no taxes: here nothing. */
export function newYorkTaxable<N>(wages: N, {standardDeduction}: NewYorkLaw<N>, sums: Sums<N>): N {
  return sums.called('stateTaxable', 'New York taxable income', lessAtMost(wages, standardDeduction, sums));
}

/**
 * State tax on `taxable`. The share of a step is not rounded to four digits as the worksheets of IT-201-I round it: that is
 * $3 at most, of a joint income between $2.2M and $5M.
 */
export function newYorkTax<N>(wages: N, taxable: N, law: NewYorkLaw<N>, sums: Sums<N>): N {
  const {plus, times, over, smaller, larger, isAbove} = sums;
  if (isAbove(wages, law.flat.from)) return times(law.flat.rate, taxable);
  const tax = bracketed(taxable, law.brackets, sums);
  if (!isAbove(wages, law.recaptureFrom)) return tax;
  const step = law.recapture.findLast(({from}, at) => at === 0 || isAbove(taxable, from));
  if (step === undefined) return tax;
  const begun = excess(wages, larger(step.from, law.recaptureFrom), sums);
  const share = over(smaller(begun, law.phaseIn), law.phaseIn);
  return plus(plus(tax, step.base), times(share, step.benefit));
}

/** City tax on `taxable` less the school tax credit, whose fixed part is paid out where there is less tax than that. */
export function newYorkCityTax<N>(wages: N, taxable: N, law: NewYorkCityLaw<N>, sums: Sums<N>): N {
  const {less, isAbove} = sums;
  const {schoolCredit, creditLimits} = law;
  let tax = bracketed(taxable, law.brackets, sums);
  if (!isAbove(taxable, creditLimits.taxable))
    tax = less(tax, bracketed(taxable, schoolCredit.brackets, sums));
  return isAbove(wages, creditLimits.fixed) ? tax : less(tax, schoolCredit.fixed);
}

export function newYorkPayroll<N>(
  wages: N,
  law: NewYorkPayrollLaw<N>,
  {times, smaller}: Sums<N>,
): Readonly<Record<'stateDisability' | 'paidFamilyLeave', N>> {
  const of = ({rate, most}: {readonly rate: N; readonly most: N}) => smaller(times(rate, wages), most);
  return {stateDisability: of(law.stateDisability), paidFamilyLeave: of(law.paidFamilyLeave)};
}
