import {spawnSync} from 'node:child_process';
import {root} from '../scripts/program.mjs';

/**
 * A ratio of medians, with a budget for it; `goal_ms` is a wish for the wall time itself, on a machine of our own.
 *
 * @typedef {{name: string, ratio: number, budget?: number, goal_ms?: number, median_ms: number, reference_ms: number, runs: number}} Figure
 */

/**
 * What of a run counts: all of it, the processor time of its threads, or the milliseconds that it prints.
 *
 * @typedef {'wall' | 'processor' | 'told'} Counts
 */

/**
 * Runs two programs in turns, so that both meet the same weather, and compares the medians of their wall times,
 * or of their processor times, which tell less of what else a machine does.
 * The first turn only warms the disk. Throws where a program fails: a time without a result is no time.
 *
 * @param {{name: string, budget?: number, goal_ms?: number, runs: number, program: readonly string[], reference: readonly string[],
 *   codes?: readonly number[], env?: Readonly<Record<string, string>>, counts?: Counts, before?: () => void}} race argument
 *   lists for node; `codes` are the exit codes of success; `before` comes before each run of the program
 * @returns {Figure}
 */
export function race({
  name,
  budget,
  goal_ms,
  runs,
  program,
  reference,
  codes = [0],
  env = {},
  counts = 'wall',
  before = () => {},
}) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const references = [];
  for (let turn = 0; turn <= runs; turn++) {
    const reference_ms = timeOf(reference, codes, {}, counts);
    before();
    const time_ms = timeOf(program, codes, env, counts);
    if (turn === 0) continue;
    references.push(reference_ms);
    times.push(time_ms);
  }
  const [time, ref] = [median(times), median(references)];
  return {
    name,
    ratio: round(time / ref, 3),
    ...(budget === undefined ? {} : {budget}),
    ...(goal_ms === undefined ? {} : {goal_ms}),
    median_ms: round(time, 1),
    reference_ms: round(ref, 1),
    runs,
  };
}

/**
 * @param {readonly string[]} args
 * @param {readonly number[]} codes
 * @param {Readonly<Record<string, string>>} env
 * @param {Counts} counts
 */
function timeOf(args, codes, env, counts) {
  const start = performance.now();
  const flags = counts === 'processor' ? ['-r', './bench/cpu.cjs'] : [];
  const {status, stdout, stderr, output} = spawnSync(process.execPath, [...flags, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: {...process.env, ...env},
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  const time = performance.now() - start;
  if (status === null || !codes.includes(status))
    throw new Error(`node ${args.slice(0, 3).join(' ')} ended with ${status}: ${stderr.trim()}`);
  if (counts === 'wall') return time;
  return Number(counts === 'told' ? stdout : output[3]);
}

/** @param {readonly number[]} values one or more */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

/**
 * @param {number} value
 * @param {number} digits
 */
function round(value, digits) {
  return Number(value.toFixed(digits));
}
