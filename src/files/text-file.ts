import {isUtf8} from 'node:buffer';
import {existsSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {showNumber, type Source, source} from '../base/index.ts';
import {finding, type Rule, say, type Words} from '../figure/index.ts';
import {type Attempt, failed} from './attempt.ts';

/** Sizes beyond which a file is refused unread, in bytes. */
export const LIMITS = {
  /** Of case.yaml, of one offer: two hundred times what a person writes. */
  yaml: 1_000_000,
  guide: 64_000_000,
  moves: 64_000_000,
} as const;

/**
 * Reads a text of a folder, named as findings and spans shall name it. What is no text is refused: a folder, a device, a
 * binary, an empty file, UTF-16, a file above `limit` bytes.
 */
export function readText(folder: string, name: string, limit: number): Attempt<Source> {
  const attempt = bytesOf(folder, name, limit);
  if (!attempt.ok) return attempt;
  const bytes = attempt.value;
  if (bytes.length === 0)
    return refused(name, 'empty-file', say`${name} is empty`, 'write into it, or delete it');
  if (isWide(bytes)) return refused(name, 'not-utf8', say`${name} is UTF-16`, 'save it as UTF-8');
  if (bytes.includes(0)) {
    const hint = 'a text is expected here: check that it is the file you mean';
    return refused(name, 'binary-file', say`${name} is a binary file, not a text`, hint);
  }
  try {
    return {ok: true, value: source(name, decoded(bytes, true))};
  } catch {
    return refused(name, 'not-utf8', say`${name} is not UTF-8`, 'save it as UTF-8');
  }
}

/** A log, and whether bytes of it are no UTF-8: each then stands there as U+FFFD. */
export interface LogText {
  readonly source: Source;
  readonly isDamaged: boolean;
}

/** Reads a log, which any program may have been killed in: it may be empty or hold what no text holds, in single lines. */
export function readLog(folder: string, name: string, limit: number): Attempt<LogText> {
  const attempt = bytesOf(folder, name, limit);
  if (!attempt.ok) return attempt;
  if (isWide(attempt.value)) return refused(name, 'not-utf8', say`${name} is UTF-16`, 'save it as UTF-8');
  const isDamaged = !isUtf8(attempt.value);
  return {ok: true, value: {source: source(name, decoded(attempt.value, false)), isDamaged}};
}

function refused(name: string, rule: Rule, message: Words, hint: Words): Attempt<never> {
  return failed(
    finding(rule, 'error', message, {span: {file: name, from: 0, to: 0, line: 1, column: 1}, hint}),
  );
}

function bytesOf(folder: string, name: string, limit: number): Attempt<Buffer> {
  const path = join(folder, name);
  try {
    const stat = statSync(path);
    if (!stat.isFile())
      return refused(name, 'not-a-file', say`${name} is not a file`, 'put a text file in its place');
    if (stat.size > limit) {
      const message = say`${name} has ${showSize(stat.size)}, more than the ${showSize(limit)} that are read`;
      return refused(name, 'huge-file', message, 'check that it is the file you mean');
    }
    return {ok: true, value: readFileSync(path)};
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refused(name, 'missing-file', say`${name} is missing`, 'check the name, or write it');
    if (code === 'EACCES' || code === 'EPERM')
      return refused(name, 'unreadable', say`${name} may not be read`, say`allow it: chmod u+r ${name}`);
    return refused(name, 'unreadable', say`${name} cannot be read (${code})`, 'check the disk and the path');
  }
}

function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Bare carriage returns end lines, as on an old Macintosh: each becomes the one sign that ends a line everywhere. */
function decoded(bytes: Buffer, fatal: boolean): string {
  const text = new TextDecoder('utf-8', {fatal}).decode(bytes);
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The system's word for an error of `node:fs`: `ENOENT`. Anything else is a fault of ours and goes on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/** `1.2 MB`. */
export function showSize(bytes: number): string {
  const [size, name] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${showNumber(size, 1)} ${name}`;
}

/** Whether anything lies at `path`. */
export function isThere(path: string): boolean {
  return existsSync(path);
}
