import {say} from '../../figure/index.ts';
import type {Result} from '../types.ts';
import {deployment, production, repositoryName, resultOf} from './deployment.ts';
import {rowReader} from './read.ts';
import {amiss, textIn, time} from './row.ts';
import type {Tool} from './tool.ts';

const RESULTS: Readonly<Record<string, Result>> = {
  success: 'success',
  failed: 'failure',
  canceled: 'cancelled',
  skipped: 'cancelled',
  created: 'running',
  running: 'running',
  blocked: 'running',
};

const read = rowReader(['deployments'], row => {
  const word = textIn(row, 'status');
  const job = textIn(row, 'deployable.status');
  const said = resultOf(row, RESULTS, word);
  const torn = job !== null && (said === 'success') !== (job === 'success') && said !== 'running';
  if (torn) {
    amiss(
      row,
      'contradiction',
      'warning',
      say`the deployment is "${word}", its job is "${job}": the result is taken for unknown`,
      'look the job up; where its failure was allowed, say so by mending the row',
    );
  }
  const over = said !== 'running';
  return deployment(row, production, {
    id: textIn(row, 'id'),
    service:
      repositoryName(textIn(row, 'project.path_with_namespace')) ??
      /([^/]+)\/-\//.exec(textIn(row, 'deployable.pipeline.web_url', 'deployable.web_url') ?? '')?.[1] ??
      textIn(row, 'devlake.ProjectId'),
    environment: textIn(row, 'environment.name', 'environment'),
    committedAt: time(row, 'deployable.commit.committed_date'),
    startedAt: time(row, 'deployable.started_at', 'created_at'),
    finishedAt: over ? time(row, 'deployable.finished_at', 'finished_at', 'updated_at') : null,
    result: torn ? 'unknown' : said,
    version: textIn(row, 'sha', 'deployable.commit.id'),
  });
});

export const gitlab: Tool = {
  title: 'GitLab deployments',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: null,
  fields: [
    'id',
    'status',
    'environment.name',
    'created_at',
    'updated_at',
    'sha',
    'deployable.status',
    'deployable.started_at',
    'deployable.finished_at',
    'deployable.commit.committed_date',
  ],
  export: 'save the pages of GET /api/v4/projects/ID/deployments',
  seen: 'raw answers of 2019, some of whose states were edited by hand',
  states: null,
};
