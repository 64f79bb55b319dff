import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {
  assumed,
  estimated,
  figuresOf,
  type Figure,
  matcherOf,
  measured,
  noteOf,
  seal,
  textOf,
  worked,
  workedAs,
} from '../../src/figure/index.ts';
import {figure, named, secret} from './figures.ts';

const told = (of: Figure) => {
  const note = noteOf(of);
  return note === null ? null : textOf(note.text);
};
const key = (of: Figure) => noteOf(of)?.key;
const PERIOD = {from: '2025-10-01', to: '2026-09-30'};
const asked = {question: {what: 'uptime'}, period: PERIOD, sources: ['pager']};
const record = (source: string, more = {}) =>
  measured(quantity(0.9998), {...asked, ...more}, {tier: 'measured', source});

describe('a note tells', () => {
  test('whose a read figure is, and where it stands', () => {
    const note = noteOf(figure(195_000, 'USD', {source: 'a letter of 4 December'}));
    expect(note).toMatchObject({tier: 'stated', where: {file: 'letter.md', line: 2}});
    expect(told(figure(195_000, 'USD', {source: 'a letter of 4 December'}))).toBe('a letter of 4 December');
  });

  test('no place twice', () => expect(told(figure(1, '1', {source: 'letter.md'}))).toBe(''));

  test('when a record was asked', () => {
    expect(told(record('the record'))).toBe('the record, 2025-10-01 to 2026-09-30');
    expect(told(record('the record, 2025-10-01 to 2026-09-30'))).toBe('the record, 2025-10-01 to 2026-09-30');
  });

  test('how a figure was worked out, its constants too', () => {
    const inputs = named({monthly: figure(1500, 'USD/month'), rate: figure(0.5)});
    const made = worked('rate * (monthly + monthly) * 12[month/year]', inputs);
    expect(told(made)).toBe('worked out: 0.5 × ($1,500 per month + $1,500 per month) × 12 months per year');
    expect(figuresOf(noteOf(made)?.text ?? {prose: []})).toHaveLength(3);
    expect(told(workedAs(quantity(2), 'sum', []))).toBe('worked out');
  });

  test('which procedure gave an estimate, and why a guess is made', () => {
    const how = {procedure: 'bootstrap', seed: 7, inputs: []};
    expect(told(estimated(quantity(2), how, {tier: 'measured', source: 'the record'}))).toBe(
      'bootstrap, the record',
    );
    expect(told(assumed(quantity(2), 'as most do'))).toBe('as most do');
  });

  test('that there is more than may be told, and of a sealed figure nothing', () => {
    const inputs = named({pnl: secret(18_730_000, 'USD'), days: figure(252)});
    const rules = {
      edition: 'call',
      ruledOut: matcherOf([]),
      secrets: [],
      guarded: new Map<string, ReadonlySet<number>>(),
    } as const;
    const round = seal(worked('magnitude(pnl / days)', inputs, {disclosure: 'private'}), rules);
    expect(told(round)).toBe('worked out from what is kept back');
    expect(noteOf({figure: 'sealed', tier: 'stated'})).toBeNull();
  });

  test('the place of read figures alone', () => {
    const made = worked('a', named({a: figure(1)}));
    expect([made, record('x'), assumed(quantity(1), 'x')].map(of => noteOf(of)?.where)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('figures share a note', () => {
  const a = figure(1);
  const b = figure(2, '1', {file: 'offer.yaml'});

  test.each<[string, Figure, Figure, boolean]>([
    ['of one place', a, figure(7), true],
    ['of two places', a, b, false],
    ['of one place and two sources', a, figure(7, '1', {source: 'a call'}), false],
    ['of one place and two tiers', a, figure(7, '1', {tier: 'guide'}), false],
    ['of one question', record('x'), record('x'), true],
    ['of two periods', record('x'), record('x', {period: {...PERIOD, to: '2026-10-31'}}), false],
    ['worked out alike', worked('a * 2', named({a})), worked('a * 2', named({a})), true],
    ['worked out otherwise', worked('a * 2', named({a})), worked('a * 3', named({a})), false],
    ['worked out from others', worked('a * 2', named({a})), worked('a * 2', named({a: b})), false],
    [
      'worked out from what is kept back',
      workedAs(quantity(1), 'a', named({a: {figure: 'sealed', tier: 'stated'}})),
      workedAs(quantity(2), 'a * 2', named({a: {figure: 'sealed', tier: 'stated'}})),
      true,
    ],
  ])('%s', (_, one, other, shared) => expect(key(one) === key(other)).toBe(shared));
});
