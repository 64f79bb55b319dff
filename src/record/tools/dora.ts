import type {Result} from '../types.ts';
import {deployment, production, repositoryName, resultOf} from './deployment.ts';
import {incident, systemsOf} from './incident.ts';
import {rowReader, type ToolReading} from './read.ts';
import {isFields} from './fields.ts';
import {lacks, latest, list, type Row, textIn, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {critical: 'down', major: 'down', minor: 'degraded', p1: 'down', p2: 'down', p3: 'degraded'},
  unsaid: 'down',
  why: 'the sender chooses the words; an incident is sent because a deployment failed its users',
};

const RESULTS: Readonly<Record<string, Result>> = {
  // The webhook takes what says nothing for a success.
  '': 'success',
  success: 'success',
  failure: 'failure',
  abort: 'cancelled',
  manual: 'unknown',
};

const read = rowReader(['deployments', 'incidents', 'issues'], row =>
  textIn(row, 'issueKey', 'issue_key') === null ? deployed(row) : hurt(row),
);

/** A deployment has a row for every repository that it carries commits of. */
function deployed(row: Row): ToolReading {
  const id = textIn(row, 'id', 'pipeline_id', 'deployment_id');
  const finishedAt = time(row, 'finishedDate', 'end_time');
  const result = resultOf(row, RESULTS, textIn(row, 'result'));
  if (finishedAt === null) lacks(row, 'finishedDate');
  const entries = carried(row).flatMap(
    ({repository, commit}) =>
      deployment(row, production, {
        id,
        service: repository ?? textIn(row, 'name'),
        environment: textIn(row, 'environment') ?? 'PRODUCTION',
        committedAt: null,
        startedAt: time(row, 'startedDate', 'start_time'),
        finishedAt,
        result,
        version: commit,
      }).entries,
  );
  return {id, entries};
}

interface Carried {
  readonly repository: string | null;
  readonly commit: string | null;
}

function carried(row: Row): readonly Carried[] {
  const all = new Map<string | null, Carried>();
  const commits = list(row, 'deploymentCommits').filter(isFields);
  for (const value of commits.length > 0 ? commits : [row.value]) {
    const one = {...row, value};
    const repository = repositoryName(textIn(one, 'repoUrl', 'repo_url'));
    if (!all.has(repository))
      all.set(repository, {repository, commit: textIn(one, 'commitSha', 'commit_sha')});
  }
  return [...all.values()];
}

function hurt(row: Row): ToolReading {
  return incident(row, severities, {
    id: textIn(row, 'issueKey', 'issue_key'),
    systems: systemsOf(row, textIn(row, 'component')),
    opened: time(row, 'createdDate', 'created_date'),
    closed: time(row, 'resolutionDate', 'resolution_date'),
    over: textIn(row, 'status') === 'DONE',
    heard: latest(row, 'updatedDate', 'updated_date'),
    impact: null,
    words: [textIn(row, 'severity')],
  });
}

export const dora: Tool = {
  title: 'DORA webhook events (DevLake)',
  reader: read,
  formats: ['json', 'jsonl'],
  at: null,
  fields: [
    'id',
    'startedDate',
    'finishedDate',
    'result',
    'environment',
    'deploymentCommits[].repoUrl',
    'deploymentCommits[].commitSha',
    'issueKey',
    'createdDate',
    'resolutionDate',
    'status',
    'severity',
    'component',
  ],
  export: 'keep the bodies that your pipeline posts to the DevLake webhook, one to a line',
  seen: 'the fields that the program behind the webhook declares',
  states: severities,
};
