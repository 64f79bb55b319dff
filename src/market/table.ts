import type {Band, Guide} from '../guide/index.ts';
import {placesIn} from './city.ts';
import {companyOfTitle} from './company.ts';
import type {Named, Names} from './names.ts';
import {type Role, roleIn} from './role.ts';

/** What the market keeps of a guide. A whole `Guide` is one too. */
export type Listing = Pick<Guide, 'path' | 'role' | 'company' | 'bands' | 'levels'>;

/** One band of one guide in the table of all. Amounts are as the guide has them. */
export interface TableBand extends Omit<Band, 'level'> {
  readonly company: Named;
  /** The role as the guide's title has it. */
  readonly role: string;
  readonly rank: string;
  readonly field: string;
  readonly level: string | null;
  /** The places that the region names: more than one where the guide gives them one band. */
  readonly places: readonly Named[];
  readonly path: string;
}

/** What a row is asked for by. Absent is anything. */
export interface TableQuestion {
  readonly role?: Pick<Role, 'rank' | 'field'>;
  /** Ids of companies. */
  readonly companies?: readonly string[];
  /** The id of a place. */
  readonly place?: string;
}

/** Every band of every guide, in the order of the guides. */
export function tableOf(
  names: Names,
  guides: readonly Listing[],
  wanted: TableQuestion = {},
): readonly TableBand[] {
  const regions = new Map<string, readonly Named[]>();
  const placesOf = (region: string) => {
    const places = regions.get(region) ?? placesIn(names, region);
    regions.set(region, places);
    return places;
  };
  return guides.flatMap(guide => {
    const {company, role} = columnHead(names, {role: guide.role.value, company: guide.company.value});
    if (wanted.companies !== undefined && !wanted.companies.includes(company.id)) return [];
    if (wanted.role !== undefined && !(wanted.role.rank === role.rank && wanted.role.field === role.field))
      return [];
    return guide.bands.flatMap(band => {
      const places = placesOf(band.region);
      if (wanted.place !== undefined && !places.some(place => place.id === wanted.place)) return [];
      const {rank, field} = role;
      return [{...band, company, role: guide.role.value, rank, field, places, path: guide.path}];
    });
  });
}

/** Which company and which role a guide is on, by its title. */
export function columnHead(names: Names, guide: {readonly role: string; readonly company: string}): Head {
  return {company: companyOfTitle(names, guide.company), role: roleIn(names, guide.role)};
}

export interface Head {
  readonly company: Named;
  readonly role: Role;
}
