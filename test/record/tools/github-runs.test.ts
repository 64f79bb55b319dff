import {describe, expect, test} from 'vitest';
import {TOOLS} from '../../../src/record/index.ts';
import {hintOf, messageOf} from '../../findings.ts';
import {read, rules, toldDeployment} from './reading.ts';

const {reader} = TOOLS['github-runs'];
const at = (time: string, day = '2025-05-06') => `${day}T${time}:00Z`;
const run = {
  id: 1,
  name: 'Deploy',
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  run_attempt: 1,
  created_at: at('10:00'),
  run_started_at: at('10:00'),
  updated_at: at('10:04'),
  head_sha: 'v7',
  repository: {full_name: 'shop/cart'},
};
const others = Array.from({length: 8}, (_, of) => ({...run, id: 10 + of}));

describe('the end of a run', () => {
  test.each([
    ['the day after any run is over', '2025-06-10', ['warning rewritten']],
    ['a year later', '2026-05-06', ['warning rewritten']],
  ])('that was written over %s is not known', async (_what, day, found) => {
    const outcome = await read(reader, [{...run, updated_at: at('10:04', day)}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual(['shop/cart to Deploy success 10:00 to … at v7']);
    expect(rules(outcome)).toEqual(found);
  });

  test('is not known of one among nine that took 8 days: it is many times the median', async () => {
    const outcome = await read(reader, [{...run, updated_at: at('19:40', '2025-05-14')}, ...others]);
    expect(outcome.deployments.filter(({finishedAt}) => finishedAt === null)).toHaveLength(1);
    expect(outcome.deployments).toHaveLength(9);
    expect(outcome.faults.map(messageOf)).toEqual([
      'run 1 took 12,100 min where 4 are usual: when it ended is not known',
    ]);
  });

  test('of one of hours among such of minutes is told, and stands', async () => {
    const outcome = await read(reader, [{...run, updated_at: at('13:00')}, ...others]);
    expect(outcome.deployments.every(({finishedAt}) => finishedAt !== null)).toBe(true);
    expect(outcome.faults.map(messageOf)).toEqual([
      'run 1 took 180 min where 4 are usual: it counts as it stands',
    ]);
  });

  test('days after its start is believed where there is nothing to hold it against', async () => {
    const outcome = await read(reader, [{...run, updated_at: at('10:00', '2025-05-08')}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'shop/cart to Deploy success 10:00 to 2025-05-08 10:00 at v7',
    ]);
    expect(outcome.faults).toEqual([]);
  });
});

describe('a run that was tried again', () => {
  const again = {
    ...run,
    run_attempt: 2,
    run_started_at: at('10:00', '2025-05-25'),
    updated_at: at('10:05', '2025-05-25'),
    conclusion: 'failure',
  };

  test('is no run of 19 days', async () => {
    const outcome = await read(reader, [again]);
    expect(outcome.deployments.map(({startedAt, finishedAt}) => (finishedAt ?? 0) - startedAt)).toEqual([
      300_000,
    ]);
    expect(rules(outcome)).toEqual(['note rewritten']);
  });

  test('and does not say when is known by its end alone', async () => {
    const outcome = await read(reader, [{...again, run_started_at: null}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'shop/cart to Deploy failure 2025-05-25 10:05 to … at v7',
    ]);
  });

  test.each([
    ['in their order', [run, again]],
    ['the last one first', [again, run]],
    ['twice each', [run, run, again, again]],
  ])('and saved at every attempt counts once, at the last, %s', async (_what, saved) => {
    const outcome = await read(reader, saved);
    expect(outcome.deployments.map(({result}) => result)).toEqual(['failure']);
    expect(outcome.leftOut['an attempt before the last']).toBe(1);
    expect(rules(outcome).filter(one => one.startsWith('error'))).toEqual([]);
  });

  test('with other contents at one attempt is a fault still', async () => {
    const outcome = await read(reader, [run, {...run, conclusion: 'failure'}]);
    expect(rules(outcome)).toEqual(['error duplicate-id']);
  });
});

test('what gh run list gives is read like what the API gives', async () => {
  const listed = {
    attempt: 1,
    conclusion: 'success',
    createdAt: at('09:59'),
    databaseId: 1,
    event: 'push',
    headSha: 'v7',
    startedAt: at('10:00'),
    status: 'completed',
    updatedAt: at('10:04'),
    url: 'https://github.com/shop/cart/actions/runs/1',
    workflowName: 'Deploy',
  };
  const outcome = await read(reader, [
    listed,
    {...listed, databaseId: 2, status: 'in_progress', conclusion: '', updatedAt: at('10:01')},
    {...listed, databaseId: 3, event: 'schedule'},
  ]);
  expect(outcome.deployments.map(toldDeployment)).toEqual([
    'shop/cart to Deploy success 10:00 to 10:04 at v7',
    'shop/cart to Deploy running 10:00 to … at v7',
  ]);
  expect(outcome.faults).toEqual([]);
});

test.each([
  ['of the API', 'https://api.github.com/repos/shop/cart/actions/runs/1'],
  ["of a server of one's own", 'https://git.example/api/v3/repos/shop/cart/actions/runs/1'],
  ['of the page', 'https://git.example/shop/cart/actions/runs/1'],
])('the repository is known by the address %s', async (_what, url) => {
  const {repository: _gone, ...bare} = run;
  const outcome = await read(reader, [{...bare, url}]);
  expect(outcome.deployments.map(({service}) => service)).toEqual(['shop/cart']);
});

test('a list of gh that was asked for no times says which to ask for', async () => {
  const address = 'https://github.com/shop/cart/actions/runs/7';
  const listed = {databaseId: 7, name: 'Deploy', status: 'completed', conclusion: 'success', url: address};
  const outcome = await read(reader, [listed, {...listed, databaseId: 8, createdAt: at('10:00')}]);
  expect(outcome.faults.map(hintOf)).toEqual([
    'ask gh run list for it: --json createdAt,startedAt,updatedAt and the rest',
  ]);
  expect(outcome.deployments.map(toldDeployment)).toEqual(['shop/cart to Deploy success 10:00 to … at null']);
});
