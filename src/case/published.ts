import * as z from 'zod';
import type {JsonSchema} from '../files/index.ts';
import {IMPACT} from './impact-schema.ts';
import {RECORD} from './record-schema.ts';
import {CASE, MOVE, OFFER} from './schema.ts';

export type SchemaName = 'case' | 'offer' | 'move' | 'record' | 'impact';

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
