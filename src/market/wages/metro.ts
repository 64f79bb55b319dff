import {readFact} from '../../base/index.ts';
import {bareCounty} from '../../english/index.ts';
import {normalizedName} from '../names.ts';

/** The file metros.json: the counties that the name of a city stands for where people speak of a region. */
interface MetroFacts {
  readonly source: string;
  readonly asOf: string;
  readonly metros: readonly {
    readonly name: string;
    readonly title: string;
    /** Where the entry has another source than the file. */
    readonly source?: string;
    /** `New York, NY`: those of its name, for rows without a county. */
    readonly cities: readonly string[];
    readonly counties: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** A metropolitan area: rows belong to it by their county, and where they have none, by their city. */
export interface Metro {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Keys by `countyKey`. */
  readonly counties: ReadonlySet<string>;
  /** Plain spellings of `New York, NY`. */
  readonly cities: ReadonlySet<string>;
}

/** The metropolitan areas that ship with Parley. */
export function shippedMetros(): readonly Metro[] {
  const {source, metros} = readFact('metros.json') as MetroFacts;
  return metros.map(({name, title, cities, counties, ...own}) => ({
    name,
    title,
    source: own.source ?? source,
    cities: new Set(cities.map(normalizedName)),
    counties: new Set(
      Object.entries(counties).flatMap(([state, listed]) => listed.map(county => countyKey(state, county))),
    ),
  }));
}

/** "New York County" and "NEW YORK" of one state are one county. `state` is its code. */
export function countyKey(state: string, county: string): string {
  return `${state} ${bareCounty(normalizedName(county))}`;
}
