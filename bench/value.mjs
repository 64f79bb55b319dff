// What the full offer of the flagship is worth, 100,000 paths from cold: eight terms over 16 quarters. Prints the milliseconds of
// processor time of the whole process, its start included; with "--numpy" those of bench/value.py, the same model in vectorised
// numpy; with "--show" what it is worth, to be held against what the other says; with "--memory" the most megabytes it held.
//     node bench/value.mjs [--paths 100000] [--numpy] [--show | --memory]
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {isCalled, root} from '../scripts/program.mjs';

/** The Python of `.cache/numpy`, or the one of the path: it is to have numpy. */
export function python() {
  const own = `${root}/.cache/numpy/bin/python`;
  return existsSync(own) ? own : 'python3';
}

if (isCalled(import.meta.url)) {
  const {values} = parseArgs({
    options: {
      paths: {type: 'string', default: '100000'},
      numpy: {type: 'boolean', default: false},
      show: {type: 'boolean', default: false},
      memory: {type: 'boolean', default: false},
    },
  });
  process.stdout.write(values.numpy ? inNumpy(values) : await here(values));
}

/** @param {{paths: string, show: boolean}} values */
function inNumpy({paths, show}) {
  const args = ['bench/value.py', paths, ...(show ? ['--show'] : [])];
  const one = {OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1'};
  const {status, stdout, stderr} = spawnSync(python(), args, {
    cwd: root,
    env: {...process.env, ...one},
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bench/value.py ended with ${status}: ${stderr}`);
  return stdout;
}

/** @param {{paths: string, show: boolean, memory: boolean}} values */
async function here({paths, show, memory}) {
  const {flagship, model} = await import('./value-offer.mjs');
  // What values offers, and no more of the library: numpy is loaded without scipy too.
  const {valueOffers} = await import('../dist/lib/terms/value/valuation.js');
  const {offers} = valueOffers([flagship], {seed: 1, model, paths: Number(paths)});
  const {user, system} = process.cpuUsage();
  if (memory) return `${process.resourceUsage().maxRSS / 1024}\n`;
  if (!show) return `${(user + system) / 1000}\n`;
  const [value] = offers;
  if (value === undefined) throw new Error('no offer was valued');
  const {mean, standardError, p10, p50, p90, certain} = value;
  const shown = Object.entries({mean, standardError, p10, p50, p90, certain});
  return `${shown.map(([name, one]) => `${name} ${Math.round(one)}`).join(', ')}\n`;
}
