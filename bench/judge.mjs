// Draws findings of a rule over some guides, to be read beside them and judged right or wrong. From the repository root,
// after a build:
//     node bench/judge.mjs RULE [GUIDES ...] [--seed 1] [--count 30] [--today 2026-11-30] [--json]
// GUIDES are folders of guides, by default the one beside the repository. Prints each finding with the line that it speaks
// of, the head and the row of the pay table, and, where it speaks of a number of the strategy, the whole table.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '../scripts/program.mjs';
import {shuffled, stream} from './plant/errors.mjs';

/** @typedef {{rule: string, message: string, span?: {file?: string, line: number, column: number, from: number, to: number} | null}} Finding */
/** @typedef {Finding & {path: string}} Drawn */

/** Of a long line, so many characters on either side of what the finding speaks of. */
const AROUND = 320;
const FAMILY = join(root, '..', 'shared', 'guides');

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    seed: {type: 'string', default: '1'},
    count: {type: 'string', default: '30'},
    today: {type: 'string', default: '2026-11-30'},
    json: {type: 'boolean', default: false},
  },
});
const [rule = '', ...folders] = positionals;
if (rule === '') throw new Error('which rule? node bench/judge.mjs RULE [GUIDES ...]');

/** @param {string} folder @returns {Drawn[]} */
function findingsIn(folder) {
  if (!existsSync(folder)) throw new Error(`no guides in ${folder}`);
  const args = ['dist/bin/parley.js', 'guide', '--json', '--today', values.today, folder];
  const how = /** @type {const} */ ({cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30});
  const {status, stdout, stderr} = spawnSync(process.execPath, args, how);
  if (status !== 0) throw new Error(`parley guide ended with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .flatMap(line => {
      const {path, findings = []} = JSON.parse(line);
      return findings.flatMap((/** @type {Finding} */ one) =>
        one.rule === rule ? [{...one, path: one.span?.file ?? path}] : [],
      );
    });
}

/** The head of the first pay table and its rows. @param {readonly string[]} lines */
function tableOf(lines) {
  const ruler = lines.findIndex(line => /^\|[\s:|-]+\|\s*$/.test(line));
  const end = lines.findIndex((line, at) => at > ruler && !line.startsWith('|'));
  return ruler < 1 ? [] : lines.slice(ruler - 1, end < 0 ? undefined : end);
}

/** @param {Drawn} finding */
function shown({path, message, span}) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const line = span ? (lines[span.line - 1] ?? '') : '';
  const at = span ? span.column - 1 : 0;
  const [from, to] = [Math.max(0, at - AROUND), Math.min(line.length, at + AROUND)];
  const around = `${from > 0 ? '…' : ''}${line.slice(from, at)}⟦${line.slice(at, to)}${to < line.length ? '…' : ''}`;
  return [`${relative(root, path)}:${span?.line ?? 0}`, `  ${message}`, `  ${around}`, ...tableOf(lines)];
}

const all = (folders.length > 0 ? folders : [FAMILY]).flatMap(findingsIn);
const drawn = shuffled(all, stream(Number(values.seed))).slice(0, Number(values.count));
console.log(`${rule}: ${drawn.length} of ${all.length} findings, seed ${values.seed}`);
for (const [at, finding] of drawn.entries())
  console.log(values.json ? JSON.stringify(finding) : `\n${at + 1}. ${shown(finding).join('\n')}`);
