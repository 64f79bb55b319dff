// A market of a whole family of guides: read from nothing, and remembered.
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root, say} from '../scripts/program.mjs';
import {race} from './race.mjs';

const library = join(root, '..', 'shared', 'guides');
const question = [
  '--role',
  'devops',
  '--company',
  'millennium,citadel-securities,point72',
  '--region',
  'New York',
];

export function* figures() {
  if (!existsSync(library)) {
    say('skipped: parley market (no library of guides beside the repository)');
    return;
  }
  const cache = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const before = process.env['XDG_CACHE_HOME'];
  process.env['XDG_CACHE_HOME'] = cache;
  try {
    yield race({
      name: 'parley market over a library, read from nothing, over node -e 0',
      goal_ms: 3000,
      runs: 3,
      program: ['dist/bin/parley.js', 'market', library, ...question, '--no-cache'],
      reference: ['-e', '0'],
    });
    yield race({
      name: 'parley market over a library that has not changed, over node -e 0',
      goal_ms: 500,
      runs: 7,
      program: ['dist/bin/parley.js', 'market', library, ...question],
      reference: ['-e', '0'],
    });
  } finally {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
    rmSync(cache, {recursive: true, force: true});
  }
}
