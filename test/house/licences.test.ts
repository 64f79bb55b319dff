import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {objections} from '../../scripts/licences.mjs';

const lockfile = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8'),
) as {packages: Record<string, {version: string; license?: string; dev?: boolean}>};

/** The gate's answer to one more package in the real lockfile. */
function plant(license: unknown, {dev = false, readByHand = {}} = {}): string[] {
  const planted = {'node_modules/@some/planted': {version: '1.2.3', license, ...(dev ? {dev} : {})}};
  return objections({packages: {...lockfile.packages, ...planted}}, readByHand);
}

describe('the licence gate', () => {
  test('has nothing against the packages in the lockfile', () => {
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(50);
    expect(objections(lockfile)).toEqual([]);
  });

  test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'SSPL-1.0', 'SEE LICENSE IN LICENSE.md', 'UNLICENSED', ''])(
    'refuses %j in what ships, and in tools',
    license => {
      expect(plant(license)).toEqual([
        `@some/planted@1.2.3: ${license} is not among the licences of what ships`,
      ]);
      expect(plant(license, {dev: true})).toEqual([
        `@some/planted@1.2.3: ${license} is not among the licences of tools`,
      ]);
    },
  );

  test('lets a tool be under the MPL, and nothing that ships', () => {
    expect(plant('MPL-2.0', {dev: true})).toEqual([]);
    expect(plant('MPL-2.0')).toHaveLength(1);
  });

  test.each([
    ['MIT OR GPL-2.0-only', 0],
    ['GPL-2.0-only OR MIT', 0],
    ['MIT AND ISC', 0],
    ['MIT AND GPL-2.0-only', 1],
    ['(MIT AND GPL-2.0-only) OR ISC', 0],
    ['MIT AND (GPL-2.0-only OR AGPL-3.0-only)', 1],
    ['(MIT OR GPL-2.0-only) AND (ISC OR SSPL-1.0)', 0],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 1],
  ])('reads %s', (license, refusals) => {
    expect(plant(license)).toHaveLength(refusals);
  });

  test.each([undefined, {type: 'MIT'}, ['MIT']])(
    'refuses a package that states %j, unless it was read by hand',
    license => {
      expect(plant(license)).toEqual([
        '@some/planted@1.2.3: names no licence; read it and list it in scripts/licences.mjs',
      ]);
      expect(plant(license, {readByHand: {'@some/planted@1.2.3': 'MIT'}})).toEqual([]);
      expect(plant(license, {readByHand: {'@some/planted@1.2.3': 'GPL-3.0-only'}})).toHaveLength(1);
      expect(plant(license, {readByHand: {'@some/planted@1.2.4': 'MIT'}})).toHaveLength(1);
    },
  );

  test('judges a package below another package by its own licence', () => {
    const packages = {'node_modules/a/node_modules/b': {version: '2.0.0', license: 'GPL-3.0-only'}};
    expect(objections({packages})).toEqual(['b@2.0.0: GPL-3.0-only is not among the licences of what ships']);
  });
});
