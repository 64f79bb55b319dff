// How long one household's taxes take: the milliseconds of a million households are the nanoseconds of one.
import {race} from './race.mjs';

export function* figures() {
  yield race({
    name: 'taxes of 1,000,000 households in New York, over their net pay from a table',
    goal_ms: 20_000,
    runs: 5,
    counts: 'told',
    program: ['bench/tax.mjs'],
    reference: ['bench/tax.mjs', 'table'],
  });
}
