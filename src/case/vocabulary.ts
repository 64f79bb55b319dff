import * as z from 'zod';
import {CURRENCY_SIGNS, type Currency} from '../base/index.ts';

/** The version of record.yaml and impact.yaml that this code reads. */
export const RECORD_FORMAT = 1;

/** Words without control characters: these texts reach terminals and pages. */
export const text = z
  .string()
  .trim()
  .min(1)
  .refine(value => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(value));

/** `YYYY-MM-DD`, on the calendar. */
export const day = z.iso.date();

/** From 0 to 1. */
export const share = z.number().min(0).max(1);

/** An ISO 4217 code. */
export const currency = z.enum(Object.keys(CURRENCY_SIGNS) as Currency[]);

/** What may be left out, or said to be nothing: null then. */
export const maybe = <T extends z.ZodType>(of: T, description: string) =>
  of
    .nullish()
    .transform((value): z.output<T> | null => value ?? null)
    .describe(description);

/** What may be left out, or said to be nothing, and what holds then. */
export const orElse = <T extends z.ZodType>(of: T, otherwise: z.output<T>, description: string) =>
  of
    .nullish()
    .transform((value): z.output<T> => value ?? otherwise)
    .describe(description);
