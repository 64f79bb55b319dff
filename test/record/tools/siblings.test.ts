import {describe, expect, test} from 'vitest';
import {TOOLS} from '../../../src/record/index.ts';
import {messageOf} from '../../findings.ts';
import {hintOf} from '../../findings.ts';
import {read, rules, told, toldDeployment} from './reading.ts';

const at = (time: string) => `2025-05-06T${time}Z`;

describe('a priority of the account’s own', () => {
  const page = {
    id: 'Q1',
    status: 'resolved',
    created_at: at('10:00:00'),
    resolved_at: at('10:30:00'),
    urgency: 'low',
    priority: {summary: 'SEV1'},
    service: {summary: 'api'},
  };

  test('is a bad row of PagerDuty, whatever the urgency, with how to map it', async () => {
    const outcome = await read(TOOLS.pagerduty.reader, [page]);
    expect(outcome.intervals).toEqual([]);
    expect(rules(outcome)).toEqual(['error bad-row']);
    expect(messageOf(outcome.faults[0])).toContain('severity "SEV1" is none of');
    expect(hintOf(outcome.faults[0])).toContain('states: {SEV1: down}');
  });

  test.each([
    [{sev1: 'down'}, 'api down as SEV1 10:00 to 10:30'],
    [{SEV1: 'degraded', low: null}, 'api degraded as SEV1 10:00 to 10:30'],
  ] as const)('is what %j says', async (states, row) => {
    const outcome = await read(TOOLS.pagerduty.reader, [page], {states});
    expect(outcome.intervals.map(told)).toEqual([row]);
  });
});

describe('a Jenkins build with a name of its own', () => {
  const build = {
    number: 31,
    result: 'SUCCESS',
    timestamp: Date.parse(at('10:00:00')),
    duration: 240_000,
    fullDisplayName: 'shop » cart release 2.4.1',
    url: 'https://ci.example/job/shop/job/cart/31/',
    actions: [],
  };

  test('belongs to the job of its address', async () => {
    const outcome = await read(TOOLS.jenkins.reader, [
      build,
      {
        ...build,
        number: 32,
        fullDisplayName: 'shop » cart nightly',
        url: 'https://ci.example/view/all/job/shop/job/cart/32/',
      },
    ]);
    expect(outcome.deployments.map(({service}) => service)).toEqual(['shop/cart', 'shop/cart']);
  });

  test.each([
    ['a branch in an address', {url: 'https://ci.example/job/cart/job/feature%2Fx/3/'}, 'cart/feature/x'],
    ['its own part of the name', {url: null, displayName: 'release 2.4.1'}, 'shop/cart'],
    ['the number in the name', {url: null, fullDisplayName: 'shop » cart » main #31'}, 'shop/cart/main'],
  ])('is told by %s', async (_what, change, service) => {
    const outcome = await read(TOOLS.jenkins.reader, [{...build, ...change}]);
    expect(outcome.deployments.map(one => one.service)).toEqual([service]);
  });

  test('is a bad row where nothing tells the job, unless record.yaml does', async () => {
    const bare = {...build, url: null};
    expect(rules(await read(TOOLS.jenkins.reader, [bare]))).toEqual(['error bad-row']);
    expect((await read(TOOLS.jenkins.reader, [bare], {system: 'cart'})).deployments).toHaveLength(1);
  });
});

describe('a length beyond any calendar', () => {
  test.each([
    [
      'jenkins',
      {
        number: 1,
        result: 'SUCCESS',
        timestamp: 1_746_525_600_000,
        duration: 9e15,
        url: 'https://ci/job/a/1/',
      },
    ],
    [
      'jenkins',
      {
        number: 1,
        result: 'SUCCESS',
        timestamp: 1_746_525_600_000,
        duration: -9e15,
        url: 'https://ci/job/a/1/',
      },
    ],
    [
      'pagerduty',
      {
        id: 'Q',
        urgency: 'high',
        status: 'resolved',
        created_at: at('10:00:00'),
        seconds_to_resolve: 9e15,
        service: {summary: 'api'},
      },
    ],
    [
      'github-runs',
      {
        'Run ID': 1,
        Status: 'completed',
        Conclusion: 'success',
        'Created At': at('10:00:00'),
        Duration: '9000000000000h',
        Repository: 'a/b',
      },
    ],
  ] as const)('of %s is a bad row', async (kind, row) => {
    const outcome = await read(TOOLS[kind].reader, [row]);
    expect([...outcome.deployments, ...outcome.intervals]).toEqual([]);
    expect(rules(outcome)).toEqual(['error bad-row']);
  });
});

test('two applications of one name in two namespaces are two', async () => {
  const app = (namespace: string, uid: string | null) => ({
    metadata: {name: 'cart', namespace, uid},
    spec: {destination: {namespace: 'production'}},
    status: {history: [{id: 0, revision: 'v7', deployStartedAt: at('10:00:00'), deployedAt: at('10:04:00')}]},
  });
  for (const uids of [
    [null, null],
    ['a', 'b'],
  ] as const) {
    const outcome = await read(TOOLS.argocd.reader, [app('argocd', uids[0]), app('team-a', uids[1])]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to production success 10:00 to 10:04 at v7',
      'team-a/cart to production success 10:00 to 10:04 at v7',
    ]);
    expect(outcome.faults).toEqual([]);
  }
});

describe('GitLab', () => {
  const row = {
    id: 5,
    status: 'success',
    sha: 'v7',
    created_at: at('10:00:00'),
    environment: {name: 'eu-west', tier: 'production'},
    deployable: {
      status: 'success',
      finished_at: at('10:04:00'),
      web_url: 'https://git.example/shop/cart/-/jobs/5',
    },
  };

  test('counts what its tier says, whatever the name', async () => {
    const outcome = await read(TOOLS.gitlab.reader, [
      row,
      {...row, id: 6, environment: {name: 'production-copy', tier: 'testing'}},
      {...row, id: 7, environment: {name: 'production'}},
    ]);
    expect(outcome.deployments.map(({environment}) => environment)).toEqual(['eu-west', 'production']);
    expect(outcome.leftOut).toEqual({'environment "production-copy" does not count': 1});
  });

  test('is read as its own documentation shows it: the job ends 299 ms before the deployment begins', async () => {
    const shown = {
      id: 42,
      iid: 2,
      ref: 'main',
      sha: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a',
      created_at: '2016-08-11T11:32:35.444Z',
      updated_at: '2016-08-11T11:34:01.123Z',
      status: 'success',
      environment: {id: 9, name: 'production', external_url: 'https://about.gitlab.com'},
      deployable: {
        id: 664,
        status: 'success',
        created_at: '2016-08-11T11:32:24.456Z',
        started_at: null,
        finished_at: '2016-08-11T11:32:35.145Z',
        pipeline: {id: 34, web_url: 'http://gitlab.dev/root/project/pipelines/12'},
      },
    };
    const outcome = await read(TOOLS.gitlab.reader, [shown]);
    expect(
      outcome.deployments.map(({service, startedAt, finishedAt}) => [service, (finishedAt ?? 0) - startedAt]),
    ).toEqual([['project', 0]]);
    expect(outcome.faults).toEqual([]);
    const torn = {...shown, deployable: {...shown.deployable, finished_at: '2016-08-11T11:32:30.000Z'}};
    expect(rules(await read(TOOLS.gitlab.reader, [torn]))).toEqual(['error ends-before-start']);
  });
});
