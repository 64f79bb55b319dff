import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';

const isBuilt = existsSync(join(packageRoot(), 'dist', 'bin', 'chunks', 'app.js'));
if (!isBuilt) console.log('nothing is built: that commands end as promised on mutants is not proved');

/** A few of each kind, seldom one that fails: `.ci/run` reads 5,000 of each, `npm run fuzz` 100,000. */
test.skipIf(!isBuilt)('mutants are read, or told why not', {timeout: 600_000}, () => {
  const out = execFileSync(process.execPath, ['bench/fuzz.mjs', '--runs', '25', '--seconds', '60'], {
    cwd: packageRoot(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [last = ''] = out.trim().split('\n').slice(-1);
  expect(JSON.parse(last)).toMatchObject({kinds: 6, runs: 150, failed: 0});
});
