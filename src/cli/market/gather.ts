import {readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import {
  cacheFile,
  cacheFolder,
  guideFiles,
  hashOf,
  isSame,
  NO_MEMORY,
  readMany,
  recall,
  type Remembered,
  remember,
  type Shelved,
  shelved,
} from '../../desk/index.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {shortRun} from '../pace.ts';
import {progress} from '../reading/index.ts';

/** The guides in some folders, in order of their paths, and how they came to be known. */
export interface Gathered {
  readonly guides: readonly Shelved[];
  /** Markdown files looked at, guides or not. */
  readonly files: number;
  /** Files that were read now; the others were remembered. */
  readonly read: number;
}

/**
 * Every guide in `folders`, as what the market keeps of it; a path to a file is that file. With `cache`, a file that has
 * not changed since it was last read is not read again: size and time tell, and the hash of its bytes where those have
 * changed. What cannot be read, or was named and is no guide, is said and ends the command with 3; the rest is answered
 * from.
 */
export async function gather(
  context: Context,
  folders: readonly string[],
  cache: boolean,
): Promise<Gathered> {
  const {files, named, closed} = guideFiles(folders);
  sayFindings(context, closed);
  if (closed.length > 0) context.exit(EXIT.input);
  const path = cache
    ? cacheFile(
        cacheFolder(process.env),
        'market',
        folders.map(folder => resolve(folder)),
      )
    : null;
  const memory = path === null ? NO_MEMORY : recall(path);
  const known = new Map<string, Remembered>();
  const anew: string[] = [];
  const started = Date.now();
  const stamps = new Map<string, Stamp>();
  let touched = files.length !== memory.files.size;
  for (const file of files) {
    const stamp = stampOf(file);
    const before = memory.files.get(resolve(file));
    stamps.set(file, stamp);
    if (before !== undefined && isSame(before, stamp, memory.written)) known.set(file, before);
    else if (before !== undefined && before.hash === contentHash(file, stamp)) {
      known.set(file, {...before, ...stamp});
      touched = true;
    } else anew.push(file);
  }
  await readAnew(context, anew, stamps, known);
  if (path !== null && (touched || anew.length > 0)) {
    const kept = new Map([...known].map(([file, one]) => [resolve(file), one]));
    remember(path, {files: kept, written: started});
  }
  const guides = files.flatMap(file => {
    const line = known.get(file)?.line ?? null;
    const guide = line === null ? null : shelved(line, file);
    if (guide === null && named.has(file) && known.has(file)) {
      context.talk(`${file} is no guide`);
      context.exit(EXIT.input);
    }
    return guide === null ? [] : [guide];
  });
  return {guides, files: files.length, read: anew.length};
}

async function readAnew(
  context: Context,
  files: readonly string[],
  stamps: ReadonlyMap<string, Stamp>,
  known: Map<string, Remembered>,
): Promise<void> {
  const bar = progress(process.stderr, files.length, () => performance.now());
  // before the reading: a file that changes meanwhile is then read again the next time
  const hashes = new Map(files.map(file => [file, contentHash(file, stamps.get(file) ?? NO_FILE)]));
  const wanted = {today: context.today, print: 'listing', findings: false} as const;
  const {threads} = context.world;
  shortRun(process.versions.v8);
  for await (const {file, line, unreadable} of readMany(files, wanted, threads, done => bar.done(done))) {
    if (unreadable.length > 0) {
      bar.clear();
      sayFindings(context, unreadable);
      context.exit(EXIT.input);
      continue;
    }
    const stamp = stamps.get(file);
    const hash = hashes.get(file);
    if (stamp !== undefined && hash !== undefined) known.set(file, {...stamp, hash, line});
  }
  bar.clear();
}

/** What the system says of a file without opening it; no size for what is none. */
interface Stamp {
  readonly size: number;
  readonly changed: number;
}

const NO_FILE: Stamp = {size: -1, changed: 0};

/** Of no size where it is no file, or cannot be looked at: reading it will say why. */
function stampOf(file: string): Stamp {
  try {
    const stat = statSync(file);
    return stat.isFile() ? {size: stat.size, changed: stat.mtimeMs} : NO_FILE;
  } catch {
    return NO_FILE;
  }
}

/** Empty where it cannot be read: reading it will say why. A pipe is not opened, for nobody may ever write into it. */
function contentHash(file: string, {size}: Stamp): string {
  if (size < 0) return '';
  try {
    return hashOf(readFileSync(file));
  } catch {
    return '';
  }
}
