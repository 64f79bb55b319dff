import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import type {Reader, Result} from '../types.ts';
import {count, say} from '../../figure/index.ts';
import {deployment, everywhere, resultOf} from './deployment.ts';
import {after} from './lasting.ts';
import {leftOut, rowReader} from './read.ts';
import {amiss, lacks, number, type Row, textIn, time} from './row.ts';
import {runLengths} from './run-length.ts';
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

const rows = rowReader(['workflow_runs'], row => {
  const id = textIn(row, 'id', 'databaseId', 'Run ID');
  const leave = (reason: string) => ({id, entries: [leftOut(row, reason)]});
  if (textIn(row, 'event', 'Event') === 'schedule') return leave('a scheduled run deploys nothing');
  const conclusion = textIn(row, 'conclusion', 'Conclusion');
  if (conclusion === 'skipped') return leave('a skipped run deploys nothing');
  const done = textIn(row, 'status', 'Status') === 'completed';
  const created = time(row, 'created_at', 'createdAt', 'Created At');
  const attempt = number(row, 'run_attempt', 'attempt') ?? 1;
  const begun = time(row, 'run_started_at', 'startedAt');
  if (attempt > 1) {
    const message = say`run ${id ?? ''} was tried ${count(attempt)} times: the last attempt counts`;
    amiss(
      row,
      'rewritten',
      'note',
      message,
      'how the attempts before it ended is told only where they were saved too',
    );
  }
  const startedAt = begun ?? created;
  if (startedAt === null)
    lacks(
      row,
      'the time at which it started',
      'ask gh run list for it: --json createdAt,startedAt,updatedAt and the rest',
    );
  const finishedAt = done
    ? (time(row, 'updated_at', 'updatedAt', 'Updated At') ?? lasting(row, created))
    : null;
  // Of a later attempt that does not say when it started, only the end is known.
  const unclear = attempt > 1 && begun === null;
  const {entries} = deployment(row, everywhere, {
    id,
    service: textIn(row, 'repository.full_name', 'devlake.Name', 'Repository') ?? repositoryOf(row),
    environment: textIn(row, 'workflowName', 'name', 'Workflow'),
    committedAt: time(row, 'head_commit.timestamp'),
    startedAt: unclear ? finishedAt : startedAt,
    finishedAt: unclear || isBeyond(row, id, startedAt, finishedAt) ? null : finishedAt,
    result: done ? resultOf(row, RESULTS, conclusion) : 'running',
    version: textIn(row, 'head_sha', 'headSha', 'Commit SHA'),
  });
  return {id, entries, attempt};
});

const read: Reader = source => {
  const pass = rows(source);
  const lengths = runLengths(source);
  return {
    take: item => lengths.take(pass.take(item)),
    end: () => [...lengths.take(pass.end()), ...lengths.end()],
  };
};

/** The repository by the address of the run, which `gh run list` gives in the place of its name. */
function repositoryOf(row: Row): string | null {
  const address = textIn(row, 'html_url', 'url') ?? '';
  return /^https?:\/\/[^/]+\/(?:(?:api\/v3\/)?repos\/)?([^/]+\/[^/]+)\/actions\//.exec(address)?.[1] ?? null;
}

/** A run is cancelled after so long, waiting for approval included (docs.github.com/en/actions/reference/limits). */
const LONGEST_RUN = 35 * DAY_MS;

/** Whether the last update came after any run is over: GitHub writes `updated_at` again, weeks later. */
function isBeyond(row: Row, id: string | null, start: EpochMs | null, end: EpochMs | null): boolean {
  if (start === null || end === null || end - start <= LONGEST_RUN) return false;
  const message = say`run ${id ?? ''} was written over ${count(Math.round((end - start) / DAY_MS))} days after it started: when it ended is not known`;
  amiss(row, 'rewritten', 'warning', message, 'GitHub ends a run after 35 days at the latest');
  return true;
}

/** The end by the length that a table of runs gives: `1h 2m 36s`. */
function lasting(row: Row, start: EpochMs | null): EpochMs | null {
  const length = textIn(row, 'Duration');
  const parts = length === null ? null : /^(?:(\d+)h\s*)?(?:(\d+)m\s*)?(?:(\d+)s)?$/.exec(length);
  if (parts === null || start === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const lasted = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return after(row, start, lasted, 'Duration');
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
    'databaseId',
    'workflowName',
    'attempt',
    'createdAt',
    'startedAt',
    'updatedAt',
    'headSha',
    'url',
  ],
  headings: ['Run ID', 'Created At'],
  export:
    'save the pages of GET /repos/OWNER/REPO/actions/workflows/ID/runs for the workflow that deploys, or what gh run list --json gives',
  seen: '35 raw answers of 2022 and a list of 10 runs that gh made in 2026, counted a second time by an independent program, and a table of 140 runs in Markdown of 2025',
  states: null,
};
