// The referee of a refactoring: freezes what every command prints and writes, and shows what another build changed.
//   node scripts/freeze.mjs write DIR [--program PATH]
//   node scripts/freeze.mjs diff A B [--ignore KEY]... [--most N]
import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {differences} from './freeze/differences.mjs';
import {freeze, isFrozen} from './freeze/runs.mjs';
import {root, say} from './program.mjs';

const USAGE = `usage: node scripts/freeze.mjs write DIR [--program PATH]
       node scripts/freeze.mjs diff A B [--ignore KEY]... [--most N]
--program  the build to run; dist/bin/parley.js unless told
--ignore   leaves a top-level key out of the JSON of B; may be repeated
--most     prints no more differences of one file than this; all are counted`;

/** @returns {Promise<number>} the exit code: 1 where something differs, 2 where it was called wrongly */
async function main() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      program: {type: 'string', default: join(root, 'dist', 'bin', 'parley.js')},
      ignore: {type: 'string', multiple: true, default: []},
      most: {type: 'string', default: 'Infinity'},
    },
  });
  const [verb, first, second] = positionals;
  if (verb === 'write' && first !== undefined && second === undefined) {
    const program = resolve(values.program);
    if (!existsSync(program)) {
      say(`there is no ${values.program}: build it with npm run build`);
      return 2;
    }
    return (await freeze(resolve(first), program)) ? 0 : 2;
  }
  if (verb === 'diff' && first !== undefined && second !== undefined && Number(values.most) >= 0) {
    const missing = [first, second].find(folder => !isFrozen(folder));
    if (missing !== undefined) {
      say(`nothing was frozen in ${missing}`);
      return 2;
    }
    return differences(first, second, {ignore: values.ignore, most: Number(values.most)}) === 0 ? 0 : 1;
  }
  say(USAGE);
  return 2;
}

// A reader such as head may leave early.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await main();
