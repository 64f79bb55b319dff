import type {LoadedCase} from '../case/index.ts';
import type {Span} from '../base/index.ts';
import {quarterOf} from '../record/index.ts';

type Asks = LoadedCase['measures'][number]['asks'];

const NOTHING = {
  calendar: null,
  systems: null,
  together: null,
  longerThan: null,
  sources: null,
  services: null,
  at: null,
  against: null,
} as const;

/** One question to the record of a case, as a fact of case.yaml would ask it. */
export function askedOf(
  name: string,
  asks: Pick<Asks, 'what' | 'from' | 'to'> & Partial<Asks>,
  span: Span,
): LoadedCase['measures'][number] {
  return {name, label: name, asks: {...NOTHING, ...asks}, record: null, disclosure: null, span};
}

/** So many whole quarters before a day, the earliest first: `2026-Q3`. */
export function quartersBefore(today: string, count: number): readonly string[] {
  const names: string[] = [];
  let [year, number] = quarterOf(today).split('-Q').map(Number) as [number, number];
  while (names.length < count) {
    number--;
    if (number === 0) [year, number] = [year - 1, 4];
    names.unshift(`${year}-Q${number}`);
  }
  return names;
}
