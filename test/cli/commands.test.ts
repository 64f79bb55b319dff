import {cpSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {command as guide} from '../../src/cli/commands/guide.ts';
import {command as init} from '../../src/cli/commands/init.ts';
import {command as move} from '../../src/cli/commands/move.ts';
import {command as plan} from '../../src/cli/commands/plan.ts';
import {call, desk} from './desk.ts';
import {temporary} from '../desk.ts';

const EXAMPLE = 'examples/millennium-devops';
const GUIDE = join(EXAMPLE, 'guide.md');
const ROLE = {
  role: 'DevOps Engineer',
  company: 'Millennium Management',
  region: 'New York',
  ask: false,
  json: false,
} as const;

let folder = '';
beforeEach(() => {
  folder = temporary();
});

async function planned(where: string, flags: {json?: boolean; write?: boolean} = {}) {
  const {told, context} = desk();
  await call(plan, context, {case: where, json: false, full: false, write: false, ...flags});
  return told;
}

async function guided(files: readonly string[], flags: Record<string, unknown> = {}) {
  const {told, context} = desk();
  await call(guide, context, {json: false, failOn: 'never', today: '2026-11-22', ...flags}, ...files);
  return told;
}

describe('parley guide', () => {
  test('prints one JSON line a file', async () => {
    const {out, code} = await guided([GUIDE, GUIDE], {json: true});
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as {path: string; company: string; bands: unknown[]});
    expect(lines.map(({path, company, bands}) => [path, company, bands.length])).toEqual([
      [GUIDE, 'Millennium Management', 12],
      [GUIDE, 'Millennium Management', 12],
    ]);
    expect(code).toBe(0);
  });

  test('ends with 1 where a finding is as grave as asked', async () => {
    expect((await guided([GUIDE], {failOn: 'warning'})).code).toBe(1);
    expect((await guided([GUIDE], {failOn: 'error'})).code).toBe(0);
  });

  test.each([
    ['a missing file', 'none.md', undefined, /none\.md:1:1 error missing-file/],
    ['an empty file', 'empty.md', '', /empty\.md:1:1 error empty-file/],
    ['a binary', 'binary.md', '\u0000\u0001', /binary\.md:1:1 error binary-file/],
  ])('refuses %s with 3', async (_, name, text, said) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    const {err, code} = await guided([join(folder, name)]);
    expect(err).toMatch(said);
    expect(code).toBe(3);
  });

  test('a page in another language is no guide, and the others are read', async () => {
    writeFileSync(join(folder, 'fremd.md'), '# Kochbuch\n\nMan nehme 3 Eier und 200 g Mehl.\n');
    const {out, code} = await guided([join(folder, 'fremd.md'), GUIDE], {json: true});
    expect(code).toBe(3);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(out).toContain('not-a-guide');
  });
});

describe('parley init', () => {
  async function made(flags: Record<string, unknown> = {}) {
    const {told, context} = desk();
    await call(init, context, {...ROLE, ...flags}, join(folder, 'case'));
    return told;
  }

  test('makes a case that plans at once', async () => {
    const {code} = await made({
      guide: GUIDE,
      base: '180K',
      bonus: '95K',
      competing: ['Citadel: 210K + 130K'],
    });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'case', 'guide.md'), 'utf8')).toBe(readFileSync(GUIDE, 'utf8'));
    const {out, code: ended} = await planned(join(folder, 'case'));
    expect(ended).toBe(0);
    expect(out).toContain('COUNTER');
    expect(out).toContain('I am in process with another firm.');
    expect(out).not.toContain('I hold a written offer');
  });

  test('needs no flag that has a default', async () => {
    expect(await made()).toMatchObject({code: 0, err: expect.stringContaining('Put the guide at')});
  });

  test('says which answers are missing, with 2', async () => {
    const {told, context} = desk();
    await call(init, context, {ask: true, json: false}, join(folder, 'case'));
    expect(told.err).toMatch(/--role: .*\n--company: .*\n--region: /);
    expect(told.code).toBe(2);
  });

  test('overwrites nothing', async () => {
    await made();
    const before = readFileSync(join(folder, 'case', 'case.yaml'), 'utf8');
    expect(await made({company: 'Citadel'})).toMatchObject({
      code: 3,
      err: expect.stringContaining('exists already'),
    });
    expect(readFileSync(join(folder, 'case', 'case.yaml'), 'utf8')).toBe(before);
  });
});

describe('parley plan', () => {
  beforeEach(() => cpSync(EXAMPLE, folder, {recursive: true, filter: path => !path.includes('/out')}));
  const edit = (name: string, from: string, to: string) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, name), text.replace(from, to));
  };

  test('writes the brief and the plan, and says where', async () => {
    const {err, code} = await planned(folder, {write: true});
    expect(code).toBe(0);
    expect(err).toContain(join(folder, 'out', 'brief.html'));
    expect(readFileSync(join(folder, 'out', 'brief.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(JSON.parse(readFileSync(join(folder, 'out', 'plan.json'), 'utf8'))).toMatchObject({
      version: 1,
      stance: {action: 'counter'},
    });
  });

  test('gives the same bytes twice', async () => {
    const [one, two] = [await planned(folder, {write: true}), await planned(folder, {json: true})];
    expect(readFileSync(join(folder, 'out', 'plan.json'), 'utf8')).toBe(two.out);
    const first = readFileSync(join(folder, 'out', 'brief.html'), 'utf8');
    await planned(folder, {write: true});
    expect(readFileSync(join(folder, 'out', 'brief.html'), 'utf8')).toBe(first);
    expect(one.code).toBe(0);
  });

  test('once Jump is on paper, its figures are spoken', async () => {
    edit('offers/jump.yaml', 'tier: stated', 'tier: documented');
    expect((await planned(folder)).out.replace(/\s+┃?\s*/g, ' ')).toMatch(
      /I hold an offer from Jump Trading: \$200,000\[\d+\] base/,
    );
  });

  test('once the scope is stated, its question is gone', async () => {
    expect((await planned(folder)).out).toMatch(/scope part of the role/);
    edit(
      'offers/millennium.yaml',
      'terms:',
      'scope: [{text: cross-pod infrastructure scope, included: true}]\nterms:',
    );
    edit(
      'offers/citadel.yaml',
      'terms:',
      'scope: [{text: cross-pod infrastructure scope, included: true}]\nterms:',
    );
    edit(
      'offers/jump.yaml',
      'terms:',
      'scope: [{text: cross-pod infrastructure scope, included: false}]\nterms:',
    );
    expect((await planned(folder)).out).not.toMatch(/Is cross-pod infrastructure/);
  });

  test.each([
    [
      'an unknown key',
      'offers/citadel.yaml',
      'currency: USD',
      'curency: USD',
      /offers\/citadel\.yaml:\d+:1 error unknown-key.*curency/,
      /currency/,
    ],
    [
      'a tab',
      'case.yaml',
      'role: DevOps Engineer',
      '\trole: DevOps Engineer',
      /case\.yaml:\d+:1 error tab/,
      /space/,
    ],
    [
      'an impossible date',
      'case.yaml',
      '2026-12-04',
      '2026-02-30',
      /case\.yaml:\d+:\d+ error impossible-date/,
      /2026-02-30/,
    ],
    [
      'negative pay',
      'offers/jump.yaml',
      '200000',
      '-200000',
      /offers\/jump\.yaml:\d+:\d+ error negative-pay/,
      /pay of -200000 is negative/,
    ],
    [
      'an unknown currency',
      'offers/jump.yaml',
      'currency: USD',
      'currency: USDD',
      /offers\/jump\.yaml:\d+:\d+ error unknown-currency/,
      /USD/,
    ],
    [
      'a region that the guide lacks',
      'case.yaml',
      'region: New York',
      'region: Paris',
      /case\.yaml:1:1 error region-not-in-guide/,
      /New York \(HQ\), Miami, London/,
    ],
    [
      'a guide that is missing',
      'case.yaml',
      'guides: [guide.md]',
      'guides: [other.md]',
      /case\.yaml:\d+:\d+ error missing-guide/,
      /other\.md/,
    ],
  ])('answers %s with its place and 3', async (_, file, from, to, place, mend) => {
    edit(file, from, to);
    const {out, err, code} = await planned(folder, {write: true});
    expect(err).toMatch(place);
    expect(err).toMatch(mend);
    expect([out, code]).toEqual(['', 3]);
    expect(statSync(join(folder, 'out'), {throwIfNoEntry: false})).toBeUndefined();
  });

  test('shows the line of an error, and none of the sums beside it', async () => {
    const path = join(folder, 'offers', 'torn.yaml');
    const term = '{component: base, amount: 237500, disclosure: confidential, pre: year}';
    const offer = readFileSync(join(folder, 'offers', 'citadel.yaml'), 'utf8').replace(/terms:[^]*/, '');
    writeFileSync(path, `${offer}terms:\n  - ${term}\n`);
    const {told, context} = desk();
    const flags = {case: folder, json: false, full: false, write: false};
    await call(plan, context, flags);
    expect(told.err).toContain('{component: base, amount: ···, disclosure: confidential, pre: year}');
    expect(told.err).toMatch(/\n +\| +\^{3}\n +to mend it: did you mean per/);
    expect(told.err).not.toContain('237500');
  });

  test('a folder that cannot be written to costs the files, not the plan', async () => {
    writeFileSync(join(folder, 'out'), 'a file where the folder should be');
    const {out, err, code} = await planned(folder, {write: true});
    expect(out).toContain('COUNTER');
    expect(err).toMatch(/error .*out/);
    expect(code).toBe(3);
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file where the folder should be');
  });

  test('another firm’s guide is said', async () => {
    edit('case.yaml', 'company: Millennium Management', 'company: Point72');
    expect((await planned(folder)).err).toContain(
      'the guide is on Millennium Management, the case on Point72',
    );
  });
});

describe('parley move', () => {
  beforeEach(() => cpSync(EXAMPLE, folder, {recursive: true, filter: path => !path.includes('/out')}));
  const moved = async (flags: Record<string, unknown>, ...terms: string[]) => {
    const {told, context} = desk();
    await call(move, context, {case: folder, json: false, ...flags}, ...terms);
    return told;
  };

  test('logs a move, and lists it', async () => {
    expect((await moved({by: 'them', says: 'we can go to 185'}, 'base=185K', 'bonus=100000')).code).toBe(0);
    await moved({by: 'me', kind: 'question', says: 'is the bonus guaranteed?'});
    expect((await moved({})).out.trimEnd().split('\n')).toEqual([
      '2026-11-22  them  offer     base $185K + bonus $100K  we can go to 185',
      '2026-11-22  me    question  is the bonus guaranteed?',
    ]);
  });

  test.each([['base'], ['base='], ['base=1=2']])('refuses the term %s with 2', async term => {
    expect((await moved({by: 'them'}, term)).code).toBe(2);
  });

  test('refuses a component that is none, and leaves the log as it was', async () => {
    await moved({by: 'them'}, 'base=185K');
    const before = readFileSync(join(folder, 'moves.jsonl'), 'utf8');
    const {code, err} = await moved({by: 'them'}, 'bonsu=1K');
    expect(code).toBe(2);
    expect(err).toContain('bonsu');
    expect(readFileSync(join(folder, 'moves.jsonl'), 'utf8')).toBe(before);
  });
});
