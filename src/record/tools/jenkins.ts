import type {Result} from '../types.ts';
import {deployment, everywhere, resultOf} from './deployment.ts';
import {after} from './lasting.ts';
import {rowReader} from './read.ts';
import {isFields} from './fields.ts';
import {lacks, list, number, type Row, shown, textIn, time} from './row.ts';
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
  const job = jobOf(row, build);
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
    finishedAt:
      running || startedAt === null || duration === null ? null : after(row, startedAt, duration, 'duration'),
    result: running ? 'running' : resultOf(row, RESULTS, word),
    version: revision(row),
  });
});

/**
 * The job, `folder/job`: by the address of the build, for its display name may be anybody's (`shop » cart 2.4.1`). Where
 * there is none, by a display name that ends with the number.
 */
function jobOf(row: Row, build: string | null): string | null {
  const parts = [...(textIn(row, 'url') ?? '').matchAll(/\/job\/([^/]+)/g)].map(([, part = '']) =>
    decoded(part),
  );
  if (parts.length > 0) return parts.join('/');
  const exported = textIn(row, 'devlake.FullName', 'fullName');
  if (exported !== null) return exported;
  const whole = textIn(row, 'fullDisplayName') ?? '';
  const own = textIn(row, 'displayName') ?? `#${build ?? ''}`;
  const named = whole.endsWith(own) ? whole.slice(0, -own.length) : whole.replace(/#\d*$/, '');
  if (named !== whole && named.trim() !== '') return named.trim().replace(/ »$/, '').replaceAll(' » ', '/');
  if (whole !== '' && row.source.system === null)
    lacks(
      row,
      'the job',
      `${shown(whole)} is a name of the build's own: export url, or say system: for this source`,
    );
  return null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

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
    'url',
    'actions[].lastBuiltRevision',
  ],
  export:
    'save JOB/api/json?tree=allBuilds[number,timestamp,duration,result,building,fullDisplayName,url,actions[lastBuiltRevision[SHA1]]] for the job that deploys',
  seen: '14 raw answers of 2022, counted a second time; the address of a build by public examples of the answer',
  states: null,
};
