// What it costs to price a record: the whole program, what comes after reading, and ten thousand simulated years of
// losses against their draws alone; each as pods and incidents grow.
import {race} from './race.mjs';

const worth = 'bench/worth.mjs';

export function* figures() {
  yield race({
    name: 'parley impact on the flagship over node -e 0',
    goal_ms: 1000,
    runs: 9,
    program: ['dist/bin/parley.js', 'impact', '--case', 'examples/millennium-devops'],
    reference: ['-e', '0'],
  });
  yield race({
    name: 'its report with 10,000 draws and 10,000 years, the record read, over 2,000 draws',
    goal_ms: 1000,
    runs: 5,
    program: [worth, '--draws', '10000'],
    reference: [worth],
    counts: 'told',
  });
  yield race({
    name: 'its report with 850 pods, no two of one fate, over 85',
    budget: 10,
    runs: 3,
    program: [worth, '--pods', '10'],
    reference: [worth],
    counts: 'told',
  });
  yield race({
    name: 'its report with ten times the outages',
    budget: 10,
    runs: 3,
    program: [worth, '--incidents', '10'],
    reference: [worth],
    counts: 'told',
  });
  yield race({
    name: '10,000 years of losses, 85 pods, 40 incidents a year on 12 systems, over drawing minutes and shares alone',
    goal_ms: 1000,
    runs: 5,
    program: ['bench/annual.mjs', '85', '40'],
    reference: ['bench/annual.mjs', 'bare', '40'],
  });
  yield race({
    name: 'the same with 8,500 pods, over 85',
    budget: 1.3,
    runs: 5,
    program: ['bench/annual.mjs', '8500', '40'],
    reference: ['bench/annual.mjs', '85', '40'],
  });
  yield race({
    name: 'the same with 400 incidents a year, over 40',
    budget: 10,
    runs: 3,
    program: ['bench/annual.mjs', '85', '400'],
    reference: ['bench/annual.mjs', '85', '40'],
  });
}
