// Guides that are nearly sound: those beside the repository where there are some, else the example.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/program.mjs';
import {stream} from '../stream.mjs';
import {encoded, mutant, pick} from './edit.mjs';

const PIECES = [
  ...'|;**;> ;\n\n;- ;#### ;$;£95K;12%;[;](;`;\n|---|---|\n;\0;\r\n;7,5;💷;";\\;$[X];[1];\t;<!--;```\n;\n    ;](http://a.b/(c;—'.split(
    ';',
  ),
  ...'---\n;\r;\ufeff;１９０;\u00a0;%);$;: ;Accept at;Walk away below;$1e999;€60.000,00;$700-1.2M'.split(';'),
  ' '.repeat(40),
  '*'.repeat(40),
  '9'.repeat(40),
];

/** @type {readonly string[] | null} */
let guides = null;

function library() {
  const shared = join(root, '..', 'shared', 'guides');
  const folder = existsSync(shared) ? shared : join(root, 'examples');
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'));
}

/** @type {import('./kinds.mjs').Kind} */
export const guide = {
  keep(folder, seed) {
    guides ??= library();
    const next = stream(seed);
    const text = mutant(pick(guides, next), next, {pieces: PIECES, others: guides, most: 8});
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'guide.md'), encoded(text, next));
  },
  commands(folder, seed) {
    const form = [[], ['--json'], ['--sarif'], ['--json', '--fail-on', 'warning']][seed % 4] ?? [];
    return [['guide', join(folder, 'guide.md'), '--today', '2026-11-22', ...form]];
  },
};
