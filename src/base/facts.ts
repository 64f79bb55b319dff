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
  let at = 0;
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  /** The end of the value that begins at `at`. */
  const end = (): number => {
    const first = text[at] ?? '';
    if (first === '"') return at + (/^"(?:[^"\\]|\\.)*"/.exec(text.slice(at))?.[0].length ?? 1);
    if (first !== '{' && first !== '[') return at + (/^[^\s,\]}]+/.exec(text.slice(at))?.[0].length ?? 1);
    let depth = 0;
    for (const found of text.slice(at).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
      if ('{['.includes(found[0])) depth++;
      else if ('}]'.includes(found[0]) && --depth === 0) return at + found.index + 1;
    }
    return text.length;
  };
  for (const key of path) {
    space();
    at++;
    for (let count = 0; ; count++) {
      space();
      if ('}]'.includes(text[at] ?? '}')) throw new Error(`data/${name} has no ${path.join('.')}`);
      const named = typeof key === 'string' ? text.slice(at, end()) : count;
      if (typeof key === 'string') {
        at = end();
        space();
        at++;
        space();
      }
      if (named === (typeof key === 'string' ? JSON.stringify(key) : key)) break;
      at = end();
      space();
      if (text[at] === ',') at++;
    }
  }
  return known.span(at, end());
}
