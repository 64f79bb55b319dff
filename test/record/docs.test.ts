import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {jsonSchema} from '../../src/case/published.ts';
import {readRecordFile} from '../../src/case/index.ts';
import {TABLE_FIELDS} from '../../src/record/index.ts';
import {RULES} from '../../src/figure/index.ts';
import {keysOf} from '../case/keys.ts';
import {put, temporary} from '../desk.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'record.md'), 'utf8');
const before = page.slice(0, page.indexOf('## Sources'));

describe('docs/record.md', () => {
  test('names every key of record.yaml', () => {
    const missing = [...keysOf(jsonSchema('record'))].filter(key => !before.includes(`\`${key}\``));
    expect(missing).toEqual([]);
  });

  test('names every field of every table', () => {
    for (const [table, {needs, may}] of Object.entries(TABLE_FIELDS)) {
      const row = before.split('\n').find(line => line.startsWith(`| ${table} |`)) ?? '';
      expect([...needs, ...may].filter(field => !row.includes(`\`${field}\``))).toEqual([]);
    }
  });

  test('explains every rule, and no other', () => {
    const rules = [...page.slice(page.indexOf('## Findings')).matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, rule]) => rule,
    );
    expect(new Set(rules)).toEqual(new Set(RULES.record));
  });

  test('shows a record.yaml that is read without a word', () => {
    const there = temporary();
    for (const name of ['pagerduty/a.json', 'outages.csv', 'pnl.csv', 'bills/a.csv', 'probes/a.parquet'])
      put(there, name, '');
    put(there, 'record.yaml', /```yaml\n([^]*?)```/.exec(before)?.[1] ?? '');
    const {plan, findings} = readRecordFile(there);
    expect(findings).toEqual([]);
    expect(plan?.sources.map(({kind}) => kind)).toEqual([
      'pagerduty',
      'table',
      'table',
      'table',
      'probes',
      'prometheus',
    ]);
  });
});
