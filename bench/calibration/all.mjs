import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';

/**
 * Counts every row over so many records, on every core; in the order of the table. Tells how many of how many are done.
 *
 * @param {number} records
 * @param {number} first the number of the first record
 * @param {(done: number, of: number) => void} told
 * @returns {Promise<readonly import('./coverage.mjs').Coverage[]>}
 */
export async function coverages(records, first, told) {
  /** @type {import('./coverage.mjs').Coverage[]} */
  const found = [];
  let next = 0;
  let done = 0;
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.mjs', import.meta.url));
      let row = 0;
      const ask = () => worker.postMessage({row: (row = next++), records, first}, []);
      worker.on('error', reject);
      worker.on('exit', resolve);
      worker.on('message', ({of, coverage}) => {
        if (coverage === undefined) return void worker.terminate();
        found[row] = coverage;
        told(++done, of);
        ask();
      });
      ask();
    });
  await Promise.all(Array.from({length: availableParallelism()}, work));
  return found;
}
