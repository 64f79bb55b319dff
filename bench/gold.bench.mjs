// The reader of guides against readings by hand: F1 by part, of the readings it was built on and of those it was not.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root, say} from '../scripts/program.mjs';
import {f1, scoresOf} from './readings/score.mjs';

const shared = join(root, '..', 'shared');
const sets = [
  {name: 'readings that the reader was built on', folder: join(shared, 'gold')},
  {name: 'readings of other companies', folder: join(root, 'test', 'guide', 'readings')},
  {
    name: 'guides of firms that do not exist',
    folder: join(root, 'test', 'guide', 'written', 'readings'),
    guides: join(root, 'test', 'guide', 'written', 'guides'),
  },
];

export function* figures() {
  for (const {name, folder, guides: library = join(shared, 'guides')} of sets) {
    if (!existsSync(folder) || !existsSync(library)) {
      say(`skipped: ${name} (nothing beside the repository to read)`);
      continue;
    }
    const due = readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const paths = due.map(({path}) => join(library, path));
    const {stdout} = spawnSync(process.execPath, ['dist/bin/parley.js', 'guide', '--json', ...paths], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    const lines = stdout.split('\n').filter(line => line !== '');
    const guides = lines.map(line => JSON.parse(line)).filter(({kind}) => kind !== 'together');
    const scores = scoresOf(due.map((one, at) => ({due: one, read: guides[at] ?? {}})));
    for (const score of scores) {
      const {part, hits, read, due: wanted} = score;
      yield {
        name: `${name}: ${part}`,
        f1: Number(f1(score).toFixed(3)),
        hits,
        read,
        due: wanted,
        guides: due.length,
      };
      if (process.argv.includes('--misses'))
        for (const [kind, list] of /** @type {const} */ ([
          ['missing', score.missing],
          ['extra', score.extra],
        ]))
          for (const item of list) say(`${kind} ${part}: ${item}`);
    }
  }
}
