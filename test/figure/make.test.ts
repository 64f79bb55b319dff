import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {DISCLOSURES, quantity, strictest, TIERS, weakest} from '../../src/base/index.ts';
import {
  about,
  assumed,
  evaluate,
  formula,
  highOf,
  isFigure,
  isKnown,
  isSecret,
  measured,
  styled,
  tierOf,
  valueOf,
  worked,
  workedAs,
} from '../../src/figure/index.ts';
import {figure, named} from './figures.ts';

const SEALED = {figure: 'sealed', tier: 'guide'} as const;
const EVIDENCE = {tier: 'measured', source: 'the record'} as const;
const ASKED = {
  question: {what: 'uptime'},
  period: {from: '2025-10-01', to: '2026-09-30'},
  sources: ['pager'],
};

describe('a figure that is worked out', () => {
  test('is what its formula makes of its inputs, as firm as the weakest and as secret as the strictest', () => {
    const one = fc.record({
      value: fc.integer({min: 1, max: 1e6}),
      tier: fc.constantFrom(...TIERS),
      disclosure: fc.constantFrom(...DISCLOSURES),
    });
    fc.assert(
      fc.property(one, one, fc.constantFrom('a + b', 'a * b', 'round(a / b, 2)'), (a, b, text) => {
        const inputs = named({a: figure(a.value, '1', a), b: figure(b.value, '1', b)});
        const made = worked(text, inputs);
        expect(made.quantity).toEqual(evaluate(formula(text), inputs));
        expect(made.evidence.tier).toBe(weakest([a.tier, b.tier]));
        expect(made.disclosure).toBe(strictest([a.disclosure, b.disclosure]));
      }),
    );
  });

  test('is told where the case says so', () => {
    const inputs = named({pnl: figure(18_730_000, 'USD/day', {disclosure: 'confidential'})});
    expect(worked('magnitude(pnl)', inputs, {disclosure: 'private'})).toMatchObject({
      disclosure: 'private',
      quantity: quantity(10_000_000, 'USD/day'),
    });
  });

  test('has the source of the input that weakens it', () => {
    const inputs = named({
      base: figure(195_000, 'USD', {tier: 'documented', source: 'a letter'}),
      rate: figure(0.1, '1', {tier: 'guide', source: 'the guide'}),
    });
    expect(worked('base * rate', inputs).evidence).toEqual({tier: 'guide', source: 'the guide'});
  });

  test('is as secret as what was sealed beneath it', () => {
    const made = workedAs(quantity(1), 'a', named({a: SEALED}));
    expect(made).toMatchObject({disclosure: 'confidential', evidence: {tier: 'guide', source: 'arithmetic'}});
  });
});

test('what a record gave is private unless told, what stands in a file public', () => {
  expect(measured(quantity(0.999), ASKED, EVIDENCE).disclosure).toBe('private');
  expect(measured(quantity(0.999), ASKED, EVIDENCE, {disclosure: 'public'}).disclosure).toBe('public');
  expect(figure(1).disclosure).toBe('public');
});

test('a guess says why', () =>
  expect(assumed(quantity(0.05), 'as most do')).toMatchObject({
    figure: 'assumed',
    why: 'as most do',
    evidence: {tier: 'assumed', source: 'as most do'},
  }));

describe('of a figure', () => {
  const range = assumed({low: 175_000, high: 225_000, unit: {USD: 1}}, 'a band');

  test('the ends are told', () => {
    expect([valueOf(range), highOf(range)]).toEqual([175_000, 225_000]);
    expect([valueOf(figure(5)), highOf(figure(5))]).toEqual([5, 5]);
    expect([valueOf(SEALED), highOf(SEALED)]).toEqual([Number.NaN, Number.NaN]);
  });

  test('that is sealed nothing is left but that there is one', () => {
    expect([isKnown(SEALED), isKnown(null), isSecret(SEALED), tierOf(SEALED)]).toEqual([
      false,
      false,
      true,
      'guide',
    ]);
    expect([styled(SEALED, 'short'), about(SEALED, 'base')]).toEqual([SEALED, SEALED]);
  });

  test('style and subject may be others', () => {
    expect(styled(figure(5), 'factor', {digits: 1}).style).toEqual({as: 'factor', digits: 1});
    expect(about(figure(5, '1', {subject: 'pods'}), 'base').subject).toBe('base');
    expect(about(figure(5, '1', {subject: 'pods'}), undefined).subject).toBe('pods');
  });

  test('a file of pictures that is called a figure is none', () =>
    expect([isFigure({figure: 'uptime.svg'}), isFigure(figure(1)), isFigure(SEALED)]).toEqual([
      false,
      true,
      true,
    ]));
});
