// How soon the desk answers, against the least that Node needs to start and stop.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../scripts/program.mjs';
import {race} from './race.mjs';

const nothing = ['-e', '0'];
const parley = 'dist/bin/parley.js';
const example = 'examples/millennium-devops';
const plan = [parley, 'plan', example, '--no-write'];
const forget = () => rmSync(join(root, example, '.parley'), {recursive: true, force: true});

export function* figures() {
  yield race({
    name: 'parley --version over node -e 0',
    budget: 1.6,
    runs: 40,
    program: [parley, '--version'],
    reference: nothing,
  });
  yield race({
    name: 'processor time of parley plan on the flagship over node -e 0, nothing kept',
    budget: 31,
    runs: 15,
    program: plan,
    reference: nothing,
    counts: 'processor',
    before: forget,
  });
  yield race({
    name: 'processor time of parley plan on the flagship over node -e 0, nothing changed since',
    budget: 10,
    runs: 15,
    program: plan,
    reference: nothing,
    counts: 'processor',
  });
  yield race({
    name: 'parley plan on the flagship over node -e 0, brief, charts and pictures written',
    goal_ms: 1000,
    runs: 15,
    program: [parley, 'plan', example],
    reference: nothing,
  });
  forget();
}
