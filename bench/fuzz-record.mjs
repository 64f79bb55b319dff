// Mutates record.yaml and the exports it names, reads each mutant as `parley record` does, and reports crashes (exit 70),
// readings of over 5 s and memory of over 1 GiB. From the repository root, after a build:
//     node bench/fuzz-record.mjs [--runs 5000 | --long] [--seed 1] [--keep DIR] [--seconds 5]
// `--long` reads 100,000; `--seconds` gives a machine with much to do more time. What fails is kept in DIR by its seed, as a folder that `parley record DIR/SEED` reads.
import {fork} from 'node:child_process';
import {cpus, tmpdir} from 'node:os';
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {say} from '../scripts/program.mjs';
import {keepMutant} from './fuzz/mutant.mjs';

/** @typedef {{seed: number, exit: number, ms: number, mebibytes: number, fault: string | null}} Reading */

const MOST_MEBIBYTES = 1024;
const LONG = '100000';

const {values} = parseArgs({
  options: {
    runs: {type: 'string', default: '5000'},
    long: {type: 'boolean', default: false},
    seed: {type: 'string', default: '1'},
    keep: {type: 'string', default: '.cache/fuzz-record'},
    seconds: {type: 'string', default: '5'},
  },
});
const runs = Number(values.long ? LONG : values.runs);
const first = Number(values.seed);
const place = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
const reader = fileURLToPath(new URL('fuzz/reader.mjs', import.meta.url));

/** @type {Map<number, number>} */
const exits = new Map();
/** @type {Reading | null} */
let slowest = null;
let [most, failed, next] = [0, 0, first];

/** @param {number} seed @param {string} what */
function fail(seed, what) {
  failed++;
  keepMutant(join(values.keep, String(seed)), seed);
  say(`seed ${seed} ${what}, kept in ${join(values.keep, String(seed))}`);
}

/** Reads mutants in a process of its own, and begins another where one hangs, dies or has grown. @param {number} lane */
function work(lane) {
  return new Promise(done => {
    /** @type {number | null} */
    let again = null;
    const begin = () => {
      const child = fork(reader, [join(place, String(lane))], {
        execArgv: [`--max-old-space-size=${MOST_MEBIBYTES}`],
      });
      let seed = -1;
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const give = () => {
        if (again !== null) {
          ask(again);
          return;
        }
        if (next >= first + runs) {
          child.disconnect();
          done(undefined);
          return;
        }
        ask(next++);
      };
      /** @param {number} one */
      const ask = one => {
        seed = one;
        timer = setTimeout(() => {
          // A second look: on a machine with much to do a reading may wait for its turn.
          if (again === null) again = seed;
          else {
            again = null;
            fail(seed, `has not been read within ${values.seconds} s, twice`);
          }
          child.kill('SIGKILL');
        }, Number(values.seconds) * 1000);
        child.send({seed});
      };
      child.on(
        'message',
        /** @param {unknown} message */ message => {
          clearTimeout(timer);
          if (message !== 'ready') again = null;
          if (message !== 'ready') take(/** @type {Reading} */ (message));
          give();
        },
      );
      child.on('exit', (code, signal) => {
        clearTimeout(timer);
        if (code === 0) return;
        if (signal !== 'SIGKILL') fail(seed, `ended its reader (${signal ?? code})`);
        begin();
      });
    };
    begin();
  });
}

/** @param {Reading} reading */
function take(reading) {
  const {seed, exit, ms, mebibytes, fault} = reading;
  exits.set(exit, (exits.get(exit) ?? 0) + 1);
  if (slowest === null || ms > slowest.ms) slowest = reading;
  most = Math.max(most, mebibytes);
  if (fault !== null) fail(seed, `crashes: ${fault}`);
  else if (![0, 1, 2, 3].includes(exit)) fail(seed, `ends with ${exit}`);
  if (mebibytes > MOST_MEBIBYTES) fail(seed, `takes ${mebibytes} MiB`);
}

say(`${runs} mutants of records, seeds from ${first}`);
await Promise.all(Array.from({length: Math.min(2, cpus().length)}, (_, lane) => work(lane)));
rmSync(place, {recursive: true, force: true});
const shown = slowest === null ? null : {seed: slowest['seed'], ms: Math.round(slowest['ms'])};
const told = {runs, seed: first, failed, exits: Object.fromEntries(exits), slowest: shown, mebibytes: most};
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exitCode = failed === 0 ? 0 : 1;
