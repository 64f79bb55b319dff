// Every test, from a fresh clone: install, build, and run the suite. Arguments go to vitest: `npm test -- test/base`.
import {build} from './build.mjs';
import {install} from './install.mjs';
import {suite} from './suite.mjs';

if ((await install()) && (await build())) {
  process.exitCode = await suite(process.argv.slice(2));
} else {
  process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
