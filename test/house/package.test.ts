import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  license: string;
  bin: Record<string, string>;
  exports: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('the package', () => {
  const rooms = Object.entries(manifest.exports).filter(([, target]) => target.endsWith('.js'));

  test.each(rooms)('offers %s from the door of its room', (name, target) => {
    const room = name.replace('./', '');
    expect(target).toBe(`./dist/lib/${room}/index.js`);
    expect(existsSync(join(root, 'src', room, 'index.ts'))).toBe(true);
  });

  test('offers every room but the command line', () => {
    const all = readdirSync(join(root, 'src'), {withFileTypes: true}).filter(one => one.isDirectory());
    expect(rooms.map(([name]) => name.replace('./', '')).toSorted()).toEqual(
      all
        .map(({name}) => name)
        .filter(name => name !== 'cli')
        .toSorted(),
    );
  });

  test('has one command', () => {
    expect(manifest.bin).toEqual({parley: 'dist/bin/parley.js'});
    expect(read('src/cli/main.ts')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('is under the Apache License, whose whole text lies beside it', () => {
    expect(manifest.license).toBe('Apache-2.0');
    const text = read('LICENSE');
    expect(text).toContain('Version 2.0, January 2004');
    expect(text).toContain('9. Accepting Warranty or Additional Liability.');
    expect(text).toContain('END OF TERMS AND CONDITIONS');
  });

  test('names every package it uses by its exact version', () => {
    const ranges = Object.entries({...manifest.dependencies, ...manifest.devDependencies});
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))).toEqual([]);
  });
});

describe('the lockfile', () => {
  const {packages} = JSON.parse(read('package-lock.json')) as {packages: Record<string, Locked>};
  const {'': own, ...locked} = packages;

  test('is that of package.json', () => {
    expect(own?.dependencies).toEqual(manifest.dependencies);
    expect(own?.devDependencies).toEqual(manifest.devDependencies);
  });

  test('pins packages by content, not by the address of a registry', () => {
    expect(Object.entries(locked).filter(([, {integrity}]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });

  // Made where a registry lacks the packages of other machines, a lockfile lacks them too, and `npm ci` refuses it.
  test('serves every machine: it names the packages of the others, too', () => {
    const asked = Object.entries(locked).flatMap(([path, {optionalDependencies = {}}]) =>
      Object.entries(optionalDependencies).map(([name, version]) => ({
        name,
        version,
        found: resolve(path, name),
      })),
    );
    expect(asked.length).toBeGreaterThan(20);
    const exact = /^\d+\.\d+\.\d+$/;
    expect(
      asked.filter(({version, found}) =>
        exact.test(version) ? found?.version !== version : found === undefined,
      ),
    ).toEqual([]);
  });

  /** What `name` means to the package at `path`: the nearest node_modules that has it. */
  function resolve(path: string, name: string): Locked | undefined {
    const found = locked[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
    return (
      found ??
      (path === '' ? undefined : resolve(path.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name))
    );
  }
});

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

describe('the tracked files', () => {
  const tracked = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(path => path !== '' && existsSync(join(root, path)));

  test('name no path of the machine they were written on', () => {
    const machinePath =
      /(?<![\w.~/-])\/(?:home|Users|root|work|mnt|private|var\/folders)\/\w|\b[A-Z]:\\Users\\/;
    expect(tracked.length).toBeGreaterThan(50);
    expect(tracked.filter(path => machinePath.test(read(path)))).toEqual([]);
  });

  test('hold nothing that was built', () => {
    expect(tracked.filter(path => /^(?:dist|node_modules|\.cache|coverage)\/|\.tgz$/.test(path))).toEqual([]);
  });
});
