import {existsSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import {root, run, say} from './program.mjs';

/** The oldest Node that runs Parley, as in package.json's `engines`. */
const OLDEST = {major: 20, minor: 19};

/**
 * Installs what package-lock.json names, exactly, where it is missing or older than the lockfile. No package's
 * own install script runs: none is needed. Where it cannot go on it says why and answers false.
 *
 * @returns {Promise<boolean>}
 */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
    say(`parley needs Node ${OLDEST.major}.${OLDEST.minor} or later; this is ${process.versions.node}`);
    return false;
  }
  if (isInstalled()) return true;
  say('installing the packages of package-lock.json (npm ci) …');
  const {code, output, seconds} = await npm([
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    say(output.trimEnd());
    say('npm ci failed: nothing was built. Is the package registry in reach?');
    return false;
  }
  say(`installed in ${seconds.toFixed(1)} s`);
  return true;
}

/** npm writes its own copy of the lockfile into node_modules at the end of every install. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

/** @param {readonly string[]} args */
function npm(args) {
  const caller = process.env['npm_execpath'];
  if (caller !== undefined && basename(caller) === 'npm-cli.js')
    return run(process.execPath, [caller, ...args]);
  return run('npm', args);
}
