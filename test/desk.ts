import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {afterAll, onTestFinished} from 'vitest';

/** Files by their names in a folder, e.g. `{'offers/a.yaml': 'party: A'}`. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own with these files, gone when the test is; with `afterAll`, when its file is. */
export function temporary(files: Files = {}, when: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  when(() => rmSync(folder, {recursive: true, force: true}));
  for (const [name, content] of Object.entries(files)) put(folder, name, content);
  return folder;
}

/** For folders that a hook makes, which cannot add a hook itself: `const later = lasting()`, then `temporary({}, later)`. */
export function lasting(): (remove: () => void) => void {
  const removals: (() => void)[] = [];
  afterAll(() => removals.forEach(remove => remove()));
  return remove => void removals.push(remove);
}

/** Writes a file of a folder, whose own folders may be missing, and gives its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
  return path;
}

/** A temporary copy of a case without what was printed into it, with its files changed or added. */
export function copyOf(
  from: string,
  changes: Readonly<Record<string, string | ((text: string) => string)>> = {},
  when?: (remove: () => void) => void,
): string {
  const folder = temporary({}, when);
  cpSync(from, folder, {recursive: true, filter: path => basename(path) !== 'out'});
  for (const [name, change] of Object.entries(changes))
    put(folder, name, typeof change === 'string' ? change : change(readFileSync(join(folder, name), 'utf8')));
  return folder;
}
