import type {Format, ItemOptions, NumberStyle, TimeRule} from '../intake/index.ts';
import {shownAddress} from './prometheus/address.ts';
import type {ToolName} from './tools/index.ts';
import type {Period, SourceSpec} from './types.ts';

/** What record.yaml says: which systems there are, and where their rows come from. */
export interface RecordSpec {
  /** record.yaml as it was asked for. */
  readonly file: string;
  /** The zone of times that state none; null where a time must state its own. */
  readonly zone: string | null;
  /** What the record claims to cover. Between tickets a system counts as up only inside it, or between those of a source. */
  readonly covers: Period | null;
  /** The ids of the calendars whose sessions count, as the calendars call themselves. */
  readonly calendars: readonly string[];
  readonly systems: readonly PlannedSystem[];
  readonly sources: readonly PlannedSource[];
}

export interface PlannedSystem {
  readonly id: string;
  /** What the tools call it, its id not among them. */
  readonly names: readonly string[];
  /** Which one counts where probes and tickets disagree; null: probes where they know, tickets elsewhere. */
  readonly counts: 'probes' | 'tickets' | null;
  /** The share of a pod's PnL that stops with it, by pod: 0.8 is 80%. */
  readonly pods: Readonly<Record<string, number>>;
}

export type PlannedSource = ToolSource | TableSource | ProbeSource | PrometheusSource;

/** The files of a source, or its server: what its reading is told by. */
export function placesOf(planned: PlannedSource): readonly string[] {
  const files = planned.kind === 'prometheus' ? planned.answers : planned.files;
  if (files !== null) return files.map(({name}) => name);
  return planned.kind === 'prometheus' ? [shownAddress(planned.url)] : [];
}

interface Planned {
  readonly source: SourceSpec;
  /** What this source covers, where it is less than the record does. */
  readonly covers: Period | null;
}

/** A file that record.yaml names, by itself or among others. */
export interface PlannedFile {
  /** Where it lies, to be opened. */
  readonly path: string;
  /** What messages call it: its path from the folder of record.yaml. */
  readonly name: string;
}

interface FileSource extends Planned {
  readonly files: readonly PlannedFile[];
  readonly items: Omit<ItemOptions, 'name'>;
  /** Which times of an incident count as its own where the tool gives both. */
  readonly times: 'impact' | 'ticket';
  readonly onsetLag: OnsetLag | null;
  /** Systems that it would have told of, had anything happened: without a row of theirs they count as up. */
  readonly systems: readonly string[];
}

/** The declared assumption that tickets start late: their starts move to earlier, and the output says so. */
export interface OnsetLag {
  readonly minutes: number;
  readonly source: string;
}

export interface ToolSource extends FileSource {
  readonly kind: ToolName;
}

export interface TableSource extends FileSource {
  readonly kind: 'table';
  readonly table: TableRule;
}

/** The tables of a record. */
export const TABLES = ['intervals', 'deployments', 'load', 'pnl', 'costs'] as const;
export type TableName = (typeof TABLES)[number];

/** How the rows of somebody's own table become rows of ours. */
export interface TableRule {
  readonly into: TableName;
  readonly time: TimeRule;
  /** How numbers are written, by the example of 1234.56; null for plain digits. */
  readonly numbers: NumberStyle | null;
  /** What holds for every row, by our field: `{state: 'down', currency: 'USD'}`. */
  readonly always: Readonly<Partial<Record<string, string>>>;
  /** Whether a blank end only says that nobody wrote the end down; else the row lasts still. */
  readonly endNotKnown?: boolean;
}

export interface ProbeSource extends Planned {
  readonly kind: 'probes';
  readonly files: readonly PlannedFile[];
  /** By the ending of the files where it is null. */
  readonly format: Format | null;
  readonly time: TimeRule;
  /** How often a probe runs, in seconds. */
  readonly every: number;
}

export interface PrometheusSource extends Planned {
  readonly kind: 'prometheus';
  /** Answers that were saved; null where the server itself is asked. */
  readonly answers: readonly PlannedFile[] | null;
  readonly url: string;
  readonly query: string;
  /** Seconds between two points. */
  readonly step: number;
}

/** The fields of each table, those first that a row cannot do without. */
export const TABLE_FIELDS = {
  intervals: {
    needs: ['start'],
    may: ['end', 'state', 'severity', 'system', 'id', 'ticketStart', 'ticketEnd'],
  },
  deployments: {
    needs: ['startedAt'],
    may: ['service', 'environment', 'committedAt', 'finishedAt', 'result', 'version', 'caused', 'id'],
  },
  load: {needs: ['at', 'load'], may: ['system', 'capacity']},
  pnl: {needs: ['amount'], may: ['pod', 'date', 'at', 'currency']},
  costs: {needs: ['amount'], may: ['month', 'date', 'scope', 'item', 'currency']},
} as const satisfies Readonly<
  Record<TableName, {readonly needs: readonly string[]; readonly may: readonly string[]}>
>;
