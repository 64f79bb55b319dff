import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Where the package lies, found by walking up: the same from `src/`, from the built library and from the bundle. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'data', 'sessions.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the data folder of parley-desk is missing beside its code');
    folder = parent;
  }
  return folder;
}

/** Reads one file of `data/`, e.g. `readFact('fx.json')`. Every such file names its source and date. */
export function readFact(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), 'data', name), 'utf8'));
}
