// What rests on chance, at full strength: the tests that ask test/strength.ts how often to try, of which the suite tries a tenth.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from './build.mjs';
import {install} from './install.mjs';
import {root} from './program.mjs';
import {suite} from './suite.mjs';

const files = readdirSync(join(root, 'test'), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.test.ts'))
  .map(name => join('test', name))
  .filter(name => readFileSync(join(root, name), 'utf8').includes('/strength.ts'));

process.env['CALIBRATE'] = '1';
process.exitCode = (await install()) && (await build()) ? await suite(files) : 1;
