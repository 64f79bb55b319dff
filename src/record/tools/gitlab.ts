import {say} from '../../figure/index.ts';
import type {EpochMs} from '../../calendar/index.ts';
import type {Result} from '../types.ts';
import {type Counts, deployment, production, repositoryName, resultOf} from './deployment.ts';
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
  const tier = textIn(row, 'environment.tier');
  // A tier is somebody's word for it, and a name only looks like one.
  const counts: Counts = tier === null ? production : () => tier.toLowerCase() === 'production';
  const startedAt = time(row, 'deployable.started_at', 'created_at');
  return deployment(row, counts, {
    id: textIn(row, 'id'),
    service:
      repositoryName(textIn(row, 'project.path_with_namespace')) ??
      /\/([^/]+)\/(?:-\/)?(?:pipelines|jobs|builds)\//.exec(
        textIn(row, 'deployable.pipeline.web_url', 'deployable.web_url') ?? '',
      )?.[1] ??
      textIn(row, 'devlake.ProjectId'),
    environment: textIn(row, 'environment.name', 'environment'),
    committedAt: time(row, 'deployable.commit.committed_date'),
    startedAt,
    finishedAt: over
      ? ofOneClock(startedAt, time(row, 'deployable.finished_at', 'finished_at', 'updated_at'))
      : null,
    result: torn ? 'unknown' : said,
    version: textIn(row, 'sha', 'deployable.commit.id'),
  });
});

/** The server writes when a deployment began and a runner when its job ended, by clocks that differ by this at the most. */
const CLOCKS_APART = 1000;

function ofOneClock(start: EpochMs | null, end: EpochMs | null): EpochMs | null {
  return start !== null && end !== null && end < start && start - end <= CLOCKS_APART ? start : end;
}

export const gitlab: Tool = {
  title: 'GitLab deployments',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: null,
  fields: [
    'id',
    'status',
    'environment.name',
    'environment.tier',
    'created_at',
    'updated_at',
    'sha',
    'deployable.status',
    'deployable.started_at',
    'deployable.finished_at',
    'deployable.commit.committed_date',
  ],
  export: 'save the pages of GET /api/v4/projects/ID/deployments',
  seen: '8 raw answers of 2019, some of whose states were edited by hand, counted a second time by an independent program, and the example of its own documentation',
  states: null,
};
