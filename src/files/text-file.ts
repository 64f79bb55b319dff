import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {type Source, source} from '../base/index.ts';
import {type Attempt, failed, finding} from './finding.ts';

/** Sizes beyond which a file is refused unread, in bytes. */
export const LIMITS = {
  /** Of case.yaml, of one offer, of one line of moves.jsonl: twenty times what a person writes. */
  yaml: 100_000,
  guide: 64_000_000,
  moves: 1_000_000,
} as const;

/**
 * Reads a text of a folder, named as findings and spans shall name it. What is no text is refused: a folder, a device, a
 * binary, an empty file, UTF-16, a file above `limit` bytes.
 */
export function readText(folder: string, name: string, limit: number): Attempt<Source> {
  const path = join(folder, name);
  const at = {span: {file: name, from: 0, to: 0, line: 1, column: 1}};
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) {
      return failed(
        finding('not-a-file', `${name} is not a file`, {...at, hint: 'put a text file in its place'}),
      );
    }
    if (stat.size > limit) {
      const message = `${name} has ${showSize(stat.size)}, more than the ${showSize(limit)} that are read`;
      return failed(finding('huge-file', message, {...at, hint: 'check that it is the file you mean'}));
    }
    bytes = readFileSync(path);
  } catch (error) {
    return failed(unreadable(errorCode(error), name, at));
  }
  if (bytes.length === 0) {
    return failed(finding('empty-file', `${name} is empty`, {...at, hint: 'write into it, or delete it'}));
  }
  return decode(bytes, name, at);
}

function decode(
  bytes: Buffer,
  name: string,
  at: Pick<Parameters<typeof finding>[2], 'span'>,
): Attempt<Source> {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) return failed(finding('not-utf8', `${name} is UTF-16`, {...at, hint: 'save it as UTF-8'}));
  if (bytes.includes(0)) {
    const hint = 'a text is expected here: check that it is the file you mean';
    return failed(finding('binary-file', `${name} is a binary file, not a text`, {...at, hint}));
  }
  try {
    return {ok: true, value: source(name, new TextDecoder('utf-8', {fatal: true}).decode(bytes))};
  } catch {
    return failed(finding('not-utf8', `${name} is not UTF-8`, {...at, hint: 'save it as UTF-8'}));
  }
}

function unreadable(code: string, name: string, at: Pick<Parameters<typeof finding>[2], 'span'>) {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return finding('missing-file', `${name} is missing`, {...at, hint: 'check the name, or write it'});
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return finding('unreadable', `${name} may not be read`, {...at, hint: `allow it: chmod u+r ${name}`});
  }
  return finding('unreadable', `${name} cannot be read (${code})`, {
    ...at,
    hint: 'check the disk and the path',
  });
}

/** The system's word for an error of `node:fs`: `ENOENT`. Anything else is a fault of ours and goes on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

function showSize(bytes: number): string {
  const [size, name] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${size.toLocaleString('en-US', {maximumFractionDigits: 1})} ${name}`;
}
