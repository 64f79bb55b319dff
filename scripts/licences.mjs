// The licence gate: reads package-lock.json, asks no registry.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {isCalled, root} from './program.mjs';

/** Licences of what ships: permissive, so that whoever uses Parley takes on no duty beyond keeping the notices. */
const SHIPPED = new Set(['Apache-2.0', 'MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense']);

/** Licences of what only builds and tests: these tools run here, and no line of theirs leaves with the package. */
const TOOLS = new Set([...SHIPPED, 'BlueOak-1.0.0', 'CC0-1.0', 'MPL-2.0', 'Python-2.0']);

/**
 * Packages whose lockfile entry names no licence, each with the licence found by reading it, and where.
 *
 * @type {Readonly<Record<string, string>>}
 */
const READ_BY_HAND = {};

/**
 * What stands in the way, one line a package; empty where all is well. A package is a tool where the lockfile
 * marks it `dev`. `readByHand` names packages (`name@version`) that state no licence, with what was read.
 *
 * @param {{packages?: Record<string, {version?: string, license?: unknown, dev?: boolean}>}} lockfile
 * @param {Readonly<Record<string, string>>} [readByHand]
 */
export function objections(lockfile, readByHand = READ_BY_HAND) {
  return Object.entries(lockfile.packages ?? {}).flatMap(([path, {version, license, dev}]) => {
    if (path === '') return [];
    const name = `${path.replace(/^.*node_modules\//, '')}@${version}`;
    const stated = typeof license === 'string' ? license : readByHand[name];
    if (stated === undefined)
      return [`${name}: names no licence; read it and list it in scripts/licences.mjs`];
    if (permits(stated, dev === true ? TOOLS : SHIPPED)) return [];
    return [`${name}: ${stated} is not among the licences of ${dev === true ? 'tools' : 'what ships'}`];
  });
}

/**
 * Reads an SPDX expression of `OR` (one side is enough) and `AND` (both are needed), with `AND` binding tighter.
 * An exception (`WITH`) is judged as no licence we know.
 *
 * @param {string} expression
 * @param {ReadonlySet<string>} allowed
 */
function permits(expression, allowed) {
  const inner = /\(([^()]*)\)/;
  let rest = expression;
  for (let group = inner.exec(rest); group; group = inner.exec(rest)) {
    rest = rest.replace(inner, flat(group[1] ?? '') ? ' MIT ' : ' refused ');
  }
  return flat(rest);

  /** @param {string} text */
  function flat(text) {
    return text.split(/\bOR\b/).some(side => side.split(/\bAND\b/).every(id => allowed.has(id.trim())));
  }
}

if (isCalled(import.meta.url)) {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = objections(lockfile);
  for (const line of found) process.stdout.write(`${line}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
