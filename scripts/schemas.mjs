// Writes schemas/*.json from the schemas in src/case, bundled on the fly: no build is needed before.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {rolldown} from 'rolldown';
import {isCalled, root, say} from './program.mjs';

/** The schema files as the code generates them, by name. */
export async function generated() {
  const stage = join(root, '.cache', `schemas-${process.pid}`);
  const bundle = await rolldown({
    input: join(root, 'src/case/published.ts'),
    platform: 'node',
    cwd: root,
    // A database in machine code, which the schemas only pass by.
    external: /^@duckdb\//,
  });
  try {
    await bundle.write({dir: stage, format: 'esm', entryFileNames: 'published.mjs'});
    /** @type {{schemaFiles: () => readonly {path: string, text: string}[]}} */
    const {schemaFiles} = await import(pathToFileURL(join(stage, 'published.mjs')).href);
    return schemaFiles();
  } finally {
    await bundle.close();
    rmSync(stage, {recursive: true, force: true});
  }
}

if (isCalled(import.meta.url)) {
  mkdirSync(join(root, 'schemas'), {recursive: true});
  for (const {path, text} of await generated()) {
    writeFileSync(join(root, 'schemas', path), text);
    say(`wrote schemas/${path}`);
  }
}
