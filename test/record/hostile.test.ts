import {describe, expect, test} from 'vitest';
import {reported, said} from './reported.ts';
import {TOOLS} from '../../src/record/index.ts';
import {read, rules} from './tools/reading.ts';
import {readNumber} from '../../src/intake/index.ts';
import {opened} from './folder.ts';
import {put, temporary} from '../desk.ts';

const LONG = 300_000;

/** Milliseconds of the processor: a machine with much to do takes longer by the clock. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const {user} = process.cpuUsage(before);
  return user / 1000;
}

describe('what every object has is no word of a table', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    '%s is no table that rows go into',
    async word => {
      const yaml = `zone: UTC\nsources:\n  - {name: t, kind: table, into: ${word}, files: [t.csv]}`;
      await expect(reported(yaml, {'t.csv': 'a,b\n'})).rejects.toThrow(word);
    },
  );

  test.each(['constructor', 'toString', 'hasOwnProperty'])('%s is no severity, and no result', async word => {
    const at = '2025-05-06T10:00:00Z';
    const page = {
      id: 'Q',
      status: 'resolved',
      created_at: at,
      resolved_at: at,
      priority: {summary: word},
      service: {summary: 'api'},
    };
    expect(rules(await read(TOOLS.pagerduty.reader, [page]))).toEqual(['error bad-row']);
    const run = {
      id: 1,
      status: 'completed',
      conclusion: word,
      created_at: at,
      updated_at: at,
      repository: {full_name: 'a/b'},
    };
    const {deployments} = await read(TOOLS['github-runs'].reader, [run]);
    expect(deployments.map(({result}) => result)).toEqual(['unknown']);
  });

  test('nor is it a word of a probe', async () => {
    const yaml =
      'zone: UTC\ncovers: {from: 2025-05-06, to: 2025-05-06}\nsources:\n  - {name: t, kind: probes, every: 60s, files: [t.csv]}';
    const report = await reported(yaml, {'t.csv': 'system,at,ok\na,2025-05-06T10:00:00Z,constructor\n'});
    expect(said(report)).toEqual([expect.stringMatching(/^error bad-row/)]);
  });
});

test.each(['0001-01-01', '1205-12-30', '2205-01-01'])(
  'a record that covers %s has its year typed wrong',
  async day => {
    const [from, to] = day < '2025' ? [day, '2025-01-31'] : ['2025-01-01', day];
    const yaml = `zone: UTC\ncovers: {from: ${from}, to: ${to}}\nsources:\n  - {name: t, kind: table, into: intervals, state: down, system: a, files: [t.csv]}`;
    await expect(reported(yaml, {'t.csv': 'start,end\n'})).rejects.toThrow(
      `${day} lies outside of the years 1900 to 2099`,
    );
  },
);

describe('a long text takes no time that grows with its square', () => {
  test.each([
    [
      'a subject of blanks',
      () =>
        read(TOOLS.upptime.reader, [
          {committed_at: '2025-05-06T10:00:00Z', subject: `🟥 A is down (503${' '.repeat(LONG)}x`},
        ]),
    ],
    [
      'a title of blanks',
      () =>
        read(TOOLS.upptime.reader, [{title: `A${' '.repeat(LONG)}x`, created_at: '2025-05-06T10:00:00Z'}]),
    ],
    [
      'an address of slashes',
      () =>
        read(TOOLS.dora.reader, [
          {id: 1, finishedDate: '2025-05-06T10:00:00Z', repo_url: `${'/'.repeat(LONG)}x`},
        ]),
    ],
    [
      'an address without any',
      () => read(TOOLS.gitlab.reader, [{id: 1, status: 'success', deployable: {web_url: 'x'.repeat(LONG)}}]),
    ],
    [
      'fields between blanks',
      () => read(TOOLS.incidentio.reader, [{id: 1, 'Affected services': `a${' '.repeat(LONG)}b`}]),
    ],
    ['a number of digits', () => readNumber(`${'9'.repeat(LONG)}x`, null)],
  ])('%s', async (_what, work) => {
    expect(await cost(work)).toBeLessThan(2000);
  });

  test.each([
    ['x.md', `a | b\n${' '.repeat(LONG)}-x|\n`],
    ['x.yaml', '\n'.repeat(LONG)],
    ['x.yaml', `${' '.repeat(LONG)}\n`.repeat(3)],
    ['x.csv', `a,b\n${',="'.repeat(LONG / 3)}\n`],
    ['x.csv', `a,b\n${'"",'.repeat(LONG / 3)}\n`],
    ['x.json', `[${'{"a":'.repeat(150)}1${'}'.repeat(150)}]`],
  ])('a file %s', async (name, text) => {
    const there = temporary();
    const file = put(there, name, text);
    expect(await cost(() => opened(file))).toBeLessThan(2000);
  });
});
