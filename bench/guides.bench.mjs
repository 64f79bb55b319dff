// A whole family of guides read and audited, against the Markdown lexer alone over the same bytes.
import {existsSync, readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {root, say} from '../scripts/program.mjs';
import {race} from './race.mjs';

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
  yield race({
    name: `parley guide --json on ${guides.length} guides over marked's lexer alone`,
    runs: 3,
    program: ['dist/bin/parley.js', 'guide', '--json', ...guides],
    reference: ['bench/lexer.mjs', ...guides],
    // Findings at or above --fail-on are an answer, not a failure.
    codes: [0, 1],
  });
}
