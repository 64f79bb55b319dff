// The faces of the package: what package.json promises is there after a build, and every module can be imported.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {isCalled, root} from './program.mjs';

/** What package.json promises and the build does not hold, one line each. */
export async function brokenPromises() {
  /** @type {{bin: Record<string, string>, exports: Record<string, string>, files: string[]}} */
  const {bin, exports, files} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const missing = [
    ...Object.values(bin),
    ...Object.values(exports).map(target => target.replace(/\/\*$/, '')),
    ...files,
  ]
    .filter(path => !existsSync(join(root, path)))
    .map(path => `${path} is promised in package.json and missing`);
  const modules = Object.values(exports).filter(
    target => target.endsWith('.js') && existsSync(join(root, target)),
  );
  const broken = await Promise.all(
    modules.map(async target => {
      try {
        await import(pathToFileURL(join(root, target)).href);
        return existsSync(join(root, target.replace(/\.js$/, '.d.ts')))
          ? []
          : [`${target} has no declarations`];
      } catch (reason) {
        return [`${target} cannot be imported: ${String(reason)}`];
      }
    }),
  );
  return [...missing, ...broken.flat()];
}

if (isCalled(import.meta.url)) {
  const found = await brokenPromises();
  for (const line of found) process.stdout.write(`${line}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
