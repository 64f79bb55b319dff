import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {RecordReport} from '../../src/record/index.ts';
import {reported} from './reported.ts';
import {beside} from '../beside.ts';

const {path: telemetry, isThere} = beside(
  'telemetry',
  'public exports come out as a second program has them',
);

/** Every system with its uptime by what counts, as `API 99.654`. */
function uptimes({systems}: RecordReport): Record<string, string> {
  const shares = systems.flatMap(({system, uptimes: all}) =>
    all.flatMap(({basis, share}) =>
      basis === 'counted' && share !== null ? [[system, (100 * share).toFixed(3)]] : [],
    ),
  );
  return Object.fromEntries(shares) as Record<string, string>;
}

const read = (rest: string, covers = '') =>
  reported(`zone: UTC\n${covers}sources:\n  - {name: public, ${rest}}\n`, {});

/** Worked out by a program in another language, which read the files by itself: silences of over 2.5 days are unknown. */
const SITES = {
  'TORO-Server+upptime': {
    Google: '100.000',
    'Hacker News': '100.000',
    'IPv6 test': '0.000',
    'TORO Dynmap': '98.377',
    'TORO Minecraft Bedrock Server': '0.000',
    'TORO Minecraft Java Server': '100.000',
    'TORO Minecraft Server': '98.837',
    'TORO Minecraft Server (doro)': '100.000',
    'TORO Minecraft Server (lgb)': '100.000',
    'TORO Minecraft Server (minuma)': '100.000',
    'TORO Minecraft Server (toto)': '100.000',
    'TORO Pass API': '98.792',
    'TORO Sound': '100.000',
    'TORO Status Page': '100.000',
    'Test Broken Site': '0.000',
  },
  'element-gaming+status': {
    API: '0.000',
    'API Service': '99.654',
    'Link shotner manager': '0.000',
    'Shortner Service': '99.928',
    'Shortner URL': '0.000',
    'Social links Service': '99.977',
    'Telegram Bot': '0.000',
    'Web App Network': '99.516',
    Website: '99.515',
  },
  'manticoresoftware+upptime': {
    'Catalog Autocomplete': '98.314',
    'Catalog Demo': '98.899',
    'Catalog Search': '97.418',
    Chat: '100.000',
    'Cloudflare Monitor': '100.000',
    'Community Forum': '99.346',
    'Did You Mean Playground': '99.525',
    Documentation: '100.000',
    'Facet Demo': '99.697',
    'Facet Demo Search': '100.000',
    GitHub: '98.731',
    'Image Search Demo': '100.000',
    Manual: '99.389',
    'Manual (dev)': '98.911',
    'MySQL Playground': '99.530',
    'Package Repository': '100.000',
    Playground: '99.767',
    'Slack Community': '100.000',
  },
} as const;

describe.skipIf(!isThere)('public exports come out as a second program has them', () => {
  test.each([
    [2023, '99.466'],
    [2024, '99.286'],
    [2025, '99.274'],
  ])('the status page of GitHub in %i', async (year, share) => {
    const covers = `covers: {from: ${year}-01-01, to: ${year}-12-31}\n`;
    const file = join(telemetry, 'github-statuses', 'incidents.jsonl');
    const report = await read(`kind: statuspage, system: github, files: ["${file}"]`, covers);
    expect(uptimes(report)).toEqual({github: share});
  });

  test.each(Object.entries(SITES))('every site of %s', async (repository, sites) => {
    const file = join(telemetry, 'upptime', repository, 'events.csv');
    expect(uptimes(await read(`kind: upptime, files: ["${file}"]`))).toEqual(sites);
  });

  test.each([
    ['github-runs', '_raw_github_api_runs.csv', 23],
    ['jenkins', '_raw_jenkins_api_builds.csv', 14],
  ])('the deployments of %s', async (kind, name, count) => {
    const report = await read(`kind: ${kind}, files: ["${join(telemetry, 'devlake-fixtures', name)}"]`);
    expect(report.sources.map(({rows, bad}) => [rows.deployment, bad])).toEqual([[count, 0]]);
  });

  test('the production tags of GOV.UK', async () => {
    const file = join(telemetry, 'govuk-deployments', 'image_tag_updates.csv');
    const columns =
      'columns: {service: app, environment: environment, version: image_tag, startedAt: committed_at}';
    const report = await read(
      `kind: table, into: deployments, files: ["${file}"], ${columns}, environments: [production]`,
    );
    expect(report.sources.map(({rows, bad}) => [rows.deployment, bad])).toEqual([[32_107, 0]]);
  });
});
