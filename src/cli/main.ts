#!/usr/bin/env node
// The entry stays small: a question for the version must not pay for a desk.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-v') process.stdout.write(`${version()}\n`);
else {
  await compileLess();
  const {start} = await import('./app.ts');
  await start(process.argv.slice(2), version());
}

/**
 * Lets the engine of Node 20 wait six times as long before it compiles a function for speed beside the program, which took a
 * third of the processor time of most runs: they are over before that pays. An expression is compiled at its first use, not
 * interpreted first. Later engines have a quick compiler in between, and go by their own rules.
 */
async function compileLess(): Promise<void> {
  if (!process.versions.v8.startsWith('11.')) return;
  const {setFlagsFromString} = await import('node:v8');
  setFlagsFromString('--interrupt-budget=400000');
  setFlagsFromString('--no-regexp-tier-up');
}

function version(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const {version: found} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return found;
}
