#!/usr/bin/env node
// The entry stays small: a question for the version must not pay for a desk.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-v') process.stdout.write(`${version()}\n`);
else {
  const {start} = await import('./app.ts');
  await start(process.argv.slice(2), version());
}

function version(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const {version: found} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return found;
}
