// The main job, from a fresh clone: install, build, and plan the flagship case.
import {build} from './build.mjs';
import {install} from './install.mjs';
import {run} from './program.mjs';

await install();
await build();
const {code} = await run(
  process.execPath,
  ['dist/bin/parley.js', 'plan', '--case', 'examples/millennium-devops'],
  {show: true},
);
process.exitCode = code;
