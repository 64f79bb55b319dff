// How often 95% intervals hold the truth of simulated records: a figure a row of the table of bench/calibration.mjs.
import {say} from '../scripts/program.mjs';
import {coverages} from './calibration/all.mjs';
import {GOAL, isMet} from './calibration/coverage.mjs';

const RECORDS = 1000;

/**
 * A share of records whose truth an interval holds. `goal` is the least and the most that it should be; `met` is null where
 * it is told for what it is.
 *
 * @typedef {{name: string, coverage: number, too_high: number, too_low: number, width: number, goal: readonly [number, number],
 *   met: boolean | null, records: number}} CoverageFigure
 */

/** @returns {AsyncGenerator<CoverageFigure>} */
export async function* figures() {
  const all = await coverages(RECORDS, 0, (done, of) => {
    if (done % 10 === 0 || done === of) say(`calibration: ${done} of ${of} rows`);
  });
  for (const coverage of all) {
    const {figure, name, records, held, tooHigh, tooLow, width, promise} = coverage;
    yield {
      name: `${figure}: 95% interval, ${name}`,
      coverage: held / records,
      too_high: tooHigh / records,
      too_low: tooLow / records,
      width: Number(width.toFixed(3)),
      goal: promise === 'at least' ? [GOAL[0], 1] : GOAL,
      met: isMet(coverage),
      records,
    };
  }
}
