// What the full offer of the flagship is worth, 100,000 paths from cold: eight terms over 16 quarters. Prints the milliseconds of
// processor time of the whole process, its start included; with "--numpy" those of bench/value.py, the same model in vectorised
// numpy; with "--show" what it is worth, to be held against what the other says.
//     node bench/value.mjs [--paths 100000] [--numpy] [--show]
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {root} from '../scripts/program.mjs';

const {values} = parseArgs({
  options: {
    paths: {type: 'string', default: '100000'},
    numpy: {type: 'boolean', default: false},
    show: {type: 'boolean', default: false},
  },
});

if (values.numpy) {
  const args = ['bench/value.py', values.paths, ...(values.show ? ['--show'] : [])];
  const one = {OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1'};
  const {status, stdout, stderr} = spawnSync(python(), args, {
    cwd: root,
    env: {...process.env, ...one},
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bench/value.py ended with ${status}: ${stderr}`);
  process.stdout.write(stdout);
} else {
  const {flagship, model} = await import('./value-offer.mjs');
  // What values offers, and no more of the library: numpy is loaded without scipy too.
  const {valueOffers} = await import('../dist/lib/terms/value/valuation.js');
  const {offers} = valueOffers([flagship], {seed: 1, model, paths: Number(values.paths)});
  const {user, system} = process.cpuUsage();
  const [{mean, standardError, p10, p50, p90, certain}] =
    /** @type {[import('../src/terms/index.ts').OfferValue]} */ (offers);
  const shown = Object.entries({mean, standardError, p10, p50, p90, certain});
  process.stdout.write(
    values.show
      ? `${shown.map(([name, value]) => `${name} ${Math.round(value)}`).join(', ')}\n`
      : `${(user + system) / 1000}\n`,
  );
}

/** The Python of `.cache/numpy`, or the one of the path: it is to have numpy. */
function python() {
  const own = `${root}/.cache/numpy/bin/python`;
  return existsSync(own) ? own : 'python3';
}
