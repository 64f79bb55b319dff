import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {packageRoot} from '../src/base/index.ts';

/**
 * Where a file lies that is not ours to ship, in a folder `shared` beside the clone. Where it is missing the tests that
 * rest on it are skipped, and this says what they would have proved.
 */
export function beside(path: string, proves: string): {readonly path: string; readonly isThere: boolean} {
  const place = join(packageRoot(), '..', 'shared', path);
  const isThere = existsSync(place);
  if (!isThere) console.log(`skipped, as ../shared/${path} is not here: that ${proves}`);
  return {path: place, isThere};
}
