import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
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
    if (target.device) return writeInto(target.path, text);
    const {fd, name} = openBeside(target.path);
    try {
      try {
        if (target.mode !== undefined) fchmodSync(fd, target.mode);
        writeWhole(fd, text);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(name, target.path);
    } catch (error) {
      discard(name);
      throw error;
    }
    syncFolder(dirname(target.path));
  });
}

/** Puts `text` at `path` where nothing stands yet: `already-there` otherwise. A half-written file is taken away again. */
export function writeNew(path: string, text: string): readonly Finding[] {
  return trying(path, () => {
    makeFolder(dirname(path));
    const fd = openSync(path, 'wx');
    try {
      try {
        writeWhole(fd, text);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    } catch (error) {
      discard(path);
      throw error;
    }
    syncFolder(dirname(path));
  });
}

/** Runs `write`, and turns an error of the system into a finding about `path`. */
export function trying(path: string, write: () => void): readonly Finding[] {
  try {
    write();
    return [];
  } catch (error) {
    return [writeFinding(path, errorCode(error))];
  }
}

/** What an error code of the system means to somebody who wanted to write `path`. */
export function writeFinding(path: string, code: string): Finding {
  const refused = (rule: Rule, why: string, hint: string) =>
    finding(rule, 'error', say`${path} was not written: ${why}`, {hint});
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return refused(
        'no-permission',
        'there is no permission to write there',
        `check: ls -ld ${dirname(path)}`,
      );
    case 'EROFS':
      return refused('no-permission', 'the disk is read-only', 'write to another place');
    case 'ENOSPC':
    case 'EDQUOT':
      return refused(
        'disk-full',
        'the disk is full',
        'make room and run it again: nothing written before is lost',
      );
    case 'EFBIG':
      return refused(
        'disk-full',
        'the file would be larger than is allowed here',
        'raise the limit: ulimit -f',
      );
    case 'EEXIST':
      return refused(
        'already-there',
        'something stands there already',
        'choose another place, or move it away',
      );
    case 'ENOTDIR':
      return refused('not-written', 'a part of its path is a file, not a folder', 'choose another place');
    case 'EISDIR':
      return refused('not-written', 'a folder stands in its place', 'move the folder away');
    case 'ENAMETOOLONG':
      return refused('not-written', 'its name is too long', 'choose a shorter one');
    case 'ELOOP':
      return refused('not-written', 'its links lead in a circle', 'mend the links');
    default:
      return refused('not-written', `the system says ${code}`, 'check the disk and the path');
  }
}

/** Writes all of `text` at the place where `fd` stands, however many steps the system takes. */
export function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
}

/** Forces the names in a folder to the disk; where the system has no such thing, the file itself is safe all the same. */
export function syncFolder(folder: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(folder, 'r');
    fsyncSync(fd);
  } catch (error) {
    errorCode(error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Says ENOTDIR where a file stands in the place of the folder: the system's EEXIST would read as if `path` existed. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true});
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    throw Object.assign(new Error(`${folder} is a file`, {cause: error}), {code: 'ENOTDIR'});
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

/** A device or a pipe takes text as it comes: renaming a file into its place would do away with it. */
function writeInto(path: string, text: string): void {
  const fd = openSync(path, 'w');
  try {
    writeWhole(fd, text);
  } finally {
    closeSync(fd);
  }
}

/** A new file beside `path`, under the first free number: another process, or a crash, may have left others. */
function openBeside(path: string): {readonly fd: number; readonly name: string} {
  for (let number = 1; ; number++) {
    const name = join(dirname(path), `.${basename(path).slice(0, 200)}.${number}.tmp`);
    try {
      return {fd: openSync(name, 'wx'), name};
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || number >= 1000) throw error;
    }
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
