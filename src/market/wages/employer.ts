import {readFact} from '../../base/index.ts';
import {bareLegalName} from '../../english/index.ts';
import {idOf, type Named, type Names, normalizedName} from '../names.ts';

/** The file employers.json: the legal names under which companies certify wages, each with its source and day. */
interface EmployerFacts {
  readonly source: string;
  readonly asOf: string;
  readonly employers: readonly {
    readonly company: string;
    readonly names: readonly string[];
    readonly source: string;
    readonly date: string;
  }[];
}

/** Which company a legal name is, and how that is known. */
export interface EmployerReading extends Named {
  /** `alias`: by employers.json. `name`: by its own name. `trade name`: by what it does business as. `unlisted`: by neither. */
  readonly by: 'alias' | 'name' | 'trade name' | 'unlisted';
}

export interface Employers {
  readonly names: Names;
  readonly aliases: ReadonlyMap<string, Named>;
}

/** The aliases that ship with Parley, over the names of companies. */
export function shippedEmployers(names: Names): Employers {
  return employersOf(names, readFact('employers.json') as EmployerFacts);
}

function employersOf(names: Names, facts: EmployerFacts): Employers {
  return {
    names,
    aliases: new Map(
      facts.employers.flatMap(({company, names: legal}) =>
        legal.map(one => [legalStem(one), {id: idOf(company), name: company}] as const),
      ),
    ),
  };
}

/** A legal name without its form: "Two Sigma Investments, LP" is `two sigma investments`. */
export function legalStem(name: string): string {
  // Some files carry the ampersands of a web page.
  return bareLegalName(normalizedName(name.replace(/&amp;/gi, '&')));
}

/** The company behind a legal name and what it does business as; both may be missing, and then nobody is named. */
export function employerIn(
  employers: Employers,
  name: string | null,
  tradeName: string | null,
): EmployerReading | null {
  const legal = name ?? tradeName;
  if (legal === null) return null;
  const alias = employers.aliases.get(legalStem(legal));
  if (alias !== undefined) return {...alias, by: 'alias'};
  const known = listed(employers, legal);
  if (known !== undefined) return {...known, by: 'name'};
  const trade =
    tradeName === null
      ? undefined
      : (employers.aliases.get(legalStem(tradeName)) ?? listed(employers, tradeName));
  if (trade !== undefined) return {...trade, by: 'trade name'};
  return {id: idOf(legalStem(legal)), name: legal, by: 'unlisted'};
}

/** A spelling of two companies names neither: "Aurora" alone tells nobody which. */
function listed({names}: Employers, name: string): Named | undefined {
  for (const key of [normalizedName(name), legalStem(name)]) {
    const found = names.companies.get(key);
    if (found?.length === 1) return found[0];
  }
  return undefined;
}
