import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, describe, expect, test} from 'vitest';
import {openItems} from '../../../src/intake/index.ts';
import {singly} from '../../../src/intake/piece.ts';
import {TOOLS} from '../../../src/record/index.ts';
import {entriesOf} from '../../../src/record/source.ts';
import type {Tool} from '../../../src/record/tools/index.ts';
import type {Entry} from '../../../src/record/types.ts';
import {plain, read} from './reading.ts';
import {messageOf} from '../../findings.ts';
import {temporary} from '../../desk.ts';

const folder = temporary({}, afterAll);

async function entries({reader, at}: Tool, name: string, text: string): Promise<Entry[]> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const found: Entry[] = [];
  for await (const entry of singly(entriesOf(openItems(path, {at, bare: true}), reader, plain)))
    found.push(entry);
  return found;
}

const incident = (id: string) => ({
  id,
  status: 'resolved',
  created_at: '2025-05-06T10:00:00Z',
  resolved_at: '2025-05-06T10:30:00Z',
  urgency: 'high',
  service: {summary: 'api'},
});
const tables = (found: readonly Entry[]) => found.map(({table}) => table);

describe('a file is read', () => {
  test('as a page, as a list, as pages behind one another, and a row to a line', async () => {
    const rows = [incident('A'), incident('B')];
    const page = JSON.stringify({incidents: rows, more: false});
    const next = JSON.stringify({incidents: [incident('C')]});
    expect(tables(await entries(TOOLS.pagerduty, 'page.json', page))).toEqual(['interval', 'interval']);
    expect(tables(await entries(TOOLS.pagerduty, 'list.json', JSON.stringify(rows)))).toEqual([
      'interval',
      'interval',
    ]);
    expect(tables(await entries(TOOLS.pagerduty, 'pages.json', `${page}\n${next}`))).toHaveLength(3);
    expect(tables(await entries(TOOLS.pagerduty, 'lines.jsonl', `${page}\n${next}`))).toHaveLength(3);
    expect(tables(await entries(TOOLS.pagerduty, 'other.json', JSON.stringify({data: rows})))).toHaveLength(
      2,
    );
  });

  test('as the raw table of DevLake, and a torn cell of it is a fault', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const line = (n: number, data: string) => `${n},${cell('{"ScopeId":"PX"}')},${cell(data)},,,2025-05-07`;
    const csv = [
      'id,params,data,url,input,created_at',
      line(1, JSON.stringify(incident('A'))),
      line(2, '{"id": "B", '),
    ];
    const found = await entries(TOOLS.pagerduty, 'raw.csv', csv.join('\n'));
    expect(tables(found)).toEqual(['interval', 'fault']);
    expect(found[1]?.row).toMatchObject({rule: 'bad-row', place: {line: 3}});
  });

  test('of which the end is missing up to where it is torn, and told', async () => {
    const page = JSON.stringify({incidents: [incident('A'), incident('B')]});
    const found = await entries(TOOLS.pagerduty, 'torn.json', page.slice(0, -60));
    expect(tables(found)).toEqual(['interval', 'fault']);
    expect(found[1]?.row).toMatchObject({severity: 'error'});
  });

  test('as a page of Markdown, and as the YAML that Upptime keeps of a site', async () => {
    const table = [
      '# Runs',
      '',
      '| Run ID | Status | Conclusion | Created At | Duration | Event | Repository |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| 1 | completed | success | 6 May 2025, 10:00:00 UTC | 4m 0s | push | shop/cart |',
      '| 2 | completed | success | 6 May 2025, 11:00:00 UTC | 4m 0s | schedule | shop/cart |',
    ];
    expect(tables(await entries(TOOLS['github-runs'], 'runs.md', table.join('\n')))).toEqual([
      'left-out',
      'deployment',
    ]);
    const site = 'url: https://shop.example\nstatus: down\ncode: 0\nlastUpdated: 2025-05-06T10:00:00.000Z\n';
    const found = await entries(TOOLS.upptime, 'shop-api.yml', site);
    expect(found.find(({table}) => table === 'interval')?.row).toMatchObject({system: 'shop-api', end: null});
  });
});

/** What a field of an export may hold by somebody's mistake. */
const anything = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    '2025-05-06T10:00:00Z',
    '2025-13-45',
    '0001-01-01T00:00:00Z',
    'P1',
    'resolved',
    null,
  ),
  fc.jsonValue({maxDepth: 2}) as fc.Arbitrary<unknown>,
);

test.each(Object.entries(TOOLS))(
  '%s makes a sound row, or a fault, of whatever stands there',
  async (_kind, tool: Tool) => {
    const leaves = tool.fields
      .map(field => field.split(' ')[0] ?? field)
      .filter(field => !/[.[]/.test(field));
    const record = fc.dictionary(
      fc.constantFrom(...leaves, 'components', 'statuses', 'site', 'data'),
      anything,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(record, anything), {maxLength: 4}), async rows => {
        const outcome = await read(tool.reader, rows);
        for (const {start, end, system} of outcome.intervals) {
          expect(Number.isInteger(start)).toBe(true);
          expect(end === null || end >= start).toBe(true);
          expect(system).not.toBe('');
        }
        for (const {startedAt, finishedAt} of outcome.deployments) {
          expect(Number.isFinite(startedAt)).toBe(true);
          expect(finishedAt === null || finishedAt >= startedAt).toBe(true);
        }
        for (const fault of outcome.faults) expect(messageOf(fault)).toMatch(/^(?!.*\[object)[^\n]+$/);
      }),
      {numRuns: 150},
    );
  },
);
