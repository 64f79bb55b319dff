import type {EpochMs} from '../../calendar/index.ts';
import type {Result} from '../types.ts';
import {count, say} from '../../figure/index.ts';
import {deployment, everywhere, resultOf} from './deployment.ts';
import {leftOut, rowReader} from './read.ts';
import {amiss, number, type Row, textIn, time} from './row.ts';
import type {Tool} from './tool.ts';

const RESULTS: Readonly<Record<string, Result>> = {
  success: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
  stale: 'cancelled',
  neutral: 'unknown',
  action_required: 'unknown',
};

const read = rowReader(['workflow_runs'], row => {
  const id = textIn(row, 'id', 'Run ID');
  const leave = (reason: string) => ({id, entries: [leftOut(row, reason)]});
  if (textIn(row, 'event', 'Event') === 'schedule') return leave('a scheduled run deploys nothing');
  const conclusion = textIn(row, 'conclusion', 'Conclusion');
  if (conclusion === 'skipped') return leave('a skipped run deploys nothing');
  const done = textIn(row, 'status', 'Status') === 'completed';
  const created = time(row, 'created_at', 'Created At');
  const attempt = number(row, 'run_attempt') ?? 1;
  if (attempt > 1) {
    amiss(
      row,
      'rewritten',
      'note',
      say`run ${id ?? ''} was tried ${count(attempt)} times; how the attempts before the last ended is not in the export`,
      'the start is that of the first attempt, the result and the end are those of the last',
    );
  }
  return deployment(row, everywhere, {
    id,
    service: textIn(row, 'repository.full_name', 'devlake.Name', 'Repository'),
    environment: textIn(row, 'name', 'Workflow'),
    committedAt: time(row, 'head_commit.timestamp'),
    // Trying a run again writes over run_started_at; created_at stays.
    startedAt: attempt > 1 ? created : (time(row, 'run_started_at') ?? created),
    finishedAt: done ? (time(row, 'updated_at', 'Updated At') ?? lasting(row, created)) : null,
    result: done ? resultOf(row, RESULTS, conclusion) : 'running',
    version: textIn(row, 'head_sha', 'Commit SHA'),
  });
});

/** The end by the length that a table of runs gives: `1h 2m 36s`. */
function lasting(row: Row, start: EpochMs | null): EpochMs | null {
  const length = textIn(row, 'Duration');
  const parts = length === null ? null : /^(?:(\d+)h\s*)?(?:(\d+)m\s*)?(?:(\d+)s)?$/.exec(length);
  if (parts === null || start === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return start + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

export const githubRuns: Tool = {
  title: 'GitHub Actions runs',
  reader: read,
  formats: ['json', 'jsonl', 'csv', 'markdown'],
  at: 'workflow_runs',
  fields: [
    'id',
    'name',
    'event',
    'status',
    'conclusion',
    'run_attempt',
    'created_at',
    'run_started_at',
    'updated_at',
    'head_sha',
    'head_commit.timestamp',
    'repository.full_name',
  ],
  headings: ['Run ID', 'Created At'],
  export: 'save the pages of GET /repos/OWNER/REPO/actions/workflows/ID/runs for the workflow that deploys',
  seen: 'raw answers of 2022, and a table of runs in Markdown of 2025',
  states: null,
};
