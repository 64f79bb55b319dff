// The main job, from a fresh clone: install, build, and plan the flagship case.
import {build} from './build.mjs';
import {install} from './install.mjs';
import {run} from './program.mjs';

const plan = ['dist/bin/parley.js', 'plan', '--case', 'examples/millennium-devops'];
const ready = (await install()) && (await build());
process.exitCode = ready ? (await run(process.execPath, plan, {show: true})).code : 1;
