import {closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync} from 'node:fs';
import {dirname} from 'node:path';
import type {Finding} from '../figure/index.ts';
import {refuseLink, syncFolder, systemError, trying} from './write.ts';

const NEWLINE = 0x0a;
/** At the end, and never through a link, where the system knows how to refuse one; a pipe is not waited for. */
const {O_RDWR, O_APPEND, O_CREAT} = constants;
const HOW = O_RDWR | O_APPEND | O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Adds `line` as a line of its own at the end of the file at `path`, which is made where it is missing, and forces it to
 * the disk. Nothing is locked: the system puts each write whole behind all others, so any number of programs may append
 * at once. What a killed program or a full disk left of a line stays in the file as a line of its own. Returns what went
 * wrong; a part of `line` may then stand there, at most all of it but its newline.
 */
export function appendLine(path: string, line: string): readonly Finding[] {
  return trying(path, () => {
    refuseLink(path);
    const fd = openSync(path, HOW, 0o666);
    try {
      if (!fstatSync(fd).isFile()) throw systemError('ENOTFILE', path);
      while (!append(fd, line));
    } finally {
      closeSync(fd);
    }
    syncFolder(dirname(path));
  });
}

/**
 * Writes the line once. False where it does not stand there whole and alone: the system took only a part of it, or
 * another program was killed within its own line after this one had looked at the end. The next try sees to both.
 */
function append(fd: number, line: string): boolean {
  const {size} = fstatSync(fd);
  const fresh = size === 0 || byteAt(fd, size - 1) === NEWLINE;
  const bytes = Buffer.from(`${fresh ? '' : '\n'}${line}\n`, 'utf8');
  const written = writeSync(fd, bytes);
  fsyncSync(fd);
  if (written < bytes.length) return false;
  const start = positionOf(fd) - bytes.length;
  return !fresh || start === 0 || byteAt(fd, start - 1) === NEWLINE;
}

/** Where in the file `fd` stands: after a write, at its end. Reads on to the end of the file, which may grow meanwhile. */
function positionOf(fd: number): number {
  const rest = Buffer.alloc(4096);
  let size: number;
  let more: number;
  let after = 0;
  do {
    size = fstatSync(fd).size;
    more = readSync(fd, rest, 0, rest.length, null);
    after += more;
  } while (more > 0);
  return size - after;
}

function byteAt(fd: number, position: number): number | undefined {
  const byte = Buffer.alloc(1);
  readSync(fd, byte, 0, 1, position);
  return byte[0];
}
