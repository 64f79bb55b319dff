import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {jsonSchema, type SchemaName, schemaFiles} from '../../src/case/published.ts';
import type {JsonSchema} from '../../src/files/index.ts';

const shipped = join(packageRoot(), 'schemas');

describe('the published schemas', () => {
  test.each(schemaFiles())('$path is what the code generates: else run npm run schemas', ({path, text}) => {
    expect(readFileSync(join(shipped, path), 'utf8')).toBe(text);
  });

  test('none is left over', () => {
    expect(readdirSync(shipped).sort()).toEqual(
      schemaFiles()
        .map(file => file.path)
        .sort(),
    );
  });

  test.each(['case', 'offer', 'move', 'impact', 'tax'] as SchemaName[])(
    'every property of %s is described',
    name => {
      const bare: string[] = [];
      walk(jsonSchema(name), name, (path, schema) => {
        if (schema.description === undefined) bare.push(path);
      });
      expect(bare).toEqual([]);
    },
  );
});

function walk(schema: JsonSchema, path: string, visit: (path: string, schema: JsonSchema) => void): void {
  for (const [key, of] of Object.entries(schema.properties ?? {})) {
    visit(`${path}.${key}`, of);
    walk(of, `${path}.${key}`, visit);
  }
  const inner = [schema.items, schema.additionalProperties].filter(one => typeof one === 'object');
  for (const of of inner) {
    visit(`${path}[]`, of);
    walk(of, `${path}[]`, visit);
  }
  for (const of of schema.anyOf ?? []) walk(of, path, visit);
}
