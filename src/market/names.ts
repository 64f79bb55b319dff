import {readFact} from '../base/index.ts';

/** A list of names of one kind, each with other ways to write it. */
interface Spelled {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** What the files roles.json, cities.json and companies.json hold: facts about names, each file with its date. */
interface Facts {
  readonly roles: {
    readonly ranks: readonly {readonly rank: string; readonly spellings: readonly string[]}[];
    readonly fields: readonly (Spelled & {readonly id: string})[];
  };
  readonly cities: {readonly notPlaces: readonly string[]; readonly places: readonly Spelled[]};
  readonly companies: {readonly notCompanies: readonly string[]; readonly companies: readonly Spelled[]};
}

/** A company or a place: `id` is the name as a flag writes it, `citadel-securities`. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The facts turned round: from a plain spelling to what it names. */
export interface Names {
  /** The words of each rank, in the order of the file. */
  readonly ranks: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, Named>;
  readonly places: ReadonlyMap<string, Named>;
  readonly notPlaces: ReadonlySet<string>;
  /** A spelling of two companies has both. */
  readonly companies: ReadonlyMap<string, readonly Named[]>;
  readonly notCompanies: ReadonlySet<string>;
}

/** The names that ship with Parley. */
export function shippedNames(): Names {
  return namesOf({
    roles: readFact('roles.json') as Facts['roles'],
    cities: readFact('cities.json') as Facts['cities'],
    companies: readFact('companies.json') as Facts['companies'],
  });
}

export function namesOf({roles, cities, companies}: Facts): Names {
  const found = new Map<string, readonly Named[]>();
  for (const {name, spellings} of companies.companies) {
    const company = {id: idOf(name), name};
    for (const key of new Set([name, ...spellings].map(normalizedName)))
      found.set(key, [...(found.get(key) ?? []), company]);
  }
  return {
    ranks: new Map(
      roles.ranks.flatMap(({rank, spellings}) => spellings.map(one => [normalizedName(one), rank])),
    ),
    fields: new Map(
      roles.fields.flatMap(({id, name, spellings}) =>
        [id, name, ...spellings].map(one => [normalizedName(one), {id, name}]),
      ),
    ),
    places: new Map(
      cities.places.flatMap(({name, spellings}) =>
        [name, ...spellings].map(one => [normalizedName(one), {id: idOf(name), name}]),
      ),
    ),
    notPlaces: new Set(cities.notPlaces.map(normalizedName)),
    companies: found,
    notCompanies: new Set(companies.notCompanies.map(normalizedName)),
  };
}

/** Lower case, no accents, words apart by one blank: "E*TRADE", "São Paulo" and "sao paulo" read alike. */
export function normalizedName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f*'’]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}

/** `citadel-securities`: the name as a flag writes it. */
export function idOf(name: string): string {
  return normalizedName(name).replace(/ /g, '-');
}
