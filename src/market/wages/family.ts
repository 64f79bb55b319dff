import {type Names, plain} from '../names.ts';
import {placesIn} from '../city.ts';
import {roleIn} from '../role.ts';

/** The family of titles that no field of roles.json covers. */
export const OTHER_FAMILY = 'other';

/**
 * The field of roles.json that a job title belongs to. Titles of disclosures carry codes and grades that guides do not
 * ("DevOps Engineer - 1615.2", "SOFTWARE DEVELOPER 3"): where the whole title is in no list, its words are tried
 * without figures, and then the part before the first comma, dash or bracket.
 */
export function familyOf(names: Names, title: string): string {
  const bare = title.replace(/\b\p{L}{0,3}\d[\d.]*\b/gu, ' ');
  for (const attempt of [title, bare, bare.split(/,|\s[-–—]\s?|\(|\//)[0] ?? '']) {
    const role = roleIn(names, attempt.trim());
    if (role.known) return role.field;
  }
  return OTHER_FAMILY;
}

/** The field that somebody asks for: `devops` and "DevOps Engineer" are one. Undefined where it is in no list. */
export function familyAsked(names: Names, role: string): string | undefined {
  const found = familyOf(names, role);
  return found === OTHER_FAMILY && plain(role) !== OTHER_FAMILY ? undefined : found;
}

/** `New York, NY`: a city by its usual name, with its state where one is known, since many states have a Dublin. */
export function cityOf(names: Names, city: string | null, state: string | null): string {
  if (city === null) return state === null ? 'nowhere stated' : state;
  const known = names.places.get(plain(city));
  const name =
    known?.name ?? city.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, letter => letter.toUpperCase());
  return state === null ? name : `${name}, ${stateCode(state)}`;
}

/** Tests cities as `cityOf` names them: "New York" and "NYC" in any state, "Dublin, CA" in that one only. */
export function regionAsked(names: Names, region: string): (city: string) => boolean {
  const [, bare = region, state] = /^(.*),\s*([A-Za-z]{2})$/.exec(region.trim()) ?? [];
  const wanted = new Set(placesIn(names, bare).map(place => plain(place.name)));
  return city => {
    const [, name = city, code] = /^(.*), ([A-Z]{2})$/.exec(city) ?? [];
    return wanted.has(plain(name)) && (state === undefined || state.toUpperCase() === code);
  };
}

/** Files of some years write states in full. */
function stateCode(state: string): string {
  const code = STATES[plain(state)];
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
