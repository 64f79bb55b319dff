// One desk at work, as a process of its own: `append FOLDER COUNT NAME`, `write PATH SIZE`, `lines PATH COUNT NAME SIZE`.
import {writeSync} from 'node:fs';
import {appendMove} from '../../src/case/index.ts';
import {textOf} from '../../src/figure/index.ts';
import {appendLine, writeAtomic} from '../../src/files/index.ts';

const [verb, path = '', count = '', name = '', size = ''] = process.argv.slice(2);

if (verb === 'append') {
  const findings = [];
  for (let at = 0; at < Number(count); at++)
    findings.push(...appendMove(path, {at: '2026-11-22', by: 'me', kind: 'note', says: `${name} ${at}`}));
  console.log(JSON.stringify(findings));
} else if (verb === 'write') {
  console.log(JSON.stringify(writeAtomic(path, 'x'.repeat(Number(count)))));
} else if (verb === 'lines') {
  // Whoever started it hears of each line when it is on the disk, and may kill it at any moment.
  for (let at = 0; at < Number(count); at++) {
    const [failed] = appendLine(path, `${name} ${at} ${'x'.repeat(Number(size))}.`);
    writeSync(1, failed === undefined ? `${name} ${at}\n` : `${textOf(failed.message)}\n`);
  }
}
