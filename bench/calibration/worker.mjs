// Counts the rows that it is handed, one after another, over what was built.
import {parentPort} from 'node:worker_threads';
import * as base from '../../dist/lib/base/index.js';
import * as calendar from '../../dist/lib/calendar/index.js';
import * as impact from '../../dist/lib/impact/index.js';
import * as operations from '../../dist/lib/operations/index.js';
import * as record from '../../dist/lib/record/index.js';
import * as stats from '../../dist/lib/stats/index.js';
import {coverageOf} from './coverage.mjs';
import {rows} from './rows.mjs';

const library = /** @type {import('./coverage.mjs').Library} */ ({
  ...base,
  ...stats,
  ...calendar,
  ...record,
  ...operations,
  ...impact,
});
const all = rows(library);

parentPort?.on(
  'message',
  (/** @type {{row: number, records: number, first: number}} */ {row, records, first}) => {
    const asked = all[row];
    parentPort?.postMessage(
      {of: all.length, coverage: asked && coverageOf(library, asked, records, first)},
      [],
    );
  },
);
