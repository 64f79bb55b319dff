import {cpSync, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {line} from './line.ts';
import {temporary} from '../desk.ts';

const EXAMPLE = 'examples/millennium-devops';
/** A case without a record, and with a log. */
const SMALL = 'test/fixtures/frozen/rival-and-log';

let folder = '';
beforeEach(() => {
  folder = temporary();
});

function copy(): string {
  const here = join(folder, 'case');
  cpSync(SMALL, here, {recursive: true});
  return here;
}

describe('a day', () => {
  const init = ['init', '--no-ask', '--role', 'R', '--company', 'C', '--region', 'X'];
  test.each([
    ['market --today', ['market', '--role', 'devops', '--today']],
    ['init --today', [...init, 'CASE', '--today']],
    ['init --deadline', [...init, 'CASE', '--deadline']],
    ['plan --today', ['plan', EXAMPLE, '--no-write', '--today']],
    ['guide --today', ['guide', join(EXAMPLE, 'guide.md'), '--today']],
  ])('of %s is a day of the calendar', async (_, words) => {
    const made = join(folder, 'made');
    const inputs = words.map(word => (word === 'CASE' ? made : word));
    for (const wrong of ['hello', '2026-02-30', '2026-11-22T10:00Z', '22.11.2026']) {
      const {out, err, code} = await line(...inputs, wrong);
      expect({out, code}).toEqual({out: '', code: 2});
      expect(err).toContain(`expected a day such as 2026-11-22, got "${wrong}"`);
    }
    expect(existsSync(made)).toBe(false);
  });

  test('of init is written into the case', async () => {
    const made = join(folder, 'made');
    const days = ['--today', '2026-11-22', '--deadline', '2026-12-04'];
    expect((await line(...init, made, ...days)).code).toBe(0);
    expect(readFileSync(join(made, 'case.yaml'), 'utf8')).toMatch(
      /2026-12-04[^]*2026-11-22|2026-11-22[^]*2026-12-04/,
    );
  });
});

describe('parley move --at', () => {
  const logged = (here: string) => readFileSync(join(here, 'moves.jsonl'), 'utf8');

  test.each([
    'hello',
    '2026-13-01',
    '2026-11-22T10:00:00',
    '2026-11-22T25:00:00Z',
    '2026-11-22T16:30Z',
    '2026-02-30T10:00:00Z',
    'yesterday',
  ])('%s is neither a day nor an instant', async when => {
    const here = copy();
    const before = logged(here);
    const {err, code} = await line('move', here, '--by', 'me', '--says', 'hello', '--at', when);
    expect(err).toContain(`got "${when}"`);
    expect(code).toBe(2);
    expect(logged(here)).toBe(before);
  });

  test.each([
    '2026-06-15',
    '2026-06-15T16:30:00-05:00',
    '2026-06-15T16:30:00Z',
    '2026-06-15T16:30:00.5+00:00',
  ])('%s is logged', async when => {
    const here = copy();
    expect((await line('move', here, '--by', 'me', '--says', 'hello', '--at', when)).code).toBe(0);
    const last = logged(here).trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({at: when, says: 'hello'});
  });
});

const LINES: readonly (readonly [name: string, place: string, words: readonly string[]])[] = [
  ['plan', SMALL, ['plan', '--json', '--no-write']],
  ['move', SMALL, ['move', '--json']],
  ['record', EXAMPLE, ['record', '--json']],
  ['impact', EXAMPLE, ['impact', '--json', '--draws', '100']],
];

describe('a case by position', () => {
  test.each(LINES)('is that of --case: parley %s', async (_, place, words) => {
    const [byPosition, byFlag, both] = [
      await line(...words, place),
      await line(...words, '--case', place),
      await line(...words, `${place}/.`, '--case', place),
    ];
    expect(byPosition.code).toBe(0);
    expect(byPosition.out.length).toBeGreaterThan(100);
    expect(byFlag.out).toBe(byPosition.out);
    expect(both.out).toBe(byPosition.out);
  });

  test.each(LINES)('may not be another than that of --case: parley %s', async (_, place, words) => {
    const {out, err, code} = await line(...words, place, '--case', folder);
    expect({out, code}).toEqual({out: '', code: 2});
    expect(err).toContain(`two cases are named, ${place} and --case ${folder}`);
  });

  test('that is no folder is said, and how to make one', async () => {
    const {out, err, code} = await line('plan', join(folder, 'none'), '--no-write');
    expect({out, code}).toEqual({out: '', code: 3});
    expect(err).toMatch(/there is no folder .*none\n.*parley init/);
  });

  test('is the first word of a move, and only if it holds case.yaml', async () => {
    const here = copy();
    expect((await line('move', here, '--by', 'them', 'base=185K', 'bonus=100000')).code).toBe(0);
    expect((await line('move', here)).out).toMatch(
      /\n2026-06-15 {2}them {2}offer {5}base \$185K \+ bonus \$100K\n$/,
    );
    for (const word of [folder, join(folder, 'none')]) {
      const {err, code} = await line('move', word);
      expect(code).toBe(2);
      expect(err).toBe(
        `${word} is no case folder (make one with: parley init ${word}), nor a term such as base=185000\n`,
      );
    }
    expect((await line('move', here, '--by', 'them', 'base=185K', here)).code).toBe(2);
  });

  test.each([
    ['a record.yaml', 'record/record.yaml'],
    ['its folder', 'record'],
    ['a case', '.'],
  ])('of a record may be %s', async (_, path) => {
    const {out, code} = await line('record', join(EXAMPLE, path), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('systems');
  });

  test('may hold record.yaml itself', async () => {
    cpSync(join(EXAMPLE, 'record'), folder, {recursive: true});
    cpSync(join(EXAMPLE, 'case.yaml'), join(folder, 'case.yaml'));
    expect((await line('record', folder, '--json')).code).toBe(0);
  });
});

test('the help of plan says who may see what', async () => {
  const {out} = await line('plan', '--help');
  expect(out).toContain('parley plan examples/millennium-devops');
  expect(out).toMatch(/out\/brief\.html and out\/plan\.json are edition call/);
  expect(out).toMatch(/With --full, what is printed is edition desk/);
});
