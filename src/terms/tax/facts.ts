import {type Currency, readFact} from '../../base/index.ts';
import type {NewYorkCityLaw, NewYorkLaw, NewYorkPayrollLaw} from './new-york.ts';
import type {FederalLaw, FicaLaw} from './us.ts';
import type {NationalInsuranceLaw, UnitedKingdomLaw} from './uk.ts';

export const STATUSES = ['single', 'joint'] as const;
/** How a household files in the United States: alone, or a couple of whom one earns. */
export type FilingStatus = (typeof STATUSES)[number];

/** Where taxes can be worked out, and by which parts of data/tax.json. */
export const TAX_PLACES = {
  nyc: {
    name: 'New York',
    currency: 'USD',
    laws: ['federal', 'fica', 'newYork', 'newYorkCity', 'newYorkPayroll'],
  },
  miami: {name: 'Miami', currency: 'USD', laws: ['federal', 'fica', 'florida']},
  london: {name: 'London', currency: 'GBP', laws: ['unitedKingdom', 'nationalInsurance']},
} as const satisfies Record<string, {name: string; currency: Currency; laws: readonly (keyof Laws<never>)[]}>;
export type TaxPlace = keyof typeof TAX_PLACES;

interface Laws<N> {
  readonly federal: FederalLaw<N>;
  readonly fica: FicaLaw<N>;
  readonly newYork: NewYorkLaw<N>;
  readonly newYorkCity: NewYorkCityLaw<N>;
  readonly newYorkPayroll: NewYorkPayrollLaw<N>;
  readonly florida: {readonly tax: N};
  readonly unitedKingdom: UnitedKingdomLaw<N>;
  readonly nationalInsurance: NationalInsuranceLaw<N>;
}

/** The laws that tax a household of one place, year and status: those of its place, and no others. */
export type TaxLaw<N> = Readonly<Partial<Laws<N>>>;

/** Of which place, year and status. The United Kingdom taxes each by themself, and has no status; its 2026 is 2026/27. */
export interface TaxCase {
  readonly place: TaxPlace;
  readonly year: number;
  readonly status: FilingStatus | null;
}

interface TaxFile {
  readonly asOf: string;
  readonly laws: Readonly<Record<keyof Laws<never>, Readonly<Record<string, unknown>>>>;
}

/** The day on which the facts were gathered, `YYYY-MM-DD`. */
export function taxFactsDay(): string {
  return taxFile().asOf;
}

/** The years of which every law of a place is known, in order. */
export function taxYears(place: TaxPlace): readonly number[] {
  const [first, ...more] = TAX_PLACES[place].laws.map(law => Object.keys(taxFile().laws[law]));
  return (first ?? []).filter(year => more.every(years => years.includes(year))).map(Number);
}

/** Reads each number of the facts, which stands in data/tax.json at `path`, as what a law is to be made of. */
type Reading<N> = (value: number, path: readonly (string | number)[], source: string) => N;

/** The laws of a place in a year, of numbers as `reading` reads them. Throws where the year is none of `taxYears`. */
export function taxLaw<N>({place, year, status}: TaxCase, reading: Reading<N>): TaxLaw<N> {
  const read = (value: unknown, path: readonly (string | number)[], around: string): unknown => {
    if (typeof value === 'number') return reading(value, path, around);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one, at) => read(one, [...path, at], around));
    const facts = value as Readonly<Record<string, unknown>>;
    const source = typeof facts['source'] === 'string' ? facts['source'] : around;
    // What is by status stands beside what is not: both are read as one.
    const own = status === null ? undefined : facts[status];
    const rest = Object.entries(facts).filter(
      ([key]) => key !== 'source' && !STATUSES.some(one => one === key),
    );
    return Object.fromEntries([
      ...rest.map(([key, one]) => [key, read(one, [...path, key], source)]),
      ...(own === undefined ? [] : Object.entries(read(own, [...path, status ?? ''], source) as object)),
    ]);
  };
  if (!taxYears(place).includes(year)) throw new Error(`no law of ${place} of ${year} is known`);
  return Object.fromEntries(
    TAX_PLACES[place].laws.map(law => [
      law,
      read(taxFile().laws[law][year], ['laws', law, String(year)], ''),
    ]),
  );
}

function taxFile(): TaxFile {
  return (shipped ??= readFact('tax.json') as TaxFile);
}
let shipped: TaxFile | undefined;
