import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {jsonSchema} from '../../src/case/published.ts';
import {readImpactFile, readRecordFile} from '../../src/case/index.ts';
import {RULES} from '../../src/figure/index.ts';
import {keysOf} from '../case/keys.ts';
import {temporary} from '../desk.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'impact.md'), 'utf8');

describe('docs/impact.md', () => {
  test('names every key of impact.yaml', () => {
    const missing = [...keysOf(jsonSchema('impact'))].filter(
      key => !new RegExp(`[\`{ ]${key}[\`},:]`).test(page),
    );
    expect(missing).toEqual([]);
  });

  test('explains every rule, and no other', () => {
    const rows = [...page.slice(page.indexOf('| rule |')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
      ([, rule = '']) => rule,
    );
    expect(rows.toSorted()).toEqual([...RULES.impact, ...RULES.operations].sort());
  });

  test.each([
    ['delivery', [...RULES.delivery, ...RULES.change]],
    ['costs', [...RULES.costs, ...RULES.change]],
    ['capacity', RULES.capacity],
  ])('explains what is told beside %s, and no more', (section, rules) => {
    const table = page.slice(page.indexOf(`| of ${section} | means |`)).split('\n\n')[0] ?? '';
    const rows = [...table.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, rule = '']) => rule);
    expect(rows.toSorted()).toEqual([...rules].sort());
  });

  test('shows an impact.yaml that is read without a word', () => {
    const folder = temporary({
      'pages.json': '[]',
      'record.yaml':
        'format: 1\nsystems: {router: {pods: {new-desk: 1, london-rates: 1}}, trade-archive: {}}\nsources: [{name: pages, kind: pagerduty, files: [pages.json]}]\n',
      'impact.yaml': /```yaml\n([^]*?)```/.exec(page)?.[1] ?? '',
    });
    const {plan: record} = readRecordFile(folder);
    if (record === null) throw new Error('the record of this test cannot be read');
    const {plan, findings} = readImpactFile(record);
    expect(findings).toEqual([]);
    expect(plan?.baselines.map(({kind}) => kind)).toEqual(['own', 'control', 'target', 'reference']);
  });
});
