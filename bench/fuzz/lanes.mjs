// Processes that read mutants side by side. One that hangs, dies or has grown is ended, and another takes its place.
import {fork} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** @typedef {import('./reader.mjs').Reading} Reading */

export const MOST_MEBIBYTES = 1024;
/** A process that has come so far is ended before what piles up over mutants is taken for one mutant's. */
const GROWN = 700;
/** A machine with much to do takes so many times as long as one that is quiet; the processor's own time says the rest. */
const PATIENCE = 4;
const reader = fileURLToPath(new URL('reader.mjs', import.meta.url));

/**
 * Reads the mutants of a kind, each seed of `seeds` once, and gives every reading to `take`. One that takes too long, too
 * much memory or its process with it is read again in a process of its own before that counts: a machine with much to do
 * lets a reading wait, and a process that has read thousands holds more than one of them needs.
 *
 * @param {string} kind
 * @param {Iterator<number, void>} seeds
 * @param {{seconds: number, take: (reading: Reading) => void}} how
 */
export async function readAll(kind, seeds, {seconds, take}) {
  const place = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
  const lanes = Array.from({length: Math.min(2, availableParallelism())}, (_, lane) =>
    work(join(place, String(lane))),
  );
  await Promise.all(lanes);
  rmSync(place, {recursive: true, force: true});

  /** @param {string} folder */
  async function work(folder) {
    /** @type {number | null} */
    let again = null;
    for (;;) {
      const child = lane(folder);
      try {
        for (;;) {
          /** @type {IteratorResult<number, void>} */
          const next = again === null ? seeds.next() : {value: again, done: false};
          if (next.done === true) return;
          /** @type {number} */
          const seed = next.value;
          const reading = await child.read(kind, seed, seconds);
          const isFailed = reading.isLost || reading.mebibytes > MOST_MEBIBYTES;
          const isAgain = again !== null;
          if (isFailed && !isAgain) {
            again = seed;
            break;
          }
          again = null;
          take(reading);
          if (isAgain || reading.mebibytes > GROWN) break;
        }
      } finally {
        child.end();
      }
    }
  }
}

/** A process that reads in a folder. @param {string} folder */
function lane(folder) {
  const child = fork(reader, [folder], {
    execArgv: [`--max-old-space-size=${MOST_MEBIBYTES}`],
    env: {...process.env, PARLEY_THREADS: '1', NO_COLOR: '1'},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  const ready = new Promise(resolve => child.once('message', resolve));
  return {
    end: () => child.kill('SIGKILL'),
    /** @param {string} kind @param {number} seed @param {number} seconds @returns {Promise<Reading>} */
    async read(kind, seed, seconds) {
      /** @param {string} fault @returns {Reading} */
      const failed = fault => ({seed, exits: [], ms: 0, mebibytes: 0, fault, isLost: true});
      /** @type {Promise<Reading>} */
      const ended = new Promise(resolve =>
        child.once('exit', (code, signal) => resolve(failed(`ends its process (${signal ?? code})`))),
      );
      await Promise.race([ready, ended]);
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      /** @type {Promise<Reading>} */
      const late = new Promise(resolve => {
        const wait = PATIENCE * seconds;
        timer = setTimeout(resolve, wait * 1000, failed(`is not read within ${wait} s`));
      });
      /** @type {Promise<Reading>} */
      const answer = new Promise(resolve =>
        child.once('message', one => resolve(/** @type {Reading} */ (one))),
      );
      child.send({kind, seed});
      const reading = await Promise.race([answer, ended, late]);
      clearTimeout(timer);
      child.removeAllListeners('exit');
      return reading;
    },
  };
}
