import type {Currency} from '../../base/index.ts';
import {type Input, type Known, valueOf} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import {baseOf} from '../compose/frame.ts';
import {type Contract, scale} from '../contract/contract.ts';
import {type FilingStatus, TAX_PLACES, type TaxPlace, taxYears} from '../tax/facts.ts';
import {netTable} from '../tax/net-table.ts';
import {taxReport, yearName} from '../tax/report.ts';
import {netIn} from '../value/net.ts';
import type {ValuedOffer} from '../value/types.ts';
import {componentName} from '../words/names.ts';
import type {YearPay} from '../years/table.ts';

/** Under whose laws an offer's pay is taxed. */
export interface Taxed {
  readonly place: TaxPlace;
  readonly year: number;
  readonly status: FilingStatus | null;
}

/** The law of a place that an offer's pay comes under; null where there is none here, or nobody says how the household files. */
export function taxedAt(
  {currency, origin}: Pick<Composed, 'currency' | 'origin'>,
  place: TaxPlace | null,
  status: FilingStatus | null,
): Taxed | null {
  if (place === null || TAX_PLACES[place].currency !== currency) return null;
  if (status === null && place !== 'london') return null;
  const years = taxYears(place);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const year = Math.min(last, Math.max(first, Number(origin.slice(0, 4))));
  return {place, year, status: place === 'london' ? null : status};
}

/** More than anybody's yearly pay, up to which net pay is tabled. */
const MOST_WAGES = 20_000_000;

/** An offer as a simulation takes it, in the currency of a report: `rate` units of it are one of the offer's. */
export function valuedOffer(
  {offer, currency, terms, pnl}: Composed,
  into: Currency,
  rate: number,
  taxed: Taxed | null,
): ValuedOffer {
  const base = baseOf(offer.terms.filter(term => term.currency === currency));
  const inCurrency = (of: Contract) => (rate === 1 ? of : scale(rate, of));
  return {
    id: offer.id,
    terms: namesOf(terms.map(({term}) => term.component)).map((name, at) => ({
      name,
      contract: inCurrency(terms[at]?.contract as Contract),
    })),
    basePay: base === null ? null : rate * valueOf(base),
    pnl: Object.fromEntries(Object.entries(pnl).map(([scope, figure]) => [scope, valueOf(figure)])),
    reliability: 'assumed',
    net: taxed === null ? null : tableOf(taxed, into, rate),
  };
}

function tableOf({place, year, status}: Taxed, into: Currency, rate: number) {
  const own = TAX_PLACES[place].currency;
  const table = netTable(place, year, status, own, 0, MOST_WAGES);
  return own === into ? table : netIn(table, into, rate);
}

/** Names that differ: a second equity is "equity 2". */
export function namesOf(components: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return components.map(component => {
    const name = componentName(component);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** What is left of each year at target, in the offer's own currency. */
export function afterTaxOf(taxed: Taxed, years: readonly YearPay[]): AfterTax {
  const reports = years.map(({target}) => taxReport(taxed, target));
  return {
    place: taxed.place,
    taxYear: yearName(taxed.place, taxed.year),
    years: reports.map(({net}) => net),
  };
}

export interface AfterTax {
  readonly place: TaxPlace;
  readonly taxYear: string;
  readonly years: readonly Known[];
}

/** What a simulation rests on beside the terms: every assumption by its name. */
export function assumptionInputs(assumptions: Readonly<Record<string, Known>>): readonly Input[] {
  return Object.entries(assumptions).map(([name, figure]) => ({name, label: name, figure}));
}
