import type {JsonSchema} from '../files/index.ts';
import {IMPACT} from './impact-schema.ts';
import {jsonSchemaOf} from './json-schema.ts';
import {RECORD} from './record-schema.ts';
import {CASE, MOVE, OFFER} from './schema.ts';

const SCHEMAS = {case: CASE, offer: OFFER, move: MOVE, record: RECORD, impact: IMPACT} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** The JSON Schema that a kind of file is published under. */
export function jsonSchema(name: SchemaName): JsonSchema {
  return jsonSchemaOf(SCHEMAS[name]);
}

/** The schema files as they ship, by file name. */
export function schemaFiles(): readonly {readonly path: string; readonly text: string}[] {
  return (Object.keys(SCHEMAS) as SchemaName[]).map(name => ({
    path: `${name}.schema.json`,
    text: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  }));
}
