// How fast market minutes are counted, against drawing the intervals and no more.
import {race} from './race.mjs';

export function* figures() {
  yield race({
    name: 'market minutes of 10,000,000 random intervals over ten years of XNYS, over drawing them',
    goal_ms: 2000,
    runs: 5,
    program: ['bench/minutes.mjs'],
    reference: ['bench/minutes.mjs', 'bare'],
  });
}
