// How often 95% intervals hold the truth: a table in Markdown, of 1,000 simulated records a row.
import * as base from '../dist/lib/base/index.js';
import * as impact from '../dist/lib/impact/index.js';
import {coverageOf, rows} from './coverage.mjs';

const records = Number(process.argv[2] ?? 1000);
const library = /** @type {import('./coverage.mjs').Library} */ ({...base, ...impact});
const percent = (/** @type {number} */ count) => `${((100 * count) / records).toFixed(1)}%`;

console.log('| interval | held | too high | too low | |\n|---|---|---|---|---|');
for (const row of rows(library, 1000)) {
  const {name, promise, held, tooHigh, tooLow} = coverageOf(library, row, records);
  const share = held / records;
  const missed =
    promise === 'told' ? '' : share < 0.92 || (promise === 'within' && share > 0.98) ? '**missed**' : 'met';
  console.log(`| ${name} | ${percent(held)} | ${percent(tooHigh)} | ${percent(tooLow)} | ${missed} |`);
}
