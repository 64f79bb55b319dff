import * as z from 'zod';
import {CURRENCY_SIGNS, type Currency} from '../../base/index.ts';
import {ENCODINGS, type Encoding} from '../../intake/index.ts';
import {type ColumnLayout, type FieldSource, plainHeading, WAGE_FIELDS, type WageField} from './column.ts';
import {WAGE_UNITS, type WageBounds, type WageUnit} from './unit.ts';

const CURRENCIES = Object.keys(CURRENCY_SIGNS) as [Currency, ...Currency[]];
const UNITS = WAGE_UNITS.map(({unit}) => unit) as [WageUnit, ...WageUnit[]];

const SCHEMA = z.strictObject({
  source: z.string().trim().min(1),
  columns: z.partialRecord(z.enum(WAGE_FIELDS as [WageField, ...WageField[]]), z.string().min(1)),
  currency: z.enum(CURRENCIES),
  unit: z.enum(UNITS).optional(),
  decimal: z.enum(['.', ',']).default('.'),
  encoding: z.enum(ENCODINGS).optional(),
  sheet: z.string().min(1).optional(),
  bounds: z
    .strictObject({low: z.number().positive(), high: z.number().positive(), basis: z.string().min(1)})
    .optional(),
});

/** How a wage table that is not the Department's is to be read. */
export interface WageMapping {
  /** Who published the table, for whoever reads the answer. */
  readonly source: string;
  readonly columns: Readonly<Partial<Record<WageField, string>>>;
  readonly currency: Currency;
  /** The unit of every row, where no column says it. */
  readonly unit: WageUnit | null;
  /** The sign before the fraction; the other one parts thousands. */
  readonly decimal: '.' | ',';
  /** Of a text that is not UTF-8 and does not begin with a mark. */
  readonly encoding: Encoding | null;
  /** Of a workbook; the first sheet that has the columns where none is named. */
  readonly sheet: string | null;
  /** Null: no wage is out of bounds, and no unit is mended. */
  readonly bounds: WageBounds | null;
}

/** What is wrong with a mapping, and where in it. */
interface MappingProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type MappingReading =
  | {readonly ok: true; readonly value: WageMapping}
  | {readonly ok: false; readonly problems: readonly MappingProblem[]};

/** Checks the plain value of a mapping's YAML. */
export function readMapping(value: unknown): MappingReading {
  const parsed = SCHEMA.safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({path, message}) => ({
        path,
        message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      })),
    };
  const {source, columns, currency, unit, decimal, encoding, sheet, bounds} = parsed.data;
  const problems: MappingProblem[] = [];
  if (columns.wageFrom === undefined)
    problems.push({path: ['columns'], message: 'wageFrom is missing: the column that holds the wage'});
  if (unit === undefined && columns.unit === undefined)
    problems.push({
      path: [],
      message: 'unit is missing: one for all rows, or columns.unit for the column that says it',
    });
  if (bounds !== undefined && bounds.low >= bounds.high)
    problems.push({path: ['bounds'], message: `low ${bounds.low} is not below high ${bounds.high}`});
  if (problems.length > 0) return {ok: false, problems};
  const stated = Object.fromEntries(Object.entries(columns).filter(([, heading]) => heading !== undefined));
  return {
    ok: true,
    value: {
      source,
      columns: stated,
      currency,
      unit: unit ?? null,
      decimal,
      encoding: encoding ?? null,
      sheet: sheet ?? null,
      bounds: bounds ?? null,
    },
  };
}

/** Finds the columns of a mapping among the headings of a table. `missing` are headings that are not there. */
export function mappedLayout(
  mapping: WageMapping,
  headings: readonly string[],
): {readonly layout: ColumnLayout; readonly missing: readonly string[]} {
  const at = new Map(headings.map((heading, column) => [plainHeading(heading), column]));
  const layout: Partial<Record<WageField, FieldSource>> = {};
  const missing: string[] = [];
  for (const field of WAGE_FIELDS) {
    const heading = mapping.columns[field];
    if (heading === undefined) continue;
    const column = at.get(plainHeading(heading));
    if (column === undefined) missing.push(heading);
    else layout[field] = {column};
  }
  if (mapping.unit !== null && layout.unit === undefined) layout.unit = {always: mapping.unit};
  return {layout, missing};
}
