import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs';
import {isAbsolute, join, relative} from 'node:path';
import type {Source} from '../base/index.ts';
import {type Finding, finding, say, type Words} from '../figure/index.ts';
import {type Attempt, failed} from './attempt.ts';
import {errorCode, readText} from './text-file.ts';

/** What cannot even be looked at (no leave, a circle of links) is no folder: reading it will say why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** The Markdown under a folder, at any depth; why one of its folders could not be looked into is put to `closed`. */
export function markdownIn(folder: string, closed: Finding[]): string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    closed.push(closedFolder(folder, error));
    return [];
  }
  return entries.flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownIn(path, closed);
    const isGuide = /\.md$/i.test(entry.name) && !(entry.isSymbolicLink() && isFolder(path));
    return isGuide ? [path] : [];
  });
}

function closedFolder(folder: string, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const message = say`the folder cannot be read (${code}): what lies in it is left out`;
  const hint = 'check who may read it, or name the folders beside it';
  return finding('closed-folder', 'error', message, {
    span: {file: folder, from: 0, to: 0, line: 1, column: 1},
    hint,
  });
}

/** Whether nothing stands there. What is there and cannot be read is left to the reading, which says why. */
export function isAbsent(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) === undefined;
  } catch {
    return false;
  }
}

/** Why a path is not one of a folder: it leads out by `..` or by a link. Null where it does not, or nothing stands there. */
export function straying(
  folder: string,
  name: string,
): {readonly message: Words; readonly hint: Words} | null {
  if (name.split(/[/\\]/).includes('..'))
    return {message: say`${name} leads out of its folder`, hint: 'put the file into the folder'};
  if (isWithin(folder, join(folder, name))) return null;
  return {
    message: say`${name} is a link that leads out of its folder`,
    hint: 'put the file itself in the place of the link',
  };
}

/** Whether a path stays in a folder, its links followed; what cannot be looked at leads nowhere. */
export function isWithin(folder: string, path: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    return way !== '' && way.split(/[/\\]/)[0] !== '..' && !isAbsolute(way);
  } catch (error) {
    errorCode(error);
    return true;
  }
}

/** `readText` of a file that a folder holds: what leads out of it is refused. */
export function readInside(folder: string, name: string, limit: number): Attempt<Source> {
  const astray = straying(folder, name);
  if (astray === null) return readText(folder, name, limit);
  const span = {file: name, from: 0, to: 0, line: 1, column: 1};
  return failed(finding('leads-out', 'error', astray.message, {span, hint: astray.hint}));
}
