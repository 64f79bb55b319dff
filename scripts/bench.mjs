// Measures what was built: one JSON line a figure on stdout, words on stderr. A budget missed is said, not an error.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {build} from './build.mjs';
import {install} from './install.mjs';
import {root, say} from './program.mjs';

/** @typedef {{name: string, f1: number} | {name: string, count: number, most: number}} Reading */
/** @typedef {import('../bench/race.mjs').Figure | import('../bench/calibration.bench.mjs').CoverageFigure | Reading} Figure */

if (!(await install()) || !(await build())) process.exit(1);
// `npm run bench -- guides gold` runs those two alone
const wanted = process.argv.slice(2).filter(word => !word.startsWith('-'));
const benches = readdirSync(join(root, 'bench')).filter(
  file =>
    file.endsWith('.bench.mjs') && (wanted.length === 0 || wanted.includes(file.replace('.bench.mjs', ''))),
);
for (const file of benches.sort()) {
  /** @type {{figures: () => Iterable<Figure> | AsyncIterable<Figure>}} */
  const bench = await import(`../bench/${file}`);
  for await (const figure of bench.figures()) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    if ('f1' in figure || 'count' in figure) {
      if ('most' in figure && figure.count > figure.most) say(`more than it may be: ${figure.name}`);
      continue;
    }
    if ('coverage' in figure) {
      if (figure.met === false) say(`does not hold its level: ${figure.name}`);
      continue;
    }
    if (figure.budget !== undefined && figure.ratio > figure.budget) say(`over budget: ${figure.name}`);
    if (figure.goal_ms !== undefined && figure.median_ms > figure.goal_ms)
      say(`over its goal: ${figure.name}`);
  }
}
