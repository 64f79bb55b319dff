import {symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readRecordFile} from '../../src/case/index.ts';
import type {Finding} from '../../src/figure/index.ts';
import {hintOf, messageOf, withTexts} from '../findings.ts';
import {times} from '../strength.ts';
import {temporary} from '../desk.ts';

const FILES = ['pd/a.json', 'pd/b.json', 'pd/deep/c.json', 'pnl.csv', 'probes/x.parquet', 'runs.md'];

/** A folder with a record.yaml of `text` and the exports it may name. */
function recordFolder(text: string, files: readonly string[] = FILES): string {
  return temporary({...Object.fromEntries(files.map(name => [name, ''])), 'record.yaml': text});
}

function read(text: string) {
  return readRecordFile(recordFolder(text));
}

/** `4:11 unknown-word: what is wrong (how to mend it)`. */
function told(one: Finding): string {
  return `${one.span?.line}:${one.span?.column} ${one.rule}: ${messageOf(one)} (${hintOf(one)})`;
}

const WHOLE = `format: 1
zone: America/New_York
covers: {from: 2025-01-01, to: 2025-12-31}
calendars: [xnys, XLON]
systems:
  order-router:
    names: [P1, Router]
    counts: tickets
    pods: {alpha: 0.8}
  gateway:
sources:
  - name: pages
    kind: pagerduty
    files: [pd/**/*.json]
    times: ticket
    states: {critical: down, maintenance: null}
    system: order-router
    onsetLag: {minutes: 41, source: our review of twelve incidents}
  - name: money
    kind: pnl
    files: [pnl.csv]
    columns: {pod: Desk, date: Day, amount: Net}
    timeFormat: MM/dd/yyyy
    numbers: 1,234.56
    currency: USD
    disclosure: private
  - {name: edge, kind: prometheus, url: "http://127.0.0.1:9090", query: probe_success, step: 60s, systemField: instance}
  - name: blackbox
    kind: probes
    files: [probes/*.parquet]
    columns: {system: target, at: ts, ok: success}
    every: 15s
    zone: UTC
    covers: {from: "2025-02-01T00:00Z", to: 2025-02-28}
`;

describe('record.yaml', () => {
  test('becomes a plan: files found, zones and periods settled, the rest as it is said', () => {
    const {plan, findings} = read(WHOLE);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({
      zone: 'America/New_York',
      covers: {from: Date.UTC(2025, 0, 1, 5), to: Date.UTC(2026, 0, 1, 5)},
      calendars: ['XNYS', 'XLON'],
      systems: [
        {id: 'order-router', names: ['P1', 'Router'], counts: 'tickets', pods: {alpha: 0.8}},
        {id: 'gateway', names: [], counts: null, pods: {}},
      ],
    });
    const [pages, money, edge, blackbox] = plan?.sources ?? [];
    expect(pages).toMatchObject({
      kind: 'pagerduty',
      files: [{name: 'pd/a.json'}, {name: 'pd/b.json'}, {name: 'pd/deep/c.json'}],
      times: 'ticket',
      onsetLag: {minutes: 41, source: 'our review of twelve incidents'},
      covers: null,
      source: {
        name: 'pages',
        zone: 'America/New_York',
        disclosure: 'confidential',
        system: 'order-router',
        states: {critical: 'down', maintenance: null},
      },
    });
    expect(money).toMatchObject({
      kind: 'table',
      table: {
        into: 'pnl',
        time: {zone: 'America/New_York', format: 'MM/dd/yyyy', unit: null},
        numbers: '1,234.56',
        always: {currency: 'USD'},
      },
      source: {disclosure: 'private', columns: {pod: 'Desk', date: 'Day', amount: 'Net'}},
    });
    expect(edge).toMatchObject({
      kind: 'prometheus',
      answers: null,
      url: 'http://127.0.0.1:9090',
      query: 'probe_success',
      step: 60,
    });
    expect(blackbox).toMatchObject({
      kind: 'probes',
      every: 15,
      time: {zone: 'UTC'},
      covers: {from: Date.UTC(2025, 1, 1), to: Date.UTC(2025, 2, 1)},
    });
  });

  test('is found by its folder or by its own path', () => {
    const folder = recordFolder(WHOLE);
    expect(readRecordFile(folder).plan).toEqual(readRecordFile(join(folder, 'record.yaml')).plan);
  });

  const source = (rest: string) =>
    `format: 1\nsources:\n  - name: a\n    ${rest.replaceAll('\n', '\n    ')}\n`;

  test.each([
    [
      'no such key',
      'format: 1\nsource: []\nsources: [{name: a, kind: pnl, files: [pnl.csv]}]',
      '2:1 unknown-key: unknown key "source" (did you mean sources?)',
    ],
    [
      'a newer format',
      'format: 2\nsources: [{name: a, kind: pnl, files: [pnl.csv]}]',
      '1:9 unknown-version: format is 2, expected 1 (a newer Parley may read this file)',
    ],
    [
      'no sources',
      'format: 1',
      '1:1 missing-key: sources is missing (add sources: Where the rows come from.)',
    ],
    [
      'no such zone',
      `zone: Amerika/New_York\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      '1:7 unknown-word: Amerika/New_York is not a time zone (did you mean America/New_York?)',
    ],
    [
      'no such calendar',
      `calendars: [XNYZ]\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /^1:13 unknown-word: unknown calendar "XNYZ".*\(did you mean XNYS\?\)$/,
    ],
    [
      'a day without a zone',
      `covers: {from: 2025-01-01, to: 2025-02-01T00:00Z}\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /^1:16 impossible-date: 2025-01-01 is a day, and no zone is said/,
    ],
    [
      'a day of no calendar',
      `zone: UTC\ncovers: {from: 2025-01-01, to: 2025-02-30}\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /^2:32 impossible-date: "2025-02-30" is on no calendar/,
    ],
    [
      'an end before its start',
      `zone: UTC\ncovers: {from: 2025-01-01, to: 2024-12-30}\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /^2:32 date-order: to 2024-12-30 is before from 2025-01-01/,
    ],
    [
      'a share above one',
      `systems: {r: {pods: {alpha: 80}}}\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /^1:\d+ out-of-range: alpha is 80, expected at most 1/,
    ],
    [
      'one name for two systems',
      `systems: {r: {names: [X]}, s: {names: [X]}}\n${source('kind: pnl\nfiles: [pnl.csv]')}`,
      /repeated-id: X is a name of r too/,
    ],
    [
      'no such kind',
      source('kind: pagerdutty\nfiles: [pd/a.json]'),
      /^4:11 unknown-word: kind is "pagerdutty".*\(did you mean pagerduty\?\)$/,
    ],
    [
      'two sources of one name',
      `${source('kind: pnl\nfiles: [pnl.csv]')}  - {name: a, kind: pnl, files: [pnl.csv]}`,
      /^6:12 repeated-id: two sources are called a/,
    ],
    ['no files', source('kind: pagerduty'), /^4:11 missing-key: files is missing/],
    [
      'files that are not there',
      source('kind: pagerduty\nfiles: [pg/*.json]'),
      /^5:13 missing-file: no file is pg\/\*\.json/,
    ],
    [
      'files elsewhere',
      source('kind: pagerduty\nfiles: [../*.json]'),
      /^5:13 missing-file: \.\.\/\*\.json leads out of the folder/,
    ],
    [
      'a key of another kind',
      source('kind: pagerduty\nfiles: [pd/a.json]\nquery: up'),
      /^6:5 unknown-key: query says nothing to a source of kind pagerduty/,
    ],
    [
      'a format that a tool has not',
      source('kind: pagerduty\nfiles: [pd/a.json]\nformat: parquet'),
      /^6:13 unknown-word: .* not as "parquet"/,
    ],
    [
      'no such system',
      `systems: {router: }\n${source('kind: pagerduty\nfiles: [pd/a.json]\nsystem: ruoter')}`,
      /^7:13 unknown-word: ruoter is not a system of this record \(did you mean router\?\)/,
    ],
    [
      'no such state',
      source('kind: pagerduty\nfiles: [pd/a.json]\nstates: {P1: donw}'),
      /^6:18 unknown-word: P1 is "donw".*\(did you mean down\?\)/,
    ],
    ['a table of nothing', source('kind: table\nfiles: [pnl.csv]'), /^4:11 missing-key: into is missing/],
    [
      'no such field',
      source('kind: table\ninto: intervals\nfiles: [pnl.csv]\ncolumns: {strat: Began}'),
      /^7:15 unknown-key: strat is not a field of intervals \(did you mean start\?\)/,
    ],
    [
      'a field said twice',
      source('kind: pnl\nfiles: [pnl.csv]\ncurrency: USD\ncolumns: {currency: Ccy}'),
      /^7:15 idle-rule: currency is said for every row and mapped to a column/,
    ],
    [
      'a pattern that means nothing',
      source('kind: pnl\nfiles: [pnl.csv]\ntimeFormat: MM/dd'),
      /^6:17 unknown-word: the pattern MM\/dd has no year/,
    ],
    [
      'a step that is no time',
      source('kind: prometheus\nurl: "http://x"\nquery: up\nstep: fast'),
      /^7:11 wrong-type: step is "fast"/,
    ],
    [
      'a server without its scheme',
      source('kind: prometheus\nurl: localhost:9090\nquery: up\nstep: 1m'),
      /^5:10 wrong-type: url is "localhost:9090"/,
    ],
    ['a torn file', 'format: 1\nsources: [{', /yaml-syntax/],
    ['a tab', 'format: 1\n\tzone: UTC', /^2:1 tab/],
    ['an empty file', '# nothing yet\n', /empty-file/],
  ])('with %s is told where, and how to mend it', (_what, text, words) => {
    const {plan, findings} = read(text);
    expect(plan).toBeNull();
    expect(findings.map(told)).toContainEqual(
      typeof words === 'string' ? words : expect.stringMatching(words),
    );
  });

  test('names files by stars: within one name, or through any folders', () => {
    const names = (pattern: string) => {
      const [first] = read(source(`kind: pagerduty\nfiles: ["${pattern}"]`)).plan?.sources ?? [];
      return first !== undefined && 'files' in first ? first.files.map(({name}) => name) : [];
    };
    expect(names('pd/*.json')).toEqual(['pd/a.json', 'pd/b.json']);
    expect(names('pd/?.json')).toEqual(['pd/a.json', 'pd/b.json']);
    expect(names('**/**/*.json')).toEqual(['pd/a.json', 'pd/b.json', 'pd/deep/c.json']);
    expect(names('*/deep/*')).toEqual(['pd/deep/c.json']);
    expect(names('./pd//a.json')).toEqual(['pd/a.json']);
  });

  test('that is missing is told', () => {
    expect(withTexts(readRecordFile(join(tmpdir(), 'no-such-folder', 'record.yaml')).findings)).toMatchObject(
      [{rule: 'missing-file', hint: expect.stringContaining(join('no-such-folder', 'record.yaml'))}],
    );
  });

  test('may name a file by its whole path, and not by a link that leads away', () => {
    const away = recordFolder('', ['far.json']);
    const folder = recordFolder(source(`kind: pagerduty\nfiles: ["${join(away, 'far.json')}"]`));
    expect(readRecordFile(folder).plan?.sources).toMatchObject([{files: [{path: join(away, 'far.json')}]}]);
    symlinkSync(join(away, 'far.json'), join(folder, 'near.json'));
    writeFileSync(join(folder, 'record.yaml'), source('kind: pagerduty\nfiles: ["*.json"]'));
    expect(readRecordFile(folder).findings.map(told)).toEqual([
      expect.stringMatching(/^5:13 missing-file: near\.json is a link that leads out/),
    ]);
  });

  test('with any stretch of it cut out or replaced is read without a throw, or told', () => {
    const folder = recordFolder(WHOLE);
    const cut = fc.tuple(
      fc.nat(WHOLE.length),
      fc.nat(60),
      fc.constantFrom('', '[', '{', ': ', '- ', '*a', '\n', '5', 'null'),
    );
    fc.assert(
      fc.property(cut, ([from, length, instead]) => {
        writeFileSync(
          join(folder, 'record.yaml'),
          WHOLE.slice(0, from) + instead + WHOLE.slice(from + length),
        );
        const {plan, findings} = readRecordFile(folder);
        expect(plan === null).toBe(findings.some(({severity}) => severity === 'error'));
        expect(findings.every(({span}) => span !== undefined)).toBe(true);
      }),
      {numRuns: times(1000)},
    );
  });

  test('of anything is read without a throw', () => {
    const scraps = [
      'sources: 1',
      'sources: [null]',
      'sources: [[]]',
      'systems: []',
      'covers: []',
      'calendars: x',
      'zone: 5',
    ];
    for (const scrap of scraps) expect(read(`format: 1\n${scrap}`).plan).toBeNull();
  });
});
