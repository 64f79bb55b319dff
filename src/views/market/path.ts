/** A path as it stands in the folder it was found in, where that is one of `folders`. */
export function shortPath(path: string, folders: readonly string[]): string {
  const folder = folders.find(one => path.startsWith(one));
  return folder === undefined ? path : path.slice(folder.length).replace(/^[/\\]+/, '');
}
