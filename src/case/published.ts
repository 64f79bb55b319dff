import * as z from 'zod';
import {IMPACT} from './impact-schema.ts';
import {RECORD} from './record-schema.ts';
import {CASE, MOVE, OFFER} from './schema.ts';

export type SchemaName = 'case' | 'offer' | 'move' | 'record' | 'impact';

/** As much of JSON Schema as the generated ones use. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const SCHEMAS = {case: CASE, offer: OFFER, move: MOVE, record: RECORD, impact: IMPACT} as const;

/** The JSON Schema (draft 7, which editors know best) of what a person writes into one kind of file. */
export function jsonSchema(name: SchemaName): JsonSchema {
  return z.toJSONSchema(SCHEMAS[name], {
    target: 'draft-07',
    io: 'input',
    // The patterns spell the calendar out: editors would show them instead of "a date". The format says it already.
    override: ({jsonSchema: of}) => {
      if (of.format === 'date' || of.format === 'date-time') delete of.pattern;
    },
  }) as JsonSchema;
}

/** The schema files as they ship, by file name. */
export function schemaFiles(): readonly {readonly path: string; readonly text: string}[] {
  return (Object.keys(SCHEMAS) as SchemaName[]).map(name => ({
    path: `${name}.schema.json`,
    text: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  }));
}

/** The part of a schema that rules what stands at `path`; undefined where the path leads nowhere. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  for (const one of [schema, ...(schema.anyOf ?? [])]) {
    const listed = typeof head === 'number' ? one.items : propertyOf(one, head);
    const found = listed === undefined ? undefined : schemaAt(listed, rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The keys that an object at this part of a schema may have. */
export function keysOf(schema: JsonSchema): readonly string[] {
  return [schema, ...(schema.anyOf ?? [])].flatMap(one => Object.keys(one.properties ?? {}));
}

function propertyOf(schema: JsonSchema, key: PropertyKey): JsonSchema | undefined {
  const own = schema.properties;
  if (own !== undefined && Object.hasOwn(own, key)) return own[String(key)];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}
