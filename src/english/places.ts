import {readFact} from '../base/index.ts';
import {amountAt, isCapital, isMark, MARK, type Tokens, tokensOf, WORD} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

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

/** Places that stand together and are spoken of together: "London or New York", "New York/San Jose". */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly places: readonly PlaceAt[];
  /** Whether it speaks of the sums before it ("$180K base (New York)") and not of those behind it ("For Leeds, open at …"). */
  readonly trailing: boolean;
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
function placeAt(tokens: Tokens, at: number, places: readonly Place[]): PlaceAt | null {
  if (tokens.kinds[at] !== WORD) return null;
  let best: PlaceAt | null = null;
  for (const place of places)
    for (const name of place.names) {
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

const JOINS = new Vocabulary([[true, 'or | and | \\ | , or | , and']]);
const LEADS = new Vocabulary([
  [true, 'for (the/a/an/our) | in (the/our) | at (the/our) | based in | to | from (the) | as (a/an)'],
]);
/** "For New York roles", "In SF-equivalent terms", "the London office". */
const TAILS = new Vocabulary([
  [
    true,
    'role/roles | office/offices | position/positions | hire/hires | candidate/candidates | based | equivalent (terms) | market | team/teams | location/locations | area | hub | employees | (based) role/roles',
  ],
]);
const DOERS = new Vocabulary([
  [
    true,
    `open | anchor | start | target | aim | push | negotiate | accept | ask | begin | use | the | expect | request | walk | your | my | i'd | i'm | set | propose | counter | lead | go | seek | floor | pitch | quote`,
  ],
]);

/** Every mention of places in a sentence that speaks of its sums, left to right. */
export function mentionsIn(tokens: Tokens, places: readonly Place[]): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.count; ) {
    const first = placeAt(tokens, at, places);
    if (first === null) {
      at++;
      continue;
    }
    const list = listFrom(tokens, first, places);
    const mention = spokenOf(tokens, list);
    if (mention !== null) found.push(mention);
    at = (list.at(-1) ?? first).to;
  }
  return found;
}

/** A place and those that a slash, a comma with "or", "or" and "and" join to it. */
function listFrom(tokens: Tokens, first: PlaceAt, places: readonly Place[]): PlaceAt[] {
  const list = [first];
  for (;;) {
    const last = list.at(-1) as PlaceAt;
    const join = JOINS.at(tokens, last.to);
    const comma = isMark(tokens, last.to, ',') ? last.to + 1 : 0;
    const next =
      join !== null ? placeAt(tokens, join.to, places) : comma > 0 ? placeAt(tokens, comma, places) : null;
    if (next === null) return list;
    // "New York or San Jose $165K": each sum behind a place is of that one alone
    if (amountAt(tokens, next.to) !== null && !isLeadingList(tokens, list)) return list;
    list.push(next);
  }
}

/** Whether a list opens with "for" or "in", or closes a bracket: then it is spoken of as one. */
function isLeadingList(tokens: Tokens, [first]: readonly PlaceAt[]): boolean {
  return first !== undefined && leadBefore(tokens, first.from) !== null;
}

/** The token at which "for", "in the" and the like begin before a place; null where they do not. */
function leadBefore(tokens: Tokens, at: number): number | null {
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const lead = LEADS.at(tokens, from);
    if (lead !== null && lead.to === at) return from;
  }
  return null;
}

/** How a list of places is spoken of: null where it only occurs, as in the name of a team. */
function spokenOf(tokens: Tokens, list: readonly PlaceAt[]): Mention | null {
  const [first, last] = [list[0] as PlaceAt, list.at(-1) as PlaceAt];
  const tail = TAILS.at(tokens, last.to);
  const to = tail?.to ?? last.to;
  const lead = leadBefore(tokens, first.from);
  const from = lead ?? first.from;
  const before = from - 1;
  const mention = (trailing: boolean): Mention => ({from, to, places: list, trailing});
  const own = list.every(({place}) => place !== null);
  // "(New York)", "(London, Leeds)", and "(Boston, with …)"
  if (
    isMark(tokens, before, '(') &&
    (isMark(tokens, to, ')') || isMark(tokens, to, ',') || isMark(tokens, to, ';'))
  )
    return sumBefore(tokens, before) === null ? null : mention(true);
  const sum = sumBefore(tokens, from);
  const amountBehind = amountAt(tokens, skipSigns(tokens, to)) !== null;
  if (lead !== null) {
    if (
      opensClause(tokens, lead) &&
      (own || isMark(tokens, to, ',') || isMark(tokens, to, ':') || DOERS.at(tokens, to) !== null)
    )
      return mention(false);
    if (sum !== null && !crosses(tokens, sum, lead))
      return own || closesClause(tokens, to) ? mention(true) : null;
    if (!own) return null;
    if (sum !== null && !amountBehind) return mention(true);
    return isSumNear(tokens, to) ? mention(false) : null;
  }
  // "London £100K base", "London: £100K", "Leeds – £90K"; but "$190K Atlanta, $212K New York"
  const touching = sum !== null && sum === from - 1 - nounsBetween(tokens, sum, from);
  if (touching && !(amountBehind && isSeparator(tokens, from - 1))) {
    const closed = closesClause(tokens, to);
    if (own ? closed || !amountBehind : closed) return mention(true);
  }
  if (amountBehind && (own || opensClause(tokens, from) || isSeparator(tokens, before)))
    return mention(false);
  // "Leeds: …", "Leeds is fine from £90K"
  return own && opensClause(tokens, from) && isSumNear(tokens, to) ? mention(false) : null;
}

/** The token of the last sum of money before `at` in the same clause, with only its nouns between; null where there is none. */
function sumBefore(tokens: Tokens, at: number): number | null {
  for (let before = at - 1; before >= 0 && before > at - 12; before--) {
    if (isMoney(tokens, before)) return before;
    if ([';', '.', '—', '–'].some(mark => isMark(tokens, before, mark))) return null;
  }
  return null;
}

/** Whether a sum follows within a few words: "Your floor in London is £155K". */
function isSumNear(tokens: Tokens, at: number): boolean {
  for (let next = at; next < Math.min(tokens.count, at + 7); next++) if (isMoney(tokens, next)) return true;
  return false;
}

function isMoney(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  return amount !== null && (amount.currency !== null || amount.percent || amount.low >= 1000);
}

/** How many words stand between a sum and a place, where nothing but words of pay does: "$155K base salary Boston". */
function nounsBetween(tokens: Tokens, sum: number, at: number): number {
  let words = 0;
  for (let between = sum + 1; between < at; between++) {
    if (tokens.kinds[between] === MARK && !isMark(tokens, between, '+') && !isMark(tokens, between, ']'))
      return -1;
    words++;
  }
  return words > 4 ? -1 : words;
}

/** Whether a comma or another sum's end parts a place from the sum before it. */
function crosses(tokens: Tokens, sum: number, at: number): boolean {
  for (let between = sum + 1; between < at; between++)
    if (isMark(tokens, between, ',') || isMark(tokens, between, ';') || isMark(tokens, between, ':'))
      return true;
  return false;
}

function skipSigns(tokens: Tokens, at: number): number {
  let to = at;
  while (
    isMark(tokens, to, ':') ||
    isMark(tokens, to, '~') ||
    isMark(tokens, to, '≈') ||
    isMark(tokens, to, '—') ||
    isMark(tokens, to, '–') ||
    isMark(tokens, to, '(')
  )
    to++;
  return to;
}

function isSeparator(tokens: Tokens, at: number): boolean {
  return (
    at < 0 ||
    [',', '/', ';', ':', '.', '(', '"', '“'].some(mark => isMark(tokens, at, mark)) ||
    JOINS.at(tokens, at) !== null
  );
}

/** Whether a clause begins here: the sentence does, or a mark or "and" stands before. */
function opensClause(tokens: Tokens, at: number): boolean {
  return (
    isSeparator(tokens, at - 1) ||
    isMark(tokens, at - 1, '—') ||
    isMark(tokens, at - 1, '–') ||
    isMark(tokens, at - 1, '*')
  );
}

function closesClause(tokens: Tokens, at: number): boolean {
  return (
    at >= tokens.count ||
    isSeparator(tokens, at) ||
    [')', '—', '–', '"', '”', ']'].some(mark => isMark(tokens, at, mark)) ||
    CLOSERS.at(tokens, at) !== null
  );
}

const CLOSERS = new Vocabulary([
  [true, 'with | by | plus | at | as | when | if | to | while | including | framed | tied'],
]);

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
