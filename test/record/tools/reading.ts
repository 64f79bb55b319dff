import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'csv-parse/sync';
import type {Item} from '../../../src/intake/index.ts';
import type {Deployment, Interval, RecordFinding, SourceSpec} from '../../../src/record/index.ts';
import type {Entry, Reader} from '../../../src/record/types.ts';
import {plannedSource} from '../planned.ts';
import {beside} from '../../beside.ts';

/** A source that says nothing but its name. */
export const plain = plannedSource('made-up', {disclosure: 'public'});

export interface Outcome {
  readonly entries: readonly Entry[];
  readonly intervals: readonly Interval[];
  readonly deployments: readonly Deployment[];
  readonly faults: readonly RecordFinding[];
  /** Why rows were left out, with how many. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What `reader` makes of `values`, one to a line, under a source that differs from the plain one in `said`. */
export async function read(
  reader: Reader,
  values: readonly unknown[],
  said: Partial<SourceSpec> = {},
): Promise<Outcome> {
  const entries: Entry[] = [];
  const pass = reader({...plain, ...said});
  for (const item of lines(values)) entries.push(...pass.take(item));
  entries.push(...pass.end());
  const leftOut: Record<string, number> = {};
  for (const {table, row} of entries) {
    if (table === 'left-out') leftOut[row.reason] = (leftOut[row.reason] ?? 0) + 1;
  }
  return {
    entries,
    intervals: entries.flatMap(({table, row}) => (table === 'interval' ? [row] : [])),
    deployments: entries.flatMap(({table, row}) => (table === 'deployment' ? [row] : [])),
    faults: entries.flatMap(({table, row}) => (table === 'fault' ? [row] : [])),
    leftOut,
  };
}

function* lines(values: readonly unknown[]): Iterable<Item> {
  let line = 0;
  for (const value of values) yield {value, place: {file: 'made-up.json', line: ++line}};
}

/** An interval in one line: `api down 10:00 to 10:30 (ticket 10:05 to 10:31)`. */
export function told({system, state, start, end, ticket, severity}: Interval): string {
  const apart = ticket ? ` (ticket ${clock(ticket.start)} to ${clock(ticket.end)})` : '';
  const grave = severity === null ? '' : ` as ${severity}`;
  return `${system} ${state}${grave} ${clock(start)} to ${clock(end)}${apart}`;
}

/** A deployment in one line: `shop to production success 10:00 to 10:04 at v7`. */
export function toldDeployment(row: Deployment): string {
  const {service, environment, result, startedAt, finishedAt, version} = row;
  return `${service} to ${environment} ${result} ${clock(startedAt)} to ${clock(finishedAt)} at ${version}`;
}

/** The time of day of a day in May that every made-up payload falls on; the whole of any other. */
function clock(at: number | null): string {
  if (at === null) return '…';
  const written = new Date(at).toISOString().replace(':00.000Z', '').replace('.000Z', '');
  return written.replace('2025-05-06T', '').replace('T', ' ');
}

/** What is wrong, by rule. */
export function rules(outcome: Outcome): string[] {
  return outcome.faults.map(({rule, severity}) => `${severity} ${rule}`);
}

const {path: telemetry, isThere} = beside(
  'telemetry',
  'real exports of tools are read as a person reads them; made-up payloads are',
);

export {isThere};

export function real(path: string): string {
  return readFileSync(join(telemetry, path), 'utf8');
}

export function realCsv(path: string): Record<string, string>[] {
  return parse(real(path), {columns: true}) as Record<string, string>[];
}
