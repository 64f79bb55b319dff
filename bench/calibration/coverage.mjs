/**
 * How often intervals hold the truth, on simulated records whose truth is known. The library is handed in, so that a
 * test can measure the sources and the bench what was built.
 *
 * @typedef {typeof import('../../src/base/index.ts') & typeof import('../../src/calendar/index.ts') &
 *   typeof import('../../src/stats/index.ts') & typeof import('../../src/record/index.ts') &
 *   typeof import('../../src/operations/index.ts') & typeof import('../../src/impact/index.ts')} Library
 * @typedef {import('../../src/stats/index.ts').Estimate} Estimate
 * @typedef {import('../../src/stats/index.ts').Stream} Stream
 * @typedef {Pick<Estimate, 'low' | 'mid' | 'high'>} Ends
 * @typedef {{truth: number, estimate: Ends, beside?: number}} Trial
 *   `beside`: what the width of the interval is told beside, the truth unless told
 * @typedef {'within' | 'at least' | 'told'} Promise
 * @typedef {'uptime' | 'protected PnL' | 'change in deployment time' | 'rates and years'} Figure
 * @typedef {{figure: Figure, name: string, trial: (from: Stream) => Trial, promise: Promise}} Row
 *   `promise`: the coverage is to lie from 92% to 98%; or only above 92%; or is told for what it is
 * @typedef {{figure: Figure, name: string, promise: Promise, records: number, held: number, tooHigh: number, tooLow: number,
 *   width: number}} Coverage
 *   `width`: the median width of the intervals over what it is told beside
 */

/** The coverage that intervals of 95% are to have. */
export const GOAL = /** @type {const} */ ([0.92, 0.98]);

/**
 * Counts for a row over `records` simulated records, each of a stream of its own, numbered from `first` on.
 *
 * @param {Library} of
 * @param {Row} row
 * @param {number} records
 * @param {number} [first]
 * @returns {Coverage}
 */
export function coverageOf(of, {figure, name, trial, promise}, records, first = 0) {
  let tooHigh = 0;
  let tooLow = 0;
  /** @type {number[]} */
  const widths = [];
  for (let record = 0; record < records; record++) {
    const {truth, estimate, beside = truth} = trial(of.stream(first + record, name));
    if (estimate.low > truth) tooHigh++;
    else if (!(estimate.high >= truth)) tooLow++;
    widths.push((estimate.high - estimate.low) / Math.abs(beside));
  }
  const width = of.quantileOf(
    widths.sort((a, b) => a - b),
    0.5,
  );
  return {figure, name, promise, records, held: records - tooHigh - tooLow, tooHigh, tooLow, width};
}

/** Whether a coverage is what was promised; null where nothing was. @param {Coverage} coverage */
export function isMet({promise, held, records}) {
  const share = held / records;
  if (promise === 'told') return null;
  return share >= GOAL[0] && (promise === 'at least' || share <= GOAL[1]);
}
