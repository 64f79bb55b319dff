// Builds dist/: the library with its declarations by tsc, the command line as one lazy bundle by rolldown.
import {chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {install} from './install.mjs';
import {isCalled, root, say, tool} from './program.mjs';

/**
 * Builds beside dist/ and takes its place only when everything is there: a build that fails leaves the last one
 * as it was, and a program that runs meanwhile finds its files. Answers false, having said why, where the build fails.
 *
 * @returns {Promise<boolean>}
 */
export async function build() {
  const start = performance.now();
  const stage = join(root, '.cache', `build-${process.pid}`);
  mkdirSync(stage, {recursive: true});
  const results = await Promise.all([
    tool('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', join(stage, 'lib')]),
    tool('rolldown/bin/cli.mjs', ['--config', 'rolldown.config.mjs', '--dir', join(stage, 'bin')]),
  ]);
  for (const {code, output} of results) if (code !== 0 || /warn/i.test(output)) say(output.trimEnd());
  if (results.some(({code}) => code !== 0)) {
    rmSync(stage, {recursive: true, force: true});
    say('the build failed; dist/ is as it was');
    return false;
  }
  chmodSync(join(stage, 'bin', 'parley.js'), 0o755);
  takePlace(stage, join(root, 'dist'));
  linkCommand();
  say(`built dist/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return true;
}

/**
 * Another build may come between the two moves; then its result is moved away in turn.
 *
 * @param {string} stage
 * @param {string} place
 */
function takePlace(stage, place) {
  for (let turn = 0; existsSync(stage); turn++) {
    const old = `${stage}-old-${turn}`;
    if (existsSync(place)) renameSync(place, old);
    try {
      renameSync(stage, place);
    } catch (reason) {
      if (turn === 9) throw reason;
    }
    rmSync(old, {recursive: true, force: true});
  }
}

/** npm links the commands of packages, not of the checkout itself: `node_modules/.bin/parley` is made here. */
function linkCommand() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'parley');
  const made = `${link}-${process.pid}`;
  symlinkSync('../../dist/bin/parley.js', made);
  renameSync(made, link);
}

if (isCalled(import.meta.url)) process.exitCode = (await install()) && (await build()) ? 0 : 1;
