import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Timed} from '../../../src/operations/index.ts';
import {type Deployment, readRecord} from '../../../src/record/index.ts';
import {plannedRecord, plannedSource, plannedTable} from '../../record/planned.ts';
import {beside} from '../../beside.ts';

/** The history of GOV.UK's image tags. */
const {path: folder, isThere} = beside(
  'telemetry/govuk-deployments',
  'the delivery figures of GOV.UK are those of a second program',
);
export {isThere as govukThere};
const updates = join(folder, 'image_tag_updates.csv');

/** Image tags as they were set in one environment: a deployment of that moment, as far as the history tells. */
export async function govuk(environment: string): Promise<readonly Deployment[]> {
  const source = plannedSource('tags', {
    disclosure: 'public',
    environments: [environment],
    columns: {startedAt: 'committed_at', service: 'app', version: 'image_tag'},
  });
  const plan = plannedRecord([
    plannedTable(
      source,
      {into: 'deployments', always: {result: 'success'}},
      {files: [{path: updates, name: 'image_tag_updates.csv'}]},
    ),
  ]);
  return (await readRecord(plan)).deployments;
}

/** When the commit of each tag was made, by application and tag: told for two applications. */
export function tagCommits(): ReadonlyMap<string, number> {
  const [, ...rows] = readFileSync(join(folder, 'search_api_tags.csv'), 'utf8').trimEnd().split('\n');
  return new Map(
    rows.map(row => {
      const [app, tag, , at] = row.trimEnd().split(',');
      return [`${app} ${tag}`, Date.parse(at ?? '')];
    }),
  );
}

/** The deployments of one application with the commit times that its tags tell. */
export function withCommits(
  all: readonly Deployment[],
  app: string,
  commits: ReadonlyMap<string, number>,
): readonly Deployment[] {
  return all
    .filter(({service}) => service === app)
    .map(one => ({...one, committedAt: commits.get(`${app} ${one.version}`) ?? null}));
}

/** From a tag's first coming to integration to its first coming to production, at the latter. */
export function fromIntegration(
  integration: readonly Deployment[],
  production: readonly Deployment[],
): readonly Timed[] {
  const started = firstOf(integration);
  return [...firstOf(production)].flatMap(([tag, at]) => {
    const from = started.get(tag);
    return from === undefined ? [] : [{at, minutes: (at - from) / 60_000}];
  });
}

function firstOf(deployments: readonly Deployment[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const {service, version, startedAt} of deployments) {
    const tag = `${service} ${version}`;
    first.set(tag, Math.min(first.get(tag) ?? Infinity, startedAt));
  }
  return first;
}
