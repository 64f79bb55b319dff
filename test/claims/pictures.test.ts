import {describe, expect, test} from 'vitest';
import type {Disclosure} from '../../src/base/index.ts';
import {type Fact, type OwnClaim, sealedPictures} from '../../src/claims/index.ts';
import type {PictureValues, TimelinePicture, WeeksPicture} from '../../src/impact/index.ts';
import {claimed, ledgerOf, stated} from './facts.ts';

const timeline: TimelinePicture = {
  kind: 'timeline',
  from: '2025-01-01',
  to: '2025-12-31',
  hours: 'XNYS sessions',
  sessions: 250,
  longest: 390,
  since: null,
  systems: [
    {
      name: 'Router',
      outages: 2,
      longest: 11,
      days: [
        {day: '2025-03-03', down: 11, degraded: 0, unknown: 0},
        {day: '2025-06-03', down: 6.5, degraded: 0, unknown: 0},
      ],
    },
    {name: 'Feed of Acme', outages: 0, longest: 0, days: []},
  ],
};

const weeks = (from: string, to: string, minutes: number): WeeksPicture => ({
  kind: 'weeks',
  what: 'run',
  at: 'median',
  from,
  to,
  minutes,
  n: 30,
  weeks: [{day: from, minutes}],
});

function fact(name: string, picture: PictureValues, disclosure: Disclosure = 'private'): Fact {
  return {...stated(name, 12, 'minute', {disclosure}), picture};
}

/** A fact without a picture, whose figure is a secret. */
const secret = (value: number) => stated('kept', value, 'minute', {disclosure: 'confidential'});

function pictures(
  facts: readonly Fact[],
  {neverSay = [], claims = []}: {neverSay?: readonly string[]; claims?: readonly OwnClaim[]} = {},
) {
  const rules = {confidential: {as: 'round'}, facts: {}} as const;
  return sealedPictures(facts, ledgerOf(facts, {claims, rules}), neverSay);
}

const own = (id: string, formula: string): OwnClaim => claimed('sooner', formula, null, id);

describe('the pictures of a ledger', () => {
  test('are those of facts that may be told', () => {
    const up = fact('up', timeline);
    expect(pictures([up])).toEqual([{claims: ['fact-up'], depicts: up.figure, picture: timeline}]);
  });

  test('hold none of a confidential fact, though a rule may let it be told roundly', () => {
    expect(pictures([fact('up', timeline, 'confidential')])).toEqual([]);
  });

  test.each([
    ['a day', 6.5],
    ['a sum of days', 17.5],
    ['the longest outage', 11],
  ])('hold none in which %s is a confidential figure', (_, value) => {
    expect(pictures([fact('up', timeline), secret(value)])).toEqual([]);
    expect(pictures([fact('up', timeline), secret(value + 0.1)])).toHaveLength(1);
  });

  test.each([
    [['acme'], ['Router', 'system 2']],
    [['the Router'], ['system 1', 'Feed of Acme']],
    [['current pay'], ['Router', 'Feed of Acme']],
    [[' '], ['Router', 'Feed of Acme']],
  ])('name no system that the case rules out: %j', (neverSay, names) => {
    const [one] = pictures([fact('up', timeline)], {neverSay});
    expect(one?.picture.kind === 'timeline' && one.picture.systems.map(({name}) => name)).toEqual(names);
  });
});

describe('two stretches of weeks', () => {
  const before = fact('before', weeks('2025-01-01', '2025-03-31', 240));
  const after = fact('after', weeks('2025-07-01', '2025-09-30', 15));

  test('are one picture where a claim holds them against each other, however often', () => {
    const claims = [own('cut', '1 - after / before'), own('saved', 'before - after')];
    const found = pictures([after, before], {claims});
    expect(found).toHaveLength(1);
    expect(found[0]?.claims.toSorted()).toEqual(['cut', 'fact-after', 'fact-before', 'saved']);
    expect(found[0]?.picture).toMatchObject({
      kind: 'change',
      day: null,
      before: {minutes: 240},
      after: {minutes: 15},
    });
  });

  test('are none alone, nor where one of them is confidential', () => {
    expect(pictures([before, after])).toEqual([]);
    const secret = fact('after', weeks('2025-07-01', '2025-09-30', 15), 'confidential');
    expect(pictures([before, secret], {claims: [own('cut', '1 - after / before')]})).toEqual([]);
  });

  test('are none beside a change that has all their weeks', () => {
    const change: PictureValues = {
      kind: 'change',
      what: 'run',
      at: 'median',
      day: '2025-05-01',
      weeks: [],
      control: [],
      before: {from: '2025-01-01', to: '2025-04-30', minutes: 240, n: 40},
      after: {from: '2025-05-01', to: '2025-12-31', minutes: 15, n: 90},
      shift: null,
      fitted: null,
    };
    const claims = [own('cut', '1 - after / before')];
    const found = pictures([before, fact('change', change), after], {claims});
    expect(found.map(one => one.claims)).toEqual([['fact-change']]);
    const short = {...change, after: {from: '2025-05-01', to: '2025-08-31', minutes: 15, n: 90}};
    expect(pictures([before, fact('change', short), after], {claims})).toHaveLength(2);
  });

  test('are none where they overlap', () => {
    const late = fact('after', weeks('2025-03-01', '2025-09-30', 15));
    expect(pictures([before, late], {claims: [own('cut', '1 - after / before')]})).toEqual([]);
  });
});
