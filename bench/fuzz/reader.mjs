// Reads mutants for bench/fuzz-record.mjs, one after the other, in the folder that it is given.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/program.mjs';
import {keepMutant} from './mutant.mjs';

/** @type {typeof import('../../src/desk/index.ts')} */
const {record} = await import(join(root, 'dist/lib/desk/index.js'));
/** @type {typeof import('../../src/views/index.ts')} */
const {recordDocument} = await import(join(root, 'dist/lib/views/index.js'));
/** @type {typeof import('../../src/page/index.ts')} */
const {findingLines, printTerminal, render} = await import(join(root, 'dist/lib/page/index.js'));
/** @type {typeof import('../../src/figure/index.ts')} */
const {jsonOf} = await import(join(root, 'dist/lib/figure/index.js'));

const folder = process.argv[2] ?? '';
const world = {today: '2026-11-22', progress: {at: () => {}, say: () => {}}, cache: null};
/** @param {string} text */
const clean = text => text;

/** As the command does it: what it asks, what it prints, how it ends. @param {number} seed @returns {Promise<number>} */
async function exitOf(seed) {
  const question = {
    path: join(folder, 'record.yaml'),
    calendars: undefined,
    from: undefined,
    to: undefined,
    target: 0.9999,
    skipBad: seed % 2 === 0,
    full: seed % 3 === 0,
  };
  const {report, findings, isMisasked} = await record(question, world);
  for (const finding of findings) render(findingLines(finding, []), false);
  if (report === null) return isMisasked === true ? 2 : 3;
  JSON.stringify(jsonOf(report, clean));
  printTerminal(recordDocument(report, {full: question.full}), {width: 100, colour: false, clean});
  return 0;
}

process.on('message', message => void read(message));

/** @param {unknown} message */
async function read(message) {
  const {seed} = /** @type {{seed: number}} */ (message);
  rmSync(folder, {recursive: true, force: true});
  keepMutant(folder, seed);
  const start = performance.now();
  let [exit, fault] = [70, /** @type {string | null} */ (null)];
  try {
    exit = await exitOf(seed);
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const mebibytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
  process.send?.({seed, exit, ms: performance.now() - start, mebibytes, fault});
}

process.on('disconnect', () => process.exit(0));
process.send?.('ready');
