import type {RecordSpec, SourceSpec} from '../../src/record/index.ts';
import type {TableRule, TableSource} from '../../src/record/plan.ts';

/** A source of record.yaml of which no more is said than this. */
export function plannedSource(name: string, said: Partial<SourceSpec> = {}): SourceSpec {
  return {
    name,
    zone: null,
    disclosure: 'confidential',
    system: null,
    systemField: null,
    states: {},
    environments: [],
    columns: {},
    ...said,
  };
}

/** A table of somebody's own, in the time of its source. */
export function plannedTable(
  source: SourceSpec,
  rule: Pick<TableRule, 'into'> & Partial<TableRule>,
  said: Partial<Pick<TableSource, 'files' | 'systems'>> = {},
): TableSource {
  return {
    kind: 'table',
    source,
    covers: null,
    files: [],
    items: {},
    times: 'impact',
    onsetLag: null,
    systems: [],
    table: {time: {zone: source.zone}, numbers: null, always: {}, ...rule},
    ...said,
  };
}

/** A record of these sources, without systems of its own. */
export function plannedRecord(sources: RecordSpec['sources'], said: Partial<RecordSpec> = {}): RecordSpec {
  return {file: 'record.yaml', zone: null, covers: null, calendars: [], systems: [], sources, ...said};
}
