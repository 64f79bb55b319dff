import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {packageRoot} from '../../../src/base/index.ts';
import {readRecordFile} from '../../../src/case/index.ts';
import {singly} from '../../../src/intake/piece.ts';
import type {Entry} from '../../../src/record/types.ts';
import {sourceEntries} from '../../../src/record/source.ts';
import {type ToolName, TOOLS} from '../../../src/record/index.ts';
import type {Tool} from '../../../src/record/tools/index.ts';
import {asText} from '../../../src/figure/cards.ts';
import {temporary} from '../../desk.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'record.md'), 'utf8');
const sources = page.slice(page.indexOf('## Sources'));
/** The part of the page under each tool's heading, by the kind that it explains. */
const parts = new Map(
  sources
    .split(/^### /m)
    .slice(1)
    .map(part => [/`kind: ([a-z-]+)`/.exec(part)?.[1] ?? '', part]),
);
const tools = Object.entries(TOOLS) as [ToolName, Tool][];

const folder = temporary({}, afterAll);
cpSync(join(import.meta.dirname, 'payloads'), folder, {recursive: true});

/** What the example of a part reads from the made-up payloads. */
async function run(part: string): Promise<Entry[]> {
  const example = /```yaml\n([^]*?)```/.exec(part)?.[1] ?? '';
  writeFileSync(
    join(folder, 'record.yaml'),
    `format: 1\nsystems: {order-router: {}}\nsources:\n${example.replace(/^/gm, '  ')}`,
  );
  const {plan, findings} = readRecordFile(folder);
  expect(findings).toEqual([]);
  const found: Entry[] = [];
  for (const source of plan?.sources ?? []) {
    if (!('items' in source)) continue;
    for await (const entry of singly(sourceEntries(source))) found.push(entry);
  }
  return found;
}

/** An entry in a few words: the table, and what tells it apart from the others. */
function brief({table, row}: Entry): string {
  switch (table) {
    case 'interval':
      return `${row.system} ${row.state}${row.end === null ? ' still' : ` ${(row.end - row.start) / 60_000} min`}`;
    case 'deployment':
      return `${row.service} to ${row.environment} ${row.result} at ${row.version}`;
    case 'left-out':
      return row.reason;
    case 'fault':
      return `${row.severity} ${row.rule}`;
    default:
      return table;
  }
}

/** What the examples come to. */
const RUNS: Readonly<Record<ToolName, readonly string[]>> = {
  pagerduty: [`Order router down ${1049 / 60} min`, 'note open-interval', 'Order router degraded still'],
  opsgenie: [`9a0e down ${1200.25 / 60} min`],
  oncall: ['order-router down 18 min', 'severity "silenced" is left out'],
  incidentio: ['order router down 20 min'],
  statuspage: ['Order entry down 32 min', 'maintenance that was announced'],
  upptime: ['Blotter up 5 min', 'Blotter down 15 min'],
  'github-runs': ['a scheduled run deploys nothing', 'desk/router to Deploy failure at a1b2c3'],
  'github-deployments': ['router to production success at a1b2c3'],
  gitlab: ['order-router to production success at a1b2c3'],
  argocd: ['router to trading success at a1b2c3', 'router to trading failure at d4e5f6'],
  jenkins: ['desk/router to unstated success at a1b2c3', 'desk/router to unstated running at null'],
  dora: ['router to PRODUCTION success at a1b2c3', 'router down 12 min'],
};

test('a slip in the kind of a source is told with what was meant', () => {
  writeFileSync(
    join(folder, 'record.yaml'),
    'format: 1\nsources:\n  - {name: pages, kind: pagerdutty, files: [pagerduty/*.json]}\n',
  );
  const {plan, findings} = readRecordFile(folder);
  expect(plan).toBeNull();
  expect(JSON.stringify(findings, asText)).toContain('did you mean pagerduty?');
});

describe('docs/record.md', () => {
  test('has a part for every tool', () => {
    expect([...parts.keys()]).toEqual(expect.arrayContaining(Object.keys(TOOLS)));
  });

  test.each(tools)('names every field that is read of %s', (kind, {fields}) => {
    for (const field of fields) expect(parts.get(kind)).toContain(`\`${field}\``);
  });

  test.each(tools.filter(([, {states}]) => states !== null))(
    'lists what the words of %s mean',
    (kind, {states}) => {
      const words = new Map<string, string[]>();
      for (const [word, state] of Object.entries(states?.words ?? {})) {
        const means = state ?? 'left out';
        words.set(means, [...(words.get(means) ?? []), `\`${word}\``]);
      }
      const list = [...words].map(([means, of]) => `${means}: ${of.join(' ')}`);
      const line = `States: ${[...list, `unsaid: ${states?.unsaid ?? 'left out'}`].join('; ')}.`;
      expect(parts.get(kind)?.replace(/\s+/g, ' ')).toContain(line);
    },
  );

  test.each(tools)('shows an example of %s that runs', async kind => {
    expect((await run(parts.get(kind) ?? '')).map(brief)).toEqual(RUNS[kind]);
  });

  test('shows how to read tags that a GitOps repository was given', async () => {
    const part = sources.split(/^### /m).find(one => one.startsWith('GitOps'));
    expect((await run(part ?? '')).map(brief)).toEqual([
      'router to production unknown at v12',
      'environment "staging" does not count',
      'router to production unknown at v11',
    ]);
  });
});
