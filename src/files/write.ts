import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Finding, finding, type Rule, say} from '../figure/index.ts';
import {errorCode} from './text-file.ts';

/**
 * Puts `text` at `path` whole or not at all: written beside it, forced to the disk, then renamed into place. Makes the
 * folder where it is missing, follows a link, keeps the rights of a file that was there. Returns what went wrong; then
 * whatever stood at `path` stands there still, and nothing is left beside it.
 */
export function writeAtomic(path: string, text: string): readonly Finding[] {
  return trying(path, () => {
    makeFolder(dirname(path));
    const target = realTarget(path);
    // A device or a pipe takes text as it comes: renaming a file into its place would do away with it.
    if (target.device) return writeFileSync(target.path, text);
    const folder = dirname(target.path);
    const stage = mkdtempSync(join(folder, '.parley-'));
    try {
      const made = join(stage, 'text');
      create(made, text, target.mode);
      renameSync(made, target.path);
    } finally {
      rmSync(stage, {recursive: true, force: true});
    }
    syncFolder(folder);
  });
}

/** A new file, on the disk to its last byte, or none. */
export function create(path: string, text: string, mode?: number): void {
  const fd = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(fd, mode);
    writeFileSync(fd, text);
    fsyncSync(fd);
  } catch (error) {
    discard(path);
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Runs `write`, and turns an error of the system into a finding about `path`. */
export function trying(path: string, write: () => void): readonly Finding[] {
  try {
    write();
    return [];
  } catch (error) {
    const code = errorCode(error);
    const [rule, why, hint] = WORDS[code] ?? [
      'not-written',
      `the system says ${code}`,
      'check the disk and the path',
    ];
    const mend = hint.replace('FOLDER', dirname(path));
    return [finding(rule, 'error', say`${path} was not written: ${why}`, {hint: mend})];
  }
}

type Words = readonly [rule: Rule, why: string, hint: string];

const DENIED: Words = ['no-permission', 'there is no permission to write there', 'check: ls -ld FOLDER'];
const FULL: Words = [
  'disk-full',
  'the disk is full',
  'make room and run it again: nothing written before is lost',
];

/** What an error code of the system means to somebody who wanted to write. */
const WORDS: Readonly<Record<string, Words>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: ['no-permission', 'the disk is read-only', 'write to another place'],
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: ['disk-full', 'the file would be larger than is allowed here', 'raise the limit: ulimit -f'],
  EEXIST: ['already-there', 'something stands there already', 'choose another place, or move it away'],
  ENOTDIR: ['not-written', 'a part of its path is a file, not a folder', 'choose another place'],
  EISDIR: ['not-written', 'a folder stands in its place', 'move the folder away'],
  ENAMETOOLONG: ['not-written', 'its name is too long', 'choose a shorter one'],
  ELINK: ['not-written', 'it is a link, which is not written through', 'put what it leads to in its place'],
  ENOTFILE: ['not-written', 'it is no file', 'move away what stands in its place'],
  ELOOP: ['not-written', 'its links lead in a circle', 'mend the links'],
};

/** An error under a code that `trying` has words for. */
export function systemError(code: keyof typeof WORDS, path: string): Error {
  return Object.assign(new Error(`${path}: ${code}`), {code});
}

/** Throws where a link stands at `path`, wherever it leads. */
export function refuseLink(path: string): void {
  if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true) throw systemError('ELINK', path);
}

/** Forces the names in a folder to the disk; where the system has no such thing, the file itself is safe all the same. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    errorCode(error);
  }
}

/**
 * A folder with those above it, one by one: where one of them cannot be made, as under /proc, Node's own way tries for
 * ever. Says ENOTDIR where a file stands in its place: the system's EEXIST would read as if `path` existed.
 */
export function makeFolder(folder: string): void {
  const isThere = () => statSync(folder, {throwIfNoEntry: false})?.isDirectory() === true;
  if (isThere()) return;
  if (!existsSync(folder) && dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    // Another program was first.
    if (isThere()) return;
    throw systemError('ENOTDIR', folder);
  }
}

/** Where a link leads, so that it stays a link, with the rights of the file there. */
function realTarget(path: string): {readonly path: string; readonly mode?: number; readonly device: boolean} {
  try {
    const real = realpathSync(path);
    const stat = statSync(real);
    return {path: real, mode: stat.mode & 0o7777, device: stat.isCharacterDevice() || stat.isFIFO()};
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return {path, device: false};
  }
}

/** Takes a file away again that should not have been; the reason why is told by whoever calls. */
export function discard(name: string): void {
  try {
    unlinkSync(name);
  } catch (error) {
    // It may be gone already; the first error is the one to tell.
    errorCode(error);
  }
}
