// Mutates case.yaml, an offer, moves.jsonl, record.yaml with its exports, wage tables and guides, and reads each mutant by the
// commands that read such files. After a build:
//     npm run fuzz -- [--runs 100000] [--only case,record] [--seed 1] [--keep DIR] [--seconds 5]
// `--runs` are mutants of each kind. What must not be: another exit code than is promised, an error that ends with 0, JSON
// that is none, more than 5 s of processor or 20 by the clock, more than 1 GiB. A mutant that fails is kept in DIR by its kind and seed, to read it with the
// command that is said. A run that was ended goes on with `--only` and `--seed` of its last line.
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {say} from '../scripts/program.mjs';
import {KINDS} from './fuzz/kinds.mjs';
import {MOST_MEBIBYTES, readAll} from './fuzz/lanes.mjs';

/** @typedef {import('./fuzz/reader.mjs').Reading} Reading */

const {values} = parseArgs({
  options: {
    runs: {type: 'string', default: '100000'},
    only: {type: 'string', default: Object.keys(KINDS).join()},
    seed: {type: 'string', default: '1'},
    keep: {type: 'string', default: '.cache/fuzz'},
    seconds: {type: 'string', default: '5'},
  },
});
const [runs, first, seconds] = [Number(values.runs), Number(values.seed), Number(values.seconds)];
if (!(runs >= 1 && first >= 0 && seconds > 0)) throw new Error('--runs, --seed and --seconds are numbers');
const kinds = values.only.split(',');
const unknown = kinds.find(kind => KINDS[kind] === undefined);
if (unknown !== undefined)
  throw new Error(`--only ${unknown}: expected some of ${Object.keys(KINDS).join()}`);

/** After so many mutants a line says how far it has come, and of so many faults of a kind each is told. */
const [STEP, MOST_TOLD] = [5000, 20];

/** How a kind fares. @param {string} kind */
async function fuzz(kind) {
  /** @type {Record<string, number>} */
  const exits = {};
  const fare = {kind, runs: 0, seed: first, failed: 0, exits, slowest: {ms: 0, seed: first}, mebibytes: 0};
  /** @param {Reading} reading */
  const take = ({seed, exits: codes, ms, mebibytes, fault}) => {
    for (const code of codes) exits[code] = (exits[code] ?? 0) + 1;
    if (ms > fare.slowest.ms) fare.slowest = {ms: Math.round(ms), seed};
    fare.mebibytes = Math.max(fare.mebibytes, mebibytes);
    const slow = ms > seconds * 1000 ? `takes ${Math.round(ms)} ms of processor` : null;
    const why = fault ?? slow ?? (mebibytes > MOST_MEBIBYTES ? `takes ${mebibytes} MiB` : null);
    if (why !== null) {
      fare.failed++;
      const folder = join(values.keep, `${kind}-${seed}`);
      if (fare.failed <= MOST_TOLD)
        say(
          `${kind}, seed ${seed} ${why}\n  parley ${KINDS[kind]
            ?.commands(folder, seed)
            .map(line => line.join(' '))
            .join('; parley ')}`,
        );
      void KINDS[kind]?.keep(folder, seed);
    }
    if (++fare.runs % STEP === 0)
      say(
        `${kind}: ${fare.runs} of ${runs}, ${fare.failed} failed; --only ${kind} --seed ${seed} goes on here`,
      );
  };
  const seeds = (function* () {
    for (let seed = first; seed < first + runs; seed++) yield seed;
  })();
  await readAll(kind, seeds, {seconds, take});
  return fare;
}

const began = performance.now();
let [failed, all, slowest, mebibytes] = [0, 0, 0, 0];
for (const kind of kinds) {
  const fare = await fuzz(kind);
  process.stdout.write(`${JSON.stringify(fare)}\n`);
  failed += fare.failed;
  all += fare.runs;
  slowest = Math.max(slowest, fare.slowest.ms);
  mebibytes = Math.max(mebibytes, fare.mebibytes);
}
const minutes = Math.round((performance.now() - began) / 6000) / 10;
process.stdout.write(
  `${JSON.stringify({kinds: kinds.length, runs: all, failed, slowest_ms: slowest, mebibytes, minutes})}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
