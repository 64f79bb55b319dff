import type {Currency} from '../../../base/index.ts';
import {sqlText} from '../../../intake/index.ts';
import {type ColumnLayout, WAGE_FIELDS, type WageField} from '../column.ts';
import {LEAST_OF_PREVAILING, WAGE_UNITS, type WageBounds} from '../unit.ts';

/** How the rows of one file are to be read. */
export interface WageReader {
  /** The file's place in the list of files: of two rows for one case on one day, the later file's counts. */
  readonly file: number;
  readonly currency: Currency;
  readonly decimal: '.' | ',';
  readonly bounds: WageBounds | null;
  /** The multiple of its prevailing wage that a wage whose unit is mended may reach. */
  readonly window: number;
}

/** The table of judged rows. `reason` is null for a row that counts. Wages are of a full year. */
export const WAGE_TABLE = `CREATE TABLE wage (file UTINYINT, case_number VARCHAR, decided DATE, reason VARCHAR,
  mended VARCHAR, currency VARCHAR, visa VARCHAR, full_time BOOLEAN, title VARCHAR, employer VARCHAR, trade VARCHAR,
  placed VARCHAR, city VARCHAR, county VARCHAR, state VARCHAR, low DOUBLE, high DOUBLE, at_prevailing BOOLEAN)`;

/** Files of the fiscal year 2011 and before have letters: the Department's record layout says what they stand for. */
const VISA_CLASS = `CASE upper(visaClass) WHEN 'R' THEN 'H-1B' WHEN 'A' THEN 'E-3 Australian' WHEN 'C' THEN 'H-1B1 Chile'
  WHEN 'S' THEN 'H-1B1 Singapore' ELSE visaClass END`;

/** Spreadsheets guard figures as \`="15-1252"\`, which is undone; an empty cell says nothing. */
export const CELL_MACRO = `CREATE MACRO cell(x) AS nullif(trim(
  CASE WHEN starts_with(x, '="') AND ends_with(x, '"') THEN substr(x, 3, length(x) - 3) ELSE x END), '')`;

/**
 * A query that judges the rows of `source`, a table of text columns `c0`, `c1` and on. It says in SQL what `readUnit`
 * says of one wage; a test holds the two together.
 */
export function judged(layout: ColumnLayout, reader: WageReader, source: string): string {
  const {low, high} = reader.bounds ?? {low: 0, high: Number.MAX_VALUE};
  const number = (text: string) => amount(text, reader.decimal);
  const isSaid = `${quick('wageFrom', reader.decimal)} IS NULL`;
  return `
SELECT ${reader.file}, caseNumber, decided, reason,
  CASE WHEN reason IS NULL AND factor <> stated_factor THEN ${unitName('stated_factor')} || ' read as ' || ${unitName('factor')} END,
  ${sqlText(reader.currency)}, ${VISA_CLASS}, full_time, title, employer, tradeName,
  CASE WHEN coalesce(left(secondary, 1) IN ('Y', 'y'), secondaryName IS NOT NULL) THEN secondaryName END,
  city, county, state, low * factor, high * factor, coalesce(abs(low * factor - prevailing_year) < 1, false)
FROM (
  SELECT *, CASE
    WHEN coalesce(${WAGE_FIELDS.filter(field => column(layout, field))
      .map(field => (field === 'decided' ? 'decidedText' : field))
      .join(', ')}) IS NULL THEN 'blank'
    WHEN lower(status) LIKE '%withdrawn%' THEN 'withdrawn'
    WHEN lower(status) = 'denied' THEN 'denied'
    WHEN ${layout.status === undefined ? 'false' : `lower(status) IS DISTINCT FROM 'certified'`} THEN 'not certified'
    WHEN wageFrom IS NULL THEN 'no wage'
    WHEN low IS NULL OR low <= 0 OR (wageTo IS NOT NULL AND high IS NULL AND ${number('wageTo')} IS DISTINCT FROM 0) THEN 'unreadable wage'
    WHEN said_factor <> unit_factor THEN 'two units'
    WHEN stated_factor IS NULL OR stated_factor = 0 THEN 'unknown unit'
    WHEN high < low THEN 'range upside down'
    WHEN factor IS NULL THEN 'wrong unit'
    WHEN high * factor > ${high} THEN 'upper end out of bounds'
  END AS reason
  FROM (
    SELECT *, CASE
      WHEN low * stated_factor BETWEEN ${low} AND ${high} AND NOT coalesce(
        low * stated_factor > ${reader.window} * prevailing_year AND fitting_factor < stated_factor, false) THEN stated_factor
      ELSE fitting_factor
    END AS factor
    FROM (
      SELECT *, coalesce(unit_factor, said_factor) AS stated_factor,
        CASE WHEN prevailing_year BETWEEN ${low} AND ${high} THEN ${onlyFitting(low, high, reader.window)} END AS fitting_factor
      FROM (
        SELECT * EXCLUDE (decided), decided AS decidedText, ${number('wageFrom')} AS low,
          nullif(coalesce(${number('wageTo')}, CASE WHEN ${isSaid} THEN amount_high(wageFrom) END), 0) AS high,
          ${number('prevailing')} * ${factorOf('prevailingUnit')} AS prevailing_year, ${factorOf('unit')} AS unit_factor,
          CASE WHEN ${isSaid} THEN amount_per_year(wageFrom) END AS said_factor, ${date('decided')} AS decided,
          CASE WHEN lower(fullTime) IN ('y', 'yes', 'true', '1') THEN true WHEN fullTime IS NOT NULL THEN false END AS full_time
        FROM (SELECT ${WAGE_FIELDS.map(field => `${fieldText(layout, field)} AS ${field}`).join(', ')} FROM ${source})
      )
    )
  )
)`;
}

function column(layout: ColumnLayout, field: WageField): boolean {
  const source = layout[field];
  return source !== undefined && 'column' in source;
}

function fieldText(layout: ColumnLayout, field: WageField): string {
  const source = layout[field];
  if (source === undefined) return 'NULL::VARCHAR';
  return 'column' in source ? `cell(c${source.column})` : sqlText(source.always);
}

/** A number as the one reader of amounts has it: "$123,032.00", "60K". Null for what is none. */
function amount(text: string, point: WageReader['decimal']): string {
  return `coalesce(${quick(text, point)}, amount_low(${text}))`;
}

/** Most cells are bare digits: those are spared the reader. Null for all others. */
function quick(text: string, point: WageReader['decimal']): string {
  const digits = point === '.' ? '[0-9]+(\\.[0-9]+)?' : '[0-9]+';
  return `CASE WHEN regexp_full_match(${text}, '${digits}') THEN try_cast(${text} AS DOUBLE) END`;
}

/** The unit of pay as a number of pays a year, spelt in any way that \`wageUnit\` knows. */
function factorOf(text: string): string {
  const letters = `regexp_replace(regexp_replace(lower(${text}), '[^a-z]', '', 'g'), '^per', '')`;
  const exact = WAGE_UNITS.map(({unit, perYear}) => `WHEN ${text} = '${unit}' THEN ${perYear}`).join(' ');
  const spelt = WAGE_UNITS.map(
    ({spellings, perYear}) => `WHEN ${letters} IN (${spellings.map(sqlText).join(', ')}) THEN ${perYear}`,
  ).join(' ');
  return `CASE ${exact} ${spelt} END`;
}

function unitName(factor: string): string {
  return `CASE ${factor} ${WAGE_UNITS.map(({unit, perYear}) => `WHEN ${perYear} THEN '${unit}'`).join(' ')} END`;
}

/** The one factor that brings the wage between its own prevailing wage and a multiple of it; null where two do. */
function onlyFitting(low: number, high: number, window: number): string {
  const factors = WAGE_UNITS.map(({perYear}) => perYear).join(', ');
  const fits = `list_filter([${factors}], lambda f: low * f BETWEEN ${low} AND ${high}
        AND low * f BETWEEN ${LEAST_OF_PREVAILING} * prevailing_year AND ${window} * prevailing_year)`;
  return `CASE WHEN len(${fits}) = 1 THEN ${fits}[1] END`;
}

/** How tables write days, the usual first: the Department's, of databases, of spreadsheets and of people, with or without a clock. */
const DAYS = [
  `%m/%d/%Y|%Y-%m-%d|%Y-%m-%d %H:%M:%S|%d-%b-%Y|%Y/%m/%d|%d.%m.%Y|%Y%m%d|%m/%d/'%y|%b %d, %Y|%B %d, %Y|%d %b %Y|%d %B %Y`,
  '%m/%d/%Y %I:%M:%S %p|%m/%d/%Y %H:%M:%S|%m/%d/%Y %H:%M|%Y-%m-%dT%H:%M:%S|%Y-%m-%dT%H:%M:%SZ',
].flatMap(some => some.split('|'));
/** Days that a spreadsheet counts from the end of 1899: 45,717 is 1 March 2025. From 1954 to 2119. */
const SERIAL = '[2-7][0-9]{4}';

/** A day as tables write it. A year of two digits is of this century up to 69, as everywhere else. */
function date(text: string): string {
  const read = `try_strptime(${text}, [${DAYS.map(sqlText).join(', ')}])::DATE`;
  const century = `INTERVAL (CASE WHEN year(${read}) < 70 THEN 2000 ELSE 1900 END) YEAR`;
  const short = `CASE WHEN year(${read}) < 100 THEN ${read} + ${century} ELSE ${read} END`;
  const serial = `CASE WHEN regexp_full_match(${text}, '${SERIAL}') THEN DATE '1899-12-30' + ${text}::INT END`;
  return `coalesce((${short})::DATE, ${serial})`;
}
