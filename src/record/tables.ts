import type {PlannedSource, RecordSpec, TableName} from './plan.ts';
import {TOOLS} from './tools/index.ts';

/** The tables that a source may have rows for, by what it is: nothing is read. */
export function tablesOf(planned: PlannedSource): readonly TableName[] {
  if (planned.kind === 'probes' || planned.kind === 'prometheus') return ['intervals'];
  if (planned.kind === 'table') return [planned.table.into];
  // The schema of DORA has incidents and deployments in one.
  if (planned.kind === 'dora') return ['intervals', 'deployments'];
  return [TOOLS[planned.kind].states === null ? 'deployments' : 'intervals'];
}

/** The plan without the sources that have no rows for any of these tables: what need not be read. */
export function planFor(plan: RecordSpec, tables: readonly TableName[]): RecordSpec {
  const sources = plan.sources.filter(planned => tablesOf(planned).some(one => tables.includes(one)));
  return {...plan, sources};
}
