import {resolve} from 'node:path';
import {showCount} from '../../base/index.ts';
import type {Finding} from '../../figure/index.ts';
import {
  cacheFile,
  contentHash,
  isSame,
  NO_FILE,
  NO_MEMORY,
  recall,
  remember,
  type Remembered,
  type Stamp,
  stampOf,
} from '../../files/index.ts';
import {guideFiles} from './files.ts';
import {type Shelved, shelved} from './listing.ts';
import {readMany} from './read-many.ts';
import type {World} from '../world.ts';

/** Where what was read of guides is remembered, and the time, in milliseconds since 1970. */
export interface GuideMemory {
  readonly folder: string;
  readonly now: number;
}

/** The guides in some folders, in order of their paths, and how they came to be known. */
export interface Gathered {
  readonly guides: readonly Shelved[];
  /** Markdown files looked at, guides or not. */
  readonly files: number;
  /** Files that were read now; the others were remembered. */
  readonly read: number;
  /** Files that were asked for by name and are no guides. */
  readonly strangers: readonly string[];
  /** What could not be read, and why. */
  readonly findings: readonly Finding[];
}

/**
 * Every guide in `folders`, as what the market keeps of it; a path to a file is that file. With a memory, a file that has
 * not changed since it was last read is not read again: size and time tell, and the hash of its bytes where those have
 * changed.
 */
export async function gather(
  folders: readonly string[],
  memory: GuideMemory | null,
  world: World,
): Promise<Gathered> {
  const {files, named, closed} = guideFiles(folders);
  const roots = folders.map(folder => resolve(folder));
  const path = memory === null ? null : cacheFile(memory.folder, 'market', roots);
  const before = path === null ? NO_MEMORY : recall(path);
  const known = new Map<string, Remembered>();
  const anew: string[] = [];
  const stamps = new Map<string, Stamp>();
  let touched = files.length !== before.files.size;
  for (const file of files) {
    const stamp = stampOf(file);
    const last = before.files.get(resolve(file));
    stamps.set(file, stamp);
    if (last !== undefined && isSame(last, stamp, before.written)) known.set(file, last);
    else if (last !== undefined && last.hash === contentHash(file, stamp)) {
      known.set(file, {...last, ...stamp});
      touched = true;
    } else anew.push(file);
  }
  const unreadable = await readAnew(anew, stamps, known, world);
  if (path !== null && memory !== null && (touched || anew.length > 0)) {
    const kept = new Map([...known].map(([file, one]) => [resolve(file), one]));
    remember(path, {files: kept, written: memory.now});
  }
  const guides = new Map(
    [...known].map(([file, {line}]) => [file, line === null ? null : shelved(line, file)]),
  );
  return {
    guides: files.flatMap(file => guides.get(file) ?? []),
    files: files.length,
    read: anew.length,
    strangers: files.filter(file => named.has(file) && guides.get(file) === null),
    findings: [...closed, ...unreadable],
  };
}

async function readAnew(
  files: readonly string[],
  stamps: ReadonlyMap<string, Stamp>,
  known: Map<string, Remembered>,
  {today, threads, progress}: World,
): Promise<readonly Finding[]> {
  // before the reading: a file that changes meanwhile is then read again the next time
  const hashes = new Map(files.map(file => [file, contentHash(file, stamps.get(file) ?? NO_FILE)]));
  const findings: Finding[] = [];
  const all = showCount(files.length);
  const tell = (done: number) => progress.at(done, files.length, `${showCount(done)} of ${all} files read`);
  const wanted = {today, print: 'listing', findings: false} as const;
  for await (const {file, line, unreadable} of readMany(files, wanted, threads, tell)) {
    findings.push(...unreadable);
    const stamp = stamps.get(file);
    const hash = hashes.get(file);
    if (unreadable.length === 0 && stamp !== undefined && hash !== undefined)
      known.set(file, {...stamp, hash, line});
  }
  return findings;
}
