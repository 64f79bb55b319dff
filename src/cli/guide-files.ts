import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** Files to read, and which of them somebody asked for by name: the others were found in a folder. */
export interface Asked {
  readonly files: readonly string[];
  readonly named: ReadonlySet<string>;
  /** Whether any of the paths asked for is a folder. */
  readonly folders: boolean;
}

/**
 * The guides that `paths` stand for, in their order: a folder is searched for Markdown, its files sorted by name, each
 * file once. A path that is not there is left to the reader, who says so; a folder that cannot be listed likewise.
 */
export function guideFiles(paths: readonly string[]): Asked {
  const under = paths.map(path => ({path, inside: isFolder(path) ? markdownIn(path) : null}));
  const folders = under.some(({inside}) => inside !== null);
  const files = under.flatMap(({path, inside}) => inside ?? [path]);
  const named = new Set(under.flatMap(({path, inside}) => (inside === null ? [path] : [])));
  return {files: folders ? [...new Set(files)] : files, named, folders};
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
}

function markdownIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(name => /\.md$/i.test(name))
      .map(name => join(folder, name))
      .filter(path => !isFolder(path))
      .sort();
  } catch {
    return null;
  }
}
