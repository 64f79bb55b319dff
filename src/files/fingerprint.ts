import {createHash} from 'node:crypto';
import {closeSync, openSync, readdirSync, readlinkSync, readSync, realpathSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {glob} from './glob.ts';
import {errorCode} from './text-file.ts';

/** Beyond so many files, or so many bytes in all, looking whether anything changed takes as long as reading it. */
const MOST_FILES = 20_000;
const MOST_BYTES = 4e9;

/** What lies at a place: its kind or the system's word for why it cannot be seen, where a link leads, and a file's bytes. */
interface Entry {
  readonly name: string;
  readonly is: string;
  readonly file?: {readonly path: string; readonly size: number};
}

/** Every byte of a folder and of what its links lead to, as a digest; null of a folder too large for it. */
export function folderPrint(
  folder: string,
  isLeftOut: (name: string) => boolean = () => false,
): string | null {
  return printOf(entriesIn(folder, '', [], isLeftOut));
}

/** The same of the files that patterns of whole paths name: `/var/log/deploy/*.json`. */
export function filesPrint(patterns: readonly string[]): string | null {
  return printOf(
    patterns.flatMap((pattern): Entry[] => {
      const found = glob('/', pattern);
      const files = found.ok ? found.files : [];
      return [{name: pattern, is: 'pattern'}, ...files.flatMap(({path}) => [...entryAt(path, path, [])])];
    }),
  );
}

function printOf(entries: Iterable<Entry>): string | null {
  const hash = createHash('sha256');
  let [files, bytes] = [0, 0];
  for (const {name, is, file} of entries) {
    files++;
    bytes += file?.size ?? 0;
    if (files > MOST_FILES || bytes > MOST_BYTES) return null;
    const digest = file && attempt(() => digestOf(file.path));
    hash.update(`${JSON.stringify([name, is, digest])}\n`);
  }
  return hash.digest('hex');
}

/** `above` holds the folders that it lies in: a link to one of them would lead round in circles. */
function* entryAt(path: string, name: string, above: readonly string[]): Generator<Entry> {
  const stat = attempt(() => statSync(path));
  if (typeof stat === 'string') yield {name, is: stat};
  else if (stat.isDirectory()) yield* entriesIn(path, name, above, () => false);
  else if (stat.isFile()) yield {name, is: 'file', file: {path, size: stat.size}};
  // A device or a pipe is never opened: nothing of a case is read from one.
  else yield {name, is: 'neither file nor folder'};
}

function* entriesIn(
  folder: string,
  name: string,
  above: readonly string[],
  isLeftOut: (name: string) => boolean,
): Generator<Entry> {
  const real = attempt(() => realpathSync(folder));
  const found = attempt(() => readdirSync(folder, {withFileTypes: true}));
  yield {name, is: typeof found === 'string' ? found : 'folder'};
  if (typeof found === 'string' || above.includes(real)) return;
  for (const one of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isLeftOut(one.name)) continue;
    const [path, inner] = [join(folder, one.name), `${name}/${one.name}`];
    if (one.isSymbolicLink()) yield {name: inner, is: `link to ${attempt(() => readlinkSync(path))}`};
    yield* entryAt(path, inner, [...above, real]);
  }
}

/** What the system gives, or its word for why it does not. */
function attempt<T>(of: () => T): T | string {
  try {
    return of();
  } catch (error) {
    return errorCode(error);
  }
}

const CHUNK = Buffer.allocUnsafe(1 << 18);

/** In chunks, since exports may be larger than memory. */
function digestOf(path: string): string {
  const hash = createHash('sha256');
  const fd = openSync(path, 'r');
  try {
    for (let read = readSync(fd, CHUNK); read > 0; read = readSync(fd, CHUNK))
      hash.update(CHUNK.subarray(0, read));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
