import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseAst} from 'rolldown/parseAst';
import {expect, test} from 'vitest';

/**
 * A guide is read by grammar: companies are data, in data/companies.json, and no rule is for one of them. So no string,
 * template or regular expression of src names one. Comments, documentation and tests may.
 */
const root = join(import.meta.dirname, '..', '..');
const src = join(root, 'src');

/** Names that are plain words too, which strings of src use as such: marks of a chart, elements of a page, a work permit. */
const PLAIN_WORDS = new Set(
  `affirm apple arm block box chime circle comet compass cruise cursor discord elastic glean grab gusto ice jump lead meta
  notion persona principal ramp render runway scale sie square stripe target uber unity valve visa wise`.split(
    /\s+/,
  ),
);

/** Files whose strings name a company where no rule comes of it: which, and why. */
const NAMED: Readonly<Record<string, readonly [companies: string, why: string]>> = {
  'case/questions.ts': ['citadel|millennium|millennium management', 'examples of answers'],
  'cli/app.ts': ['millennium', 'an example in a help text'],
  'cli/commands/guide.ts': ['millennium', 'the path of an example'],
  'cli/commands/impact.ts': ['millennium', 'the path of an example'],
  'cli/commands/init.ts': ['citadel|millennium|millennium management', 'examples in a help text'],
  'cli/commands/market.ts': [
    'citadel|citadel securities|google|millennium|point72',
    'examples in a help text',
  ],
  'cli/commands/backtest.ts': ['millennium', 'the path of an example'],
  'cli/commands/plan.ts': ['millennium', 'the path of an example'],
  'cli/commands/value.ts': ['millennium', 'the path of an example'],
  'cli/commands/record.ts': ['millennium', 'the path of an example'],
  'cli/commands/wages.ts': ['millennium', 'an example in a help text'],
  'desk/init.ts': ['citadel', 'an example in a message'],
  'desk/market/market.ts': ['millennium', 'an example in a message'],
  'desk/market/resolve.ts': ['google', 'an example in a message'],
  'english/names.ts': ['nasdaq', 'a stock index, whose number is no sum'],
  'record/tools/github-deployments.ts': ['github', 'the tool whose records it reads'],
  'record/tools/github-runs.ts': ['github', 'the tool whose records it reads'],
  'record/tools/gitlab.ts': ['gitlab', 'the tool whose records it reads'],
  'record/tools/index.ts': ['github', 'the tool whose records it reads'],
  'record/tools/oncall.ts': ['grafana', 'the tool whose records it reads'],
  'record/tools/pagerduty.ts': ['pagerduty', 'the tool whose records it reads'],
};

/** The folders of the family of guides, one for each company, where they are at hand. */
const family = join(root, '..', 'shared', 'guides');
const companies = namesOfCompanies();

test('no string of src names a company', () => {
  const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .toSorted();
  const found = files.flatMap(path => {
    const named = companiesIn(readFileSync(join(src, path), 'utf8'));
    return named.length === 0 ? [] : [[path, named.toSorted().join('|')]];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(NAMED).map(([path, [named]]) => [path, named])),
  );
});

test.each([
  ["new Vocabulary([[true, 'banks|goldman']])", ['goldman']],
  ["new Vocabulary([[true, '(goldman/morgan) sachs']])", ['goldman']],
  ['const pattern = /^(?:two sigma|osprey)\\b/;', ['two sigma']],
  ['words(`osprey epic_games`)', ['epic', 'epic games']],
  ["const is = name === 'Citadel Securities';", ['citadel', 'citadel securities']],
  ["const said = `at ${'level'} of Millennium`;", ['millennium']],
  ['// Goldman Sachs calls it VP\nconst level = 1;', []],
  ["import {jump} from './google.ts';", []],
  ["new Vocabulary([[true, 'a square block|to scale|googled']])", []],
])('%s', (source, named) => expect(companiesIn(source).toSorted()).toEqual(named));

/** The companies that the strings and expressions of a source name. */
function companiesIn(source: string): string[] {
  const said = stringsOf(parseAst(source, {lang: 'ts'}).body).map(worded);
  return companies.filter(name => said.some(text => text.includes(` ${name} `)));
}

function stringsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(stringsOf);
  if (typeof node !== 'object' || node === null) return [];
  const {type, value, regex} = node as {type?: string; value?: unknown; regex?: {pattern: string}};
  if (type === 'Literal')
    return regex === undefined ? (typeof value === 'string' ? [value] : []) : [regex.pattern];
  if (type === 'TemplateElement') return [(value as {raw: string}).raw];
  return Object.entries(node).flatMap(([key, child]) => (key === 'source' ? [] : stringsOf(child)));
}

function namesOfCompanies(): string[] {
  const {companies: known} = JSON.parse(readFileSync(join(root, 'data', 'companies.json'), 'utf8')) as {
    companies: readonly {name: string; spellings: readonly string[]}[];
  };
  const folders = existsSync(family) ? readdirSync(family) : [];
  const names = [...known.flatMap(({name, spellings}) => [name, ...spellings]), ...folders];
  const plain = new Set(names.map(name => worded(name).trim()));
  // two letters name nothing for certain
  return [...plain].filter(name => name.length > 2 && !PLAIN_WORDS.has(name));
}

/** "Goldman Sachs", "goldman-sachs" and "goldman/sachs" as " goldman sachs ". */
function worded(text: string): string {
  const words = text.toLowerCase().replaceAll(/\\[bdsw]/g, ' ');
  return ` ${words.replaceAll(/[^\p{L}\d]+/gu, ' ').trim()} `;
}
