import type {Result} from '../types.ts';
import {deployment, everywhere, resultOf} from './deployment.ts';
import {rowReader} from './read.ts';
import {isFields, list, number, type Row, textIn, time} from './row.ts';
import type {Tool} from './tool.ts';

const RESULTS: Readonly<Record<string, Result>> = {
  success: 'success',
  failure: 'failure',
  aborted: 'cancelled',
  not_built: 'cancelled',
  // Steps passed and tests did not: whether it went out depends on the pipeline.
  unstable: 'unknown',
};

const read = rowReader(['builds', 'allBuilds'], row => {
  const word = textIn(row, 'result');
  const running = word === null || row.value['building'] === true;
  const build = textIn(row, 'number', 'id');
  const job =
    textIn(row, 'fullDisplayName')
      ?.replace(/\s*#\S+$/, '')
      .replaceAll(' » ', '/') ?? textIn(row, 'devlake.FullName', 'fullName');
  const startedAt = time(row, 'timestamp');
  const duration = number(row, 'duration');
  return deployment(row, everywhere, {
    // Numbers are counted by each job from 1.
    id: build === null ? null : `${job ?? ''}#${build}`,
    service: job,
    environment: null,
    committedAt: null,
    startedAt,
    // While it runs, Jenkins gives a duration of 0.
    finishedAt: running || startedAt === null || duration === null ? null : startedAt + duration,
    result: running ? 'running' : resultOf(row, RESULTS, word),
    version: revision(row),
  });
});

function revision(row: Row): string | null {
  for (const action of list(row, 'actions')) {
    const built = isFields(action) ? action['lastBuiltRevision'] : undefined;
    if (isFields(built) && typeof built['SHA1'] === 'string') return built['SHA1'];
  }
  return null;
}

export const jenkins: Tool = {
  title: 'Jenkins builds',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'allBuilds',
  fields: [
    'number',
    'timestamp',
    'duration',
    'result',
    'building',
    'fullDisplayName',
    'actions[].lastBuiltRevision',
  ],
  export:
    'save JOB/api/json?tree=allBuilds[number,timestamp,duration,result,building,fullDisplayName,actions[lastBuiltRevision[SHA1]]] for the job that deploys',
  seen: 'raw answers of 2022',
  states: null,
};
