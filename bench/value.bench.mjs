// What the flagship's full offer is worth, from cold, over the same model in vectorised numpy; whole processes, in processor time.
import {spawnSync} from 'node:child_process';
import {root} from '../scripts/program.mjs';
import {race} from './race.mjs';
import {python} from './value.mjs';

/** What `parley` tells Node 20 before it begins (src/cli/main.ts): to wait longer before it compiles. */
const TOLD = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=400000'] : [];
const PROGRAM = [...TOLD, 'bench/value.mjs'];

export function* figures() {
  if (spawnSync(python(), ['-c', 'import numpy']).status !== 0)
    return process.stderr.write(
      'value: no numpy. python3 -m venv .cache/numpy && .cache/numpy/bin/pip install numpy\n',
    );
  yield race({
    name: 'value of an offer of eight terms, 16 quarters, 100,000 paths, over numpy',
    budget: 2,
    runs: 9,
    counts: 'told',
    program: PROGRAM,
    reference: ['bench/value.mjs', '--numpy'],
  });
  yield race({
    name: 'the same with 400,000 paths, over 100,000',
    budget: 4,
    runs: 5,
    counts: 'told',
    program: [...PROGRAM, '--paths', '400000'],
    reference: PROGRAM,
  });
  const {stdout} = spawnSync(process.execPath, [...PROGRAM, '--memory'], {encoding: 'utf8', cwd: root});
  yield {name: 'megabytes that 100,000 paths hold at most', count: Math.round(Number(stdout)), most: 100};
}
