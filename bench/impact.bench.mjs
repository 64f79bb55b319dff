// What ten thousand simulated years of losses cost: against their draws alone, and as pods and incidents grow.
import {race} from './race.mjs';

export function* figures() {
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
