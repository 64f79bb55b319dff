import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {type Fact, ledger, type OwnClaim, sealedPictures} from '../../src/claims/index.ts';
import type {Picture, TimelinePicture, WeeksPicture} from '../../src/impact/index.ts';

const span = {file: 'case.yaml', from: 0, to: 4, line: 1, column: 1};

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

function fact(name: string, picture: Picture, more: Partial<Fact> = {}): Fact {
  return {
    name,
    label: name,
    quantity: quantity(12, 'minute'),
    share: false,
    evidence: {tier: 'measured', source: 'record/record.yaml'},
    disclosure: 'private',
    span,
    picture,
    ...more,
  };
}

function pictures(
  facts: readonly Fact[],
  kept: {secrets?: readonly number[]; neverSay?: readonly string[]; claims?: readonly OwnClaim[]} = {},
) {
  const {secrets = [], neverSay = [], claims = []} = kept;
  const sealed = ledger({
    guide: null,
    facts,
    claims,
    rules: {confidential: {as: 'round'}, facts: {}},
    secrets,
  });
  return sealedPictures(facts, sealed, {secrets, neverSay});
}

const own = (id: string, formula: string): OwnClaim => ({id, says: 'sooner', formula, stated: null, span});

describe('the pictures of a ledger', () => {
  test('are those of facts that may be told', () => {
    expect(pictures([fact('up', timeline)])).toEqual([{claims: ['fact-up'], picture: timeline}]);
  });

  test('hold none of a confidential fact, though a rule may let it be told roundly', () => {
    expect(pictures([fact('up', timeline, {disclosure: 'confidential'})])).toEqual([]);
  });

  test.each([
    ['a day', 6.5],
    ['a sum of days', 17.5],
    ['the longest outage', 11],
  ])('hold none in which %s is a confidential figure', (_, secret) => {
    expect(pictures([fact('up', timeline)], {secrets: [secret]})).toEqual([]);
    expect(pictures([fact('up', timeline)], {secrets: [secret + 0.1]})).toHaveLength(1);
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
    const secret = fact('after', weeks('2025-07-01', '2025-09-30', 15), {disclosure: 'confidential'});
    expect(pictures([before, secret], {claims: [own('cut', '1 - after / before')]})).toEqual([]);
  });

  test('are none beside a change that has all their weeks', () => {
    const change: Picture = {
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
