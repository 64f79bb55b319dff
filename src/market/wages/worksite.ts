import {placesIn} from '../city.ts';
import {type Names, normalizedName} from '../names.ts';
import {countyKey, type Metro} from './metro.ts';

/** Where somebody works, as a wage table has it. */
export interface Worksite {
  readonly city: string | null;
  readonly county: string | null;
  readonly state: string | null;
}

/** `New York, NY`: a city by its usual name, with its state where one is known, since many states have a Dublin. */
export function cityOf(names: Names, {city, state}: Pick<Worksite, 'city' | 'state'>): string {
  if (city === null) return state === null ? 'nowhere stated' : state;
  const known = names.places.get(normalizedName(city));
  const name =
    known?.name ?? city.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, letter => letter.toUpperCase());
  if (state === null) return name;
  const code = stateCode(state);
  return name.endsWith(`, ${code}`) ? name : `${name}, ${code}`;
}

/** What a region that somebody asks for stands for. */
export interface RegionReading {
  readonly fits: (worksite: Worksite) => boolean;
  /** The metropolitan areas among it; none where it is plain cities. */
  readonly metros: readonly Metro[];
}

/**
 * Reads a region as a guide or somebody at a keyboard writes it: "New York" and "San Francisco / Bay Area" are all the
 * counties of their metropolitan areas, "New York, NY" and "Dublin, CA" one city of one state, "Boise" a city of that
 * name in any state.
 */
export function regionAsked(names: Names, metros: readonly Metro[], region: string): RegionReading {
  const whole = names.places.get(normalizedName(region));
  const [, bare = region, state] =
    whole !== undefined && /, [A-Z]{2}$/.test(whole.name)
      ? []
      : (/^(.*),\s*([A-Za-z]{2})$/.exec(region.trim()) ?? []);
  const wanted = new Set(placesIn(names, bare).map(place => normalizedName(place.name)));
  const found = state === undefined ? metros.filter(({name}) => wanted.has(normalizedName(name))) : [];
  for (const {name} of found) wanted.delete(normalizedName(name));
  return {
    metros: found,
    fits: worksite => {
      const city = cityOf(names, worksite);
      const county = countyKey(
        worksite.state === null ? '' : stateCode(worksite.state),
        worksite.county ?? '',
      );
      if (found.some(metro => metro.counties.has(county) || metro.cities.has(normalizedName(city))))
        return true;
      const [, name = city, code] = /^(.*), ([A-Z]{2})$/.exec(city) ?? [];
      const named = wanted.has(normalizedName(name)) || wanted.has(normalizedName(city));
      return named && (state === undefined || state.toUpperCase() === code);
    },
  };
}

/** Files of some years write states in full. */
function stateCode(state: string): string {
  const code = STATES[normalizedName(state)];
  return code ?? state.toUpperCase();
}

const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `alabama AL|alaska AK|arizona AZ|arkansas AR|california CA|colorado CO|connecticut CT|delaware DE
|district of columbia DC|florida FL|georgia GA|hawaii HI|idaho ID|illinois IL|indiana IN|iowa IA|kansas KS
|kentucky KY|louisiana LA|maine ME|maryland MD|massachusetts MA|michigan MI|minnesota MN|mississippi MS|missouri MO
|montana MT|nebraska NE|nevada NV|new hampshire NH|new jersey NJ|new mexico NM|new york NY|north carolina NC
|north dakota ND|ohio OH|oklahoma OK|oregon OR|pennsylvania PA|puerto rico PR|rhode island RI|south carolina SC
|south dakota SD|tennessee TN|texas TX|utah UT|vermont VT|virginia VA|washington WA|west virginia WV|wisconsin WI
|wyoming WY`
    .split('|')
    .map(pair => [pair.trim().slice(0, -3), pair.trim().slice(-2)]),
);
