// One program that writes until it is killed: `set FOLDER`, `new FOLDER`, `into FOLDER`.
import {mkdirSync, renameSync, rmSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {writeFresh} from '../../src/files/write-fresh.ts';
import {writeSet} from '../../src/files/write-set.ts';

const [verb, folder = ''] = process.argv.slice(2);
const place = join(folder, 'case');

for (let round = 0; ; round++) {
  const text = (path: string) => `${path}: ${round} ${'x'.repeat(20_000)}`;
  if (verb === 'set')
    writeSet(
      folder,
      ['plan.json', 'brief.html'].map(path => ({path, text: text(path)})),
    );
  else {
    if (verb === 'into') mkdirSync(place, {recursive: true});
    const letters = {'offers/a.yaml': 'a', '.schema/s.json': 's', 'case.yaml': 'c'};
    writeFresh(
      place,
      Object.entries(letters).map(([path, letter]) => ({path, text: letter.repeat(9000)})),
    );
  }
  if (round === 0) writeSync(1, 'begun\n');
  if (verb !== 'set') {
    // Whoever looks meanwhile sees a case, or none.
    renameSync(place, join(folder, 'gone'));
    rmSync(join(folder, 'gone'), {recursive: true, force: true});
  }
}
