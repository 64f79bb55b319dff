import type {JsonSchema} from '../files/index.ts';
import {backtestSchema, TAX_REPORT, valueSchema} from '../terms/index.ts';
import {IMPACT} from './impact-schema.ts';
import {jsonSchemaOf} from './json-schema.ts';
import {RECORD} from './record-schema.ts';
import {CASE, MOVE, OFFER} from './schema.ts';

const SCHEMAS = {
  case: CASE,
  offer: OFFER,
  move: MOVE,
  record: RECORD,
  impact: IMPACT,
  tax: TAX_REPORT,
  value: valueSchema(),
  backtest: backtestSchema(),
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** The JSON Schema that a kind of file is published under. */
export function jsonSchema(name: SchemaName): JsonSchema {
  return jsonSchemaOf(SCHEMAS[name]);
}

/** Those of files that a person writes into a case; the others are of what a command prints. */
export const WRITTEN = ['case', 'offer', 'move', 'record', 'impact'] as const satisfies readonly SchemaName[];

/** The schema files as they ship, by file name: all of them unless told. */
export function schemaFiles(
  names: readonly SchemaName[] = Object.keys(SCHEMAS) as SchemaName[],
): readonly {readonly path: string; readonly text: string}[] {
  return names.map(name => ({
    path: `${name}.schema.json`,
    text: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  }));
}
