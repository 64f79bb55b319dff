import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {times} from '../strength.ts';

const isBuilt = existsSync(join(packageRoot(), 'dist', 'lib', 'desk', 'index.js'));
if (!isBuilt) console.log('nothing is built: that mutants of records end with 0 to 3 is not proved');

/** `node bench/fuzz-record.mjs --long` reads 100,000. */
const RUNS = times(5000);

test.skipIf(!isBuilt)('mutants of records are read, or told why not', {timeout: 600_000}, () => {
  const out = execFileSync(
    process.execPath,
    ['bench/fuzz-record.mjs', '--runs', `${RUNS}`, '--seed', '700', '--seconds', '60'],
    {
      cwd: packageRoot(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  expect(JSON.parse(out)).toMatchObject({runs: RUNS, failed: 0});
});
