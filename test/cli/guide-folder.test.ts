import fc from 'fast-check';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {beforeEach, describe, expect, test} from 'vitest';
import {source, wholeSpan} from '../../src/base/index.ts';
import {printTerminal, widthOf} from '../../src/page/index.ts';
import {guideSarif, guidesDocument} from '../../src/views/index.ts';
import {finding, say} from '../../src/figure/index.ts';
import {command as guide} from '../../src/cli/commands/guide.ts';
import {explainedRules, type FileRead, rulesNamed} from '../../src/desk/index.ts';
import {guideFiles} from '../../src/desk/guides/index.ts';
import {countRules, summaryOf} from '../../src/desk/guides/summary.ts';
import {auditRules, layoutOf, readGuide} from '../../src/guide/index.ts';
import {LAYOUTS, madeUp} from '../guide/made-up.ts';
import {call, desk} from './desk.ts';
import {temporary} from '../desk.ts';

const FOXGLOVE = {title: '### Platform Engineer | Foxglove Global Negotiation Guide'};

let folder = '';
beforeEach(() => {
  folder = temporary();
  mkdirSync(join(folder, 'firms', 'deep'), {recursive: true});
  const files = {
    'b.md': madeUp(FOXGLOVE),
    'firms/a.md': LAYOUTS['level by region'] ?? '',
    'firms/deep/c.md': madeUp(),
    'firms/notes.md': '# Notes on lunch\n\nIt costs $12.\n',
    'firms/picture.png': 'no text',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

function placeIn(file: string) {
  const text = source(file, 'x');
  return wholeSpan(text.span(0, 1), text);
}

async function guided(paths: readonly string[], flags: Record<string, unknown> = {}) {
  const {told, context} = desk();
  await call(guide, context, {json: false, failOn: 'never', ...flags}, ...paths);
  return told;
}

test('a folder is searched for Markdown, sorted, each file once; other paths stand as given', () => {
  const at = (...names: string[]) => names.map(name => join(folder, name));
  expect(guideFiles([folder])).toEqual({
    files: at('b.md', 'firms/a.md', 'firms/deep/c.md', 'firms/notes.md'),
    named: new Set(),
    folders: true,
    closed: [],
  });
  expect(guideFiles([...at('b.md'), folder]).files).toHaveLength(4);
  expect(guideFiles(['none.md', 'none.md'])).toEqual({
    files: ['none.md', 'none.md'],
    named: new Set(['none.md']),
    folders: false,
    closed: [],
  });
});

test('layouts are told by the shape of the table', () => {
  const layouts = Object.entries(LAYOUTS).map(([name, text]) => {
    const read = readGuide('x.md', text).guide;
    return [name, read === null ? null : layoutOf(read)];
  });
  expect(layouts).toEqual([
    ['bank or fund', 'a row for each region'],
    ['one-pager', 'a row for each region'],
    ['front matter over a table', 'a row for each region'],
    ['front matter alone', 'front matter in the place of a pay table'],
    ['component by region', 'a row for each component, a column for each region'],
    ['level by region', 'a row for each level, a column for each region'],
  ]);
  expect(layoutOf({bands: []})).toBe('no pay table');
});

describe('the summary of a folder', () => {
  test('says what was read, how it is laid out, what is wrong and where most', async () => {
    const {out, err, code} = await guided([folder]);
    expect(out).toContain('3 of 4 files read as guides on 3 companies, nothing left unread');
    expect(out).toMatch(/Refused: 1[^]*notes\.md +not a negotiation guide/);
    expect(out).toMatch(/a row for each region +2 +66\.7%/);
    expect(out).toMatch(/table-of-another-company +2 +2 +66\.7%/);
    expect(out).toMatch(/Worst offenders[^]*b\.md/);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('Markdown in it that is no guide is no fault, but where it is asked for by name', async () => {
    const notes = join(folder, 'firms', 'notes.md');
    const flags = {rule: ['not-a-guide'], failOn: 'error'} as const;
    expect((await guided([folder], flags)).code).toBe(0);
    expect((await guided([folder], flags)).out).toContain('Nothing.');
    expect((await guided([folder, notes], flags)).code).toBe(3);
    writeFileSync(join(folder, 'firms', 'torn.md'), '\u0000\u0001');
    expect((await guided([folder], flags)).code).toBe(3);
  });

  test('counts what the rules asked for find, and nothing else', async () => {
    const {out} = await guided([folder], {rule: ['no-floor', 'stale']});
    expect(out).not.toContain('offer-not-yours');
    expect(out).not.toContain('table-of-another-company');
    const one = await guided([join(folder, 'b.md')], {rule: ['offer-not-yours']});
    expect(one.out).toContain('no error, 1 warning, no note');
  });

  test('a rule that finds nothing fails nothing', async () => {
    const files = [join(folder, 'b.md')];
    expect((await guided(files, {rule: ['range-upside-down'], failOn: 'note'})).code).toBe(0);
    expect((await guided(files, {rule: ['offer-not-yours'], failOn: 'warning'})).code).toBe(1);
    expect((await guided(files, {rule: ['offer-not-yours'], failOn: 'error'})).code).toBe(0);
  });

  test('copies count for --fail-on', async () => {
    const both = [join(folder, 'b.md'), join(folder, 'firms')];
    expect((await guided(both, {rule: ['table-of-another-company'], failOn: 'warning'})).code).toBe(1);
    expect((await guided(both, {rule: ['table-of-another-role'], failOn: 'note'})).code).toBe(0);
  });

  test('an empty folder is most likely another than was meant', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const said = [`no Markdown file in ${empty}\n`, 3];
    for (const flags of [{}, {json: true}]) {
      const {out, err, code} = await guided([empty], flags);
      expect([out, err, code]).toEqual(['', ...said]);
    }
    const {out, err, code} = await guided([empty], {sarif: true});
    expect((JSON.parse(out) as Log).runs[0]?.results).toEqual([]);
    expect([err, code]).toEqual(said);
  });

  test('one without a guide says so, and why of each file', async () => {
    const notes = join(folder, 'notes');
    mkdirSync(notes);
    writeFileSync(join(notes, 'lunch.md'), '# Notes on lunch\n\nIt costs $12.\n');
    const one = await guided([notes]);
    expect(one.out).toMatch(/^the one file is no guide$/m);
    expect(one.out).not.toMatch(/left unread|What the audit finds/);
    expect(one.code).toBe(0);
    writeFileSync(join(notes, 'torn.md'), '\u0000\u0001');
    const two = await guided([notes]);
    expect(two.out).toMatch(/^none of 2 files is a guide$/m);
    expect(two.out.replace(/\s+/g, ' ')).toContain(`${join(notes, 'torn.md')} is a binary file, not a text`);
    expect(two.out.match(/torn\.md/g)).toHaveLength(1);
    expect(two.code).toBe(3);
  });
});

test('no line of a summary is wider than asked, and no file’s name acts on the terminal', () => {
  const names = fc.string({
    unit: fc.constantFrom('a', '/', '報', '\u001b[31m', '\u202e', '\n', ' '),
    maxLength: 90,
  });
  fc.assert(
    fc.property(
      fc.array(names, {minLength: 1, maxLength: 4}),
      fc.integer({min: 40, max: 130}),
      (files, width) => {
        const read = files.map(
          (file, at): FileRead => ({
            file,
            line: null,
            reading: null,
            unreadable: [],
            role: at === 0 ? null : 'Cook',
            company: at === 0 ? null : file,
            refusal: at === 0 ? `no guide: ${file}` : null,
            layout: at === 0 ? null : 'no pay table',
            table: null,
            unread: at,
            gravest: 'note',
            findings: [{rule: 'stale', severity: 'warning', message: say`${file}`, span: placeIn(file)}],
          }),
        );
        const summary = summaryOf(
          read,
          read.flatMap(({findings}) => findings),
        );
        const text = printTerminal(guidesDocument(summary), {width, colour: false, clean: one => one});
        for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      },
    ),
    {numRuns: 60},
  );
});

describe('--json', () => {
  interface Told {
    path: string;
    kind?: string;
    bands: unknown[];
    findings: {rule: string; span: {file?: string}}[];
  }
  async function lines(paths: readonly string[], flags: Record<string, unknown> = {}) {
    const {out} = await guided(paths, {json: true, ...flags});
    return out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Told);
  }

  test('prints a line for each file, and what only several show in one more', async () => {
    const told = await lines([folder]);
    const last = told.pop();
    const {files} = guideFiles([folder]);
    expect(told.map(({path, kind}) => [path, kind])).toEqual(files.map(file => [file, undefined]));
    expect([last?.path, last?.kind, last?.bands]).toEqual([folder, 'together', []]);
    expect(last?.findings.map(({rule, span}) => [rule, span.file])).toEqual([
      ['table-of-another-company', files[0]],
      ['table-of-another-company', files[2]],
    ]);
  });

  test('has no such line where nothing is shared, or other rules are asked for', async () => {
    expect(await lines([join(folder, 'firms')])).toHaveLength(3);
    expect(await lines([folder], {rule: ['stale']})).toHaveLength(4);
  });
});

test('--json and --sarif together are wrong usage, and nothing is read', async () => {
  const {out, err, code} = await guided([folder], {json: true, sarif: true});
  expect([out, err, code]).toEqual(['', '--json or --sarif? stdout takes one of them\n', 2]);
});

describe('--html', () => {
  test.each([
    ['one guide', ['b.md'], {}, 'Platform Engineer at Foxglove'],
    ['one guide, its JSON beside', ['b.md'], {json: true}, 'Platform Engineer at Foxglove'],
    ['one guide, its SARIF beside', ['b.md'], {sarif: true}, 'Platform Engineer at Foxglove'],
    ['a folder', ['.'], {}, '3 of 4 files read as guides'],
    ['a folder, its JSON beside', ['.'], {json: true}, '3 of 4 files read as guides'],
    ['several files', ['b.md', 'firms/deep/c.md'], {}, '2 of 2 files read as guides'],
  ])('writes the page of %s, and prints what it prints without', async (_what, paths, flags, title) => {
    const html = join(folder, 'page.html');
    const files = paths.map(path => join(folder, path));
    const {out, err, code} = await guided(files, {...flags, html});
    expect([err, code]).toEqual([`wrote ${html}\n`, 0]);
    expect(readFileSync(html, 'utf8')).toContain(title);
    expect((await guided(files, flags)).out).toBe(out);
  });
});

test('files asked for by name say last what they share', async () => {
  const two = [join(folder, 'b.md'), join(folder, 'firms', 'deep', 'c.md')];
  const {out, code} = await guided(two, {rule: ['table-of-another-company'], failOn: 'warning'});
  expect(out.split('What the guides share')[1]?.match(/table-of-another-company/g)).toHaveLength(2);
  expect(code).toBe(1);
});

describe('the rules themselves', () => {
  test('are listed, the gravest first', async () => {
    const {out} = await guided([], {rules: true});
    for (const {name} of auditRules) expect(out).toContain(name);
    expect(out.indexOf('not-a-guide')).toBeLessThan(out.indexOf('no-floor'));
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(JSON.parse((await guided([], {rules: true, json: true})).out)).toHaveLength(auditRules.length);
  });
  test('are explained with an example and how to mend it', async () => {
    const {out} = await guided([], {explain: ['no-floor']});
    expect(out).toMatch(/ no-floor ━[^]*Mend: settle the least/);
    const anchor = await guided([], {explain: ['anchor-outside-band']});
    expect(anchor.out).not.toMatch(/\n\n\n/);
    expect(anchor.out).toMatch(/^ {4}\| Boston .*\n\n {2}- > \*\*Negotiate .*\n {2}\+ > \*\*Negotiate/m);
    for (const {name} of auditRules)
      for (const line of (await guided([], {explain: [name]})).out.split('\n'))
        expect(widthOf(line)).toBeLessThanOrEqual(80);
  });
  test('by a wrong name, or no path at all, are wrong usage', async () => {
    expect((await guided([], {explain: ['no-flor']})).err).toMatch(/did you mean "no-floor"/);
    const {err, code} = await guided([]);
    expect([err, code]).toEqual(['name a guide or a folder of them, or ask for --rules\n', 2]);
  });
});

test('findings are counted by rule: how many, and in how many files', () => {
  const at = (file: string) =>
    ({severity: 'warning', message: say`m`, span: source(file, 'x').span(0, 1)}) as const;
  const counts = countRules([
    {rule: 'no-floor', ...at('a.md')},
    {rule: 'stale', ...at('a.md')},
    {rule: 'no-floor', ...at('b.md')},
    {rule: 'stale', ...at('a.md')},
    {rule: 'range-upside-down', ...at('a.md')},
  ]);
  expect(counts.map(({rule, findings, guides}) => [rule, findings, guides])).toEqual([
    ['range-upside-down', 1, 1],
    ['no-floor', 2, 2],
    ['stale', 2, 1],
  ]);
});

describe('a rule by a wrong name', () => {
  test('is answered with the right one, and nothing is read', async () => {
    const {out, err, code} = await guided([folder], {rule: ['no-flor', 'stale']});
    expect([out, err, code]).toEqual(['', 'no rule is called "no-flor", did you mean "no-floor"?\n', 2]);
  });
  test('is answered with one that it is a part of', () =>
    expect(rulesNamed(['Unread']).problems).toEqual([
      'no rule is called "Unread", did you mean "unread-block"?',
    ]));
  test('is answered with all of them where none is near', () =>
    expect(rulesNamed(['xyzzy']).problems[0]).toMatch(
      /no rule is called "xyzzy"; the rules are not-a-guide, /,
    ));
});

interface Log {
  version: string;
  runs: {
    tool: {driver: {name: string; rules: SarifRuleJson[]}};
    columnKind: string;
    invocations: {executionSuccessful: boolean; toolExecutionNotifications: {message: {text: string}}[]}[];
    results: SarifResultJson[];
  }[];
}
interface SarifRuleJson {
  id: string;
  shortDescription: {text: string};
  help: {text: string; markdown: string};
  defaultConfiguration: {level: string};
}
interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  charOffset: number;
  charLength: number;
}
interface SarifResultJson {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: {text: string};
  locations: {
    physicalLocation: {artifactLocation: {uri: string}; region: Region};
  }[];
}

/** What lines and columns mark, counted by hand. */
function textAt(file: string, {startLine, startColumn, endLine, endColumn}: Region): string {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(startLine - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? startColumn - 1 : 0, at === last ? endColumn - 1 : undefined))
    .join('\n');
}

describe('SARIF', () => {
  test('has what the standard requires, and every finding in its place', async () => {
    const {out} = await guided([folder, join(folder, 'none.md')], {sarif: true});
    const log = JSON.parse(out) as Log;
    expect(log.version).toBe('2.1.0');
    const [run, ...more] = log.runs;
    if (run === undefined) throw new Error('no run');
    expect(more).toEqual([]);
    expect(run.tool.driver.name).toBe('parley');
    expect(run.tool.driver.rules.map(({id}) => id)).toEqual(auditRules.map(({name}) => name));
    for (const {shortDescription, help, defaultConfiguration} of run.tool.driver.rules) {
      expect(shortDescription.text).not.toBe('');
      expect(help.markdown).toMatch(/^\*(?:error|warning|note)\.\*/);
      expect(help.text).toMatch(/Mend: /);
      expect(help.text).not.toMatch(/[*`]/);
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level);
    }
    expect(run.results.length).toBeGreaterThan(10);
    for (const {ruleId, ruleIndex, level, message, locations} of run.results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toMatch(/\nTo mend it: /);
      expect(locations).toHaveLength(1);
      const {artifactLocation, region} = locations[0]?.physicalLocation ?? {};
      expect(artifactLocation?.uri).toMatch(/^file:\/\/\/.*\.md$/);
      const file = fileURLToPath(artifactLocation?.uri ?? '');
      if (region === undefined) throw new Error('no region');
      expect(textAt(file, region)).toBe(
        readFileSync(file, 'utf8').slice(region.charOffset, region.charOffset + region.charLength),
      );
    }
    const offer = run.results.find(({ruleId}) => ruleId === 'offer-not-yours');
    expect(offer?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      pathToFileURL(join(folder, 'b.md')).href,
    );
    expect(run.invocations[0]?.toolExecutionNotifications.map(({message}) => message.text)).toEqual([
      expect.stringContaining('none.md'),
    ]);
  });

  test('a path from here stays one, in the form of a URI', () => {
    const text = source('../a folder/größe.md', 'one\ntwo');
    const span = wholeSpan(text.span(4, 7), text);
    const [run] = guideSarif(
      {findings: [finding('stale', 'warning', 'old', {span})], unlooked: []},
      explainedRules(),
      {version: '1.2.3', folder: join(folder, 'firms')},
    ).runs;
    expect(run?.results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: {uri: '../a%20folder/gr%C3%B6%C3%9Fe.md', uriBaseId: '%SRCROOT%'},
          region: {startLine: 2, startColumn: 1, endLine: 2, endColumn: 4, charOffset: 4, charLength: 3},
        },
      },
    ]);
    expect(run?.originalUriBaseIds['%SRCROOT%']?.uri).toBe(`${pathToFileURL(join(folder, 'firms')).href}/`);
  });
});
