// Mutates case.yaml, an offer and moves.jsonl of a good case, and asks the desk for the plan, the list of moves and the
// taking back of one. From the repository root, after a build:
//     node bench/fuzz-case.mjs [--runs 5000] [--seed 1] [--keep DIR] [--file offer|case|moves]
//     node bench/fuzz-case.mjs --runs 100000
// `--runs` are mutants of each file. What must not be: a fault of ours, more than 5 s, more than 1 GiB, a plan from a case
// with an error, findings that point nowhere. A mutant that fails is kept in DIR, with its seed.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads';
import {root, say} from '../scripts/program.mjs';
import {stream} from './stream.mjs';

const TODAY = '2026-11-22';
const SLOW_MS = 5000;
const MOST_MB = 1024;
/** The moves are asked for once in so many mutants of the other two files. */
const SELDOM = 10;

const CASE = `parley: 1
who: Sam
role: DevOps Engineer
company: Example Capital
region: New York
guides: [guide.md]
today: ${TODAY}
deadline: 2026-12-04
seed: 7
facts:
  uptime:
    label: uptime of my systems
    value: 99.997
    unit: percent
    subject: uptime
    evidence: &paper {tier: documented, source: export of 2026-10-01}
    disclosure: private
  dailyPnl: {label: daily PnL, value: 19700000, unit: USD/day, evidence: *paper, disclosure: confidential}
  deskPnl: {label: PnL of a desk, value: 4000000, unit: USD/day, evidence: *paper, disclosure: confidential}
claims:
  - id: downtime
    says: my systems were down a minute a month
    formula: (1 - uptime) * 1000
disclosure:
  confidential: omit
  facts: {dailyPnl: {ratio: deskPnl}, deskPnl: round}
  neverSay: [current pay]
`;
const OFFER = `party: Example Capital
kind: target
role: DevOps Engineer
region: New York
made: 2026-11-18
expires: 2026-12-04
currency: USD
evidence: {tier: documented, source: letter of 2026-11-18}
scope:
  - {text: cross-pod scope, included: true}
terms:
  - component: base
    amount: $180K
    per: year
    guaranteed: true
    written: true
  - {component: bonus, amount: "95,000", per: year, condition: first year only}
  - component: pnl
    share: {percent: 2, of: PnL of the pods I run}
    per: year
  - {component: signOn, amount: 30000, per: once, disclosure: confidential}
`;
const MOVES = `{"at":"2026-11-18","by":"them","kind":"offer","currency":"USD","terms":[{"component":"base","amount":"$190K","per":"year"}]}
{"at":"2026-11-20T09:00:00-05:00","by":"me","kind":"ask","terms":[{"component":"signOn","amount":"$25K","per":"once"}]}
{"at":"2026-11-21","by":"me","kind":"note","says":"they run 143 pods"}
`;
const GUIDE = `# DevOps Engineer | Example Capital Negotiation Guide

## Compensation

| Region | Base | Bonus | Total |
|---|---|---|---|
| New York | $175,000 - $225,000 | $80,000 - $135,000 | $255,000 - $360,000 |
| London | £120,000 - £150,000 | £60,000 - £90,000 | £180,000 - £240,000 |

> **Negotiate Up Strategy:** Anchor at $215K base and $120K bonus. Accept at $190K base. Walk away below $175K.
`;
const TEXTS = {case: CASE, offer: OFFER, moves: MOVES};
const PLACES = {case: 'case.yaml', offer: 'offers/example.yaml', moves: 'moves.jsonl'};

/** What files break by: YAML's and JSON's own signs, words, numbers and days that are none, and floods. */
const PIECES = [
  ...'\t|: |- |{|}|[|]|"|\'|#|&a |*a|*paper|!x |? |>|\n|\n\n|\n  |\r|\r\n|---\n|<<: *paper|,|%|@|`|\0|\u2028|\uFEFF|é|\u001b'.split(
    '|',
  ),
  ...'2026-02-30|2062-01-01|-1|1e999|.nan|null|true|0x1F|__proto__|constructor|$|£195K|210,000|185|15%|195-205K'.split(
    '|',
  ),
  ...'../../etc/passwd|{"undoes":"0"}|"kind":"undo"|}{|\\u0000|\\ud800|1+1+1+|(1/0)|uptime|base|current|confidential'.split(
    '|',
  ),
  '['.repeat(300),
  '{'.repeat(300),
  '1+'.repeat(4096),
  '9'.repeat(400),
  ' '.repeat(2000),
  '*'.repeat(60),
  'q: &q [*q]\n',
];

/** @param {string} good @param {number} seed */
function mutant(good, seed) {
  const next = stream(seed);
  let text = good;
  for (let edits = 1 + Math.floor(next() * 4); edits > 0; edits--) {
    const from = Math.floor(next() * text.length);
    const to = Math.min(text.length, from + Math.floor(next() ** 2 * 120));
    const piece = PIECES[Math.floor(next() * PIECES.length)] ?? '';
    const kind = Math.floor(next() * 6);
    if (kind === 0) text = text.slice(0, from) + text.slice(to);
    else if (kind === 1) text = text.slice(0, to) + text.slice(from, to) + text.slice(to);
    else if (kind === 2) text = text.slice(0, from) + piece + text.slice(to);
    else if (kind === 3) text = text.slice(0, from) + piece + text.slice(from);
    else if (kind === 4) text = text.slice(0, from);
    else {
      const lines = text.split('\n');
      const [i, j] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)];
      [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
      text = lines.join('\n');
    }
  }
  return text;
}

/** @typedef {{file: keyof typeof TEXTS, first: number, runs: number}} Job */

/** Tells the thread that started this one. @param {object} message */
function told(message) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

/** In a thread of its own: what hangs can be ended. @param {Job} job */
async function work({file, first, runs}) {
  /** @type {typeof import('../src/desk/index.ts')} */
  const {moves, plan, undoMove} = await import(join(root, 'dist/lib/desk/index.js'));
  /** @type {typeof import('../src/figure/index.ts')} */
  const {jsonOf, textOf} = await import(join(root, 'dist/lib/figure/index.js'));
  const world = {today: TODAY, progress: {at() {}, say() {}}, cache: null};
  const folder = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
  mkdirSync(join(folder, 'offers'));
  writeFileSync(join(folder, 'guide.md'), GUIDE);
  const restore = () => {
    for (const [name, place] of Object.entries(PLACES))
      writeFileSync(join(folder, place), TEXTS[/** @type {keyof typeof TEXTS} */ (name)]);
  };
  restore();
  // A case that is refused as it stands would try nothing.
  const good = await plan({folder}, world);
  if (good.report === null || good.findings.some(one => one.severity === 'error'))
    throw new Error('the case that is to be mutated has no plan');
  told({ready: true});
  try {
    for (let seed = first; seed < first + runs; seed++) {
      const text = mutant(TEXTS[file], seed);
      told({seed});
      writeFileSync(join(folder, PLACES[file]), text);
      try {
        const answers = [await plan({folder}, world)];
        if (answers[0]?.report) jsonOf(/** @type {any} */ (answers[0].report).for('call').report);
        if (file === 'moves' || seed % SELDOM === 0) {
          answers.push(/** @type {any} */ (await moves({folder}, world)));
          answers.push(/** @type {any} */ (await undoMove({folder}, world)));
          writeFileSync(join(folder, PLACES.moves), TEXTS.moves);
        }
        for (const {report, findings, isMisasked, isPartial} of answers) {
          if (report === null && findings.length === 0 && isMisasked !== true)
            throw new Error('neither answer nor reason');
          const stops = findings.some(one => one.severity === 'error');
          if (report !== null && stops && isPartial !== true && file !== 'moves')
            throw new Error('a plan in spite of an error');
          for (const one of findings)
            if (
              textOf(one.message) === '' ||
              (one.span && (one.span.line < 1 || one.span.to < one.span.from))
            )
              throw new Error(`a finding that says nothing: ${one.rule}`);
        }
      } catch (error) {
        told({
          seed,
          text,
          failed: error instanceof Error ? String(error.stack) : String(error),
        });
      }
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  told({done: true});
}

/** How a file fares: its crashes, hangs, the slowest mutant and the most memory. @param {Job} job @param {string} keep */
function fuzz(job, keep) {
  const fare = {
    file: job.file,
    runs: job.runs,
    seed: job.first,
    failed: 0,
    slowest_ms: 0,
    slowest: 0,
    most_mb: 0,
  };
  /** @param {number} seed @param {string} text @param {string} why */
  const tell = (seed, text, why) => {
    fare.failed++;
    mkdirSync(keep, {recursive: true});
    writeFileSync(join(keep, `${job.file}-${seed}`), text);
    say(`${job.file}, seed ${seed}, kept in ${keep}: ${why}`);
  };
  /** @param {Job} left @returns {Promise<void>} */
  const run = left =>
    new Promise(resolve => {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: left,
        resourceLimits: {maxOldGenerationSizeMb: MOST_MB},
      });
      // Loading the desk is no mutant's doing.
      let [seed, begun] = [left.first, Number.POSITIVE_INFINITY];
      let isOver = false;
      /** Ends this thread, and goes on behind the seed that it was at. @param {string} why */
      const onward = why => {
        if (isOver) return;
        isOver = true;
        clearInterval(watch);
        tell(seed, mutant(TEXTS[left.file], seed), why);
        const runs = left.first + left.runs - seed - 1;
        void worker
          .terminate()
          .then(() => (runs > 0 ? run({...left, first: seed + 1, runs}) : undefined))
          .then(() => resolve());
      };
      const watch = setInterval(() => {
        const mb = process.memoryUsage().rss / 2 ** 20;
        fare.most_mb = Math.max(fare.most_mb, Math.round(mb));
        if (mb > MOST_MB) onward(`more than ${MOST_MB} MiB`);
        else if (performance.now() - begun > SLOW_MS) onward(`more than ${SLOW_MS} ms`);
      }, 200);
      worker.on('error', error => onward(String(error)));
      worker.on('message', message => {
        const now = performance.now();
        if (message.failed !== undefined) return tell(message.seed, message.text, message.failed);
        if (now - begun > fare.slowest_ms) [fare.slowest_ms, fare.slowest] = [Math.round(now - begun), seed];
        if (message.done === true) {
          isOver = true;
          clearInterval(watch);
          return void worker.terminate().then(() => resolve());
        }
        [seed, begun] = [message.seed ?? seed, now];
      });
    });
  return run(job).then(() => fare);
}

if (isMainThread) {
  const {values} = parseArgs({
    options: {
      runs: {type: 'string', default: '5000'},
      seed: {type: 'string', default: '1'},
      keep: {type: 'string', default: '.cache/fuzz-case'},
      file: {type: 'string'},
    },
  });
  const [runs, first] = [Number(values.runs), Number(values.seed)];
  const files = /** @type {(keyof typeof TEXTS)[]} */ (Object.keys(TEXTS)).filter(
    one => values.file === undefined || one === values.file,
  );
  let failed = 0;
  for (const file of files) {
    const fare = await fuzz({file, first, runs}, values.keep);
    failed += fare.failed;
    process.stdout.write(`${JSON.stringify(fare)}\n`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
} else await work(workerData);
