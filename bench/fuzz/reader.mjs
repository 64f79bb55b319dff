// Reads mutants for bench/fuzz.mjs, one after the other, in the folder that it is given: by the commands as they are shipped,
// in one process, so that a mutant costs no start of a program.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/program.mjs';
import {KINDS} from './kinds.mjs';

/**
 * How one mutant was read: the exit codes of its commands, processor time, the most memory that this process has held, what
 * must not be, if anything, and whether the process was lost with it.
 *
 * @typedef {{seed: number, exits: readonly number[], ms: number, mebibytes: number, fault: string | null, isLost: boolean}} Reading
 */

const [folder = ''] = process.argv.slice(2);
/** @type {{start: (inputs: readonly string[], version: string) => Promise<void>}} */
const {start} = await import(join(root, 'dist', 'bin', 'chunks', 'app.js'));

const told = {out: '', err: ''};
for (const [name, stream] of /** @type {const} */ ([
  ['out', process.stdout],
  ['err', process.stderr],
])) {
  // Every run listens for a reader that goes away.
  stream.setMaxListeners(0);
  stream.write = /** @param {string | Uint8Array} text */ text => {
    told[name] += String(text);
    return true;
  };
}

/** What must not be, of one command line and how it ended; null where it ended as it should. @param {readonly string[]} inputs @param {number} exit */
function faultOf(inputs, exit) {
  const {out, err} = told;
  if (![0, 1, 2, 3].includes(exit)) return `ends with ${exit}: ${err.trim().slice(-400)}`;
  if (exit === 1 && !inputs.includes('--fail-on')) return 'ends with 1, and nobody asked for it';
  // Where no move is left, there is nothing to take back.
  if (exit === 2 && !inputs.includes('--undo'))
    return `ends with 2, and it is called rightly: ${err.trim().slice(0, 400)}`;
  // Of a guide its reading tells, on stdout, what is wrong with it.
  if (exit === 3 && err.trim() === '' && !(inputs[0] === 'guide' && out.trim() !== ''))
    return 'ends with 3, and does not say why';
  if (exit === 0 && out.trim() === '' && err.trim() === '') return 'ends with 0, and says nothing';
  // A move is taken back whatever stands on other lines, rows are left out where that is asked for, and a guide is audited.
  const isLenient = inputs[0] === 'guide' || inputs.includes('--undo') || inputs.includes('--skip-bad');
  const error = isLenient ? null : /^(?:\S+ )?error .*/m.exec(err);
  if (exit === 0 && error !== null) return `says an error and ends with 0: ${error[0]}`;
  if (exit === 0 && (inputs.includes('--json') || inputs.includes('--sarif'))) {
    try {
      for (const text of inputs[0] === 'move' ? out.split('\n').filter(line => line !== '') : [out])
        if (text !== '') JSON.parse(text);
    } catch (error) {
      return `prints no JSON: ${String(error)}`;
    }
  }
  return null;
}

/** What a command set it to: to the compiler it is still what it was before. @param {{exitCode?: unknown}} of */
function codeOf({exitCode}) {
  return Number(exitCode ?? 0);
}

/** @param {string} kind @param {number} seed @returns {Promise<Reading>} */
async function read(kind, seed) {
  const one = KINDS[kind];
  if (one === undefined) throw new Error(`no kind of mutants: ${kind}`);
  rmSync(folder, {recursive: true, force: true});
  await one.keep(folder, seed);
  const before = process.cpuUsage();
  /** @type {number[]} */
  const exits = [];
  /** @type {string | null} */
  let fault = null;
  for (const inputs of one.commands(folder, seed)) {
    [told.out, told.err, process.exitCode] = ['', '', 0];
    await start(inputs, '0');
    const exit = codeOf(process);
    exits.push(exit);
    fault ??= faultOf(inputs, exit);
    process.stdout.removeAllListeners('error');
  }
  process.exitCode = 0;
  const {user, system} = process.cpuUsage(before);
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 2 ** 10);
  return {seed, exits, ms: (user + system) / 1000, mebibytes, fault, isLost: false};
}

process.on('message', message => {
  const {kind, seed} = /** @type {{kind: string, seed: number}} */ (message);
  void read(kind, seed).then(
    reading => process.send?.(reading),
    error => {
      throw error;
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
