import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {count} from '../../scripts/suite.mjs';
import {MOCKING} from '../../vitest.config.ts';

/** A report in shorthand: each file is the statuses of its tests, e.g. `'passed failed'`; `'!'` could not be loaded. */
function report(...files: string[]) {
  const statuses = files.map(file => (file === '!' ? [] : file.split(' ')));
  const number = (status: string) => statuses.flat().filter(each => each === status).length;
  return {
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    numPendingTests: number('pending'),
    numTodoTests: number('todo'),
    testResults: statuses.map((tests, index) => ({
      status: files[index] === '!' || tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests.map(status => ({status})),
    })),
  };
}

test.each([
  ['all is well', report('passed passed', 'passed'), 0, {passed: 3, failed: 0, skipped: 0}],
  ['a test fails', report('passed failed', 'passed'), 1, {passed: 2, failed: 1, skipped: 0}],
  ['tests are skipped', report('passed pending todo'), 0, {passed: 1, failed: 0, skipped: 2}],
  ['a file cannot be loaded', report('passed', '!'), 1, {passed: 1, failed: 1, skipped: 0}],
  ['no test shows why it ended badly', report('passed'), 1, {passed: 1, failed: 1, skipped: 0}],
  ['there is no report', undefined, 1, {passed: 0, failed: 1, skipped: 0}],
])('the sum when %s', (_name, written, code, sum) => {
  expect(count(written, code)).toEqual(sum);
});

test('files that mock a module run in a process of their own', () => {
  const mocking = readdirSync('test', {recursive: true, encoding: 'utf8'})
    .map(name => `test/${name}`)
    .filter(name => name.endsWith('.test.ts') && /^vi\.(?:do)?[mM]ock\(/m.test(readFileSync(name, 'utf8')));
  expect(mocking.sort()).toEqual([...MOCKING].sort());
});
