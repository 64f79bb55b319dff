// Mutates guides, reads and audits each mutant, and reports crashes and the slowest reading. From the repository root,
// after a build:
//     node bench/fuzz.mjs [--runs 100000] [--seed 1] [--keep DIR] [--scale]
// A mutant that crashes is kept in DIR, with its seed. `--scale` reads texts of up to 50 MB instead, and says the time
// for each megabyte, which must not grow.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root, say} from '../scripts/program.mjs';
import {stream} from './stream.mjs';

/** @type {typeof import('../src/guide/index.ts')} */
const {audit, guideJson, readGuide} = await import(join(root, 'dist/lib/guide/index.js'));
/** @type {typeof import('../src/base/index.ts')} */
const {shippedRates, source} = await import(join(root, 'dist/lib/base/index.js'));
/** @type {typeof import('../src/calendar/index.ts')} */
const {shippedConventions} = await import(join(root, 'dist/lib/calendar/index.js'));

const {values} = parseArgs({
  options: {
    runs: {type: 'string', default: '100000'},
    seed: {type: 'string', default: '1'},
    keep: {type: 'string', default: '.cache/fuzz'},
    scale: {type: 'boolean', default: false},
  },
});
const rates = shippedRates();
const conventions = shippedConventions();
const SLOW_MS = 50;
const WARM = 500;
const PIECES = [
  '|',
  '**',
  '> ',
  '\n\n',
  '- ',
  '#### ',
  '$',
  '£95K',
  '12%',
  '[',
  '](',
  '`',
  '\n|---|---|\n',
  '\0',
  '\r\n',
  '7,5',
  '💷',
  '"',
  '\\',
  '$[X]',
  '[1]',
  '\t',
  ' '.repeat(40),
  '*'.repeat(40),
  '9'.repeat(40),
  '<!--',
  '```\n',
  '\n    ',
  '](http://a.b/(c',
  '—',
];

/** @param {readonly string[]} guides @param {number} seed */
function mutant(guides, seed) {
  const next = stream(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = list => /** @type {T} */ (list[Math.floor(next() * list.length)]);
  let text = pick(guides);
  for (let edits = 1 + Math.floor(next() * 6); edits > 0; edits--) {
    const [from, to] = [next(), next()].map(at => Math.floor(at * text.length)).sort((a, b) => a - b);
    const near = Math.min(text.length, (from ?? 0) + Math.floor(next() * 200));
    const kind = Math.floor(next() * 6);
    if (kind === 0) text = text.slice(0, from) + text.slice(near);
    else if (kind === 1) text = text.slice(0, near) + text.slice(from, near) + text.slice(near);
    else if (kind === 2) text = text.slice(0, from) + pick(PIECES) + text.slice(near);
    else if (kind === 3) text = text.slice(0, from) + pick(PIECES) + text.slice(from);
    else if (kind === 4) text = text.slice(0, from) + pick(guides).slice(from, to) + text.slice(to);
    else {
      const lines = text.split('\n');
      const [i, j] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)];
      [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
      text = lines.join('\n');
    }
  }
  return text;
}

/**
 * Reads, audits and, where `print` says so, makes the JSON; the time of it in milliseconds.
 *
 * @param {string} text
 * @param {boolean} [print] off for texts of 50 MB, whose JSON is longer than a string can be
 */
function timed(text, print = true) {
  const start = performance.now();
  const reading = readGuide('mutant.md', text);
  const findings =
    reading.guide === null
      ? []
      : audit(reading.guide, source('mutant.md', text), {rates, conventions, today: '2026-11-22'});
  if (print)
    JSON.stringify(
      guideJson({guide: reading.guide, findings: [...reading.findings, ...findings]}, 'mutant.md'),
    );
  return performance.now() - start;
}

function fuzz() {
  const guides = library();
  const [runs, first] = [Number(values.runs), Number(values.seed)];
  say(`${runs} mutants of ${guides.length} guides, seeds from ${first}`);
  let crashes = 0;
  /** @type {{seed: number, ms: number, characters: number}[]} */
  const slow = [];
  for (let run = 0; run < runs; run++) {
    const seed = first + run;
    const text = mutant(guides, seed);
    try {
      const ms = timed(text);
      // a second look: what was slow once may have met the collector
      if (run >= WARM && ms > SLOW_MS / 2)
        slow.push({seed, ms: Math.min(ms, timed(text)), characters: text.length});
    } catch (error) {
      crashes++;
      mkdirSync(values.keep, {recursive: true});
      writeFileSync(join(values.keep, `${seed}.md`), text);
      say(
        `seed ${seed} crashes, kept in ${values.keep}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
  }
  slow.sort((a, b) => b.ms - a.ms);
  const [slowest] = slow;
  const over = slow.filter(({ms}) => ms > SLOW_MS).length;
  process.stdout.write(
    `${JSON.stringify({runs, seed: first, crashes, over_50_ms: over, slowest: slowest ?? null})}\n`,
  );
  return crashes === 0;
}

/** Guides beside the repository where there are some, else the example. */
function library() {
  const shared = join(root, '..', 'shared', 'guides');
  const folder = existsSync(shared) ? shared : join(root, 'examples');
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'));
}

/** @type {Readonly<Record<string, (size: number) => string>>} */
const SHAPES = {
  'lines of quotes': size => '> a quote of $5K and 3%\n'.repeat(size / 24),
  'quotes in quotes': size => '> > > > > deep $5K\n'.repeat(size / 19),
  'ten thousand columns': size => {
    const row = `|${' $5K |'.repeat(10_000)}\n`;
    return `|${' Base |'.repeat(10_000)}\n|${'---|'.repeat(10_000)}\n${row.repeat(size / row.length)}`;
  },
  'rows of a table': size =>
    `| Region | Base | Bonus |\n|---|---|---|\n${'| Oslo | $5K - $6K | 10% |\n'.repeat(size / 27)}`,
  bullets: size => '- a bullet of $5K and 3%, for each pod\n'.repeat(size / 39),
  'one paragraph': size => 'Each pod makes $5K per minute. '.repeat(size / 31),
  brackets: size => '[$[X] '.repeat(size / 6),
};

function scale() {
  const head =
    '### Engineer | Larkspur Negotiation Guide\n\n> **Negotiate Up Strategy:** Anchor at $195K base.\n\n';
  for (const [name, shape] of Object.entries(SHAPES)) {
    const times = [1, 10, 50].map(megabytes => {
      const text = head + shape(megabytes * 1e6);
      return `${megabytes} MB ${((timed(text, false) / text.length) * 1e6).toFixed(0)} ms/MB`;
    });
    process.stdout.write(`${name}: ${times.join(', ')}\n`);
  }
  return true;
}

process.exitCode = (values.scale ? scale() : fuzz()) ? 0 : 1;
