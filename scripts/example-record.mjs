// Writes the record of the example, examples/millennium-devops/record: the same bytes each time. Nothing in it is real.
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {rolldown} from 'rolldown';
import {RECORD} from './example-record/firm.mjs';
import {recordFiles} from './example-record/record.mjs';
import {isCalled, root, say} from './program.mjs';

/** What a person writes stays; everything else in the folder is the script's. */
const KEPT = ['README.md', 'impact.yaml'];

/** The sessions of New York, from the calendar bundled on the fly: no build is needed before. */
async function newYorkSessions() {
  const stage = join(root, '.cache', `calendar-${process.pid}`);
  const bundle = await rolldown({input: join(root, 'src/calendar/index.ts'), platform: 'node', cwd: root});
  try {
    await bundle.write({dir: stage, format: 'esm', entryFileNames: 'calendar.mjs'});
    /** @type {typeof import('../src/calendar/index.ts')} */
    const {exchange, sessions} = await import(pathToFileURL(join(stage, 'calendar.mjs')).href);
    const calendar = exchange('XNYS');
    if ('rule' in calendar) throw new Error(calendar.rule);
    const held = sessions(calendar, RECORD.from, RECORD.to);
    if ('rule' in held) throw new Error(held.rule);
    return held;
  } finally {
    await bundle.close();
    rmSync(stage, {recursive: true, force: true});
  }
}

if (isCalled(import.meta.url)) {
  const folder = join(root, 'examples', 'millennium-devops', 'record');
  const files = recordFiles(await newYorkSessions());
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(folder))
    if (!KEPT.includes(name)) rmSync(join(folder, name), {recursive: true});
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  say(`wrote ${files.size} files to examples/millennium-devops/record`);
}
