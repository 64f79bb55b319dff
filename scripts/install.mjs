import {existsSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {root, run, say} from './program.mjs';

/** The oldest Node that runs Parley, as in package.json's `engines`. */
const OLDEST = {major: 20, minor: 19};

/**
 * Installs what package-lock.json names, exactly, where it is missing or another. No package's
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

/** @typedef {{packages: Record<string, {integrity?: string, optional?: boolean, devOptional?: boolean}>}} Lockfile */

/**
 * Holds what lies in node_modules against what the lockfile names, by content: npm keeps a list of what it installed.
 * Dates would not do, since git gives files new ones. What is optional is for other machines and may be missing.
 */
function isInstalled() {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const {packages: installed} = readLockfile(list);
  const {packages: named} = readLockfile(join(root, 'package-lock.json'));
  return (
    Object.entries(installed).every(([path, {integrity}]) => named[path]?.integrity === integrity) &&
    Object.entries(named).every(
      ([path, {optional, devOptional}]) => path === '' || optional || devOptional || path in installed,
    )
  );
}

/**
 * @param {string} path
 * @returns {Lockfile}
 */
function readLockfile(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {readonly string[]} args */
function npm(args) {
  const caller = process.env['npm_execpath'];
  if (caller !== undefined && basename(caller) === 'npm-cli.js')
    return run(process.execPath, [caller, ...args]);
  return run('npm', args);
}
