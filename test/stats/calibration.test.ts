import {describe, expect, test} from 'vitest';
import {coverageOf} from '../../bench/calibration/coverage.mjs';
import {uptimeRows} from '../../bench/calibration/uptime.mjs';
import * as base from '../../src/base/index.ts';
import * as calendar from '../../src/calendar/index.ts';
import * as impact from '../../src/impact/index.ts';
import * as operations from '../../src/operations/index.ts';
import * as record from '../../src/record/index.ts';
import * as stats from '../../src/stats/index.ts';

/**
 * `node bench/calibration.mjs` measures 1,000 records a row against 92% and 98%. Here are 300, whose share strays from
 * the true coverage by its binomial error; two errors at either border are allowed.
 */
const RECORDS = 300;
const least = 0.92 - 2 * Math.sqrt((0.92 * 0.08) / RECORDS);
const most = 0.98 + 2 * Math.sqrt((0.98 * 0.02) / RECORDS);

const library = {...base, ...stats, ...calendar, ...record, ...operations, ...impact};
// The longest records take longest, and are the easiest to get right.
const all = uptimeRows(library, 300).filter(({name}) => !name.includes('100 a year'));

describe('intervals of 95% hold the truth of simulated records', () => {
  test.each(all.filter(({promise}) => promise === 'within'))('$name', row => {
    const {held} = coverageOf(library, row, RECORDS);
    expect(held / RECORDS).toBeGreaterThan(least);
    expect(held / RECORDS).toBeLessThan(most);
  });

  test.each(all.filter(({promise}) => promise === 'at least'))('$name, or more', row => {
    expect(coverageOf(library, row, RECORDS).held / RECORDS).toBeGreaterThan(least);
  });
});

describe('the same records show what does not hold', () => {
  test.each(
    all.filter(({name}) => /one length$|exact Poisson bounds$/.test(name) && !name.includes('days,')),
  )('$name', row => {
    expect(row.promise).toBe('told');
    expect(coverageOf(library, row, RECORDS).held / RECORDS).toBeLessThan(0.85);
  });
});
