import {closeSync, openSync, readFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isColoured} from '../../src/cli/colour.ts';
import {temporary} from '../desk.ts';

const shop = temporary({}, afterAll);
let program = '';
beforeAll(async () => {
  program = join(shop, 'parley.mjs');
  const input = fileURLToPath(new URL('./painted.ts', import.meta.url));
  const bundle = await rolldown({input, platform: 'node', logLevel: 'silent', external: /^@duckdb\//});
  await bundle.write({file: program, format: 'esm', codeSplitting: false});
  await bundle.close();
}, 60_000);

const bare = {PATH: process.env['PATH'] ?? ''};
const ESCAPE = '\u001B[';

/** What the program writes to two files in such an environment. */
function files(env: Record<string, string>) {
  const [out, err] = [join(shop, 'out'), join(shop, 'err')];
  const ends = [openSync(out, 'w'), openSync(err, 'w')];
  spawnSync(process.execPath, [program], {env: {...bare, ...env}, stdio: ['ignore', ...ends]});
  ends.forEach(closeSync);
  return readFileSync(out, 'utf8') + readFileSync(err, 'utf8');
}

describe('colour', () => {
  test.each([
    {},
    {CI: 'true'},
    {CI: 'true', FORCE_COLOR: '1'},
    {COLORTERM: 'truecolor', TERM: 'xterm-256color'},
    {CLICOLOR_FORCE: '1'},
  ])('is not in a file, whatever stands in the environment: %j', env => {
    const text = files(env);
    expect(text).toContain('a heading');
    expect(text).toContain('a finding');
    expect(text).not.toContain(ESCAPE);
  });

  test.each<[boolean | undefined, Record<string, string>, boolean]>([
    [true, {}, true],
    [true, {CI: 'true'}, true],
    [true, {NO_COLOR: ''}, true],
    [true, {NO_COLOR: '1'}, false],
    [true, {NO_COLOR: '1', FORCE_COLOR: '1', CI: 'true'}, false],
    [true, {TERM: 'dumb'}, false],
    [undefined, {CI: 'true', FORCE_COLOR: '1'}, false],
    [false, {CI: 'true'}, false],
  ])('on a terminal: %j, with %j: %j', (isTTY, env, is) => {
    expect(isColoured({isTTY}, env)).toBe(is);
  });
});
