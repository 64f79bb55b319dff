import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot, source, TIERS} from '../../src/base/index.ts';
import {readCaseFile} from '../../src/case/case-file.ts';
import {readMoves} from '../../src/case/moves.ts';
import {readOffer} from '../../src/case/offer.ts';
import {jsonSchema, type SchemaName} from '../../src/case/published.ts';
import {RULES} from '../../src/figure/index.ts';
import {TERM} from '../../src/case/term-schema.ts';
import {keysOf} from './keys.ts';

const page = readFileSync(join(packageRoot(), 'docs', 'case.md'), 'utf8');
/** What terms may say has a page of its own. */
const language = readFileSync(join(packageRoot(), 'docs', 'terms.md'), 'utf8');
const examples = [...page.matchAll(/```(\w+)\n([^`]*)```/g)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));
const TODAY = '2026-11-22';

describe('docs/case.md', () => {
  test('explains every rule, and no other', () => {
    const rows = [...page.slice(page.indexOf('| rule |')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
      ([, rule = '']) => rule,
    );
    expect(rows.toSorted()).toEqual([...RULES.files, ...RULES.case].sort());
  });

  test.each(['case', 'offer', 'move'] as SchemaName[])('names every key of %s', name => {
    const missing = [...keysOf(jsonSchema(name))].filter(
      key => !new RegExp(`[\`{ ]${key}[\`},:]`).test(page + language),
    );
    expect(missing).toEqual([]);
  });

  test('names every tier', () => {
    for (const tier of TIERS) expect(page).toContain(`| \`${tier}\` |`);
  });

  test('shows examples that load', () => {
    const [whole, measured, rules, offer, moves] = examples;
    expect(examples.map(example => example.kind)).toEqual(['yaml', 'yaml', 'yaml', 'yaml', 'json']);
    expect(readCaseFile(source('case.yaml', whole?.text ?? ''), TODAY).findings).toEqual([]);
    const shown = (whole?.text ?? '').replace(/^facts:[^]*?^(?=claims:)/m, measured?.text ?? '');
    expect(readCaseFile(source('case.yaml', shown), TODAY)).toMatchObject({
      findings: [],
      measures: [{name: 'uptime', asks: {what: 'uptime'}, disclosure: 'private'}],
    });
    expect(
      readOffer(source('offers/x.yaml', offer?.text ?? ''), 'x', {today: TODAY, pinned: true}).findings,
    ).toEqual([]);
    expect(readMoves(source('moves.jsonl', moves?.text ?? ''), {today: '2026-12-01'})).toMatchObject({
      findings: [],
      moves: [{}, {}],
    });

    const fact = (name: string, unit: string) =>
      `  ${name}: {label: x, value: 1, unit: ${unit}, evidence: {tier: stated, source: x}, disclosure: confidential}\n`;
    const facts = fact('pods', 'pod') + fact('dailyPnl', 'USD/day') + fact('deskPnl', 'USD/day');
    const text = (whole?.text ?? '')
      .replace(/^disclosure:[^]*$/m, '')
      .replace('facts:\n', `facts:\n${facts}`);
    expect(readCaseFile(source('case.yaml', text + (rules?.text ?? '')), TODAY).findings).toEqual([]);
  });
});

describe('docs/terms.md', () => {
  const blocks = [...language.matchAll(/```yaml\n([^`]*)```/g)].map(([, text = '']) => text);
  const terms = blocks.map(text => text.replaceAll(/^/gm, '  ').trimEnd());
  const read = (text: string, more = '') =>
    readOffer(
      source(
        'offers/x.yaml',
        `party: A firm\nkind: target\ncurrency: USD\n${more}evidence: {tier: stated, source: x}\nterms:\n${text}\n`,
      ),
      'x',
      {today: TODAY, pinned: true},
    );

  test.each(terms.map(text => [text] as const))('shows terms that load:\n%s', text => {
    const {offer, findings} = read(text);
    expect(findings).toEqual([]);
    expect(offer?.terms.length).toBeGreaterThan(0);
  });

  test('has an example of every component', () => {
    const named = new Set(
      terms.flatMap(text => read(text).offer?.terms.map(({component}) => component) ?? []),
    );
    expect(TERM.shape.component.options.filter(one => !named.has(one))).toEqual([]);
  });
});
