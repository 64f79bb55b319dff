import {describe, expect, test} from 'vitest';
import {showSpan, source} from '../../src/base/index.ts';
import {frontMatterOf, LIMITS, readYaml} from '../../src/files/index.ts';
import {messageOf} from '../findings.ts';

/** What a reading says: `file:line:column rule`. */
function faults(text: string): readonly string[] {
  const {yaml, findings} = readYaml(source('x.yaml', text));
  expect(yaml === null).toBe(findings.some(({rule}) => rule !== 'duplicate-key'));
  return findings.map(one => `${one.span === undefined ? '-' : showSpan(one.span)} ${one.rule}`);
}

/** Seconds of the processor that a call takes: others may keep it busy meanwhile. */
function seconds(of: () => void): number {
  const before = process.cpuUsage();
  of();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (const [at, name] of [...'bcdefg'].entries())
  bomb.push(`${name}: &${name} [${Array.from({length: 10}, () => `*${'abcdef'[at]}`).join(', ')}]`);

describe('aliases', () => {
  test.each([
    ['inside of its own anchor', 'q: &q [*q]', 'x.yaml:1:8 yaml-syntax'],
    ['inside of it further down', 'top:\n  q: &q {a: {b: [1, *q]}}', 'x.yaml:2:21 yaml-syntax'],
    ['in a key of its own anchor', 'q: &q\n  ? *q\n  : 1', 'x.yaml:2:5 yaml-syntax'],
    ['of no anchor', 'a: 1\nb: *nowhere', 'x.yaml:2:4 yaml-syntax'],
    ['before its anchor', 'a: *b\nb: &b 1', 'x.yaml:1:4 yaml-syntax'],
    ['that multiply', bomb.join('\n'), 'x.yaml:4:36 too-many-aliases'],
    ['of front matter', `${'\n'.repeat(3)}q: &q [*q]`, 'x.yaml:4:8 yaml-syntax'],
  ])('%s', (_, text, where) => {
    const [first] = faults(text);
    expect(first).toBe(where);
  });

  test('are followed where an anchor is set again, and as often as people write them', () => {
    const {yaml, findings} = readYaml(source('x.yaml', 'a: &a 1\nb: *a\nc: &a 2\nd: *a\n'));
    expect(findings).toEqual([]);
    expect(yaml?.value).toEqual({a: 1, b: 1, c: 2, d: 2});
    const many = `e: &e {tier: stated}\nlist:\n${'  - *e\n'.repeat(500)}`;
    const {yaml: often} = readYaml(source('x.yaml', many));
    expect(often?.valueSpan(['list', 499])).toMatchObject({line: 502, column: 5});
    expect(often?.valueSpan(['list', 499, 'tier'])).toMatchObject({line: 1, column: 14});
  });

  test('of front matter have their places in the whole text', () => {
    const text = '---\ncompany: Example\nq: &q [*q]\n---\n# Guide\n';
    const [one] = frontMatterOf(source('guide.md', text), ['company'])?.reading.findings ?? [];
    expect(one?.span && showSpan(one.span)).toBe('guide.md:3:8');
  });
});

test('a merge key is refused, and a quoted one is a key', () => {
  expect(faults('a: &a {b: 1}\nc:\n  <<: *a\n  d: 2')).toEqual(['x.yaml:3:3 yaml-syntax']);
  expect(faults('c: {<<: {a: 1}}')).toEqual(['x.yaml:1:5 yaml-syntax']);
  expect(faults('"<<": 1')).toEqual([]);
});

test('a key that stands twice is told at the second place, and the last one counts', () => {
  const {yaml, findings} = readYaml(source('x.yaml', 'a: 1\nb: {c: 1, c: 2}\na: 3\n'));
  expect(findings.map(messageOf)).toEqual([
    'the key c stands here a second time',
    'the key a stands here a second time',
  ]);
  expect(findings.map(one => one.span && showSpan(one.span))).toEqual(['x.yaml:2:11', 'x.yaml:3:1']);
  expect(yaml?.value).toEqual({a: 3, b: {c: 2}});
});

/** A text of so many characters made of pieces. */
function flood(piece: (at: number) => string, size: number): string {
  let text = '';
  for (let at = 0; text.length < size; at++) text += piece(at);
  return text;
}

describe('a flood is read or refused within a second', () => {
  test.each<[string, string]>([
    ['a flow map', `{${flood(at => `k${at}: ${at}, `, 92_000)}}`],
    ['keys of a flow map', `{${flood(at => `k${at},`, 92_000)}}`],
    ['a block map', flood(at => `k${at}: ${at}\n`, 92_000)],
    ['equal keys', 'a: 1\n'.repeat(20_000)],
    ['maps in a list', `[${'{},'.repeat(30_000)}]`],
    ...[
      '{}',
      '[]',
      '[',
      '{',
      '{[',
      ']',
      '}',
      '"',
      "'",
      '- ',
      '? ',
      ': ',
      '&a ',
      '*a ',
      '!x ',
      '%\n',
      'a: b: ',
    ]
      .concat('---\n', '--- a\n', '<<: *a\n', 'a:\n b:\n', '\n', '#\n', '-\n', '@', '`\n', '|\n')
      .map((piece): [string, string] => [JSON.stringify(piece), piece.repeat(92_000 / piece.length)]),
    ['aliases in a list', `a: &a 1\nb: [${'*a,'.repeat(30_000)}]`],
    ['marks in a list', `[${': '.repeat(46_000)}`],
    ['marks in a map', `{${':,'.repeat(46_000)}`],
  ])('%s', (_, text) => {
    expect(seconds(() => readYaml(source('x.yaml', text)))).toBeLessThan(1);
  });

  test.each([
    ['a tab', '\ta: 1\n', 'x.yaml:1:1 tab'],
    ['no colon', 'a: 1\nb\n', 'x.yaml:2:1 yaml-syntax'],
    ['a list among keys', 'a: 1\n- b\n', 'x.yaml:2:1 yaml-syntax'],
    ['text behind a quote', 'a: "b" c\n', 'x.yaml:1:8 yaml-syntax'],
    ['a sign that begins nothing', '- `a\n', 'x.yaml:1:3 yaml-syntax'],
    ['two anchors', '- &a &b 1\n', 'x.yaml:1:6 yaml-syntax'],
    ['a tag that nobody knows', '- !x 1\n', 'x.yaml:1:3 yaml-syntax'],
    ['a head of a block', 'a: |x\n b\n', 'x.yaml:1:5 yaml-syntax'],
  ])('and ends where %s stands on every line of a megabyte', (_, line, first) => {
    const text = line.repeat((LIMITS.yaml - 1000) / line.length);
    let told: readonly string[] = [];
    expect(seconds(() => void (told = faults(text)))).toBeLessThan(1);
    expect(told[0]).toBe(first);
    expect(told.length).toBeLessThanOrEqual(101);
  });

  test('keys that follow one another on a line nest, and are told before anything recurses', () => {
    expect(faults(`x: ${'a: '.repeat(300_000)}`)).toEqual(['x.yaml:1:190 too-deep']);
    expect(faults('? '.repeat(400_000))[0]).toMatch(/^x\.yaml:1:\d+ too-deep$/);
    expect(faults('- '.repeat(400_000))[0]).toMatch(/^x\.yaml:1:\d+ too-deep$/);
    const steps = Array.from({length: 400}, (_, at) => `${' '.repeat(at)}a:`).join('\n');
    expect(faults(steps)[0]).toMatch(/^x\.yaml:\d+:\d+ too-deep$/);
  });

  test('brackets that open for ever are told where there are too many', () => {
    expect(faults('['.repeat(900_000))).toEqual(['x.yaml:1:33 too-deep']);
    expect(faults(`a:\n  b: ${'{a: '.repeat(40)}`)[0]).toMatch(/^x\.yaml:2:\d+ too-deep$/);
    expect(faults(`a: "${'['.repeat(99)}"\nb: '${'{'.repeat(99)}'\nc: ${'x['.repeat(99)}`)).toEqual([]);
  });
});

test('a file of honest YAML, as large as any that is read, is read', () => {
  const fact = (at: number) =>
    `  f${at}:\n    label: uptime of the systems I ran, ${at}\n    value: 99.9\n    unit: percent\n    evidence: {tier: documented, source: "export of the monitoring"}\n`;
  const text = `facts:\n${flood(fact, LIMITS.yaml - 1000)}`;
  expect(text.length).toBeGreaterThan(990_000);
  let reading = readYaml(source('x.yaml', 'a: 1'));
  const took = seconds(() => {
    reading = readYaml(source('x.yaml', text));
  });
  expect(reading.findings).toEqual([]);
  // A second on an idle machine; the others that run tests beside this one take their part of the caches.
  expect(took).toBeLessThan(3);
});
