import * as z from 'zod';
import type {JsonSchema} from '../files/index.ts';

/** The JSON Schema (draft 7, which editors know best) of what a person writes into one kind of file. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    // The patterns spell the calendar out: editors would show them instead of "a date". The format says it already.
    override: ({jsonSchema: of}) => {
      if (of.format === 'date' || of.format === 'date-time') delete of.pattern;
    },
  }) as JsonSchema;
}
