import type {JsonSchema} from '../../src/files/index.ts';

/** Every key that a schema knows, however deep. */
export function* keysOf(schema: JsonSchema): Generator<string> {
  for (const [key, of] of Object.entries(schema.properties ?? {})) {
    yield key;
    yield* keysOf(of);
  }
  const inner = [schema.items, schema.additionalProperties].filter(one => typeof one === 'object');
  for (const of of [...inner, ...(schema.anyOf ?? [])]) yield* keysOf(of);
}
