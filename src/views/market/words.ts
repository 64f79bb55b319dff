import {capital, COMPONENTS} from '../../base/index.ts';
import {type Figure, isKnown, named, type Prose, say, valueOf} from '../../figure/index.ts';
import {componentHeading} from '../chart/words.ts';

/** A place as it is told: the file as it stands in its folder, and the line. */
export type PlaceName = (of: {readonly path: string; readonly span: {readonly line: number}}) => Prose;

/** Names places within `folders`, the folders that somebody asked for. */
export function placesIn(folders: readonly string[]): PlaceName {
  return ({path, span}) => say`${named(`${shortPath(path, folders)}:${span.line}`)}`;
}

/** A path as it stands in the folder it was found in, where that is one of `folders`. */
export function shortPath(path: string, folders: readonly string[]): string {
  const folder = folders.find(one => path.startsWith(one));
  return folder === undefined ? path : path.slice(folder.length).replace(/^[/\\]+/, '');
}

/** A component of pay as a reader is told of it; a heading of a guide's own as it stands there. */
export function componentWord(component: string): string {
  const known = COMPONENTS.find(one => one === component);
  return known === undefined ? capital(component.replace(/^other:/, '')) : componentHeading(known);
}

/** `$175K to $225K`, one amount where both ends are equal, `$400K+` where the high is open. */
export function rangeWords(low: Figure, high: Figure | null): Prose {
  if (high === null) return say`${low}+`;
  return isKnown(low) && valueOf(low) === valueOf(high) ? say`${low}` : say`${low} to ${high}`;
}
