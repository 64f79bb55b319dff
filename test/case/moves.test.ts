import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {appendMove, loadCase, MOVES_FILE} from '../../src/case/index.ts';
import {LIMITS} from '../../src/files/index.ts';
import {brief, CASE_YAML, words} from './notation.ts';
import {temporary} from '../desk.ts';

const note = (says: string, at = '2026-11-20') => JSON.stringify({at, by: 'me', kind: 'note', says});
const bytes = (...parts: readonly (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** A case with this log. */
const caseOf = (log: string | Uint8Array) =>
  temporary({'case.yaml': CASE_YAML, 'guide.md': '# A guide\n', [MOVES_FILE]: log});

/** What is read of a log: what the moves say, and what is wrong with it. */
function read(log: string | Uint8Array) {
  const {moves, findings, situation} = loadCase(caseOf(log), {today: '2026-11-25'});
  expect(situation).not.toBeNull();
  return {says: moves.map(({says}) => says), told: brief(findings)};
}

describe('a log of moves loses nothing but the line that is bad', () => {
  test.each<[string, string | Uint8Array, string[], string[]]>([
    ['CRLF', `${note('a')}\r\n${note('b')}\r\n`, ['a', 'b'], []],
    ['CR', `${note('a')}\r${note('b')}\r`, ['a', 'b'], []],
    ['CR, and a bad line', `${note('a')}\r{"at"\r${note('b')}`, ['a', 'b'], ['moves.jsonl:2:1 torn-line']],
    ['no newline at its end', `${note('a')}\n${note('b')}`, ['a', 'b'], []],
    ['blank lines', `\n\n${note('a')}\n \n`, ['a'], []],
    ['nothing', '', [], []],
    ['only blank lines', '\n\r\n', [], []],
    ['a byte order mark', `\uFEFF${note('a')}\n`, ['a'], []],
    ['one in the middle, where two logs were joined', `${note('a')}\n\uFEFF${note('b')}\n`, ['a', 'b'], []],
    ['a torn last line', `${note('a')}\n{"at":"2026`, ['a'], ['moves.jsonl:2:1 torn-line']],
    [
      'a schema error',
      `${note('a')}\n{"at": "2026-11-20"}\n${note('b')}\n`,
      ['a', 'b'],
      ['moves.jsonl:2:1 missing-key', 'moves.jsonl:2:1 missing-key'],
    ],
    [
      'zeros on a line',
      bytes(note('a'), '\n', [0, 0, 0], '\n', note('b')),
      ['a', 'b'],
      ['moves.jsonl:2:1 torn-line'],
    ],
    [
      'zeros before a move',
      bytes([0, 0], note('a'), '\n', note('b')),
      ['a', 'b'],
      ['moves.jsonl:1:3 torn-line'],
    ],
    [
      'a zero within a move',
      bytes(note('a'), '\n{"at":"2026', [0], '-11-20"}\n', note('b')),
      ['a', 'b'],
      ['moves.jsonl:2:1 torn-line'],
    ],
    [
      'Latin-1',
      bytes(note('a'), '\n', note('caf').replace('"}', ''), [0xe9], '"}\n', note('b')),
      ['a', 'caf\uFFFD', 'b'],
      ['moves.jsonl:2:1 not-utf8'],
    ],
    [
      'two moves on a line',
      `${note('a')}\n${note('b')}${note('c')}\n${note('d')}`,
      ['a', 'd'],
      ['moves.jsonl:2:1 torn-line'],
    ],
    [
      'brackets without end',
      `${note('a')}\n${'['.repeat(99)}${']'.repeat(99)}\n`,
      ['a'],
      ['moves.jsonl:2:33 too-deep'],
    ],
    [
      'a key twice',
      `${note('a').replace('}', ',"says":"b"}')}\n${note('c')}`,
      ['c'],
      ['moves.jsonl:1:55 duplicate-key'],
    ],
  ])('%s', (_, log, says, told) => {
    expect(read(log)).toEqual({says, told});
  });

  test('a torn line is told with what to do', () => {
    const {findings} = loadCase(caseOf(`${note('a')}${note('b')}\n{"at`), {today: '2026-11-25'});
    expect(words(findings, 'torn-line')).toBe(
      'this line is no JSON and is left out: a crash may have torn it · give each move a line of its own\n' +
        'this line is no JSON and is left out: a crash may have torn it · log the move again, and delete the line if you like',
    );
  });

  test.each(['{"at":"2026-1', `${note('a')}\r`, bytes(note('a'), [0, 0, 0])])(
    'what is logged next stands on a line of its own behind %j',
    before => {
      const path = caseOf(before);
      expect(appendMove(path, {at: '2026-11-21', by: 'me', kind: 'note', says: 'next'})).toEqual([]);
      expect(loadCase(path, {today: '2026-11-25'}).moves.at(-1)?.says).toBe('next');
    },
  );
});

describe('a log as large as any', {timeout: 120_000}, () => {
  test('of 50 MB is read, and grows', () => {
    const offer = JSON.stringify({
      at: '2026-11-19',
      by: 'them',
      kind: 'offer',
      currency: 'USD',
      terms: [{component: 'base', amount: '$190K', per: 'year'}],
    });
    const path = caseOf(`${offer}\n${note('x'.repeat(400))}\n`.repeat(90_000));
    expect(statSync(join(path, MOVES_FILE)).size).toBeGreaterThan(50e6);
    expect(appendMove(path, {at: '2026-11-21', by: 'me', kind: 'note', says: 'last'})).toEqual([]);
    const {moves, findings} = loadCase(path, {today: '2026-11-25'});
    expect(findings).toEqual([]);
    expect(moves).toHaveLength(180_001);
    expect(moves.at(-1)?.says).toBe('last');
  });

  test('beyond what is read nothing is added, and both say the same limit', () => {
    const path = caseOf('');
    truncateSync(join(path, MOVES_FILE), LIMITS.moves - 10);
    const findings = appendMove(path, {at: '2026-11-21', by: 'me', kind: 'note', says: 'last'});
    expect(words(findings, 'huge-file')).toContain('more than the 64 MB that are read');
    expect(statSync(join(path, MOVES_FILE)).size).toBe(LIMITS.moves - 10);
  });

  test('a hundred thousand bad lines are told as a hundred, with how many more there are', () => {
    const {findings, moves} = loadCase(caseOf(`${'{\n'.repeat(100_000)}${note('a')}`), {
      today: '2026-11-25',
    });
    expect(moves).toHaveLength(1);
    expect(findings).toHaveLength(100);
    expect(words(findings, 'torn-line')).toContain('(and 99,900 more findings in this file)');
  });
});

describe('the order of moves', () => {
  test('is that of their days, and of one day that of the lines', () => {
    const log = [
      '2026-11-20 c',
      '2026-11-18 a',
      '2026-11-20T09:00:00-05:00 d',
      '2026-11-19 b',
      '2026-11-20 e',
    ];
    const {says} = read(log.map(one => note(one.slice(-1), one.split(' ')[0])).join('\n'));
    expect(says).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('a day after the case pins today is told, and stays in the list', () => {
    expect(read(note('far', '2062-11-20'))).toEqual({says: ['far'], told: ['moves.jsonl:1:1 date-order']});
  });
});

describe('links', () => {
  test('nothing is logged through one, wherever it leads', () => {
    for (const target of ['elsewhere.txt', 'nowhere.txt']) {
      const path = temporary({'case.yaml': CASE_YAML, 'elsewhere.txt': 'mine\n'});
      symlinkSync(target, join(path, MOVES_FILE));
      const findings = appendMove(path, {at: '2026-11-21', by: 'me', kind: 'note', says: 'x'});
      expect(words(findings, 'not-written')).toContain('it is a link, which is not written through');
      expect(readFileSync(join(path, 'elsewhere.txt'), 'utf8')).toBe('mine\n');
      expect(existsSync(join(path, 'nowhere.txt'))).toBe(false);
    }
  });

  test('a log that is a link out of the case is neither read nor written', () => {
    const path = caseOf('');
    const other = temporary({log: `${note('theirs')}\n`});
    writeFileSync(join(path, 'gone'), '');
    const linked = temporary({'case.yaml': CASE_YAML, 'guide.md': '# A guide\n'});
    symlinkSync(join(other, 'log'), join(linked, MOVES_FILE));
    const loaded = loadCase(linked, {today: '2026-11-25'});
    expect(brief(loaded.findings)).toEqual(['moves.jsonl:1:1 leads-out']);
    expect(loaded.moves).toEqual([]);
    expect(appendMove(linked, {at: '2026-11-21', by: 'me', kind: 'note', says: 'x'})).toMatchObject([
      {rule: 'leads-out'},
    ]);
    expect(lstatSync(join(linked, MOVES_FILE)).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['guides: [../../etc/passwd]', 'case.yaml:6:10 leads-out'],
    ['guides: [away.md]', 'case.yaml:6:10 leads-out'],
    ['guides: [sub/../guide.md]', 'case.yaml:6:10 leads-out'],
    ['guides: [linked/guide.md]', 'case.yaml:6:10 leads-out'],
    ['guides: [near.md]', undefined],
  ])('%s', (guides, where) => {
    const other = temporary({'guide.md': '# Theirs\n'});
    const path = temporary({
      'case.yaml': CASE_YAML.replace('guides: [guide.md]', guides),
      'guide.md': '# A guide\n',
    });
    symlinkSync(join(other, 'guide.md'), join(path, 'away.md'));
    symlinkSync(other, join(path, 'linked'));
    symlinkSync('guide.md', join(path, 'near.md'));
    expect(brief(loadCase(path, {today: '2026-11-25'}).findings)).toEqual(where === undefined ? [] : [where]);
  });

  test.each(['case.yaml', 'offers', 'offers/a.yaml'])('%s out of the case', name => {
    const other = temporary({'case.yaml': CASE_YAML, 'offers/a.yaml': 'party: x\n'});
    const path = temporary(name === 'case.yaml' ? {} : {'case.yaml': CASE_YAML, 'guide.md': '# A guide\n'});
    if (name === 'offers/a.yaml') mkdirSync(join(path, 'offers'));
    symlinkSync(join(other, name), join(path, name));
    const {findings, situation} = loadCase(path, {today: '2026-11-25'});
    expect(situation).toBeNull();
    expect(words(findings, 'leads-out')).toContain(`${name} is a link that leads out of its folder`);
  });
});

test('an empty log, as a full disk leaves it, is a log without moves', () => {
  const path = caseOf('');
  expect(appendMove(path, {at: '2026-11-21', by: 'me', kind: 'note', says: 'x'})).toEqual([]);
  appendFileSync(join(path, MOVES_FILE), '');
  expect(loadCase(path, {today: '2026-11-25'}).moves).toHaveLength(1);
});
