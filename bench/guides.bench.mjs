// A whole family of guides read and audited, against the Markdown lexer alone over the same bytes.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {root, say} from '../scripts/program.mjs';
import {race} from './race.mjs';
import {countsOf} from './readings/places.mjs';

const library = join(root, '..', 'shared', 'guides');

export function* figures() {
  if (!existsSync(library)) {
    say('skipped: parley guide over the lexer (no library of guides beside the repository)');
    return;
  }
  const guides = readdirSync(library, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => relative(root, join(library, file)));
  const program = ['dist/bin/parley.js', 'guide', '--json', ...guides];
  const reference = ['bench/lexer.mjs', ...guides];
  // Findings at or above --fail-on are an answer, not a failure.
  const codes = [0, 1];
  yield race({
    name: `parley guide --json on ${guides.length} guides in one thread over marked's lexer alone`,
    budget: 2,
    runs: 3,
    program,
    reference,
    codes,
    env: {PARLEY_THREADS: '1'},
  });
  yield race({
    name: `parley guide --json on ${guides.length} guides in all threads over marked's lexer alone`,
    runs: 3,
    program,
    reference,
    codes,
  });
  yield* placesOfFigures(program);
  const peak = peakMemory(program);
  yield {
    name: `peak memory of parley guide --json on ${guides.length} guides, of ${MOST_MB} MB`,
    ratio: Number((peak / MOST_MB).toFixed(3)),
    budget: 1,
    peak_mb: Math.round(peak),
    runs: 1,
  };
}

const MOST_MB = 400;
const TELL_PEAK = 'process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS} `))';

/** The largest resident size of one run, all of its threads, in MB. @param {readonly string[]} args */
function peakMemory(args) {
  const hook = `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`;
  const {stderr} = spawnSync(process.execPath, ['--import', hook, ...args], {
    cwd: root,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  return Math.max(...[...stderr.matchAll(/peak (\d+) /g)].map(hit => Number(hit[1]))) / 1024;
}

/**
 * Where the sums of strategies and levers end: two counts that may only fall. The sums are looked for here by themselves, in
 * the text of each strategy and lever.
 *
 * @param {readonly string[]} program
 */
function* placesOfFigures(program) {
  const {stdout} = spawnSync(process.execPath, [...program], {
    cwd: root,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  const total = {sums: 0, nowhere: 0, unread: 0};
  for (const line of stdout.split('\n')) {
    const guide = line === '' ? {} : JSON.parse(line);
    if (guide.role === undefined || guide.role === null) continue;
    const counts = countsOf(guide, readFileSync(join(root, guide.path), 'utf8'));
    total.sums += counts.sums;
    total.nowhere += counts.nowhere;
    total.unread += counts.unread;
  }
  yield {
    name: `sums of strategies and levers that stand nowhere, of ${total.sums}`,
    count: total.nowhere,
    most: 0,
  };
  yield {
    name: `sums of strategies and levers that are unread, of ${total.sums}`,
    count: total.unread,
    most: Math.floor(total.sums * 0.02),
  };
}
