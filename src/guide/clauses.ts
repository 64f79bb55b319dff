import type {Page, TextRange} from './blocks.ts';
import {hitsIn} from './hits.ts';
import type {Band} from './types.ts';

type Mode = 'anchor' | 'accept' | 'walkAway' | 'competing' | 'other';

/** A stretch of the strategy that does one thing with its figures, for one region or level. */
export interface StrategyClause extends TextRange {
  readonly mode: Mode;
  /** The region or level it speaks of; null where it names none. */
  readonly scope: string | null;
}

/** What the words do with the figures behind them, up to the next such words. In order: the first match at a place wins. */
const MODES: readonly (readonly [Mode, string])[] = [
  [
    'accept',
    'walk-away floor:[\\s\uFEFF]*accept at|accept(?:[- ]at(?:[\\s\uFEFF]+floor)?|[\\s\uFEFF]+floor)(?:[\\s\uFEFF]+(?:is|should be|of))?',
  ],
  [
    'accept',
    "(?:do not|don't|never|won't|not)[\\s\uFEFF]+accept[\\s\uFEFF]+(?:anything[\\s\uFEFF]+)?(?:below|under|less than|lower than)",
  ],
  [
    'walkAway',
    'walk(?:ing)?[- ]away(?:[\\s\uFEFF]+(?:floor|point|number|threshold))?|walk[\\s\uFEFF]+(?:below|if|at)\\b',
  ],
  [
    'accept',
    'accept(?:ing)?[\\s\uFEFF]+(?:no[\\s\uFEFF]+(?:lower|less)[\\s\uFEFF]+than|if|only|a[\\s\uFEFF]+(?:minimum|floor)|minimum|above|anything)|(?<!\\bbonus[\\s\uFEFF]+)\\bfloor\\b(?=[\\s\uFEFF]+(?:(?:is|of|at|should|for)\\b|[$£€₹])|:)|\\bsettle[\\s\uFEFF]+for[\\s\uFEFF]+no[\\s\uFEFF]+less\\b|\\bbottom[\\s\uFEFF]+line\\b|\\b(?:never|not)[\\s\uFEFF]+go[\\s\uFEFF]+below\\b|\\bminimum[\\s\uFEFF]+acceptable\\b|accept[\\s\uFEFF]+at\\b|accept(?=[\\s\uFEFF]+[$£€\\d])',
  ],
  [
    'competing',
    'competing|\\bi[\\s\uFEFF]+have[\\s\uFEFF]+an?(?=[\\s\uFEFF]+[$£€₹])|(?<!\\b(?:the|your|this|initial|current)[\\s\uFEFF]+)\\boffers?[\\s\uFEFF]+(?:from|at|with)\\b|\\bholding\\b(?![\\s\uFEFF]+(?:firm|steady|out)\\b)|\\bi hold\\b|\\bleverage\\b',
  ],
  [
    'other',
    'will[\\s\uFEFF]+counter|(?<!initial |your |opening |first )counters?\\b|countered|counter-?offers?|if[\\s\uFEFF]+(?:the[\\s\uFEFF]+)?(?:initial|first|final|base|offer)|current[\\s\uFEFF]+offer|currently|current[\\s\uFEFF]+(?:comp|salary|base|tc)|\\bunless\\b',
  ],
  [
    'anchor',
    '(?<=^["“]?(?:For|In) [^,]{2,40}, )(?:push(?:ing)?[\\s\uFEFF]+for|negotiate(?=[\\s\uFEFF]+(?:\\S+[\\s\uFEFF]+){0,2}at[\\s\uFEFF]+[$£€₹]))',
  ],
  [
    'other',
    '\\bpush(?:ing)?[\\s\uFEFF]+(?:for|back|hard|options|equity|rsus?)|(?<!\\ba[\\s\uFEFF]+)\\brequest\\b|\\bdemand\\b|\\bnegotiate\\b|\\bask for\\b|\\binsist\\b|\\bsecure\\b|\\blayer\\b|\\bcite\\b|\\bciting\\b|\\bbenchmark\\b|\\breference\\b|\\bemphasi[sz]e\\b|\\bframe\\b|\\bpays?\\b|\\brange is\\b|\\bunlock|\\bcan add\\b|(?<!\\band[\\s\uFEFF]+)\\badding\\b|\\brevenue\\b(?!-)|\\bflexible\\b|\\bhighlight|\\bpresent\\b',
  ],
  [
    'anchor',
    "\\banchor(?:ed|ing)?\\b|\\bopen(?:ing)?\\b(?:[\\s\uFEFF]+\\w+ly)?(?=[\\s\uFEFF]+(?:at|with|your|the|by|ask)\\b)|\\bstart(?:ing)?\\b(?=[\\s\uFEFF]+(?:at|with|your|the|by|from)\\b)|(?<!(?:[\\d%][KM]?\\+?|\\bbonus)[\\s\uFEFF]+)\\btarget(?:ing)?\\b(?![\\s\uFEFF]+(?:bonus|of\\b))|\\btotal[\\s\uFEFF]+target\\b|\\bbonus[\\s\uFEFF]+target:|\\btarget[\\s\uFEFF]+of\\b|\\bi(?:'d)?[\\s\uFEFF]+need\\b|\\bi'd(?:[\\s\uFEFF]+also)?[\\s\uFEFF]+(?:like|want|love)\\b|\\bi[\\s\uFEFF]+would[\\s\uFEFF]+like\\b|\\bi'm[\\s\uFEFF]+(?:looking|asking|requesting|seeking)|\\bi[\\s\uFEFF]+believe\\b|\\bto[\\s\uFEFF]+align[\\s\uFEFF]+with\\b|\\bpush(?:ing)?[\\s\uFEFF]+(?:the[\\s\uFEFF]+|your[\\s\uFEFF]+)?base[\\s\uFEFF]+(?:salary[\\s\uFEFF]+)?to\\b|(?<!floor|at|if|offer):(?=[\\s\uFEFF]*[$£€₹]\\[?\\d[\\d,.KM\\]–-]{0,16}\\+?[\\s\uFEFF]+base\\b)|\\bpush[\\s\uFEFF]+to\\b|\\bi[\\s\uFEFF]+want\\b|\\bto[\\s\uFEFF]+join:|\\bwe[\\s\uFEFF]+c(?:ould|an)[\\s\uFEFF]+(?:get[\\s\uFEFF]+there|reach|achieve)\\b|\\bspecifically:|\\blooking[\\s\uFEFF]+for\\b|\\bi[\\s\uFEFF]+expect\\b|\\bi[\\s\uFEFF]+propose\\b|\\bpropose\\b|\\baim\\b",
  ],
];
const WORDS = new RegExp(MODES.map(([, words]) => `(${words})`).join('|'), 'gi');

/** Cuts the strategy into clauses: a new one at each word that says what is done, and at each semicolon. */
export function clausesOf(
  page: Page,
  sentences: readonly TextRange[],
  bands: readonly Band[],
  fixed: string | null,
): StrategyClause[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  const whole = first === undefined || last === undefined ? '' : page.bare.slice(first.from, last.to);
  const places = placesOf(bands, whole);
  const clauses: StrategyClause[] = [];
  let held: string | null = fixed;
  let countered = false;
  for (const sentence of sentences) {
    const text = page.bare.slice(sentence.from, sentence.to);
    const spoken = countered ? modesIn(withoutRemarks(text)).map(asked) : modesIn(withoutRemarks(text));
    const cuts = [...spoken, ...semicolonsIn(text)].sort((a, b) => a.at - b.at);
    countered ||= /\bwill[\s\uFEFF]+(?:likely[\s\uFEFF]+)?counter\b/i.test(text);
    let mode: Mode = 'other';
    let from = 0;
    const parts: {from: number; to: number; mode: Mode}[] = [];
    for (const cut of [...cuts, {at: text.length, mode: 'other' as Mode}]) {
      if (cut.at > from) parts.push({from, to: cut.at, mode});
      mode = cut.mode ?? mode;
      from = cut.at;
    }
    for (const part of parts) {
      const pieces = scoped(text, part, places, held);
      // a rival's name or town is nobody's region
      if (part.mode !== 'competing') held = fixed ?? heldBehind(pieces);
      for (const piece of pieces) {
        clauses.push({
          from: sentence.from + piece.from,
          to: sentence.from + piece.to,
          mode: part.mode,
          scope: fixed ?? piece.scope,
        });
      }
    }
  }
  return clauses;
}

interface ModeCut {
  readonly at: number;
  /** Null where the clause goes on with what it did, for another region. */
  readonly mode: Mode | null;
  /** "Push to": behind the counter an employer is said to make, no opening any more. */
  readonly later?: boolean;
}

/** What is asked once the employer has countered opens nothing. */
function asked(cut: ModeCut): ModeCut {
  return cut.later === true && cut.mode === 'anchor' ? {...cut, mode: 'other'} : cut;
}

function semicolonsIn(text: string): ModeCut[] {
  return text.includes(';') ? hitsIn(text, /;/g).map(({index}) => ({at: index, mode: null})) : [];
}

function modesIn(text: string): ModeCut[] {
  const cuts: ModeCut[] = [];
  WORDS.lastIndex = 0;
  for (let hit = WORDS.exec(text); hit !== null; hit = WORDS.exec(text)) {
    let group = 1;
    while (group < hit.length && hit[group] === undefined) group++;
    const mode = MODES[group - 1]?.[0] ?? 'other';
    // a name may stand behind the second of two such words: "I have a $260K offer from …"
    if (mode !== 'competing' || cuts.at(-1)?.mode !== 'competing')
      cuts.push({at: hit.index, mode, later: /^push/i.test(hit[0])});
  }
  // "If they counter at $250K, I'd propose …" answers them: it opens nothing
  const answers = /^["“*\s\uFEFF]*if\b/i.test(text) && cuts[0]?.mode === 'other';
  return answers ? cuts.map(cut => (cut.mode === 'anchor' ? {...cut, mode: 'other' as const} : cut)) : cuts;
}

/** A region or level by the names it goes by in a strategy. */
interface Place {
  readonly name: string;
  readonly names: readonly string[];
  /** Its names where a strategy speaks of it: behind "for" or "in", in brackets, or right behind a sum. */
  readonly mention: () => RegExp;
}

/** The regions and levels of the table that a strategy speaks of. */
function placesOf(bands: readonly Band[], strategy: string): Place[] {
  const places = new Map<string, readonly string[]>();
  let row: string | null = null;
  for (const {region, level} of bands) {
    const city = region === row ? '' : region.replace(/\s*\([^()]*\)\s*$/, '').trim();
    row = region;
    if (city !== '' && !places.has(city)) places.set(city, aliasesOf(city));
    if (level !== null && !places.has(level)) places.set(level, [level]);
  }
  const codes = codesIn(strategy);
  return [...places].flatMap(([city, aliases]) => {
    const coded = codes.filter(code => abbreviates(code, city));
    const alone = coded.filter(code => [...places.keys()].filter(one => abbreviates(code, one)).length === 1);
    const names = [...aliases, ...alone].filter(name => strategy.includes(name));
    return names.length === 0 ? [] : [placeOf(shownAs(city, names, [...places.keys()]), names)];
  });
}

/** The region or level that words name anywhere; the longest name wins. Null where they name none. */
export function placeNamedIn(bands: readonly Band[], words: string): string | null {
  const found = placesOf(bands, words).toSorted((a, b) => longest(b.names) - longest(a.names));
  return found[0]?.name ?? null;
}

function longest(names: readonly string[]): number {
  return Math.max(...names.map(({length}) => length));
}

function placeOf(name: string, names: readonly string[]): Place {
  let mention: RegExp | undefined;
  return {name, names, mention: () => (mention ??= mentionOf(names))};
}

/** "Dallas TX" goes by "Dallas" where the strategy calls it so and no other region begins with that. */
function shownAs(city: string, names: readonly string[], cities: readonly string[]): string {
  if (names.includes(city)) return city;
  const starts = names.filter(
    name => city.startsWith(name) && cities.every(one => one === city || !one.startsWith(name)),
  );
  return starts.reduce((one, name) => (name.length > one.length ? name : one), '') || city;
}

/** Capitals alone in brackets: "(JAX)". */
function codesIn(strategy: string): string[] {
  return strategy.includes('(')
    ? hitsIn(strategy, /\([A-Z]{2,4}\)/g).map(({0: code}) => code.slice(1, -1))
    : [];
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

/** "Bay Area / Sunnyvale" is also each half; "New York City" also "New York", "NYC" and "NY". */
function aliasesOf(city: string): string[] {
  const halves = city.includes('/') ? city.split(/\s*\/\s*/) : [];
  const words = city.replace(/,.*$/, '').split(/\s+/);
  const initials = words.length > 1 ? words.map(word => word[0]).join('') : '';
  const names = [city, city.replace(/,.*$/, ''), ...halves, city.replace(/ City$| HQ$|,? [A-Z]{2}$/, '')];
  if (city.startsWith('New York')) names.push('NYC', 'NY', 'New York', 'New York City');
  if (city.startsWith('San Francisco')) names.push('SF', 'San Francisco', 'Bay Area');
  if (/^[A-Z]{2,3}$/.test(initials)) names.push(initials);
  return [...new Set(names.map(name => name.trim()).filter(name => name.length > 1))];
}

/** A stretch of a clause that is of one region; `trailing` where the region is named behind the sums. */
interface Piece extends TextRange {
  readonly scope: string | null;
  readonly trailing: boolean;
}

/** Cuts a clause where its regions change. A region leads ("For Zurich, anchor at …") or follows ("$240K for New York"). */
function scoped(text: string, part: TextRange, places: readonly Place[], held: string | null): Piece[] {
  const words = text.slice(part.from, part.to);
  const found = mentionsIn(text, part, places);
  const first = found[0];
  if (first === undefined) return [{from: part.from, to: part.to, scope: held, trailing: false}];
  const figure = part.from + Math.max(0, words.search(/[$£€₹₪¥]|\b[A-Z]{3}\b\s?\d|\d{2}/));
  const pieces: Piece[] = [];
  if (first.from < figure || !/\d/.test(words)) {
    if (first.from > part.from) pieces.push({from: part.from, to: first.from, scope: held, trailing: false});
    found.forEach((one, at) =>
      pieces.push({from: one.from, to: found[at + 1]?.from ?? part.to, scope: one.name, trailing: false}),
    );
    return pieces;
  }
  let from = part.from;
  for (const one of found) {
    pieces.push({from, to: one.to, scope: one.name, trailing: true});
    from = one.to;
  }
  // what follows a list of regions is of all of them: "$A base (Boston) or $B base (Leeds) with a $C grant"
  const behind = new Set(found.map(({name}) => name)).size > 1 ? null : first.name;
  if (from < part.to) pieces.push({from, to: part.to, scope: behind, trailing: false});
  return pieces;
}

/** The region that goes on being spoken of behind a clause: none behind a list of regions that each follow a sum. */
function heldBehind(pieces: readonly Piece[]): string | null {
  const last = pieces.at(-1);
  const listed = new Set(pieces.filter(({trailing}) => trailing).map(({scope}) => scope)).size > 1;
  return listed ? null : (last?.scope ?? null);
}

function mentionOf(aliases: readonly string[]): RegExp {
  const names = [...aliases]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  return new RegExp(
    `(?:(?<=(?:\\d[KML]?\\+?|\\b(?:base|comp|TC|total|options|RSUs?)))[\\s\uFEFF]+(?=[A-Z])|\\b(?:[Ff]or|[Ii]n)[\\s\uFEFF]+(?:the[\\s\uFEFF]+|a[\\s\uFEFF]+)?|\\(|[—–-][\\s\uFEFF]|[:/,][\\s\uFEFF]*(?=\\S+(?:\\s\\S+)?[\\s\uFEFF]+(?:[$£€₹]|[A-Z]{1,3}\\$?\\s?\\d)))(?:${names})(?![\\w$]|\\.\\w)`,
    'g',
  );
}

function mentionsIn(text: string, part: TextRange, places: readonly Place[]): (TextRange & {name: string})[] {
  const words = text.slice(part.from, part.to);
  const found = places
    .filter(({names}) => names.some(name => words.includes(name)))
    .flatMap(({name, mention}) =>
      hitsIn(words, mention()).map(({index, 0: all}) => ({
        name,
        from: part.from + index,
        to: part.from + index + all.length,
      })),
    );
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((one, at) => at === 0 || one.from >= (found[at - 1]?.to ?? 0));
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "(base + bonus + 5% of the grant)" explains a word and states no sum: blanked, at the same length. */
export function withoutRemarks(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, words =>
    /[$£€₹₪¥]|\b[A-Z]{3}\s?\d|\d+\s?[KM]\b/.test(words) ? words : ' '.repeat(words.length),
  );
}
