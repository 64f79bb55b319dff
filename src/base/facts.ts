import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Source, type Span, source} from './span.ts';

/** Where the package lies, found by walking up: the same from `src/`, from the built library and from the bundle. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'data', 'sessions.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the data folder of parley-desk is missing beside its code');
    folder = parent;
  }
  return folder;
}

/** Reads one file of `data/`, e.g. `readFact('fx.json')`. Every such file names its source and date. */
export function readFact(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), 'data', name), 'utf8'));
}

/** The texts of data/ that places were asked of, and those places: to find one, a file is scanned whole. */
const TEXTS = new Map<string, Source>();
const PLACES = new Map<string, Span>();

/**
 * Where a value stands in a file of `data/`: `factPlace('sessions.json', ['days', 0, 'minutes'])`. Throws where the file has
 * no such value, which is a mistake of ours.
 */
export function factPlace(name: string, path: readonly (string | number)[]): Span {
  const key = [name, ...path].join('\n');
  const place = PLACES.get(key) ?? placeIn(name, path);
  PLACES.set(key, place);
  return place;
}

function placeIn(name: string, path: readonly (string | number)[]): Span {
  const file = `data/${name}`;
  const known = TEXTS.get(name) ?? source(file, readFileSync(join(packageRoot(), 'data', name), 'utf8'));
  TEXTS.set(name, known);
  const {text} = known;
  const from = beginOf(name, text, path);
  return known.span(from, endOf(text, from));
}

/** Where values were found to begin, by file and path: several rates of one day are looked for at once. */
const BEGINS = new Map<string, number>();

/** The offset of the value at `path`, looked for within the value around it. */
function beginOf(name: string, text: string, path: readonly (string | number)[]): number {
  const key = path.at(-1);
  if (key === undefined) return afterSpace(text, 0);
  const place = JSON.stringify([name, ...path]);
  const known = BEGINS.get(place);
  if (known !== undefined) return known;
  const wanted = typeof key === 'string' ? JSON.stringify(key) : null;
  let at = afterSpace(text, beginOf(name, text, path.slice(0, -1)) + 1);
  for (let count = 0; ; count++) {
    if ('}]'.includes(text[at] ?? '}')) throw new Error(`data/${name} has no ${path.join('.')}`);
    let found = count === key;
    if (wanted !== null) {
      found = text.startsWith(wanted, at);
      at = afterSpace(text, afterSpace(text, endOf(text, at)) + 1);
    }
    if (found) break;
    at = afterSpace(text, endOf(text, at));
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
  BEGINS.set(place, at);
  return at;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const FACT_VALUE = /[^\s,\]}]+/y;
const BRACKET = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/** The end of the value that begins at `at`. */
function endOf(text: string, at: number): number {
  const first = text[at] ?? '';
  if (first !== '{' && first !== '[') return matchEnd(first === '"' ? STRING : FACT_VALUE, text, at);
  let depth = 0;
  for (let end = matchEnd(BRACKET, text, at); end > 0; end = matchEnd(BRACKET, text, end)) {
    const last = text[end - 1] ?? '';
    if ('{['.includes(last)) depth++;
    else if ('}]'.includes(last) && --depth === 0) return end;
  }
  return text.length;
}

/** Where the next match from `at` on ends; 0 where there is none. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
