import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadCase, measureFacts} from '../../src/case/index.ts';
import {plan} from '../../src/desk/index.ts';
import {situationOf} from '../../src/desk/facts.ts';
import {EDITIONS} from '../../src/figure/edition.ts';
import {jsonOf} from '../../src/figure/index.ts';
import {type Cache, folderCache} from '../../src/files/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {EXAMPLE, TODAY} from './cases.ts';
import {SILENT} from '../cli/desk.ts';
import {temporary} from '../desk.ts';

/** A small case with a record, one file of which lies outside of it, and one behind a link. */
function caseOf(more: {readonly source?: string} = {}) {
  const root = temporary();
  const [folder, away] = [join(root, 'case'), join(root, 'away')];
  for (const one of [join(folder, 'record'), join(folder, 'offers'), join(folder, 'out'), away])
    mkdirSync(one, {recursive: true});
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('guide.md', readFileSync(join(EXAMPLE, 'guide.md'), 'utf8'));
  write('offers/millennium.yaml', readFileSync(join(EXAMPLE, 'offers', 'millennium.yaml'), 'utf8'));
  write(
    'case.yaml',
    `parley: 1
role: DevOps Engineer
company: Millennium Management
region: New York
guides: [guide.md]
facts:
  uptime: {label: uptime, measure: {what: uptime, from: 2025-01-01, to: 2025-12-31, calendar: XNYS}}
  quiet: {label: quiet quarters, measure: {what: quietQuarters, from: 2025-01-01, to: 2025-12-31}}
  sooner: {label: not in the record, measure: {what: deploymentTime, from: 2025-01-01, to: 2025-12-31}}
`,
  );
  write(
    'record/record.yaml',
    `format: 1
zone: UTC
covers: {from: 2024-12-30, to: 2026-01-02}
calendars: [XNYS]
systems: {router: }
sources:
  - {name: outages, kind: table, into: intervals, files: [outages.csv, linked.csv], systems: [router]}
  - {name: others, kind: table, into: intervals, files: ['${away}/*.csv'], systems: [router]}
${more.source ?? ''}`,
  );
  const rows = (day: string) => `system,start,end,state\nrouter,${day}T15:00Z,${day}T15:09Z,down\n`;
  write('record/outages.csv', rows('2025-03-03'));
  writeFileSync(join(root, 'target.csv'), rows('2025-05-05'));
  renameSync(join(root, 'target.csv'), join(folder, 'record', 'target.csv'));
  symlinkSync('target.csv', join(folder, 'record', 'linked.csv'));
  writeFileSync(join(away, 'one.csv'), rows('2025-07-07'));
  write('out/plan.json', '{}');
  return {folder, away, rows};
}

interface Asked {
  readonly today?: string;
  readonly cache?: Cache | null;
}

/** The situation of a case, and whether its record was read for it. */
async function asked(folder: string, {today = TODAY, cache = folderCache(folder, 'v1')}: Asked = {}) {
  let read = false;
  const loaded = loadCase(folder, {today});
  const progress = {at: () => void (read = true), say: () => {}};
  const answer = await situationOf(loaded, {cache, progress});
  return {...answer, read};
}

const kept = (folder: string) => join(folder, '.parley', 'cache', 'facts');

/** Everything that a plan prints, in every edition. */
async function printed(folder: string, cache: Cache | null, drawn = true) {
  const {report, findings} = await plan({folder}, {today: TODAY, progress: SILENT, cache});
  if (report === null) throw new Error(`${folder} cannot be planned`);
  const editions = EDITIONS.map(async edition => {
    const {report: brief, clean} = report.for(edition);
    const document = planDocument(brief, {edition, full: true});
    return [
      printTerminal(document, {width: 80, colour: true, clean}),
      JSON.stringify(jsonOf(brief, clean)),
      // The brief, as `parley plan` writes it: drawing takes long.
      ...(drawn && edition === 'call' ? [await printHtml(document, {clean})] : []),
    ];
  });
  return {findings, editions: await Promise.all(editions)};
}

describe('a case that has not changed', () => {
  test('is not measured again, and its facts are equal to the last digit', async () => {
    const {folder} = caseOf();
    const without = await measureFacts(loadCase(folder, {today: TODAY}));
    const cold = await asked(folder);
    const warm = await asked(folder);
    expect([cold.read, warm.read]).toEqual([true, false]);
    for (const {situation, findings} of [cold, warm]) {
      expect(situation).toStrictEqual(without.situation);
      expect(findings).toStrictEqual(without.findings);
    }
    expect(without.situation?.facts.map(({name}) => name)).toEqual(['uptime', 'quiet']);
    expect(without.findings.map(({rule}) => rule)).toEqual(['not-measured']);
  });

  test.each(['the example', 'a small one'])(
    'prints the same without a cache, first and again: %s',
    async which => {
      const folder = which === 'a small one' ? caseOf().folder : join(temporary(), 'case');
      if (which === 'the example') cpSync(EXAMPLE, folder, {recursive: true});
      rmSync(join(folder, '.parley'), {recursive: true, force: true});
      const without = await printed(folder, null);
      expect(existsSync(join(folder, '.parley'))).toBe(false);
      const cache = folderCache(folder, 'v1');
      const first = await printed(folder, cache, false);
      expect(existsSync(kept(folder))).toBe(true);
      const again = await printed(folder, cache);
      expect(again).toEqual(without);
      expect(first.editions.flat()).toEqual(without.editions.flatMap(([text, json]) => [text, json]));
    },
  );
});

type Made = ReturnType<typeof caseOf>;
const append = (path: string) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
const again = (path: string) => writeFileSync(path, readFileSync(path));

describe('what a fact may depend on', () => {
  test.each<[string, (made: Made) => void]>([
    ['case.yaml', ({folder}) => append(join(folder, 'case.yaml'))],
    ['the guide', ({folder}) => append(join(folder, 'guide.md'))],
    ['an offer', ({folder}) => append(join(folder, 'offers', 'millennium.yaml'))],
    ['the moves', ({folder}) => writeFileSync(join(folder, 'moves.jsonl'), '')],
    ['record.yaml', ({folder}) => append(join(folder, 'record', 'record.yaml'))],
    ['an export', ({folder}) => append(join(folder, 'record', 'outages.csv'))],
    [
      'impact.yaml, which was not there',
      ({folder}) => writeFileSync(join(folder, 'record', 'impact.yaml'), 'format: 1\n'),
    ],
    ['the name of a file', ({folder}) => renameSync(join(folder, 'guide.md'), join(folder, 'Guide.md'))],
    ['a file that is gone', ({folder}) => unlinkSync(join(folder, 'offers', 'millennium.yaml'))],
    ['what a link leads to', ({folder}) => append(join(folder, 'record', 'target.csv'))],
    [
      'where a link leads',
      ({folder}) => {
        unlinkSync(join(folder, 'record', 'linked.csv'));
        symlinkSync('./target.csv', join(folder, 'record', 'linked.csv'));
      },
    ],
    ['a file outside of the case', ({away}) => append(join(away, 'one.csv'))],
    [
      'one more outside, by the same pattern',
      ({away, rows}) => writeFileSync(join(away, 'two.csv'), rows('2025-08-08')),
    ],
  ])('%s: it is measured again, and rightly', async (_, edit) => {
    const made = caseOf();
    await asked(made.folder);
    edit(made);
    const changed = await asked(made.folder);
    const without = await measureFacts(loadCase(made.folder, {today: TODAY}));
    if (without.situation !== null) expect(changed.read).toBe(true);
    expect(changed.situation).toStrictEqual(without.situation);
  });

  test.each<[string, (made: Made) => void]>([
    ['what Parley wrote', ({folder}) => append(join(folder, 'out', 'plan.json'))],
    ['what it keeps for itself', ({folder}) => writeFileSync(join(folder, '.parley', 'other'), 'x')],
    ['when a file was touched', ({folder}) => utimesSync(join(folder, 'record', 'outages.csv'), 1, 1)],
    [
      'that a file was written with the same bytes',
      ({folder}) => again(join(folder, 'record', 'outages.csv')),
    ],
    ['a file outside that nobody names', ({away}) => writeFileSync(join(away, 'notes.txt'), 'x')],
  ])('not %s', async (_, edit) => {
    const made = caseOf();
    await asked(made.folder);
    edit(made);
    expect((await asked(made.folder)).read).toBe(false);
  });

  test('the day, where the case pins none, and the version of the program', async () => {
    const {folder} = caseOf();
    await asked(folder);
    expect((await asked(folder, {today: '2026-11-23'})).read).toBe(true);
    expect((await asked(folder, {today: '2026-11-23'})).read).toBe(false);
    expect((await asked(folder, {today: '2026-11-23', cache: folderCache(folder, 'v2')})).read).toBe(true);
  });

  test('what changes while it is read: nothing is kept of that', async () => {
    const {folder} = caseOf();
    const loaded = loadCase(folder, {today: TODAY});
    const progress = {at: () => append(join(folder, 'record', 'outages.csv')), say: () => {}};
    await situationOf(loaded, {cache: folderCache(folder, 'v1'), progress});
    expect(existsSync(kept(folder))).toBe(false);
  });

  test('what a server says: it is asked each time', async () => {
    const source =
      "  - {name: up, kind: prometheus, url: 'http://127.0.0.1:9', query: up, step: 1m, system: router}\n";
    const {folder} = caseOf({source});
    for (const _ of [1, 2]) expect((await asked(folder)).read).toBe(true);
    expect(existsSync(kept(folder))).toBe(false);
  });
});

describe('what is kept', () => {
  test('is for the owner alone, and for no repository', async () => {
    const {folder} = caseOf();
    await asked(folder);
    const mode = (...names: string[]) => statSync(join(folder, '.parley', ...names)).mode & 0o777;
    expect([mode(), mode('cache'), mode('cache', 'facts'), mode('.gitignore')]).toEqual([
      0o700, 0o700, 0o600, 0o600,
    ]);
    expect(readFileSync(join(folder, '.parley', '.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(join(folder, '.parley', 'cache'))).toEqual(['facts']);
  });

  test.each<[string, (path: string) => void]>([
    ['torn', path => truncateSync(path, statSync(path).size - 1)],
    ['empty', path => truncateSync(path, 0)],
    [
      'edited',
      path => writeFileSync(path, readFileSync(path, 'utf8').replace('"down"', '"up"').replace('9', '8')),
    ],
    ['longer', path => append(path)],
    // A sparse file: it has this size and takes no room.
    ['enormous', path => truncateSync(path, 40_000_000_000)],
    ['open to others', path => chmodSync(path, 0o644)],
  ])('where it is %s it counts as none, and is written anew', async (_, spoil) => {
    const {folder} = caseOf();
    const first = await asked(folder);
    const before = readFileSync(kept(folder));
    spoil(kept(folder));
    const second = await asked(folder);
    expect(second).toEqual(first);
    expect(readFileSync(kept(folder)).equals(before)).toBe(true);
    expect((await asked(folder)).read).toBe(false);
  });

  test('is no more than a file in the place of which a link stands: it is not followed', async () => {
    const {folder, away} = caseOf();
    await asked(folder);
    const own = join(away, 'own.txt');
    renameSync(kept(folder), own);
    const before = readFileSync(own);
    symlinkSync(own, kept(folder));
    expect((await asked(folder)).read).toBe(true);
    expect(lstatSync(kept(folder)).isFile()).toBe(true);
    expect(readFileSync(own).equals(before)).toBe(true);
  });

  test.each(['.parley', '.parley/cache'])('goes nowhere by a link in the place of %s', async place => {
    const {folder, away} = caseOf();
    await asked(folder);
    const aside = join(away, 'aside');
    renameSync(join(folder, place), aside);
    symlinkSync(aside, join(folder, place));
    const before = readdirSync(aside, {recursive: true});
    for (const _ of [1, 2]) expect((await asked(folder)).read).toBe(true);
    expect(readlinkSync(join(folder, place))).toBe(aside);
    expect(readdirSync(aside, {recursive: true})).toEqual(before);
  });

  test('is done without where a file or a folder stands in its place', async () => {
    const {folder} = caseOf();
    writeFileSync(join(folder, '.parley'), 'mine');
    for (const _ of [1, 2]) expect((await asked(folder)).read).toBe(true);
    expect(readFileSync(join(folder, '.parley'), 'utf8')).toBe('mine');
    unlinkSync(join(folder, '.parley'));
    mkdirSync(kept(folder), {recursive: true});
    for (const _ of [1, 2]) expect((await asked(folder)).read).toBe(true);
    expect(readdirSync(join(folder, '.parley', 'cache'))).toEqual(['facts']);
  });

  test('is nothing to a copy of the case that it came along with', async () => {
    const {folder} = caseOf();
    await asked(folder);
    const copy = join(temporary(), 'case');
    cpSync(folder, copy, {recursive: true, verbatimSymlinks: true});
    expect(existsSync(kept(copy))).toBe(true);
    expect((await asked(copy)).read).toBe(true);
  });
});
