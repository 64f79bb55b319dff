import type {EpochMs} from '../../calendar/index.ts';
import type {Result} from '../types.ts';
import {deployment, production, repositoryName} from './deployment.ts';
import {rowReader} from './read.ts';
import {type Fields, isFields} from './fields.ts';
import {amiss, held, lacks, type Row, textIn, time, timeOf} from './row.ts';
import type {Tool} from './tool.ts';

/** What a status decides. One that is not here decides nothing: INACTIVE only says that another deployment came after. */
const DECIDES: Readonly<Record<string, Result>> = {
  success: 'success',
  active: 'success',
  failure: 'failure',
  error: 'failure',
};
const UNDECIDED = ['queued', 'pending', 'in_progress', 'waiting'];

const read = rowReader(['nodes', 'deployments'], row => {
  const {result, at} = outcome(row);
  const environment = textIn(row, 'environment', 'Environment', 'original_environment');
  return deployment(row, name => row.value['production_environment'] === true || production(name), {
    id: textIn(row, 'id', 'Id', 'databaseId', 'DatabaseId'),
    service:
      textIn(row, 'repository.name', 'Repository.Name', 'devlake.Name') ??
      repositoryName(textIn(row, 'repository_url')) ??
      /\/repos\/[^/]+\/([^/]+)\/deployments/.exec(textIn(row, 'url') ?? '')?.[1] ??
      null,
    // GitHub calls a deployment without an environment one to production.
    environment: environment ?? 'production',
    committedAt: time(row, 'commit.committedDate', 'Commit.CommittedDate'),
    startedAt: time(row, 'createdAt', 'CreatedAt', 'created_at'),
    finishedAt: at,
    result,
    version: textIn(row, 'commitOid', 'CommitOid', 'sha'),
  });
});

interface Outcome {
  readonly result: Result;
  readonly at: EpochMs | null;
}

/** How it ended: by the first success among its statuses, else by the first failure. */
function outcome(row: Row): Outcome {
  const statuses = statusesOf(row);
  const ended = (result: Result) =>
    statuses.filter(({state}) => DECIDES[state] === result).sort((a, b) => a.at - b.at)[0];
  for (const result of ['success', 'failure'] as const) {
    const first = ended(result);
    if (first !== undefined) return {result, at: first.at};
  }
  if (statuses.some(({state}) => state === 'inactive')) return hidden(row, 'superseded');
  const state = textIn(row, 'state', 'State', 'latestStatus.state')?.toLowerCase() ?? '';
  if (statuses.length > 0 || UNDECIDED.includes(state)) return {result: 'running', at: null};
  const decided = Object.hasOwn(DECIDES, state) ? DECIDES[state] : undefined;
  // Without its statuses the time of the end is not known: updated_at moves when a later deployment supersedes it.
  return decided === undefined
    ? hidden(row, state === 'inactive' ? 'superseded' : 'bare')
    : {result: decided, at: null};
}

function hidden(row: Row, why: 'superseded' | 'bare'): Outcome {
  const which = why === 'superseded' ? 'superseded, and its earlier statuses' : 'its statuses';
  const message = `${which} are not in the export: how it ended is not known`;
  amiss(row, 'rewritten', 'note', message, 'put the answer of its statuses_url under statuses');
  return {result: 'unknown', at: null};
}

function statusesOf(row: Row): {readonly state: string; readonly at: EpochMs}[] {
  const all = held(row, 'statuses.nodes', 'Statuses.nodes', 'statuses', 'Statuses');
  const latest = held(row, 'latestStatus', 'LatestStatus');
  const given: readonly unknown[] = Array.isArray(all) ? all : latest === undefined ? [] : [latest];
  const statuses: {readonly state: string; readonly at: EpochMs}[] = [];
  for (const status of given) {
    const state = isFields(status) ? first(status, 'state', 'State') : undefined;
    if (!isFields(status) || typeof state !== 'string') {
      lacks(row, 'the state of a status');
      continue;
    }
    const written = first(status, 'createdAt', 'created_at', 'updatedAt', 'UpdatedAt', 'updated_at');
    const at = written === undefined ? null : timeOf(row, 'the time of a status', written);
    if (at !== null) statuses.push({state: state.toLowerCase(), at});
    else lacks(row, 'the time of a status');
  }
  return statuses;
}

function first(fields: Fields, ...names: readonly string[]): unknown {
  return names.map(name => fields[name]).find(value => value !== undefined && value !== null);
}

export const githubDeployments: Tool = {
  title: 'GitHub deployments',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'data.repository.deployments.nodes',
  fields: [
    'id',
    'environment',
    'production_environment',
    'createdAt / created_at',
    'statuses[].state',
    'statuses[].createdAt / created_at / updatedAt',
    'commitOid / sha',
    'commit.committedDate',
    'repository.name / url',
  ],
  export:
    'ask GraphQL for repository.deployments with statuses, or put the answer of each statuses_url under `statuses` of GET /repos/OWNER/REPO/deployments',
  seen: 'raw GraphQL answers of 2024 and 2026; of the REST form the example that a public program keeps, without its statuses: those are made-up payloads alone',
  states: null,
};
