// One desk at work, as a process of its own: `append FOLDER COUNT NAME`, `write PATH SIZE`, `hold FOLDER`,
// `tally FOLDER COUNT`.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {appendMove} from '../../src/case/index.ts';
import {holderOf, withLock, writeAtomic} from '../../src/files/index.ts';

const [verb, path = '', count = '', name = ''] = process.argv.slice(2);
const me = holderOf(process);

if (verb === 'append') {
  const findings = [];
  for (let at = 0; at < Number(count); at++) {
    findings.push(
      ...(await appendMove(path, {at: '2026-11-22', by: 'me', kind: 'note', says: `${name} ${at}`}, me)),
    );
  }
  console.log(JSON.stringify(findings));
} else if (verb === 'write') {
  console.log(JSON.stringify(writeAtomic(path, 'x'.repeat(Number(count)))));
} else if (verb === 'hold') {
  await withLock(path, me, async () => {
    console.log('held');
    await new Promise(resolve => setTimeout(resolve, 60_000));
  });
} else if (verb === 'tally') {
  // Reads, then writes: what one desk does between the two is lost unless the lock keeps it out.
  const sheet = join(path, 'tally.txt');
  const findings = [];
  for (let at = 0; at < Number(count); at++) {
    const done = await withLock(path, me, () =>
      writeAtomic(sheet, String(Number(readFileSync(sheet, 'utf8')) + 1)),
    );
    findings.push(...(done.ok ? done.value : done.findings));
  }
  console.log(JSON.stringify(findings));
}
