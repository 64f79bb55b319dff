import {groupBy, readFact} from '../base/index.ts';
import {isCapital, type Tokens, tokensOf, WORD} from './tokens.ts';

/** A region or level that a text may speak of, by the names it goes by; `currency` is what it pays in. */
export interface Place {
  readonly name: string;
  readonly names: readonly string[];
  readonly level: boolean;
  readonly currency: string | null;
}

/** One name of a place in a text: tokens `from` up to `to`, as written, and the place of the table it is, if any. */
export interface PlaceAt {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly place: Place | null;
}

/** What a table of pay says of places: a cell's region, level and currency. */
export interface PaidPlace {
  readonly region: string;
  readonly level: string | null;
  readonly currency: string;
  readonly unit: 'money' | 'percent';
}

/** The places of a table by every name that `text` may call them. */
export function placesOf(cells: readonly PaidPlace[], text: string): Place[] {
  const found = new Map<string, {names: readonly string[]; level: boolean; currency: string | null}>();
  for (const {region, level, currency, unit} of cells) {
    const city = withoutBrackets(region);
    const paid = unit === 'money' ? currency : null;
    if (city !== '' && !found.has(city))
      found.set(city, {names: namesOf(city), level: false, currency: paid});
    if (level !== null && level !== '' && !found.has(level))
      found.set(level, {names: levelNames(level), level: true, currency: null});
  }
  const codes = codesIn(text);
  const all = [...found.keys()];
  return [...found].map(([name, {names, level, currency}]) => {
    const coded = level
      ? []
      : codes.filter(
          code => abbreviates(code, name) && all.filter(one => abbreviates(code, one)).length === 1,
        );
    return {
      name,
      names: [...new Set([...names, ...coded])].toSorted((a, b) => b.length - a.length),
      level,
      currency,
    };
  });
}

function withoutBrackets(region: string): string {
  return region.replace(/\s*\([^()]*\)/g, '').trim();
}

/** "Bay Area / Sunnyvale" is also each half; "Dallas, TX" and "Dallas TX" are "Dallas"; "San Francisco" is "SF". */
function namesOf(city: string): string[] {
  const halves = city.split(/\s*[/&]\s*|,\s+/).filter(half => half.length > 2);
  const bare = city.replace(/,?\s[A-Z]{2}$/, '').replace(/\s+HQ$/, '');
  const names = [city, bare, ...halves, ...halves.map(half => half.replace(/,?\s[A-Z]{2}$/, ''))];
  for (const one of [city, bare, ...halves]) {
    const words = one.split(/\s+/);
    if (words.length > 1 && words.length < 4 && words.every(word => /^[A-Z][^A-Z\d]/.test(word)))
      names.push(words.map(word => word[0]).join(''));
    const same = spellings().get(one.toLowerCase());
    if (same !== undefined) names.push(...same);
  }
  return [...new Set(names.map(name => name.trim()).filter(name => name.length > 1))];
}

/** "Senior (L4)" also goes by "Senior" and by "L4". */
function levelNames(level: string): string[] {
  const inner = /\(([^()]*)\)/.exec(level)?.[1];
  const bare = withoutBrackets(level);
  return [level, bare, ...(inner === undefined ? [] : inner.split(/\s*[/,]\s*/))].filter(
    name => name.length > 1,
  );
}

/** Every spelling of a city under each of them, in small letters: data/cities.json. */
let known: Map<string, readonly string[]> | undefined;

function spellings(): Map<string, readonly string[]> {
  if (known !== undefined) return known;
  const {places} = readFact('cities.json') as {
    places: readonly {name: string; spellings: readonly string[]}[];
  };
  known = new Map();
  for (const {name, spellings: others} of places)
    for (const one of [name, ...others]) known.set(one.toLowerCase(), [name, ...others]);
  return known;
}

/** Places that no table need have: a text speaks of them by these names. Whole countries and regions of the world beside the cities. */
const WIDER =
  'Remote|East Coast|West Coast|Midwest|Europe|European|EMEA|APAC|LATAM|MENA|Asia|North America|US|U.S|USA|United States|UK|United Kingdom|EU|Canada|Ireland|Germany|France|Netherlands|Switzerland|Sweden|Denmark|Poland|Israel|India|Japan|Australia|Brazil|Spain|Portugal|Italy|Mexico|China|Singapore|UAE|Germany|Norway|Finland|Austria|Belgium|Texas|California|Washington DC|Washington|Oregon|Colorado|Utah|Florida|Georgia|Virginia|Massachusetts|Ontario|British Columbia'.split(
    '|',
  );
let world: ReadonlyMap<string, readonly string[]> | undefined;

/** Names of the world's places by their first word in small letters, the longest first. */
function worldPlaces(): ReadonlyMap<string, readonly string[]> {
  if (world !== undefined) return world;
  const {places} = readFact('cities.json') as {
    places: readonly {name: string; spellings: readonly string[]}[];
  };
  const byWord = new Map<string, string[]>();
  for (const name of [...WIDER, ...places.flatMap(one => [one.name, ...one.spellings])]) {
    const first = name.split(/[\s-]/)[0]?.toLowerCase() ?? '';
    byWord.set(first, [...(byWord.get(first) ?? []), name]);
  }
  for (const names of byWord.values()) names.sort((a, b) => b.length - a.length);
  world = byWord;
  return world;
}

/** Capitals alone in brackets: "(JAX)". */
function codesIn(text: string): string[] {
  return text.match(/\([A-Z]{2,4}\)/g)?.map(code => code.slice(1, -1)) ?? [];
}

/** Whether a code is a city's: it begins with the city's first two letters, or with its first and goes on in order. */
function abbreviates(code: string, city: string): boolean {
  const letters = city.toUpperCase();
  if (code.length === 3 && letters.startsWith(code.slice(0, 2))) return true;
  let at = -1;
  for (const letter of code) {
    const next = letters.indexOf(letter, at + 1);
    if (next < 0 || (at < 0 && next > 0)) return false;
    at = next;
  }
  return true;
}

/** The place whose name begins at a token: one of the table's, else one of the world's; the longest name. */
export function placeAt(tokens: Tokens, at: number, places: readonly Place[]): PlaceAt | null {
  if (tokens.kinds[at] !== WORD) return null;
  let best: PlaceAt | null = null;
  const first = tokens.text.charCodeAt(tokens.starts[at] as number);
  for (const {name, place} of namesByLetter(places).get(first) ?? []) {
    const to = endOfName(tokens, at, name);
    if (to > 0 && (best === null || to > best.to))
      best = {from: at, to, written: written(tokens, at, to), place};
  }
  if (best !== null) return best;
  const word = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  if (!isCapital(tokens, at) && word !== 'remote') return null;
  for (const name of worldPlaces().get(word.toLowerCase()) ?? []) {
    const to = endOfName(tokens, at, word === 'remote' ? name.toLowerCase() : name);
    if (to > 0) return {from: at, to, written: written(tokens, at, to), place: null};
  }
  return null;
}

interface NameOf {
  readonly name: string;
  readonly place: Place;
}

const lettered = new WeakMap<readonly Place[], ReadonlyMap<number, readonly NameOf[]>>();

/** Every name of some places by its first letter: most words of a text begin none. */
function namesByLetter(places: readonly Place[]): ReadonlyMap<number, readonly NameOf[]> {
  const known = lettered.get(places);
  if (known !== undefined) return known;
  const names = places.flatMap(place => place.names.map(name => ({name, place})));
  const made = groupBy(names, ({name}) => name.charCodeAt(0));
  lettered.set(places, made);
  return made;
}

function written(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]).replace(/[\s\uFEFF]+/g, ' ');
}

/** The token behind a name that stands whole at a token; 0 where it does not. */
function endOfName({text, starts, ends, count}: Tokens, at: number, name: string): number {
  const from = starts[at] as number;
  if (!text.startsWith(name, from)) return 0;
  let to = at;
  while (to < count && (ends[to] as number) < from + name.length) to++;
  return (ends[to] as number) === from + name.length ? to + 1 : 0;
}

/** The region or level of a table that words name anywhere; the longest name wins. Null where they name none. */
export function placeNamedIn(
  cells: readonly PaidPlace[],
  words: string,
): {written: string; place: Place} | null {
  const tokens = tokensOf(words);
  const places = placesOf(cells, words);
  let best: PlaceAt | null = null;
  for (let at = 0; at < tokens.count; at++) {
    const found = placeAt(tokens, at, places);
    if (found?.place != null && (best === null || found.written.length > best.written.length)) best = found;
  }
  return best?.place == null ? null : {written: best.written, place: best.place};
}
