import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {line} from './line.ts';
import {copyOf} from '../desk.ts';

let folder = '';
beforeEach(() => {
  folder = copyOf('test/fixtures/frozen/rival-and-log', {'moves.jsonl': ''});
});

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
    expect(Object.keys(move)).toEqual(['at', 'by', 'kind', 'party', 'terms', 'says', 'undone', 'span']);
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

describe('logging a move', () => {
  const says = async (...words: string[]) => {
    const {err, out, code} = await line('move', folder, '--by', 'them', ...words);
    return {text: `${err}${out}`, code};
  };
  const written = () => readFileSync(join(folder, 'moves.jsonl'), 'utf8');

  test.each([
    [['base=185'], 'base of "185" is 185, not 185 thousand', 'write 185K where thousands are meant'],
    [['base=$185'], 'is 185, not 185 thousand', 'write 185K'],
    [['signOn=25'], 'signOn of "25" is 25, not 25 thousand', 'write 25K'],
    [['base=185.5'], 'is 185.5, not 185.5 thousand', 'write 185.5K where thousands are meant, else 185.50'],
    [['base=200-220'], 'is no pay', 'write 200K where thousands are meant'],
    [['base=Dec 4'], '"Dec 4" is a day, expected an amount of money', '--at'],
    [['base=2026-12-04'], 'is a day', '--at'],
    [['bonus=15%'], '"15%" is a share', 'work it out'],
    [['base=210K/month'], 'says how often beside how much', 'write the amount alone'],
    [['base=130K+'], 'is no exact amount', 'the rest in words'],
    [['base=£195K'], 'is in GBP, but the amounts here are in USD', 'correct the sign'],
    [['base=185K', 'base=190K'], 'base stands here a second time', 'they are not added up'],
    [['base=185K', '--at', '2062-06-11'], '2062-06-11 is after today', 'on its day or later'],
    [['200-220'], '"200-220" does not say what is paid', 'base=185K'],
    [['Dec 4'], '"Dec 4" does not say what is paid', 'base=185K'],
    [['15%'], '"15%" does not say what is paid', 'base=185K'],
  ])('%j is refused with the reason, and nothing is written', async (words, why, hint) => {
    const {text, code} = await says(...words);
    expect(text).toContain(why);
    expect(text).toContain(hint);
    expect(text).not.toMatch(/moves\.jsonl:|the move/);
    expect(code).toBe(2);
    expect(written()).toBe('');
  });

  test('small sums are taken with their cents, and another currency where it is said', async () => {
    expect((await says('milestone=500.00')).code).toBe(0);
    expect((await says('base=£195K', '--currency', 'GBP')).code).toBe(0);
    const {out} = await line('move', folder);
    expect(out).toContain('milestone $500');
    expect(out).toContain('base £195K');
  });

  test('is of the day that the case pins', async () => {
    await says('--says', 'hello');
    expect(JSON.parse(written())).toMatchObject({
      at: /^today: (\S+)$/m.exec(readFileSync(join(folder, 'case.yaml'), 'utf8'))?.[1],
    });
    expect((await says('--at', '2026-06-01T16:30:00-05:00')).code).toBe(0);
  });

  test('prints as JSON where it was logged', async () => {
    const {out} = await line('move', folder, '--by', 'me', '--says', 'x', '--json');
    expect(JSON.parse(out)).toEqual({version: 1, file: join(folder, 'moves.jsonl')});
  });
});

describe('taking back', () => {
  const OFFER = {
    by: 'them',
    kind: 'offer',
    currency: 'USD',
    terms: [{component: 'base', amount: 188_000, per: 'year'}],
  };

  test('takes back the line that was logged last, again the one before, and then no more', async () => {
    log(OFFER, {says: 'an old one', at: '2026-06-01'});
    const before = readFileSync(join(folder, 'moves.jsonl'), 'utf8');
    const first = await line('move', folder, '--undo');
    expect(first.out).toMatch(
      /^2026-06-01 {2}me {4}note {6}an old one {2}\(taken back on 2026-\d\d-\d\d\)\n$/,
    );
    expect(first.code).toBe(0);
    const second = await line('move', folder, '--undo', '--json');
    expect(JSON.parse(second.out)).toMatchObject({
      version: 1,
      undone: {kind: 'offer', undone: expect.any(String) as string},
    });
    const third = await line('move', folder, '--undo');
    expect([third.out, third.code]).toEqual(['', 2]);
    expect(third.err).toContain('no move is left that could be taken back');
    const {out} = await line('move', folder);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(one => /\(taken back on/.test(one)),
    ).toEqual([true, true]);
    expect((await listed()).map(one => (one as unknown as {undone: string}).undone)).not.toContain(null);
    const after = readFileSync(join(folder, 'moves.jsonl'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.trimEnd().split('\n')).toHaveLength(4);
  });

  test('of two equal lines one is taken back', async () => {
    log({says: 'same'}, {says: 'same'});
    await line('move', folder, '--undo');
    const undone = () =>
      listed().then(all => all.map(one => (one as unknown as {undone: string | null}).undone !== null));
    expect(await undone()).toEqual([false, true]);
    await line('move', folder, '--undo');
    expect(await undone()).toEqual([true, true]);
  });

  test('what stands between by another program is not taken back in its place', async () => {
    log({says: 'mine'});
    await line('move', folder, '--undo');
    const [mine = '', undo = ''] = readFileSync(join(folder, 'moves.jsonl'), 'utf8').split('\n');
    writeFileSync(join(folder, 'moves.jsonl'), '');
    log(mine, {says: 'theirs'}, undo, undo);
    const {out, err, code} = await line('move', folder);
    expect(out.split('\n').map(one => one.slice(28))).toEqual([
      'mine  (taken back on 2026-06-15)',
      'theirs',
      '',
    ]);
    expect(err).toMatch(/^moves\.jsonl:4:1 warning idle-undo/);
    expect(code).toBe(0);
  });

  test('a torn line is no move, and does not hinder it', async () => {
    log({says: 'mine'}, '{"at":');
    expect((await line('move', folder, '--undo')).out).toContain('mine');
  });

  test('keeps back what the list keeps back', async () => {
    edit('case.yaml', 'claims:', SECRET_COUNT);
    log({says: 'I run 143 pods'});
    expect((await line('move', folder, '--undo')).out).toContain('I run [kept back] pods');
  });

  test('stands alone', async () => {
    log({says: 'mine'});
    for (const more of [['--by', 'me'], ['base=185K'], ['--says', 'x']]) {
      const {code, err} = await line('move', folder, '--undo', ...more);
      expect([code, err]).toEqual([2, expect.stringContaining('--undo stands alone') as string]);
    }
  });

  test('the plan does not hear of it, nor of a day to come, and hears of the last day', async () => {
    const notice = async (...moves: readonly object[]) => {
      writeFileSync(join(folder, 'moves.jsonl'), '');
      log(...moves);
      const {err, code} = await line('plan', folder, '--no-write');
      return {later: /a later offer of theirs, of (\S+):/.exec(err)?.[1], code};
    };
    const [early, late] = [
      {...OFFER, at: '2026-06-12'},
      {...OFFER, at: '2026-06-13'},
    ];
    expect(await notice(late, early)).toEqual({later: '2026-06-13', code: 0});
    expect(await notice(early, {...OFFER, at: '2062-01-01'})).toEqual({later: '2026-06-12', code: 0});
    await notice(early, late);
    await line('move', folder, '--undo');
    expect((await line('plan', folder, '--no-write')).err).toContain('of 2026-06-12:');
    // One bad line is told, and the plan is made of the others.
    expect(await notice(early, {by: 'nobody'}, late)).toEqual({later: '2026-06-13', code: 3});
  });
});

const TERM = {component: 'base', amount: 188_000, per: 'year'};
