import type {Result} from '../types.ts';
import {deployment, everywhere, type Rollout, resultOf} from './deployment.ts';
import {rowReader, type ToolReading} from './read.ts';
import {type Fields, isFields} from './fields.ts';
import {lacks, list, type Row, textIn, time} from './row.ts';
import type {Tool} from './tool.ts';

const PHASES: Readonly<Record<string, Result>> = {
  succeeded: 'success',
  failed: 'failure',
  error: 'failure',
  running: 'running',
  terminating: 'running',
};

const read = rowReader(['items'], row => {
  const service = applicationOf(row);
  const environment = textIn(row, 'spec.destination.namespace', 'metadata.namespace');
  if (service === null)
    lacks(row, 'metadata.name', 'an Application has one; the file may hold something else');
  const readings: ToolReading[] = [];
  for (const entry of list(row, 'status.history')) {
    if (!isFields(entry)) {
      lacks(row, 'an entry of status.history');
      continue;
    }
    // Only what was synchronised in full is written into the history.
    readings.push(
      deployment(row, everywhere, {...past(row, service, entry), service, environment, result: 'success'}),
    );
  }
  const latest = operation(row, service, environment);
  if (latest !== null) readings.push(deployment(row, everywhere, latest));
  return readings;
});

/** Where Argo CD itself lives, as its makers and packagers install it: applications of there go by their names alone. */
const HOMES: readonly (string | null)[] = [null, 'argocd', 'argo-cd', 'argo', 'openshift-gitops'];

/** As Argo CD calls it: `team-a/cart` outside of its own namespace, where another `cart` may be. */
function applicationOf(row: Row): string | null {
  const name = textIn(row, 'metadata.name');
  const namespace = textIn(row, 'metadata.namespace');
  return name === null || HOMES.includes(namespace) ? name : `${namespace}/${name}`;
}

function past(
  row: Row,
  service: string | null,
  entry: Fields,
): Omit<Rollout, 'service' | 'environment' | 'result'> {
  const inner = {...row, value: entry};
  const deployed = time(inner, 'deployedAt');
  if (deployed === null) lacks(row, 'deployedAt of an entry of status.history');
  const number = textIn(inner, 'id');
  return {
    id: number === null ? null : `${known(row, service)}/${number}`,
    committedAt: null,
    startedAt: time(inner, 'deployStartedAt') ?? deployed,
    finishedAt: deployed,
    version: revision(inner, 'revision', 'revisions'),
  };
}

/** What tells an application from all others: one that was made again counts from 0 again. */
function known(row: Row, service: string | null): string {
  return textIn(row, 'metadata.uid') ?? `${textIn(row, 'metadata.namespace') ?? ''}/${service ?? ''}`;
}

/** The last operation, where the history does not hold it: one that failed, or still runs. */
function operation(row: Row, service: string | null, environment: string | null): Rollout | null {
  const phase = textIn(row, 'status.operationState.phase');
  if (phase === null) return null;
  const result = resultOf(row, PHASES, phase);
  if (result === 'success') return null;
  const startedAt = time(row, 'status.operationState.startedAt');
  return {
    id: `${known(row, service)}/${startedAt ?? ''}`,
    service,
    environment,
    committedAt: null,
    startedAt,
    finishedAt: result === 'running' ? null : time(row, 'status.operationState.finishedAt'),
    result,
    version: revision(
      row,
      'status.operationState.syncResult.revision',
      'status.operationState.syncResult.revisions',
    ),
  };
}

/** One revision, or those of an application with several sources. */
function revision(row: Row, one: string, several: string): string | null {
  return textIn(row, one) ?? (list(row, several).map(String).join(' ') || null);
}

export const argocd: Tool = {
  title: 'Argo CD applications',
  reader: read,
  formats: ['json', 'jsonl', 'yaml'],
  at: 'items',
  fields: [
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    'spec.destination.namespace',
    'status.history[].id',
    'status.history[].revision',
    'status.history[].deployStartedAt',
    'status.history[].deployedAt',
    'status.operationState.phase',
    'status.operationState.startedAt',
    'status.operationState.finishedAt',
  ],
  export:
    'kubectl get applications.argoproj.io -A -o json, often enough: the history is bounded, and only the last failure is kept',
  seen: 'an Application of a cluster with five syncs of 2022, as kubectl -o yaml gives it, counted a second time by an independent program; none with a failed operation',
  states: null,
};
