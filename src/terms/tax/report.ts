import type {Currency} from '../../base/index.ts';
import {type Known, isKnown, worked} from '../../figure/index.ts';
import {billOf, type TaxBill, type TaxPart} from './bill.ts';
import {type FilingStatus, TAX_PLACES, type TaxCase, taxFactsDay, type TaxPlace} from './facts.ts';
import {figureOf, figureSums, lawInFigures, namedSum, type Sum} from './figures.ts';
import {NOT_MODELLED} from './not-modelled.ts';

type Parts = Readonly<Partial<Record<TaxPart, Known>>>;

/** What a household keeps of its wages, every sum a figure. What a place does not have is absent. */
export interface TaxReport extends Parts {
  readonly version: 1;
  readonly place: TaxPlace;
  /** `2026`; of the United Kingdom `2026/27`. */
  readonly taxYear: string;
  readonly status?: FilingStatus;
  readonly wages: Known;
  readonly currency: Currency;
  readonly net: Known;
  /** What goes of the next thousand of wages, as a share; above 1 where a cliff lies within. */
  readonly marginalRate: Known;
  readonly taxable: Readonly<Partial<Record<'federal' | 'state' | 'incomeTax', Known>>>;
  readonly deduction: {readonly kind: TaxBill<never>['deduction']['kind']; readonly amount: Known};
  /** The law of each part. */
  readonly sources: Readonly<Partial<Record<TaxPart, string>>>;
  /** The day on which the facts were gathered. */
  readonly asOf: string;
  readonly notModelled: readonly string[];
}

/** Over how much more wages the marginal rate is. */
const NEXT = 1000;

/** The bill of a household as figures, `wages` one of the place's currency. Throws as `taxOf` does. */
export function taxReport(of: TaxCase, wages: Known): TaxReport {
  const {place, year, status} = of;
  const {currency} = TAX_PLACES[place];
  const law = lawInFigures(of, currency);
  const billed = (figure: Known) => billOf(namedSum('wages', 'wages', figure), law, figureSums);
  const bill = billed(wages);
  const parts = inFigures(bill.parts);
  const net = figureOf(bill.net);
  const more = worked(`wages + ${NEXT}[${currency}]`, [{name: 'wages', label: 'wages', figure: wages}], {
    style: {as: 'money'},
  });
  const inputs = [
    {name: 'net', label: 'net pay', figure: net},
    {name: 'netOfMore', label: 'net pay of a thousand more', figure: figureOf(billed(more).net)},
  ];
  const marginalRate = worked(`1 - (netOfMore - net) / ${NEXT}[${currency}]`, inputs, {
    style: {as: 'share', digits: 4},
  });
  return {
    version: 1,
    place,
    taxYear: yearName(place, year),
    ...(status === null ? {} : {status}),
    wages,
    currency,
    ...parts,
    net,
    marginalRate,
    taxable: inFigures(bill.taxable),
    deduction: {kind: bill.deduction.kind, amount: figureOf(bill.deduction.amount)},
    sources: Object.fromEntries(Object.entries(parts).map(([part, figure]) => [part, sourceOf(figure)])),
    asOf: taxFactsDay(),
    notModelled: NOT_MODELLED[place],
  };
}

/** `2026`, and where a year begins in April `2026/27`. */
export function yearName(place: TaxPlace, year: number): string {
  return place === 'london' ? `${year}/${String(year + 1).slice(-2)}` : String(year);
}

function inFigures<K extends string>(sums: Readonly<Partial<Record<K, Sum>>>): Partial<Record<K, Known>> {
  const entries = Object.entries(sums) as [K, Sum][];
  return Object.fromEntries(entries.map(([key, sum]) => [key, figureOf(sum)])) as Partial<Record<K, Known>>;
}

/** The law that a figure is by: that of the first published number behind it. */
function sourceOf(figure: Known): string | undefined {
  if (figure.figure === 'read')
    return figure.evidence.tier === 'published' ? figure.evidence.source : undefined;
  const inputs = 'inputs' in figure ? figure.inputs : [];
  for (const {figure: input} of inputs) {
    const source = isKnown(input) ? sourceOf(input) : undefined;
    if (source !== undefined) return source;
  }
  return undefined;
}
