import {type Currency, closestSpelling, isCurrency} from '../base/index.ts';
import type {EpochMs} from '../calendar/index.ts';
import {
  columnParts,
  type DayReading,
  dayIn,
  type InstantReading,
  type Item,
  memoized,
  type Place,
  readDay,
  readInstant,
  type NumberReading,
  readNumber,
  readSum,
} from '../intake/index.ts';
import {finding, say} from '../figure/index.ts';
import {TABLE_FIELDS, type TableRule} from './plan.ts';
import {apiError} from './tools/api-error.ts';
import {deployment, everywhere, resultOf} from './tools/deployment.ts';
import {incident, systemsOf} from './tools/incident.ts';
import {rowReader, type ToolReading} from './tools/read.ts';
import {knownFirst} from './tools/severity.ts';
import {isFields} from './tools/fields.ts';
import {amiss, held, lacks, type Row, shown, textIn, timeOf} from './tools/row.ts';
import {type Entry, RESULTS, type Reader, type Result, type SourceSpec, STATES, type State} from './types.ts';

/**
 * Reads somebody's own table: its columns are mapped by `columns` of the source, and a field that is not mapped is
 * looked for under its own name. A mapped column that no row has is an error: an end that is never found would make
 * every outage last for ever.
 */
export function tableReader(rule: TableRule): Reader {
  const table: Table = {
    ...rule,
    day: memoized(value => readDay(value, rule.time)),
    instant: memoized(value => readInstant(value, rule.time)),
  };
  const rows = rowReader([], row => TABLE_ROWS[rule.into](row, table));
  return source => {
    const pass = rows(source);
    const missing = new Map(mappedOf(rule, source));
    let first: Item | undefined;
    return {
      take(item) {
        if (apiError(item.value) !== null) return pass.take(item);
        first ??= item;
        for (const [field, column] of missing) if (has(item.value, column)) missing.delete(field);
        return pass.take(item);
      },
      end: () => [...pass.end(), ...(first === undefined ? [] : noColumns(missing, first, source))],
    };
  };
}

/** The rule of a table, and its ways to read a time, which stands in many rows. */
interface Table extends TableRule {
  readonly day: (value: unknown) => DayReading;
  readonly instant: (value: unknown) => InstantReading;
}

/** The columns that the source maps to fields of the table. */
function mappedOf({into}: TableRule, {columns}: SourceSpec): [string, string][] {
  const fields: readonly string[] = [...TABLE_FIELDS[into].needs, ...TABLE_FIELDS[into].may];
  return fields.flatMap((field): [string, string][] => {
    const column = columns[field];
    return column === undefined ? [] : [[field, column]];
  });
}

function has(value: unknown, path: string): boolean {
  if (!isFields(value)) return false;
  if (columnParts(path).every(part => Object.hasOwn(value, part)) || Object.hasOwn(value, path)) return true;
  const [head = '', ...rest] = path.split('.');
  return rest.length > 0 && Object.hasOwn(value, head) && has(value[head], rest.join('.'));
}

function noColumns(
  missing: ReadonlyMap<string, string>,
  {value, place}: Item,
  source: SourceSpec,
): readonly Entry[] {
  const columns = isFields(value) ? Object.keys(value) : [];
  const at: Place = {file: place.file, line: 1};
  return [...missing].map(([field, column]) => {
    const meant = closestSpelling(column, columns);
    const hint =
      meant === undefined
        ? say`its columns are ${columns.slice(0, 12).join(', ')}`
        : say`did you mean ${meant}?`;
    const message = say`no row has the column ${JSON.stringify(column)}, which is mapped to ${field}`;
    return {
      table: 'fault',
      row: {...finding('record-file', 'error', message, {hint}), place: at, source: source.name},
    };
  });
}

const TABLE_ROWS: Readonly<Record<TableRule['into'], (row: Row, table: Table) => ToolReading>> = {
  intervals,
  deployments,
  load,
  pnl,
  costs,
};

const OWN_STATES: Readonly<Record<string, State>> = Object.fromEntries(STATES.map(state => [state, state]));

function intervals(row: Row, table: Table): ToolReading {
  const {always} = table;
  const words = [word(row, 'state'), word(row, 'severity')] as const;
  if (always['state'] === undefined && words.every(one => one === null)) {
    lacks(row, 'the state', 'map a column to state or severity, or say state: down for every row');
    return {id: null, entries: []};
  }
  const ticketStart = time(row, table, 'ticketStart');
  const start = time(row, table, 'start');
  const end = time(row, table, 'end');
  const own = always['state'] as State | undefined;
  // A state that is said for every row leaves the severity a label.
  const labels = own === undefined ? [] : words.map(one => [one?.toLowerCase() ?? '', own] as const);
  const known: Readonly<Record<string, State>> = own === undefined ? OWN_STATES : Object.fromEntries(labels);
  const severities = {words: known, unsaid: own ?? null, why: 'the table says so itself'};
  return incident(row, severities, {
    id: word(row, 'id'),
    systems: systemsOf(row, word(row, 'system')),
    opened: ticketStart ?? start,
    closed: ticketStart === null ? end : time(row, table, 'ticketEnd'),
    over: false,
    blank: table.endNotKnown === true ? 'not known' : 'lasts',
    impact: ticketStart === null || start === null ? null : {start, end},
    words: knownFirst(row, severities, words[0], [words[1]]),
  });
}

const OWN_RESULTS: Readonly<Record<string, Result>> = {
  ...Object.fromEntries(RESULTS.map(result => [result, result])),
  '': 'unknown',
  succeeded: 'success',
  failed: 'failure',
  canceled: 'cancelled',
};

function deployments(row: Row, table: Table): ToolReading {
  const {always} = table;
  const {id, entries} = deployment(row, everywhere, {
    id: word(row, 'id'),
    service: always['service'] ?? word(row, 'service'),
    environment: always['environment'] ?? word(row, 'environment'),
    committedAt: time(row, table, 'committedAt'),
    startedAt: time(row, table, 'startedAt'),
    finishedAt: time(row, table, 'finishedAt'),
    result: (always['result'] as Result | undefined) ?? resultOf(row, OWN_RESULTS, word(row, 'result')),
    version: word(row, 'version'),
  });
  const caused = word(row, 'caused');
  return {
    id,
    entries: entries.map(entry =>
      entry.table === 'deployment' ? {...entry, row: {...entry.row, caused}} : entry,
    ),
  };
}

function load(row: Row, table: Table): ToolReading {
  const [system] = systemsOf(row, word(row, 'system'));
  const at = time(row, table, 'at');
  const carried = number(row, table, 'load');
  const capacity = number(row, table, 'capacity');
  if (system === undefined) lacks(row, 'the name of the system', 'map a column to system, or say system:');
  else if (at === null) lacks(row, 'the time', 'map a column to at');
  else if (carried === null) lacks(row, 'the load', 'map a column to load');
  else if (carried < 0 || (capacity !== null && capacity <= 0)) {
    const what = carried < 0 ? `a load of ${carried}` : `a capacity of ${capacity}`;
    amiss(
      row,
      'bad-row',
      'error',
      say`${what}, expected more than nothing`,
      'mend the row, or map other columns',
    );
  } else {
    const entry: Entry = {table: 'load', row: {system, at, load: carried, capacity, source: row.source.name}};
    return {id: null, entries: [entry]};
  }
  return {id: null, entries: []};
}

function pnl(row: Row, table: Table): ToolReading {
  const pod = table.always['pod'] ?? word(row, 'pod');
  const at = time(row, table, 'at');
  const date = at === null ? day(row, table) : dayOf(row, at);
  const currency = currencyOf(row, table);
  const amount = sum(row, table, currency);
  if (pod === null) lacks(row, 'the pod', 'map a column to pod, or say pod:');
  else if (date === null) lacks(row, 'the day', 'map a column to date, or to at');
  else if (amount === null) lacks(row, 'the amount', 'map a column to amount');
  else if (currency === null) lacks(row, 'the currency', 'map a column to currency, or say currency: USD');
  else {
    const entry: Entry = {
      table: 'pnl',
      row: {pod, date, at, amount: {amount, currency}, source: row.source.name},
    };
    return {id: null, entries: [entry]};
  }
  return {id: null, entries: []};
}

function costs(row: Row, table: Table): ToolReading {
  const scope = table.always['scope'] ?? word(row, 'scope');
  const date = day(row, table);
  const month = date?.slice(0, 7) ?? monthOf(row, table);
  const currency = currencyOf(row, table);
  const amount = sum(row, table, currency);
  if (scope === null) lacks(row, 'what the amount is of', 'map a column to scope, or say scope:');
  else if (month === null) lacks(row, 'the month', 'map a column to month, or to date');
  else if (amount === null) lacks(row, 'the amount', 'map a column to amount');
  else if (currency === null) lacks(row, 'the currency', 'map a column to currency, or say currency: USD');
  else {
    const item = word(row, 'item');
    const entry: Entry = {
      table: 'cost',
      row: {scope, item, month, date, amount: {amount, currency}, source: row.source.name},
    };
    return {id: null, entries: [entry]};
  }
  return {id: null, entries: []};
}

/** `2025-03`, or the month of a day. */
function monthOf(row: Row, table: Table): string | null {
  const written = word(row, 'month');
  return written !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(written)
    ? written
    : (day(row, table, 'month')?.slice(0, 7) ?? null);
}

function day(row: Row, table: Table, field = 'date'): string | null {
  const found = value(row, field);
  if (found === undefined) return null;
  const reading = table.day(found);
  if (!reading.ok) {
    amiss(row, reading.rule, 'error', say`${columnOf(row, field)}: ${reading.message}`, reading.hint);
    return null;
  }
  const year = Number(reading.day.slice(0, 4));
  if (year >= 2000 && year < 2100) return reading.day;
  const message = `${columnOf(row, field)}: ${shown(found)} lies outside of the years 2000 to 2099`;
  amiss(row, 'typed-wrong-time', 'error', message, 'mend the year, or leave the row out with --skip-bad');
  return null;
}

/** The day of an instant, which hangs on a zone even where the instant does not. */
function dayOf(row: Row, at: EpochMs): string | null {
  const {zone} = row.source;
  if (zone !== null) return dayIn(at, zone);
  amiss(row, 'unclear-time', 'error', 'the day of an instant hangs on a zone', 'say zone: America/New_York');
  return null;
}

function currencyOf(row: Row, table: Table): Currency | null {
  const code = table.always['currency'] ?? word(row, 'currency');
  if (code === null) return null;
  if (isCurrency(code.toUpperCase())) return code.toUpperCase() as Currency;
  amiss(row, 'bad-row', 'error', say`${shown(code)} is not a currency`, 'write an ISO 4217 code: USD');
  return null;
}

function columnOf(row: Row, field: string): string {
  return row.source.columns[field] ?? field;
}

function value(row: Row, field: string): unknown {
  return held(row, columnOf(row, field));
}

function word(row: Row, field: string): string | null {
  return textIn(row, columnOf(row, field));
}

function time(row: Row, table: Table, field: string): EpochMs | null {
  const found = value(row, field);
  return found === undefined ? null : timeOf(row, columnOf(row, field), found, table.instant(found));
}

function number(row: Row, table: Table, field: string): number | null {
  return numberBy(row, field, found => readNumber(found, table.numbers));
}

function sum(row: Row, table: Table, currency: Currency | null): number | null {
  return numberBy(row, 'amount', found => readSum(found, table.numbers, currency));
}

function numberBy(row: Row, field: string, read: (found: unknown) => NumberReading): number | null {
  const found = value(row, field);
  if (found === undefined) return null;
  const reading = read(found);
  if (reading.ok) return reading.value;
  amiss(row, 'bad-row', 'error', say`${columnOf(row, field)}: ${reading.message}`, reading.hint);
  return null;
}
