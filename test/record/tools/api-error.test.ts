import {describe, expect, test} from 'vitest';
import {apiError} from '../../../src/record/tools/api-error.ts';
import {TOOLS} from '../../../src/record/index.ts';
import {reported, said} from '../reported.ts';
import {messageOf} from '../../findings.ts';
import {read, rules} from './reading.ts';

/** As the interfaces answer where they refuse, by their public descriptions. */
const ANSWERS: readonly (readonly [string, unknown, string])[] = [
  [
    'GitHub',
    {message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404'},
    'Not Found',
  ],
  ['GitLab', {message: '401 Unauthorized'}, '401 Unauthorized'],
  ['GitLab', {error: 'invalid_token', error_description: 'Token was revoked.'}, 'Token was revoked.'],
  [
    'PagerDuty',
    {error: {message: 'Invalid Input Provided', code: 2001, errors: ['since is too old']}},
    'Invalid Input Provided',
  ],
  ['Opsgenie', {message: 'Could not authenticate', took: 0.001, requestId: 'x'}, 'Could not authenticate'],
  [
    'incident.io',
    {type: 'authentication_error', status: 401, request_id: 'x', errors: [{message: 'no key'}]},
    'no key',
  ],
  ['Grafana OnCall', {detail: 'Invalid token.'}, 'Invalid token.'],
  ['Prometheus', {status: 'error', errorType: 'bad_data', error: 'parse error'}, 'parse error'],
  [
    'Kubernetes',
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'applications is forbidden',
      reason: 'Forbidden',
      details: {},
      code: 403,
    },
    'applications is forbidden',
  ],
];

test.each(ANSWERS)('an error of %s is told in its words', (_who, answer, words) => {
  expect(apiError(answer)).toBe(words);
});

test.each([
  [{}],
  [[]],
  [null],
  ['Not Found'],
  [{title: '🛑 A is down', state: 'open', created_at: 'x'}],
  [{message: 'x', committed_at: 'y'}],
  [{status: 'success', data: {}}],
])('%j is none', value => {
  expect(apiError(value)).toBeNull();
});

describe.each(Object.entries(TOOLS))('%s', (_kind, {reader}) => {
  test('makes no missing column of it', async () => {
    const outcome = await read(reader, [ANSWERS[0]?.[1]]);
    expect(rules(outcome)).toEqual(['error unreadable-file']);
    expect(messageOf(outcome.faults[0])).toBe('it holds the error of an API and no rows: Not Found');
  });
});

test.each([
  ['a table', 'kind: table, into: intervals, state: down, columns: {start: Began}'],
  ['probes', 'kind: probes, every: 60s'],
])('nor does %s', async (_what, kind) => {
  const yaml = `zone: UTC\ncovers: {from: 2025-01-01, to: 2025-12-31}\nsources:\n  - {name: t, ${kind}, system: api, files: [t.json]}`;
  const report = await reported(yaml, {'t.json': '{"message":"Not Found","status":"404"}'});
  expect(said(report).filter(one => one.startsWith('error'))).toEqual([
    expect.stringMatching(
      /^error unreadable-file: it holds the error of an API and no (?:rows|samples): Not Found$/,
    ),
  ]);
});
