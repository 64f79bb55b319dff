// How often 95% intervals hold the truth: a table in Markdown, of 1,000 simulated records a row or as many as are asked for,
// numbered from 0 or from a second argument on: other numbers are other records.
import {coverages} from './calibration/all.mjs';
import {isMet} from './calibration/coverage.mjs';

const records = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 0);
const percent = (/** @type {number} */ count) => `${((100 * count) / records).toFixed(1)}%`;

const all = await coverages(records, first, (done, of) => process.stderr.write(`\r${done} of ${of} rows`));
process.stderr.write('\n');
console.log(
  '| figure | records | held | too high | too low | width | 92% to 98% |\n|---|---|---|---|---|---|---|',
);
for (const coverage of all) {
  const {figure, name, held, tooHigh, tooLow, width} = coverage;
  const met = isMet(coverage);
  const verdict = met === null ? '' : met ? 'met' : '**missed**';
  const counts = [held, tooHigh, tooLow].map(percent).join(' | ');
  console.log(`| ${figure} | ${name} | ${counts} | ${width.toFixed(2)} | ${verdict} |`);
}
