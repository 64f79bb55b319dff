import {createHash} from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {errorCode} from './text-file.ts';

/** Texts that Parley keeps for itself in one folder. Whatever is wrong with it, an answer takes longer: nothing else changes. */
export interface Cache {
  /** The text that was kept under a name; null where there is none, or anything but the very text that was written. */
  readonly read: (name: string) => string | null;
  readonly write: (name: string, text: string) => void;
}

/** Counts up when what is kept changes its shape. */
const FORMAT = 1;
/** Bytes of one text, a hundred times what facts of the example take. A file above it is none of ours, and is not read. */
const MOST = 8_000_000;
/** Not on Windows, where rights are another matter too. */
const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW;

/**
 * The cache of a folder, `.parley/cache` in it, for its owner alone. A file there begins with a digest of what
 * follows, of the program that wrote it (`program` names its version), and of the very folder it was written in: one that
 * is torn or edited, that another version wrote or that came along with a copy of the folder, is as good as none. Links
 * are not followed. A folder that cannot be written goes without.
 */
export function folderCache(folder: string, program: string): Cache {
  const own = join(folder, '.parley');
  const place = join(own, 'cache');
  const digest = (text: string) =>
    createHash('sha256')
      .update(JSON.stringify([FORMAT, program, identityOf(folder)]))
      .update(text)
      .digest('hex');
  return {
    read: name =>
      attempt(() => {
        if (!isPrivate(own) || !isPrivate(place)) return null;
        const [head = '', ...rest] = (textOf(join(place, name)) ?? '').split('\n');
        const text = rest.join('\n');
        return head === digest(text) ? text : null;
      }),
    write: (name, text) => {
      if (Buffer.byteLength(text) > MOST) return;
      attempt(() => {
        for (const one of [own, place]) makePrivate(one);
        const ignore = join(own, '.gitignore');
        if (!existsSync(ignore)) writeFileSync(ignore, '*\n', {flag: 'wx', mode: 0o600});
        replace(place, name, `${digest(text)}\n${text}`);
        return null;
      });
    },
  };
}

/** What tells this folder from a copy of it, and no case can state: where it lies on its disk. */
function identityOf(folder: string): string {
  const {dev, ino} = statSync(folder, {bigint: true});
  return `${dev} ${ino}`;
}

/** Null where the system does not let us; what is no error of the system is a fault of ours and goes on. */
function attempt<T>(of: () => T): T | null {
  try {
    return of();
  } catch (error) {
    errorCode(error);
    return null;
  }
}

/** A folder, no link to one, in which nobody else can put anything. */
function isPrivate(folder: string): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && isOursAlone(stat.mode);
}

function isOursAlone(mode: number): boolean {
  return NO_FOLLOW === undefined || (mode & 0o077) === 0;
}

/** A link in its place stays, and what is asked to be written into it fails. */
function makePrivate(folder: string): void {
  if (lstatSync(folder, {throwIfNoEntry: false}) === undefined) mkdirSync(folder, {mode: 0o700});
  if (!lstatSync(folder).isDirectory())
    throw Object.assign(new Error(`${folder} is no folder`), {code: 'ENOTDIR'});
  if (!isPrivate(folder)) chmodSync(folder, 0o700);
}

/** A text of ours by its rights and its size; null of anything else. A pipe is not waited for. */
function textOf(path: string): string | null {
  const fd = openSync(path, constants.O_RDONLY | (NO_FOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile() || stat.size > MOST + 100 || !isOursAlone(stat.mode)) return null;
    const bytes = Buffer.alloc(stat.size);
    return bytes.toString('utf8', 0, readSync(fd, bytes, 0, stat.size, 0));
  } finally {
    closeSync(fd);
  }
}

/** Whole or not at all, under a name of its own first: two processes may write at once. A link is replaced, not followed. */
function replace(folder: string, name: string, text: string): void {
  const stage = mkdtempSync(join(folder, 'new-'));
  try {
    writeFileSync(join(stage, name), text, {flag: 'wx', mode: 0o600});
    renameSync(join(stage, name), join(folder, name));
  } finally {
    rmSync(stage, {recursive: true, force: true});
  }
}
