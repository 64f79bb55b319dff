import type {Page, Stretch} from './blocks.ts';
import {hitsIn} from './hits.ts';
import type {Band} from './types.ts';

type Mode = 'anchor' | 'accept' | 'walkAway' | 'competing' | 'other';

/** A stretch of the strategy that does one thing with its figures, for one region or level. */
export interface Clause extends Stretch {
  readonly mode: Mode;
  /** The region or level it speaks of; null where it names none. */
  readonly scope: string | null;
}

/** What the words do with the figures behind them, up to the next such words. In order: the first match at a place wins. */
const MODES: readonly (readonly [Mode, string])[] = [
  [
    'accept',
    'walk-away floor:[\\s\uFEFF]*accept at|accept[- ]at(?:[\\s\uFEFF]+floor)?(?:[\\s\uFEFF]+(?:is|should be|of))?',
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
    'accept(?:ing)?[\\s\uFEFF]+(?:no[\\s\uFEFF]+(?:lower|less)[\\s\uFEFF]+than|if|only|a[\\s\uFEFF]+(?:minimum|floor)|minimum|above|anything)|\\bfloor\\b(?=[\\s\uFEFF]+(?:is|of|at|should|for)\\b|:)|accept[\\s\uFEFF]+at\\b|accept(?=[\\s\uFEFF]+[$£€\\d])',
  ],
  ['competing', 'competing|\\boffers?[\\s\uFEFF]+(?:from|at)\\b|\\bholding\\b|\\bi hold\\b|\\bleverage\\b'],
  [
    'other',
    'will[\\s\uFEFF]+counter|(?<!initial |your |opening |first )counters?\\b|countered|counter-?offers?|if[\\s\uFEFF]+(?:the[\\s\uFEFF]+)?(?:initial|first|final|base|offer)|current[\\s\uFEFF]+offer|currently|current[\\s\uFEFF]+(?:comp|salary|base|tc)',
  ],
  ['anchor', '(?<=^["“]?(?:For|In) [^,]{2,40}, )push(?:ing)?[\\s\uFEFF]+for'],
  [
    'other',
    '\\bpush(?:ing)?[\\s\uFEFF]+(?:for|back|hard|options|equity|rsus?)|\\brequest\\b|\\bdemand\\b|\\bnegotiate\\b|\\bask for\\b|\\binsist\\b|\\bsecure\\b|\\blayer\\b|\\bcite\\b|\\bciting\\b|\\bbenchmark\\b|\\breference\\b|\\bemphasi[sz]e\\b|\\bframe\\b|\\bpays?\\b|\\brange is\\b|\\bunlock|\\bcan add\\b|\\badding\\b|\\brevenue\\b(?!-)|\\bflexible\\b|\\bhighlight|\\bpresent\\b',
  ],
  [
    'anchor',
    "\\banchor(?:ed|ing)?\\b|\\bopen(?:ing)?\\b(?=[\\s\uFEFF]+(?:at|with|your|the|by|ask)\\b)|\\bstart(?:ing)?\\b(?=[\\s\uFEFF]+(?:at|with|your|the|by|from)\\b)|\\btarget(?:ing)?\\b(?![\\s\uFEFF]+(?:bonus|of\\b))|\\btotal[\\s\uFEFF]+target\\b|\\btarget[\\s\uFEFF]+of\\b|\\bi(?:'d)?[\\s\uFEFF]+need\\b|\\bi'd[\\s\uFEFF]+(?:like|want|love)\\b|\\bi[\\s\uFEFF]+would[\\s\uFEFF]+like\\b|\\bi'm[\\s\uFEFF]+(?:looking|asking|requesting|seeking)|\\bi[\\s\uFEFF]+believe\\b|\\bto[\\s\uFEFF]+align[\\s\uFEFF]+with\\b|\\bpush(?:ing)?[\\s\uFEFF]+(?:the[\\s\uFEFF]+|your[\\s\uFEFF]+)?base[\\s\uFEFF]+(?:salary[\\s\uFEFF]+)?to\\b|(?<!floor|at|if|offer):(?=[\\s\uFEFF]*[$£€₹]\\[?\\d[\\d,.]{0,12}[KM]?\\+?[\\s\uFEFF]+base\\b)|\\bpush[\\s\uFEFF]+to\\b|\\bi[\\s\uFEFF]+want\\b|\\bto[\\s\uFEFF]+join:|\\blooking[\\s\uFEFF]+for\\b|\\bi[\\s\uFEFF]+expect\\b|\\bi[\\s\uFEFF]+propose\\b|\\bpropose\\b|\\baim\\b",
  ],
];
const WORDS = new RegExp(MODES.map(([, words]) => `(${words})`).join('|'), 'gi');

/** Cuts the strategy into clauses: a new one at each word that says what is done, and at each semicolon. */
export function clausesOf(
  page: Page,
  sentences: readonly Stretch[],
  bands: readonly Band[],
  fixed: string | null,
): Clause[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  const whole = first === undefined || last === undefined ? '' : page.bare.slice(first.from, last.to);
  const places = placesOf(bands).filter(({names}) => names.some(name => whole.includes(name)));
  const clauses: Clause[] = [];
  let held: string | null = fixed;
  for (const sentence of sentences) {
    const text = page.bare.slice(sentence.from, sentence.to);
    const cuts = [...modesIn(withoutRemarks(text)), ...semicolonsIn(text)].sort((a, b) => a.at - b.at);
    let mode: Mode = 'other';
    let from = 0;
    const parts: {from: number; to: number; mode: Mode}[] = [];
    for (const cut of [...cuts, {at: text.length, mode: 'other' as Mode}]) {
      if (cut.at > from) parts.push({from, to: cut.at, mode});
      mode = cut.mode ?? mode;
      from = cut.at;
    }
    for (const part of parts) {
      for (const piece of scoped(text, part, places, held)) {
        held = fixed ?? piece.scope;
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
    cuts.push({at: hit.index, mode: MODES[group - 1]?.[0] ?? 'other'});
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

function placesOf(bands: readonly Band[]): Place[] {
  const places = new Map<string, Place>();
  for (const {region, level} of bands) {
    const city = region.replace(/\s*\([^()]*\)\s*$/, '').trim();
    if (city !== '' && !places.has(city)) places.set(city, placeOf(city, aliasesOf(city)));
    if (level !== null && !places.has(level)) places.set(level, placeOf(level, [level]));
  }
  return [...places.values()];
}

function placeOf(name: string, names: readonly string[]): Place {
  let mention: RegExp | undefined;
  return {name, names, mention: () => (mention ??= mentionOf(names))};
}

/** "Bay Area / Sunnyvale" is also each half; "New York City" also "New York", "NYC" and "NY". */
function aliasesOf(city: string): string[] {
  const halves = city.split(/\s*\/\s*/);
  const words = city.replace(/,.*$/, '').split(/\s+/);
  const initials = words.length > 1 ? words.map(word => word[0]).join('') : '';
  const names = [city, city.replace(/,.*$/, ''), ...halves, city.replace(/ City$| HQ$|,? [A-Z]{2}$/, '')];
  if (city.startsWith('New York')) names.push('NYC', 'NY', 'New York', 'New York City');
  if (city.startsWith('San Francisco')) names.push('SF', 'San Francisco', 'Bay Area');
  if (/^[A-Z]{2,3}$/.test(initials)) names.push(initials);
  return [...new Set(names.map(name => name.trim()).filter(name => name.length > 1))];
}

/** Cuts a clause where its regions change. A region leads ("For Zurich, anchor at …") or follows ("$240K for New York"). */
function scoped(
  text: string,
  part: Stretch,
  places: readonly Place[],
  held: string | null,
): (Stretch & {scope: string | null})[] {
  const words = text.slice(part.from, part.to);
  const found = mentionsIn(text, part, places);
  const figure = part.from + Math.max(0, words.search(/[$£€₹₪¥]|\b[A-Z]{3}\b\s?\d|\d{2}/));
  const first = found[0];
  if (first === undefined) return [{...part, scope: held}];
  const pieces: (Stretch & {scope: string | null})[] = [];
  if (first.from < figure || !/\d/.test(words)) {
    if (first.from > part.from) pieces.push({from: part.from, to: first.from, scope: held});
    found.forEach((one, at) =>
      pieces.push({from: one.from, to: found[at + 1]?.from ?? part.to, scope: one.name}),
    );
    return pieces;
  }
  let from = part.from;
  for (const one of found) {
    pieces.push({from, to: one.to, scope: one.name});
    from = one.to;
  }
  if (from < part.to) pieces.push({from, to: part.to, scope: found.at(-1)?.name ?? held});
  return pieces;
}

function mentionOf(aliases: readonly string[]): RegExp {
  const names = [...aliases]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  return new RegExp(
    `(?:(?<=\\d[KML]?\\+?)[\\s\uFEFF]+(?=[A-Z])|\\b(?:[Ff]or|[Ii]n)[\\s\uFEFF]+(?:the[\\s\uFEFF]+|a[\\s\uFEFF]+)?|\\(|[—–-][\\s\uFEFF]|[:/,][\\s\uFEFF]*(?=\\S+(?:\\s\\S+)?[\\s\uFEFF]+(?:[$£€₹]|[A-Z]{1,3}\\$?\\s?\\d)))(?:${names})(?![\\w])`,
    'g',
  );
}

function mentionsIn(text: string, part: Stretch, places: readonly Place[]): (Stretch & {name: string})[] {
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
