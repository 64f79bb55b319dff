// Measures what was built: one JSON line a figure on stdout, words on stderr. A budget missed is said, not an error.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {build} from './build.mjs';
import {install} from './install.mjs';
import {root, say} from './program.mjs';

/** @typedef {import('../bench/race.mjs').Figure | import('../bench/calibration.bench.mjs').CoverageFigure} Figure */

if (!(await install()) || !(await build())) process.exit(1);
const benches = readdirSync(join(root, 'bench')).filter(file => file.endsWith('.bench.mjs'));
for (const file of benches.sort()) {
  /** @type {{figures: () => Iterable<Figure> | AsyncIterable<Figure>}} */
  const bench = await import(`../bench/${file}`);
  for await (const figure of bench.figures()) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    if ('coverage' in figure) {
      if (figure.met === false) say(`does not hold its level: ${figure.name}`);
      continue;
    }
    if (figure.budget !== undefined && figure.ratio > figure.budget) say(`over budget: ${figure.name}`);
    if (figure.goal_ms !== undefined && figure.median_ms > figure.goal_ms)
      say(`over its goal: ${figure.name}`);
  }
}
