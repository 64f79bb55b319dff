// The suite over what is built already, under the Node that runs this script.
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {delimiter, dirname, join} from 'node:path';
import {isCalled, root, tool} from './program.mjs';

/**
 * @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[]}} Report vitest's JSON report, as far as counted
 */

/**
 * Runs the tests and writes, as its last line, `N passed, N failed` (and `, N skipped` where some were).
 *
 * @param {readonly string[]} args for vitest
 * @returns {Promise<number>} 0 where all passed
 */
export async function suite(args) {
  mkdirSync(join(root, '.cache'), {recursive: true});
  const report = join(root, '.cache', `suite-${process.pid}.json`);
  // A test that starts `node` by name means this one.
  const env = {...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`};
  const {code} = await tool(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    {show: true, env},
  );
  const {passed, failed, skipped} = count(readReport(report), code);
  rmSync(report, {force: true});
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 ? 1 : 0;
}

/**
 * Counts a report. A file that could not even be loaded holds no failed test and still has failed; so has a run
 * that ended badly for a reason no test shows, or without a report.
 *
 * @param {Report | undefined} report
 * @param {number} code what vitest ended with
 */
export function count(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return {passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped};
}

/**
 * @param {string} path
 * @returns {Report | undefined}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

if (isCalled(import.meta.url)) process.exitCode = await suite(process.argv.slice(2));
