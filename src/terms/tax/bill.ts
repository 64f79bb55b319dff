import {type TaxCase, type TaxLaw, taxLaw} from './facts.ts';
import {newYorkCityTax, newYorkPayroll, newYorkTax, newYorkTaxable} from './new-york.ts';
import {NUMBERS, type Sums} from './sums.ts';
import {nationalInsurance, unitedKingdomTax} from './uk.ts';
import {type Deduction, deductionOf, federalTax, ficaTax} from './us.ts';

/** What may be taken out of wages, in the order in which a bill tells it, and in words. */
export const TAX_PARTS = {
  federal: 'federal income tax',
  state: 'state income tax',
  city: 'city income tax',
  stateDisability: 'state disability insurance',
  paidFamilyLeave: 'paid family leave',
  socialSecurity: 'Social Security',
  medicare: 'Medicare',
  additionalMedicare: 'additional Medicare',
  incomeTax: 'income tax',
  nationalInsurance: 'National Insurance',
} as const;
export type TaxPart = keyof typeof TAX_PARTS;

/** What becomes of a year's wages: each part to the cent, and what is left. Parts that a place does not have are absent. */
export interface TaxBill<N> {
  readonly parts: Readonly<Partial<Record<TaxPart, N>>>;
  readonly net: N;
  /** On how much of the wages the income taxes of the bill are. */
  readonly taxable: Readonly<Partial<Record<'federal' | 'state' | 'incomeTax', N>>>;
  /** What was taken off first: in the United States a deduction, in the United Kingdom the allowance. */
  readonly deduction: {readonly kind: Deduction<N>['kind'] | 'allowance'; readonly amount: N};
}

/** A household of one earner without children: its place, year, status, and its wages in the currency of the place. */
export interface Household extends TaxCase {
  readonly wages: number;
}

/** The bill of a household. Throws where no law of its year is known, or a status is missing where it matters. */
export function taxOf({wages, ...of}: Household): TaxBill<number> {
  return billOf(wages, lawInNumbers(of), NUMBERS);
}

/** The bill of some wages under a law, in whatever the law's sums are of. */
export function billOf<N>(wages: N, law: TaxLaw<N>, sums: Sums<N>): TaxBill<N> {
  const {parts, ...rest} =
    law.unitedKingdom === undefined ? american(wages, law, sums) : british(wages, law, sums);
  const net = Object.values(parts).reduce(sums.less, wages);
  return {parts, net: sums.called('net', 'net pay', sums.cents(net)), ...rest};
}

type Parts<N> = Omit<TaxBill<N>, 'net'>;

/** A part as it is paid: to the cent, under its name. */
function payer<N>({cents, called}: Sums<N>): (part: TaxPart, sum: N) => N {
  return (part, sum) => called(part, TAX_PARTS[part], cents(sum));
}

function american<N>(wages: N, law: TaxLaw<N>, sums: Sums<N>): Parts<N> {
  const {federal, fica} = law;
  if (federal === undefined || fica === undefined) throw new Error('a place without a federal law');
  const local = localTaxes(wages, law, sums);
  const deduction = deductionOf(wages, local.deductible, federal, sums);
  const {tax, taxable} = federalTax(wages, deduction, federal, sums);
  const {socialSecurity, medicare, additionalMedicare} = ficaTax(wages, fica, sums);
  const paid = payer(sums);
  return {
    parts: {
      federal: paid('federal', tax),
      ...local.parts,
      socialSecurity: paid('socialSecurity', socialSecurity),
      medicare: paid('medicare', medicare),
      additionalMedicare: paid('additionalMedicare', additionalMedicare),
    },
    taxable: {federal: taxable, ...local.taxable},
    deduction,
  };
}

/** What state and city take, and how much of that may be itemised; null where there is nothing. */
function localTaxes<N>(
  wages: N,
  {newYork, newYorkCity, newYorkPayroll: payroll, florida}: TaxLaw<N>,
  sums: Sums<N>,
): Pick<Parts<N>, 'parts' | 'taxable'> & {readonly deductible: N | null} {
  if (florida !== undefined) return {parts: {state: florida.tax}, taxable: {}, deductible: null};
  if (newYork === undefined || newYorkCity === undefined || payroll === undefined)
    throw new Error('a place without a state law');
  const taxable = newYorkTaxable(wages, newYork, sums);
  const payrollTax = newYorkPayroll(wages, payroll, sums);
  const paid = payer(sums);
  const state = paid('state', newYorkTax(wages, taxable, newYork, sums));
  const city = paid('city', newYorkCityTax(wages, taxable, newYorkCity, sums));
  const stateDisability = paid('stateDisability', payrollTax.stateDisability);
  const paidFamilyLeave = paid('paidFamilyLeave', payrollTax.paidFamilyLeave);
  const deductible = [city, stateDisability, paidFamilyLeave].reduce(sums.plus, state);
  return {
    parts: {state, city, stateDisability, paidFamilyLeave},
    taxable: {state: taxable},
    deductible: sums.called('localTaxes', 'state and local taxes', deductible),
  };
}

function british<N>(wages: N, {unitedKingdom, nationalInsurance: law}: TaxLaw<N>, sums: Sums<N>): Parts<N> {
  if (unitedKingdom === undefined || law === undefined) throw new Error('a place without a British law');
  const {allowance, taxable, tax} = unitedKingdomTax(wages, unitedKingdom, sums);
  const paid = payer(sums);
  return {
    parts: {
      incomeTax: paid('incomeTax', tax),
      nationalInsurance: paid('nationalInsurance', nationalInsurance(wages, law, sums)),
    },
    taxable: {incomeTax: taxable},
    deduction: {kind: 'allowance', amount: allowance},
  };
}

/** The laws that were asked for, in plain numbers: a simulation asks a thousand times for one. */
const KNOWN = new Map<string, TaxLaw<number>>();

function lawInNumbers(of: TaxCase): TaxLaw<number> {
  const key = `${of.place} ${of.year} ${of.status}`;
  const law = KNOWN.get(key) ?? taxLaw(of, value => value);
  KNOWN.set(key, law);
  return law;
}
