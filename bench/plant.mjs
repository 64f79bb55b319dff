// Plants errors in guides, one in a copy of each, and counts how many the audit finds: its recall by kind and rule. From
// the repository root, after a build:
//     node bench/plant.mjs [GUIDES] [--seed 20261130] [--missed] [--json]
// GUIDES is a folder of guides, by default the one beside the repository. Found is what the audit says of the planted line
// under an expected rule and did not say of the untouched guide. Where it already had a finding of such a rule there, one
// more proves little, so the last column leaves those lines out. `--missed` lists what was not found, before and after.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {root, say} from '../scripts/program.mjs';
import {KINDS, pick, shuffled, stream} from './plant/errors.mjs';
import {payTable} from './plant/reading.mjs';

/** @typedef {import('./plant/reading.mjs').Guide} Guide */
/** @typedef {import('./plant/errors.mjs').Kind} Kind */
/** @typedef {import('./plant/errors.mjs').Site & {kind: Kind, guide: Guide}} Plant */
/** @typedef {{rule: string, message: string, span?: {line: number} | null}} Finding */
/** @typedef {Plant & {found: ReadonlySet<string>, already: boolean}} Result found: the rules that did */

const EACH = 100;
const TODAY = '2026-11-30';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    seed: {type: 'string', default: '20261130'},
    missed: {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
  },
});

/** The guides of a folder, by the folder each lies in: a company. @param {string} folder */
function companiesIn(folder) {
  /** @type {Map<string, Guide[]>} */
  const companies = new Map();
  for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!file.endsWith('.md')) continue;
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const guide = {file, lines, rows: payTable(lines)};
    companies.set(dirname(file), [...(companies.get(dirname(file)) ?? []), guide]);
  }
  return [...companies.values()];
}

/** One error in each of so many guides, of the companies in turn. @param {Kind} kind @param {readonly (readonly Guide[])[]} companies @returns {Plant[]} */
function planted(kind, companies) {
  const next = stream(Number(values.seed) + kind.stream);
  const queues = shuffled(companies, next).map(guides =>
    shuffled(guides, next).flatMap(guide => {
      const sites = kind.sites(guide, next);
      return sites.length === 0 ? [] : [{...pick(sites, next), kind, guide}];
    }),
  );
  const rounds = Math.max(0, ...queues.map(queue => queue.length));
  const inTurn = Array.from({length: rounds}, (_, round) => queues.flatMap(queue => queue[round] ?? []));
  return inTurn.flat().slice(0, EACH);
}

/** What the audit finds in each of the texts. @param {readonly string[]} texts @returns {Finding[][]} */
function audited(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-plant-'));
  try {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.md`), text);
    const args = ['dist/bin/parley.js', 'guide', '--json', '--today', TODAY, folder];
    const how = /** @type {const} */ ({cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30});
    const {status, stdout, stderr} = spawnSync(process.execPath, args, how);
    if (status !== 0) throw new Error(`parley guide ended with ${status}: ${stderr}`);
    /** @type {Finding[][]} */
    const findings = [];
    for (const line of stdout.trimEnd().split('\n')) {
      const reading = JSON.parse(line);
      if (reading.kind !== 'together') findings[Number(basename(reading.path, '.md'))] = reading.findings;
    }
    return findings;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** @param {readonly Plant[]} plants @returns {Result[]} */
function judged(plants) {
  const untouched = [...new Set(plants.map(({guide}) => guide))];
  say(`${plants.length} copies of ${untouched.length} guides with an error each, seed ${values.seed}`);
  const findings = audited([
    ...untouched.map(({lines}) => lines.join('\n')),
    ...plants.map(({guide, line, after}) => guide.lines.with(line, after).join('\n')),
  ]);
  return plants.map((plant, i) => {
    const {rules} = plant.kind;
    const [before, after] = [untouched.indexOf(plant.guide), untouched.length + i].map(at =>
      (findings[at] ?? []).filter(({rule, span}) => rules.includes(rule) && span?.line === plant.line + 1),
    );
    const known = new Set(before?.map(({rule, message}) => `${rule} ${message}`));
    const fresh = (after ?? []).filter(({rule, message}) => !known.has(`${rule} ${message}`));
    return {...plant, found: new Set(fresh.map(({rule}) => rule)), already: known.size > 0};
  });
}

/** The counts of some results, for a rule or for any of those expected. @param {string} error @param {readonly Result[]} results @param {string | null} rule */
function row(error, results, rule) {
  const count = (/** @type {readonly Result[]} */ of) =>
    of.filter(({found}) => (rule === null ? found.size > 0 : found.has(rule))).length;
  const rest = results.filter(({already}) => !already);
  const [planted, found, clean, foundClean] = [results.length, count(results), rest.length, count(rest)];
  return {error, rule, planted, found, recall: found / planted, clean, found_clean: foundClean};
}

/** @param {Result} result what was changed, with some of the line around it */
function change({kind, guide, line, after}) {
  const before = guide.lines[line] ?? '';
  let start = 0;
  while (before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  const around = (/** @type {string} */ text) =>
    text.length > 240 ? `…${text.slice(Math.max(0, start - 100), text.length - end + 60)}…` : text;
  return {error: kind.error, file: guide.file, line: line + 1, before: around(before), after: around(after)};
}

const folder = positionals[0] ?? join(root, '..', 'shared', 'guides');
if (!existsSync(folder)) throw new Error(`no guides in ${folder}`);
const companies = companiesIn(folder);
const results = judged(KINDS.flatMap(kind => planted(kind, companies)));
const rows = KINDS.flatMap(({error, rules}) => {
  const own = results.filter(({kind}) => kind.error === error);
  const [only, ...more] = rules;
  return more.length === 0
    ? [row(error, own, only ?? null)]
    : [row(error, own, null), ...rules.map(rule => row(error, own, rule))];
});
const five = results.filter(({kind}) => !kind.extra);
rows.push(row('the five together', five, null));
const missed = values.missed ? results.filter(({found}) => found.size === 0).map(change) : [];
if (values.json) {
  console.log(JSON.stringify({seed: Number(values.seed), rows, ...(values.missed ? {missed} : {})}));
} else {
  const percent = (/** @type {number} */ found, /** @type {number} */ of) =>
    of === 0 ? '' : `${((100 * found) / of).toFixed(0)}%`;
  console.log(
    '| error | rule | planted | found | recall | of lines without such a finding |\n|---|---|--:|--:|--:|--:|',
  );
  for (const {error, rule, planted, found, clean, found_clean} of rows) {
    const rest = `${found_clean} of ${clean}, ${percent(found_clean, clean)}`;
    console.log(
      `| ${error} | ${rule ?? 'any of them'} | ${planted} | ${found} | ${percent(found, planted)} | ${rest} |`,
    );
  }
  for (const {error, file, line, before, after} of missed)
    console.log(`\n${file}:${line} ${error}\n- ${before}\n+ ${after}`);
}
