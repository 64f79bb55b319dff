import {appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {line} from './line.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-move-'));
  cpSync('test/fixtures/frozen/rival-and-log', folder, {recursive: true});
  writeFileSync(join(folder, 'moves.jsonl'), '');
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Lines as they stand in moves.jsonl, a text as it is. */
function log(...moves: readonly (object | string)[]): void {
  for (const move of moves)
    appendFileSync(
      join(folder, 'moves.jsonl'),
      `${typeof move === 'string' ? move : JSON.stringify({at: '2026-06-11', by: 'me', kind: 'note', ...move})}\n`,
    );
}

function edit(name: string, from: string, to: string): void {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

interface Listed {
  readonly says: string | null;
  readonly party: string | null;
  readonly terms: readonly {amount: number | null; share: object | null; condition: string | null}[];
}

async function listed(): Promise<readonly Listed[]> {
  const {out} = await line('move', folder, '--json');
  return out
    .trimEnd()
    .split('\n')
    .map(one => JSON.parse(one) as Listed);
}

/** A count that is somebody else's: 143 of it. */
const SECRET_COUNT = `  pods:
    label: what I run
    value: 143
    unit: pod
    evidence: {tier: stated, source: "counted (made up)"}
    disclosure: confidential
claims:`;

describe('the list of moves', () => {
  test('keeps back a confidential number that somebody typed, in text and in JSON', async () => {
    edit('case.yaml', 'claims:', SECRET_COUNT);
    log({says: 'I run 143 pods at $73.5K a month, for 12 minutes'}, {says: 'FY25: 143'});
    const says = ['I run [kept back] pods at $[kept back] a month, for 12 minutes', 'FY25: [kept back]'];
    expect((await listed()).map(one => one.says)).toEqual(says);
    const {out, code} = await line('move', folder);
    expect(out).toBe(says.map(one => `2026-06-11  me    note      ${one}\n`).join(''));
    expect(code).toBe(0);
  });

  const broken = {by: 'nobody', says: 'they run 73,500 too'};
  test.each([
    ['a broken line', broken, 'error', 3],
    ['a torn line', '{"at":"2026-06-10","by":"them","kind":"ans', 'warning', 0],
  ])('lists the good lines beside %s, and keeps back as ever', async (_, bad, severity, ends) => {
    log({says: 'the farm costs 73,500'}, bad, {says: 'goodbye'});
    const {out, err, code} = await line('move', folder);
    expect(out.split('\n').map(one => one.slice(28))).toEqual(['the farm costs [kept back]', 'goodbye', '']);
    expect(err).toMatch(new RegExp(`^moves\\.jsonl:2:\\d+ ${severity} `));
    expect(`${out}${err}`).not.toMatch(/73[.,]?5/);
    expect(code).toBe(ends);
    expect((await listed()).map(({says}) => says)).toEqual(['the farm costs [kept back]', 'goodbye']);
  });

  test('says what is wrong with a line without what the case keeps back', async () => {
    edit('case.yaml', 'neverSay: [current pay]', 'neverSay: [Quillon Labs]');
    log({by: 'Quillon Labs', says: 'x'}, {says: 73_500}, {says: 'hello'});
    const {out, err} = await line('move', folder);
    expect(err).toMatch(/by is "\[kept back\]", expected me or them/);
    expect(`${out}${err}`).not.toMatch(/Quillon|73/);
  });

  test('does not call a log empty that cannot be read', async () => {
    log(broken);
    expect((await line('move', folder)).err).not.toContain('no move is logged yet');
  });

  test('keeps back what the case rules out', async () => {
    edit('case.yaml', 'neverSay: [current pay]', 'neverSay: [on-call, equity, Quillon Labs]');
    log(
      {says: 'Quillon Labs pays for on call, too'},
      {by: 'them', kind: 'offer', currency: 'USD', terms: [TERM, {...TERM, component: 'equity'}]},
      {by: 'them', kind: 'offer', currency: 'USD', party: 'Quillon Labs', terms: [TERM]},
    );
    const [note, ours, theirs] = await listed();
    expect(note?.says).toBe('[kept back] pays for [kept back], too');
    expect(ours?.terms).toMatchObject([{component: 'base', amount: 188_000}]);
    expect(theirs).toMatchObject({party: '[kept back]', terms: []});
  });

  test('keeps back a sum that is ruled out, or a secret of the case', async () => {
    edit('case.yaml', 'neverSay: [current pay]', 'neverSay: ["$201K"]');
    const amounts = [201_000, 163_400, 163_500];
    log(...amounts.map(amount => ({kind: 'ask', currency: 'USD', terms: [{...TERM, amount}]})));
    expect((await listed()).map(({terms}) => terms[0]?.amount)).toEqual([null, null, 163_500]);
  });

  test('keeps back the figures of a confidential term, also where they are typed again, and how long they are', async () => {
    const term = {
      component: 'pnl',
      share: {percent: 7.25, of: 'PnL over 41.5M'},
      per: 'year',
      condition: 'over $41.5M',
      disclosure: 'confidential',
    };
    log(
      {
        kind: 'ask',
        currency: 'USD',
        terms: [term, {...TERM, amount: 41_500_000, disclosure: 'confidential'}],
      },
      {says: 'they heard 7.25% of 41.5 million'},
    );
    const [ask, note] = await listed();
    expect(ask?.terms).toMatchObject([
      {amount: null, share: null, condition: 'over $[kept back]'},
      {amount: null, share: null, disclosure: 'confidential'},
    ]);
    expect(note?.says).toBe('they heard [kept back]% of [kept back]');
    const {out} = await line('move', folder, '--json');
    expect(out).not.toMatch(/"from"|"to"|"places"|7\.25|41/);
  });

  test('prints one document a line under the keys it has always had', async () => {
    log({by: 'them', kind: 'offer', currency: 'USD', terms: [TERM], says: 'a "quoted" word'});
    const {out} = await line('move', folder, '--json');
    const move = JSON.parse(out) as Record<string, unknown> & {terms: readonly object[]};
    expect(Object.keys(move)).toEqual(['at', 'by', 'kind', 'party', 'terms', 'says', 'span']);
    expect(Object.keys(move.terms[0] ?? {})).toEqual([
      'component',
      'amount',
      'currency',
      'per',
      'guaranteed',
      'written',
      'share',
      'condition',
      'evidence',
      'disclosure',
      'span',
    ]);
    expect(Object.keys(move['span'] as object)).toEqual(['file', 'from', 'to', 'line', 'column']);
  });
});

const TERM = {component: 'base', amount: 188_000, per: 'year'};
