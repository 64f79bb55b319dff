import {type Dirent, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {type Finding, finding, say} from '../figure/index.ts';

/** Files to read, and which of them somebody asked for by name: the others were found in a folder. */
export interface Asked {
  readonly files: readonly string[];
  readonly named: ReadonlySet<string>;
  /** Whether any of the paths asked for is a folder. */
  readonly folders: boolean;
  /** Why folders could not be looked into: nothing is known of what lies there. */
  readonly closed: readonly Finding[];
}

/**
 * The guides that `paths` stand for, in their order: a folder is searched for Markdown, its files sorted by name, each
 * file once. A path that is not there is left to the reader, who says so.
 */
export function guideFiles(paths: readonly string[]): Asked {
  const closed: Finding[] = [];
  const under = paths.map(path => ({path, inside: isFolder(path) ? markdownIn(path, closed).sort() : null}));
  const folders = under.some(({inside}) => inside !== null);
  const files = under.flatMap(({path, inside}) => inside ?? [path]);
  const named = new Set(under.flatMap(({path, inside}) => (inside === null ? [path] : [])));
  return {files: folders ? [...new Set(files)] : files, named, folders, closed};
}

/** What cannot even be looked at (no leave, a circle of links) is no folder: reading it will say why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
  } catch {
    return false;
  }
}

function markdownIn(folder: string, closed: Finding[]): string[] {
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
