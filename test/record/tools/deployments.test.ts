import {describe, expect, test} from 'vitest';
import {TOOLS} from '../../../src/record/index.ts';
import {tableReader} from '../../../src/record/table.ts';
import {messageOf} from '../../findings.ts';
import {isThere, read, real, realCsv, rules, toldDeployment} from './reading.ts';

const at = (time: string) => `2025-05-06T${time}:00Z`;

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
const rollout = {
  id: 9,
  sha: 'v7',
  environment: 'production',
  created_at: at('10:00'),
  url: 'https://git.example/api/repos/shop/cart/deployments/9',
  statuses: [
    {state: 'inactive', created_at: at('18:00')},
    {state: 'success', created_at: at('10:04')},
    {state: 'in_progress', created_at: at('10:01')},
  ],
};
const pipeline = {
  id: 5,
  status: 'success',
  sha: 'v7',
  created_at: at('09:59'),
  updated_at: at('10:09'),
  environment: {name: 'production'},
  deployable: {
    status: 'success',
    started_at: at('10:00'),
    finished_at: at('10:04'),
    web_url: 'https://git.example/shop/cart/-/jobs/5',
  },
};
const application = {
  kind: 'Application',
  metadata: {name: 'cart', namespace: 'argocd'},
  spec: {destination: {namespace: 'production'}},
  status: {history: [{id: 3, revision: 'v7', deployStartedAt: at('10:00'), deployedAt: at('10:04')}]},
};
const build = {
  number: 31,
  result: 'SUCCESS',
  timestamp: Date.parse(at('10:00')),
  duration: 240_000,
  fullDisplayName: 'shop » cart #31',
  actions: [{}, {lastBuiltRevision: {SHA1: 'v7'}}],
};
const event = {
  id: 'd-1',
  startedDate: at('10:00'),
  finishedDate: at('10:04'),
  deploymentCommits: [{repoUrl: 'https://git.example/shop/cart.git', commitSha: 'v7'}],
};

const one = {
  'github-runs': {
    row: run,
    begins: {run_started_at: 'then', created_at: 'then'},
    said: 'shop/cart to Deploy',
  },
  'github-deployments': {row: rollout, begins: {created_at: 'then'}, said: 'cart to production'},
  gitlab: {
    row: pipeline,
    begins: {created_at: 'then', deployable: {...pipeline.deployable, started_at: 'then'}},
    said: 'cart to production',
  },
  argocd: {
    row: application,
    begins: {status: {history: [{id: 3, deployStartedAt: 'then', deployedAt: at('10:04')}]}},
    said: 'cart to production',
  },
  jenkins: {row: build, begins: {timestamp: 'then'}, said: 'shop/cart to unstated'},
  dora: {row: event, begins: {startedDate: 'then'}, said: 'cart to PRODUCTION'},
} as const;

describe.each(Object.entries(one))('a deployment of %s', (kind, {row, begins, said}) => {
  const {reader} = TOOLS[kind as keyof typeof one];

  test('is told with its times, its result and its version', async () => {
    const outcome = await read(reader, [row]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([`${said} success 10:00 to 10:04 at v7`]);
    expect(outcome.faults).toEqual([]);
  });

  test('with a start that is no time is a fault, and the rows after it are read', async () => {
    const outcome = await read(reader, [{...row, ...begins}, row]);
    expect(outcome.deployments).toHaveLength(1);
    expect(new Set(rules(outcome))).toEqual(new Set(['error bad-row']));
  });

  test('that ends before it starts is a fault', async () => {
    const late = JSON.parse(
      JSON.stringify(begins).replaceAll('"then"', JSON.stringify(at('11:00'))),
    ) as object;
    const outcome = await read(reader, [{...row, ...late, ...(kind === 'jenkins' ? {duration: -1} : {})}]);
    expect(outcome.deployments).toEqual([]);
    expect(rules(outcome)).toEqual(['error ends-before-start']);
  });

  test.skipIf(kind === 'github-runs')('that lasts a year for a year typed wrong is a fault', async () => {
    const early = JSON.parse(JSON.stringify(begins).replaceAll('then', '2024-05-06T10:00:00Z')) as object;
    const long = kind === 'jenkins' ? {duration: Date.parse(at('10:04')) - Date.UTC(2024, 4, 6, 10)} : {};
    const outcome = await read(reader, [{...row, ...early, ...long}]);
    expect(outcome.deployments).toEqual([]);
    expect(rules(outcome)).toEqual(['error typed-wrong-time']);
  });

  test('seen twice counts once', async () => {
    const outcome = await read(reader, [row, row]);
    expect(outcome.deployments).toHaveLength(1);
    expect(Object.values(outcome.leftOut)).toEqual([1]);
  });

  test.each([[null], ['text'], [[]], [{}], [{id: {}}]])('is not made of %j', async junk => {
    const outcome = await read(reader, [junk]);
    expect(outcome.deployments).toEqual([]);
    expect(rules(outcome)).toContain('error bad-row');
  });
});

describe('GitHub Actions runs', () => {
  const {reader} = TOOLS['github-runs'];

  test('on a schedule, and skipped ones, are left out', async () => {
    const outcome = await read(reader, [
      {...run, event: 'schedule'},
      {...run, id: 2, conclusion: 'skipped'},
    ]);
    expect(outcome.deployments).toEqual([]);
    expect(outcome.leftOut).toEqual({
      'a scheduled run deploys nothing': 1,
      'a skipped run deploys nothing': 1,
    });
  });

  test('tried again begin with their last attempt, and say so', async () => {
    const outcome = await read(reader, [
      {...run, run_attempt: 2, run_started_at: at('15:00'), updated_at: at('15:04')},
    ]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'shop/cart to Deploy success 15:00 to 15:04 at v7',
    ]);
    expect(rules(outcome)).toEqual(['note rewritten']);
  });

  test('that still run have no end', async () => {
    const outcome = await read(reader, [{...run, status: 'in_progress', conclusion: null}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual(['shop/cart to Deploy running 10:00 to … at v7']);
  });

  test('of another workflow are left out, where record.yaml names one', async () => {
    const outcome = await read(reader, [run, {...run, id: 2, name: 'Lint'}], {environments: ['deploy']});
    expect(outcome.deployments).toHaveLength(1);
    expect(outcome.leftOut).toEqual({'environment "Lint" does not count': 1});
  });

  test('in a table end by their length', async () => {
    const row = {
      'Run ID': '77',
      'Commit SHA': 'v7',
      Status: 'completed',
      Conclusion: 'failure',
      'Created At': '6 May 2025, 10:00:00 UTC',
      Duration: '1h 2m 0s',
      Event: 'push',
    };
    const outcome = await read(reader, [row], {system: 'cart'});
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to unstated failure 10:00 to 11:02 at v7',
    ]);
  });
});

describe('GitHub deployments', () => {
  const {reader} = TOOLS['github-deployments'];

  test('superseded later were still a success, at their first success', async () => {
    const statuses = [{state: 'success', created_at: at('12:00')}, ...rollout.statuses];
    const outcome = await read(reader, [{...rollout, statuses}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to production success 10:00 to 10:04 at v7',
    ]);
  });

  test('superseded without their statuses are unknown, never failed', async () => {
    const {statuses: _gone, ...bare} = rollout;
    const outcome = await read(reader, [{...bare, state: 'INACTIVE', updated_at: at('18:00')}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual(['cart to production unknown 10:00 to … at v7']);
    expect(rules(outcome)).toEqual(['note rewritten']);
  });

  test.each([
    ['INACTIVE', 'superseded, and its earlier statuses are not in the export: how it ended is not known'],
    ['', 'its statuses are not in the export: how it ended is not known'],
  ])('without statuses whose state is "%s" say no more than is known', async (state, message) => {
    const {statuses: _gone, ...bare} = rollout;
    const outcome = await read(reader, [{...bare, state}]);
    expect(outcome.faults.map(messageOf)).toEqual([message]);
  });

  test.each([
    ['failure', 'failure 10:00 to 10:03'],
    ['error', 'failure 10:00 to 10:03'],
    ['in_progress', 'running 10:00 to …'],
  ])('whose status is %s', async (state, told) => {
    const outcome = await read(reader, [{...rollout, statuses: [{state, created_at: at('10:03')}]}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([`cart to production ${told} at v7`]);
  });

  test('to staging are left out, unless record.yaml asks for them', async () => {
    const staged = {...rollout, environment: 'staging'};
    expect((await read(reader, [staged])).leftOut).toEqual({'environment "staging" does not count': 1});
    expect((await read(reader, [staged], {environments: ['Staging']})).deployments).toHaveLength(1);
  });

  test('come as GraphQL nodes too', async () => {
    const node = {
      id: 'DE_1',
      environment: 'production',
      createdAt: at('10:00'),
      commitOid: 'v7',
      repository: {name: 'cart'},
      commit: {committedDate: at('09:30')},
      statuses: {nodes: [{state: 'SUCCESS', createdAt: at('10:04')}]},
    };
    const outcome = await read(reader, [node]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to production success 10:00 to 10:04 at v7',
    ]);
    expect(outcome.deployments[0]?.committedAt).toBe(Date.parse(at('09:30')));
  });
});

describe('GitLab', () => {
  test('a success whose job failed is told, and counts as neither', async () => {
    const torn = {...pipeline, deployable: {...pipeline.deployable, status: 'failed'}};
    const outcome = await read(TOOLS.gitlab.reader, [torn]);
    expect(outcome.deployments.map(({result}) => result)).toEqual(['unknown']);
    expect(rules(outcome)).toEqual(['warning contradiction']);
  });
});

describe('Argo CD', () => {
  test('tells the last operation where it failed, and each application of a list', async () => {
    const failed = {
      ...application,
      status: {
        ...application.status,
        operationState: {
          phase: 'Failed',
          startedAt: at('12:00'),
          finishedAt: at('12:02'),
          syncResult: {revision: 'v8'},
        },
      },
    };
    const other = {...application, metadata: {name: 'web'}};
    const outcome = await read(TOOLS.argocd.reader, [{kind: 'List', items: [failed, other]}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to production success 10:00 to 10:04 at v7',
      'cart to production failure 12:00 to 12:02 at v8',
      'web to production success 10:00 to 10:04 at v7',
    ]);
  });

  test('saved again with a longer history, tells what is new', async () => {
    const history = [...application.status.history, {id: 4, revision: 'v9', deployedAt: at('14:00')}];
    const outcome = await read(TOOLS.argocd.reader, [application, {...application, status: {history}}]);
    expect(outcome.deployments.map(({version}) => version)).toEqual(['v7', 'v9']);
    expect(outcome.faults).toEqual([]);
  });
});

describe('Jenkins', () => {
  test('a build without a result is running, whatever its duration says', async () => {
    const outcome = await read(TOOLS.jenkins.reader, [{...build, result: null, duration: 0}]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'shop/cart to unstated running 10:00 to … at v7',
    ]);
  });

  test('a result that Jenkins does not have is told', async () => {
    const outcome = await read(TOOLS.jenkins.reader, [{...build, result: 'PERHAPS'}]);
    expect(outcome.deployments.map(({result}) => result)).toEqual(['unknown']);
    expect(rules(outcome)).toEqual(['warning bad-row']);
  });
});

describe('the DORA webhook', () => {
  test('tells deployments by repository, and incidents beside them', async () => {
    const outcome = await read(TOOLS.dora.reader, [
      {
        ...event,
        result: 'FAILURE',
        deploymentCommits: [
          {repoUrl: 'git@git.example:shop/cart.git', commitSha: 'v7'},
          {repoUrl: 'git@git.example:shop/cart.git', commitSha: 'v6'},
          {repoUrl: 'https://git.example/shop/web', commitSha: 'w2'},
        ],
      },
      {
        issueKey: 'I-1',
        status: 'DONE',
        createdDate: at('10:05'),
        resolutionDate: at('10:20'),
        component: 'cart',
      },
      {...event, id: 'd-2', environment: 'STAGING'},
    ]);
    expect(outcome.deployments.map(toldDeployment)).toEqual([
      'cart to PRODUCTION failure 10:00 to 10:04 at v7',
      'web to PRODUCTION failure 10:00 to 10:04 at w2',
    ]);
    expect(outcome.intervals.map(({system, state}) => `${system} ${state}`)).toEqual(['cart down']);
    expect(outcome.leftOut).toEqual({'environment "STAGING" does not count': 1});
  });
});

describe.skipIf(!isThere)('real exports', () => {
  const fixture = (name: string) => realCsv(`devlake-fixtures/_raw_${name}.csv`);

  test('GitHub Actions runs: the scheduled ones are out, a second attempt begins with itself', async () => {
    const rows = fixture('github_api_runs');
    const outcome = await read(TOOLS['github-runs'].reader, rows);
    const scheduled = rows.filter(({data}) => data?.includes('"event":"schedule"')).length;
    expect(outcome.leftOut['a scheduled run deploys nothing']).toBe(scheduled);
    const again = outcome.deployments.find(({evidence}) => evidence.id === '2589885639');
    expect(again?.startedAt).toBe(Date.parse('2022-07-01T13:34:14Z'));
    expect(outcome.faults.filter(({severity}) => severity !== 'note')).toEqual([]);
  });

  test('a table of runs in Markdown', async () => {
    const lines = real('rate-ukma/metrics-raw.md')
      .split('\n')
      .filter(line => line.startsWith('|'));
    const cells = (line: string) =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim());
    const [headings = '', , ...rows] = lines;
    const values = rows.map(line =>
      Object.fromEntries(cells(headings).map((name, n) => [name, cells(line)[n]])),
    );
    const outcome = await read(TOOLS['github-runs'].reader, values, {system: 'rate'});
    expect(rules(outcome)).toEqual(['warning rewritten']);
    const deployed = values.filter(row => row['Deployed?'] === 'Yes').length;
    expect(outcome.deployments.filter(({result}) => result === 'success')).toHaveLength(deployed);
  });

  test('GitHub deployments: none failed for having been superseded', async () => {
    const outcome = await read(TOOLS['github-deployments'].reader, fixture('github_graphql_deployment'), {
      environments: ['github-pages'],
    });
    const results = outcome.deployments.map(({result}) => result);
    expect(results.filter(result => result === 'failure')).toEqual([]);
    const second = outcome.deployments.find(
      ({startedAt}) => startedAt === Date.parse('2026-02-14T00:32:15Z'),
    );
    expect(second).toMatchObject({result: 'success', finishedAt: Date.parse('2026-02-14T00:32:36Z')});
  });

  test('GitLab deployments: every success with a failed job is a contradiction', async () => {
    const outcome = await read(TOOLS.gitlab.reader, fixture('gitlab_api_deployments'), {
      environments: ['staging', 'production'],
    });
    expect(rules(outcome)).toContain('warning contradiction');
    expect(outcome.deployments[0]).toMatchObject({result: 'unknown', environment: 'staging'});
    expect(rules(outcome).filter(rule => rule.startsWith('error'))).toEqual([]);
  });

  test('tags of a GitOps repository, by a mapping alone: what went back shows', async () => {
    const reader = tableReader({into: 'deployments', time: {zone: null}, numbers: null, always: {}});
    const columns = {service: 'app', version: 'image_tag', startedAt: 'committed_at'};
    const rows = realCsv('govuk-deployments/image_tag_updates.csv');
    const outcome = await read(reader, rows, {columns, environments: ['production']});
    expect(outcome.faults).toEqual([]);
    expect(outcome.deployments).toHaveLength(rows.filter(row => row['environment'] === 'production').length);
    const latest = new Map<string, number>();
    let back = 0;
    for (const {service, version} of outcome.deployments) {
      const number = Number(/^v(\d+)$/.exec(version ?? '')?.[1]);
      if (Number.isNaN(number)) continue;
      if (number < (latest.get(service) ?? 0)) back++;
      latest.set(service, number);
    }
    expect(back).toBe(254);
  });

  test('Jenkins builds', async () => {
    const outcome = await read(TOOLS.jenkins.reader, fixture('jenkins_api_builds'));
    const [first] = outcome.deployments;
    expect(first).toMatchObject({
      startedAt: 1650024049161,
      finishedAt: 1650024049161 + 1587,
      result: 'success',
    });
    expect(first?.service).toBe('Test-jenkins-dir/test-jenkins-sub-dir/test-sub-sub-dir/devlake');
    expect(rules(outcome).filter(rule => rule.startsWith('error'))).toEqual([]);
  });
});
