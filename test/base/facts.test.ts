import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {factPlace, packageRoot, readFact} from '../../src/base/index.ts';

type Path = readonly (string | number)[];

/** Every value of a fact, the outermost too, with the way there. */
function valuesIn(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  const own = [[path, value]] as const;
  if (typeof value !== 'object' || value === null) return own;
  const within = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...within.flatMap(([key, one]) => valuesIn(one, [...path, key]))];
}

test.each(['fx.json', 'sessions.json', 'roles.json'])('every value of %s is found at its place', name => {
  const text = readFileSync(join(packageRoot(), 'data', name), 'utf8');
  const values = valuesIn(readFact(name)).slice(0, 2000);
  expect(values.length).toBeGreaterThan(10);
  for (const [path, value] of values) {
    const {from, to, file} = factPlace(name, path);
    expect([file, JSON.parse(text.slice(from, to))]).toEqual([`data/${name}`, value]);
  }
  expect(() => factPlace(name, ['there is no such key'])).toThrow(`data/${name} has no`);
});
