// Reads guides of up to 50 MB in seven shapes, and says the time for each megabyte, which must not grow. After a build:
//     node bench/scale.mjs
import {join} from 'node:path';
import {root} from '../scripts/program.mjs';

/** @type {typeof import('../src/guide/index.ts')} */
const {audit, readGuide} = await import(join(root, 'dist/lib/guide/index.js'));
/** @type {typeof import('../src/base/index.ts')} */
const {shippedRates, source} = await import(join(root, 'dist/lib/base/index.js'));
/** @type {typeof import('../src/calendar/index.ts')} */
const {shippedConventions} = await import(join(root, 'dist/lib/calendar/index.js'));

const rates = shippedRates();
const conventions = shippedConventions();
/** Reads and audits a text: the time of it in milliseconds. @param {string} text */
function timed(text) {
  const start = performance.now();
  const {guide} = readGuide('mutant.md', text);
  if (guide !== null) audit(guide, source('mutant.md', text), {rates, conventions, today: '2026-11-22'});
  return performance.now() - start;
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

const head =
  '### Engineer | Larkspur Negotiation Guide\n\n> **Negotiate Up Strategy:** Anchor at $195K base.\n\n';
for (const [name, shape] of Object.entries(SHAPES)) {
  const times = [1, 10, 50].map(megabytes => {
    const text = head + shape(megabytes * 1e6);
    return `${megabytes} MB ${((timed(text) / text.length) * 1e6).toFixed(0)} ms/MB`;
  });
  process.stdout.write(`${name}: ${times.join(', ')}\n`);
}
