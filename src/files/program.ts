import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {packageRoot} from '../base/index.ts';

/** A fingerprint of the code that runs, all rooms of it: another build reads anew. */
export function programPrint(): string {
  const rooms = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = readdirSync(rooms, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile());
  const known = files.map(({name, parentPath}) => {
    const {size, mtimeMs} = statSync(join(parentPath, name));
    return [relative(rooms, parentPath), name, size, mtimeMs];
  });
  return createHash('sha256').update(JSON.stringify(known)).digest('hex');
}

/** Of this very program: `0.1.0`. */
export function packageVersion(): string {
  const {version} = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
