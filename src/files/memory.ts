import {createHash} from 'node:crypto';
import {readFileSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {isAbsolute, join} from 'node:path';
import {programPrint} from './program.ts';
import {writeAtomic} from './write.ts';

/** What is remembered of one file: what it was when it was read, and what was made of it. */
export interface Remembered {
  readonly size: number;
  /** Milliseconds, as the system has them. */
  readonly changed: number;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** One line, or null where the file gave nothing. */
  readonly line: string | null;
}

export interface Memory {
  readonly files: ReadonlyMap<string, Remembered>;
  /** When it was written, in milliseconds: a file that changed just before may have changed again unseen. */
  readonly written: number;
}

export const NO_MEMORY: Memory = {files: new Map(), written: 0};

/** Counts up when the lines themselves change their shape. */
const FORMAT = 1;
/** File systems tell times no finer than this, in milliseconds. */
const COARSE = 2000;

/** `$XDG_CACHE_HOME/parley`, else `~/.cache/parley`; a relative XDG_CACHE_HOME counts as none, as its specification has it. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['XDG_CACHE_HOME'];
  return join(named !== undefined && isAbsolute(named) ? named : join(homedir(), '.cache'), 'parley');
}

/**
 * The cache file for what is read under `roots`. Its name holds all that would make it another: so a reader of another
 * version, or another folder, never finds it.
 */
export function cacheFile(folder: string, kind: string, roots: readonly string[]): string {
  const name = hashOf(JSON.stringify([FORMAT, programPrint(), roots])).slice(0, 24);
  return join(folder, `${kind}-${name}.cache`);
}

/** What was remembered at `path`. A file that is missing, torn, altered or of another make is as good as none. */
export function recall(path: string): Memory {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    const head = JSON.parse(text.slice(0, end)) as {written?: unknown; hash?: unknown};
    if (typeof head.written !== 'number' || head.hash !== hashOf(body)) return NO_MEMORY;
    const files = new Map<string, Remembered>();
    for (const row of body.split('\n')) {
      if (row === '') continue;
      const [name, size, changed, hash] = row.split('\t', 4);
      if (name === undefined || size === undefined || changed === undefined || hash === undefined)
        return NO_MEMORY;
      const line = row.slice(name.length + size.length + changed.length + hash.length + 4);
      files.set(JSON.parse(name) as string, {
        size: Number(size),
        changed: Number(changed),
        hash,
        line: line === '' ? null : line,
      });
    }
    return {files, written: head.written};
  } catch (error) {
    // What cannot be read is read again from its source; anything but that is a fault of ours.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return NO_MEMORY;
    throw error;
  }
}

/** Writes what is to be remembered, whole or not at all. Where that fails, the next run takes longer: no more is lost. */
export function remember(path: string, {files, written}: Memory): boolean {
  const body = [...files]
    .map(([name, {size, changed, hash, line}]) =>
      [JSON.stringify(name), size, changed, hash, line ?? ''].join('\t'),
    )
    .join('\n');
  return writeAtomic(path, `${JSON.stringify({written, hash: hashOf(body)})}\n${body}`).length === 0;
}

/** Whether size and time alone say that the file is the one remembered. */
export function isSame(known: Remembered, now: {size: number; changed: number}, written: number): boolean {
  return known.size === now.size && known.changed === now.changed && known.changed < written - COARSE;
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What the system says of a file without opening it; no size for what is none. */
export interface Stamp {
  readonly size: number;
  readonly changed: number;
}

export const NO_FILE: Stamp = {size: -1, changed: 0};

/** Of no size where it is no file, or cannot be looked at: reading it will say why. */
export function stampOf(file: string): Stamp {
  try {
    const stat = statSync(file);
    return stat.isFile() ? {size: stat.size, changed: stat.mtimeMs} : NO_FILE;
  } catch {
    return NO_FILE;
  }
}

/** Empty where it cannot be read: reading it will say why. A pipe is not opened, for nobody may ever write into it. */
export function contentHash(file: string, {size}: Stamp): string {
  if (size < 0) return '';
  try {
    return hashOf(readFileSync(file));
  } catch {
    return '';
  }
}
