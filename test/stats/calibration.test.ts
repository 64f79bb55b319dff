import {describe, expect, test} from 'vitest';
import {coverageOf, GOAL} from '../../bench/calibration/coverage.mjs';
import {uptimeRows} from '../../bench/calibration/uptime.mjs';
import * as base from '../../src/base/index.ts';
import * as calendar from '../../src/calendar/index.ts';
import * as impact from '../../src/impact/index.ts';
import * as operations from '../../src/operations/index.ts';
import * as record from '../../src/record/index.ts';
import * as stats from '../../src/stats/index.ts';
import {held, times} from '../strength.ts';

/** `node bench/calibration.mjs` prints a table of 1,000 records a row, for a person to read. */
const RECORDS = times(3000);
const {fewest, most} = held(RECORDS, ...GOAL);

const library = {...base, ...stats, ...calendar, ...record, ...operations, ...impact};
// The longest records take longest, and are the easiest to get right.
const all = uptimeRows(library, 300).filter(({name}) => !name.includes('100 a year'));

describe('intervals of 95% hold the truth of simulated records', () => {
  test.each(all.filter(({promise}) => promise === 'within'))('$name', row => {
    const found = coverageOf(library, row, RECORDS).held;
    expect(found).toBeGreaterThanOrEqual(fewest);
    expect(found).toBeLessThanOrEqual(most);
  });

  test.each(all.filter(({promise}) => promise === 'at least'))('$name, or more', row => {
    expect(coverageOf(library, row, RECORDS).held).toBeGreaterThanOrEqual(fewest);
  });
});

describe('the same records show what does not hold', () => {
  test.each(
    all.filter(({name}) => /one length$|exact Poisson bounds$/.test(name) && !name.includes('days,')),
  )('$name', row => {
    expect(row.promise).toBe('told');
    expect(coverageOf(library, row, RECORDS).held).toBeLessThan(fewest);
  });
});
