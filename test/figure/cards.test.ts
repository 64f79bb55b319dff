import {expect, describe, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {
  asQuantity,
  assumed,
  estimated,
  type Figure,
  jsonOf,
  matcherOf,
  measured,
  named as firm,
  say,
  seal,
  worked,
} from '../../src/figure/index.ts';
import {figure, named, secret} from './figures.ts';

const ASK = figure(195_000, 'USD/year', {style: {as: 'short'}, subject: 'base'});
const SEALED = {figure: 'sealed', tier: 'stated'} as const;
const CALL = {
  edition: 'call',
  ruledOut: matcherOf([]),
  secrets: [],
  guarded: new Map<string, ReadonlySet<number>>(),
} as const;

test('a report is told in plain values, with the card of each figure where it stands', () => {
  const {json, figures} = jsonOf({
    asks: [
      {
        amount: ASK,
        pods: figure(50, 'pod'),
        why: [say`${figure(50, 'pod')} at ${firm('Jump')}, then ${ASK}`],
      },
    ],
    day: '2026-12-04',
    none: null,
    count: 3,
  });
  expect(json).toEqual({
    asks: [{amount: {amount: 195_000, currency: 'USD'}, pods: 50, why: ['50 pods at Jump, then $195K']}],
    day: '2026-12-04',
    none: null,
    count: 3,
  });
  expect(Object.keys(figures)).toEqual([
    '/asks/0/amount',
    '/asks/0/pods',
    '/asks/0/why/0#0',
    '/asks/0/why/0#1',
  ]);
  expect(figures['/asks/0/why/0#1']).toEqual(figures['/asks/0/amount']);
});

test.each([
  [{'a/b': ASK}, '/a~1b'],
  [{'a~b': {'~/': [ASK]}}, '/a~0b/~0~1/0'],
  [{'': ASK}, '/'],
  [ASK, ''],
  [say`${ASK}`, '#0'],
])('%o has its card under %s', (report, pointer) =>
  expect(Object.keys(jsonOf(report).figures)).toEqual([pointer]),
);

describe('a number is told', () => {
  const band = assumed({low: 175_000, high: 225_000, unit: {USD: 1, year: -1}}, 'a band');

  test.each([
    [ASK, {amount: 195_000, currency: 'USD'}],
    [band, {low: 175_000, high: 225_000, currency: 'USD'}],
    [assumed({low: 1, high: 2, unit: {pod: 1}}, 'x'), {low: 1, high: 2}],
    [figure(2_000, 'USD/pod/minute'), 2_000],
    [figure(3, 'pod/USD'), 3],
    [figure(0.9998), 0.9998],
    [SEALED, null],
    [asQuantity(ASK), {value: 195_000, unit: {USD: 1, year: -1}}],
    [asQuantity(SEALED), null],
  ])('%o as %o', (of, json) => expect(jsonOf({of}).json).toEqual({of: json}));
});

/** The card that a report has for a figure of it. */
function cardOf(of: Figure) {
  return jsonOf({of}).figures['/of'];
}

describe('a card says', () => {
  test('what is shown, what it is about and where it stands', () =>
    expect(cardOf(ASK)).toEqual({
      shown: '$195K',
      kind: 'read',
      tier: 'stated',
      disclosure: 'public',
      subject: 'base',
      source: {file: 'letter.md', line: 2, column: 5},
    }));

  test('what was asked of the record, and when', () => {
    const period = {from: '2025-10-01', to: '2026-09-30'};
    const interval = {low: 0.999, high: 0.9999, level: 0.95};
    const question = {what: 'uptime'};
    const of = measured(
      quantity(0.9998),
      {question, period, sources: ['x']},
      {tier: 'measured', source: 'x'},
      {interval},
    );
    expect(cardOf(of)).toMatchObject({interval, source: {record: 'x', question, ...period}});
  });

  test('what gave an estimate, and why a guess is made', () => {
    const how = {procedure: 'bootstrap', seed: 7, inputs: named({a: SEALED})};
    expect(cardOf(estimated(quantity(1), how, {tier: 'measured', source: 'x'}))).toMatchObject({
      source: {procedure: 'bootstrap', seed: 7},
      inputs: [{name: 'a', label: 'the a', sealed: true, tier: 'stated'}],
    });
    expect(cardOf(assumed(quantity(1), 'as most do'))).toMatchObject({source: {why: 'as most do'}});
  });

  test('how it was worked out where nothing beneath is kept back', () => {
    const open = worked('a * 2', named({a: figure(1)}));
    expect(cardOf(open)).toMatchObject({formula: 'a * 2', inputs: [{name: 'a', shown: '1', kind: 'read'}]});
    const round = seal(worked('magnitude(a)', named({a: secret(143)}), {disclosure: 'private'}), CALL);
    expect(cardOf(round)).not.toHaveProperty('formula');
    expect(cardOf(round)).toMatchObject({shown: '100', inputs: [{sealed: true, tier: 'stated'}]});
  });

  test('of a sealed figure nothing but its tier', () => {
    expect(cardOf(SEALED)).toEqual({sealed: true, tier: 'stated'});
    expect(jsonOf({of: say`we made ${SEALED}`})).toEqual({
      json: {of: 'we made [kept back]'},
      figures: {'/of#0': {sealed: true, tier: 'stated'}},
    });
  });
});
