import type {Finding} from '../../figure/index.ts';
import {isFolder, markdownIn} from '../../files/index.ts';

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
