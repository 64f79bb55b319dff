import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readRecordFile} from '../../src/case/index.ts';
import {type ItemOptions, isFault, openItems} from '../../src/intake/index.ts';
import {singly} from '../../src/intake/piece.ts';
import {sourceEntries} from '../../src/record/source.ts';
import type {Entry} from '../../src/record/types.ts';
import {put, temporary} from '../desk.ts';
import {beside} from '../beside.ts';

const {path: telemetry, isThere} = beside('telemetry', 'every row of ten real files is sound');

describe.skipIf(!isThere)('real files', () => {
  test.each([
    ['github-statuses/incidents.jsonl', 819, {}],
    ['github-statuses/downtime_windows.csv', 819, {}],
    ['govuk-deployments/image_tag_updates.csv', 117_913, {}],
    ['nab/ec2_request_latency_system_failure.csv', 4032, {}],
    ['rate-ukma/metrics-raw.md', 140, {after: 'DORA_TABLE_START'}],
    ['devlake-fixtures/_raw_github_api_runs.csv', 35, {json: 'data'}],
    ['devlake-fixtures/_raw_jenkins_api_builds.csv', 14, {json: 'data'}],
  ] as [string, number, ItemOptions][])('%s holds %i rows, each sound', async (name, rows, options) => {
    let sound = 0;
    const faults = [];
    for await (const one of singly(openItems(join(telemetry, name), options))) {
      if (isFault(one)) faults.push(one.fault);
      else sound++;
    }
    expect({sound, faults}).toEqual({sound: rows, faults: []});
  });

  test.each([
    [
      'downtime windows',
      'github-statuses/downtime_windows.csv',
      'kind: table, into: intervals, columns: {start: downtime_start, end: downtime_end, severity: impact, id: incident_id}, system: github, states: {critical: down, major: down, minor: degraded, none: null, maintenance: null}',
      {interval: 770, 'left-out': 49},
    ],
    [
      'latencies without a zone',
      'nab/ec2_request_latency_system_failure.csv',
      'kind: load, columns: {at: timestamp, load: value}, system: ec2, zone: UTC',
      {load: 4032},
    ],
    [
      'runs with the month as a word, two of them with a result of another word,',
      'rate-ukma/metrics-raw.md',
      'kind: table, into: deployments, after: DORA_TABLE_START, columns: {startedAt: Created At, version: Commit SHA, result: Conclusion, id: Run ID}, service: rate',
      {deployment: 140, fault: 2},
    ],
  ])('%s become rows by a mapping', async (_what, name, rest, counts) => {
    const there = temporary();
    const file = join(telemetry, name);
    put(there, 'record.yaml', `format: 1\nsources:\n  - {name: real, files: ["${file}"], ${rest}}\n`);
    const {plan, findings} = readRecordFile(there);
    expect(findings).toEqual([]);
    const [source] = plan?.sources ?? [];
    const found: Partial<Record<Entry['table'], number>> = {};
    if (source !== undefined && 'table' in source) {
      for await (const {table} of singly(sourceEntries(source))) found[table] = (found[table] ?? 0) + 1;
    }
    expect(found).toEqual(counts);
  });
});
