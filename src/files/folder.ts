import {type Dirent, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {type Finding, finding, say} from '../figure/index.ts';

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
