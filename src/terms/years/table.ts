import type {Currency} from '../../base/index.ts';
import {type Known, worked} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import {lensOf, READINGS, type Reading, traced} from './reading.ts';
import {figureOfSum, NOTHING, plus, type Sum} from './sum.ts';

/** What a year of service comes to, by each reading. */
export type YearPay = {readonly year: number} & Readonly<Record<Reading, Known>>;

/** What one term comes to in each year, by each reading; null in place of nothing. */
export type TermYears = Readonly<Record<Reading, readonly (Known | null)[]>>;

/** What of the pay earned in a year is paid in later ones. */
export interface Deferred {
  readonly year: number;
  readonly guaranteed: Known | null;
  readonly target: Known | null;
}

export interface YearTable {
  readonly years: readonly YearPay[];
  /** Of the years of which something is. */
  readonly deferred: readonly Deferred[];
  /** In the order of the offer's terms. */
  readonly terms: readonly TermYears[];
}

/**
 * What an offer pays by year of service, to somebody who stays: pay counts in the year in which it is earned, a deferred or
 * vesting part in the one in which it vests. Nothing is averaged over years.
 */
export function yearTable(composed: Composed, years: number): YearTable {
  const names = namesOf(composed);
  const byTerm = composed.terms.map(({contract}) => {
    const sums = Object.fromEntries(
      READINGS.map(reading => {
        const of: Sum[] = Array.from({length: years}, () => NOTHING);
        traced(contract, composed, lensOf(reading, composed), (month, sum) => {
          const year = yearOf(month) - 1;
          if (year < years) of[year] = plus(of[year] ?? NOTHING, sum);
        });
        return [reading, of];
      }),
    );
    return sums as unknown as Readonly<Record<Reading, readonly Sum[]>>;
  });
  const {currency} = composed;
  const later = (reading: Reading, year: number): Known | null => {
    let sum = NOTHING;
    for (const {contract} of composed.terms)
      traced(
        contract,
        composed,
        lensOf(reading, composed),
        () => {},
        (month, one) => {
          if (yearOf(month) === year) sum = plus(sum, one);
        },
      );
    return figureOfSum(sum, currency, names);
  };
  const deferred = Array.from({length: years}, (_, at) => ({
    year: at + 1,
    guaranteed: later('guaranteed', at + 1),
    target: later('target', at + 1),
  }));
  return {
    deferred: deferred.filter(({target}) => target !== null),
    years: Array.from({length: years}, (_, at) => {
      const all = Object.fromEntries(
        READINGS.map(reading => [
          reading,
          totalOf(
            byTerm.map(sums => sums[reading][at] ?? NOTHING),
            currency,
            names,
          ),
        ]),
      );
      return {year: at + 1, ...(all as Record<Reading, Known>)};
    }),
    terms: byTerm.map(sums => {
      const made = Object.fromEntries(
        READINGS.map(reading => [reading, sums[reading].map(sum => figureOfSum(sum, currency, names))]),
      );
      return made as unknown as TermYears;
    }),
  };
}

/** The year of service that a month is in: what is paid on the first day is of the first year. */
function yearOf(month: number): number {
  return Math.max(1, Math.ceil(month / 12));
}

function totalOf(sums: readonly Sum[], currency: Currency, names: (figure: Known) => string): Known {
  const sum = sums.reduce<Sum>(plus, NOTHING);
  return figureOfSum(sum, currency, names) ?? worked(`0[${currency}]`, [], {style: {as: 'money'}});
}

/** What formulas call the figures of an offer: by what they are of. */
function namesOf({terms}: Composed): (figure: Known) => string {
  const names = new Map<Known, string>();
  for (const {term} of terms) {
    const {more, component} = term;
    for (const [name, figure] of Object.entries(more?.numbers ?? {}))
      names.set(figure, `${component}${capital(name)}`);
    if (more?.upToTimes != null) names.set(more.upToTimes, `${component}Most`);
    if (more?.escalator != null) names.set(more.escalator.points, 'escalator');
    if (more?.vesting?.by === 'rule')
      for (const part of more.vesting.parts ?? []) names.set(part, `${component}Part`);
    if (more?.vesting?.by === 'days')
      for (const {units, part} of more.vesting.days)
        for (const one of [units, part]) if (one !== null) names.set(one, `${component}Part`);
  }
  return figure => names.get(figure) ?? `${figure.subject ?? 'sum'}${isShare(figure) ? 'Share' : ''}`;
}

function isShare({quantity}: Known): boolean {
  return Object.keys((quantity as {readonly unit: object}).unit).length === 0;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
