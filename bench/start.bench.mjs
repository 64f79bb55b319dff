// How soon the desk answers, against the least that Node needs to start and stop.
import {race} from './race.mjs';

const nothing = ['-e', '0'];
const parley = 'dist/bin/parley.js';

export function* figures() {
  yield race({
    name: 'parley --version over node -e 0',
    budget: 1.6,
    runs: 40,
    program: [parley, '--version'],
    reference: nothing,
  });
  yield race({
    name: 'parley plan on the flagship over node -e 0',
    goal_ms: 1000,
    runs: 15,
    program: [parley, 'plan', '--case', 'examples/millennium-devops'],
    reference: nothing,
  });
}
