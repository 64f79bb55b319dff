import {describe, expect, test} from 'vitest';
import {reported, said, timelines} from '../reported.ts';

const yaml = (more = '') =>
  `zone: UTC\ncovers: {from: 2025-03-03T10:00:00Z, to: 2025-03-03T10:10:00Z}\nsources:\n  - {name: edge, kind: prometheus, files: ["*.json"], step: 60s${more}}`;
const BEGIN = Date.UTC(2025, 2, 3, 10) / 1000;

/** An answer for the minutes from `first` on, a sign each: `1` up, `0` down, `.` no sample. */
function range(first: number, signs: string, instance = 'api'): string {
  const values = [...signs].flatMap((sign, at) =>
    sign === '.' ? [] : [[BEGIN + (first + at + 1) * 60 - 0.001, sign]],
  );
  const metric = {__name__: 'probe_success', instance};
  return JSON.stringify({status: 'success', data: {resultType: 'matrix', result: [{metric, values}]}});
}

describe('answers of Prometheus that were saved', () => {
  test('are read as if the server were asked', async () => {
    const report = await reported(yaml(), {'a.json': range(0, '1110011111')});
    expect(timelines(report)).toEqual([
      'api 80.000%: up 2025-03-03T10:00, down 2025-03-03T10:03, up 2025-03-03T10:05',
    ]);
  });

  test('are taken by their times and not by their names, and what two share speaks once', async () => {
    const report = await reported(yaml(), {'b.json': range(0, '11100'), 'a.json': range(4, '011.11')});
    expect(timelines(report)).toEqual([
      'api 77.778%: up 2025-03-03T10:00, down 2025-03-03T10:03, up 2025-03-03T10:05, unknown 2025-03-03T10:07, up 2025-03-03T10:08',
    ]);
  });

  test('of the instant kind hold a point each', async () => {
    const vector = (minute: number, value: string) =>
      JSON.stringify({
        status: 'success',
        data: {
          resultType: 'vector',
          result: [{metric: {instance: 'api'}, value: [BEGIN + minute * 60 - 0.001, value]}],
        },
      });
    const files = Object.fromEntries(
      [...'1101111111'].map((value, at) => [`${at}.json`, vector(at + 1, value)]),
    );
    expect(timelines(await reported(yaml(), files))).toEqual([
      'api 90.000%: up 2025-03-03T10:00, down 2025-03-03T10:02, up 2025-03-03T10:03',
    ]);
  });

  test('whose points lie out of their order are put into it', async () => {
    const answer = JSON.parse(range(0, '1110011111')) as {data: {result: {values: unknown[]}[]}};
    answer.data.result[0]?.values.reverse();
    expect(timelines(await reported(yaml(), {'a.json': JSON.stringify(answer)}))).toEqual([
      'api 80.000%: up 2025-03-03T10:00, down 2025-03-03T10:03, up 2025-03-03T10:05',
    ]);
  });

  test('whose times are others say that none lies in these days', async () => {
    const inMilliseconds = range(0, '111').replaceAll(
      /(\d{10}\.\d+),/g,
      (_, time: string) => `${Number(time) * 1000},`,
    );
    expect(said(await reported(yaml(), {'a.json': inMilliseconds}))).toContain(
      'warning gap: gives a series of which no point lies in these days',
    );
  });

  test('may reach beyond what is covered', async () => {
    const report = await reported(yaml(), {'a.json': range(-100, '1'.repeat(300))});
    expect(timelines(report)).toEqual(['api 100.000%: up 2025-03-03T10:00']);
    expect(said(report).filter(one => one.startsWith('error'))).toEqual([]);
  });

  test.each([
    [
      '{"status":"error","errorType":"bad_data","error":"parse error: no expression"}',
      'it holds an error and no samples: parse error: no expression',
    ],
    ['{"message":"Not Found"}', 'it holds an error and no samples: Not Found'],
    [
      '{"status":"success","data":{"resultType":"scalar","result":[1,"1"]}}',
      'it is no answer of Prometheus with series',
    ],
    ['{"incidents":[]}', 'it is no answer of Prometheus with series'],
  ])('that are %s are told as such', async (text, message) => {
    const report = await reported(yaml(), {'a.json': text});
    expect(said(report)).toContain(`error unreadable-file: ${message}`);
    expect(report.systems).toEqual([]);
  });

  test('need no url and take none', async () => {
    await expect(reported(yaml(', url: "http://x"'), {'a.json': ''})).rejects.toThrow(
      'url says nothing to a source of kind prometheus',
    );
    const server = yaml().replace('files: ["*.json"], ', '');
    await expect(reported(server, {})).rejects.toThrow('url is missing');
  });
});
