import {describe, expect, test} from 'vitest';
import {
  bareCity,
  bareCompany,
  bareCounty,
  bareLegalName,
  conditionIn,
  isBetterLower,
  isForFirstYear,
  numberInWords,
  saysPlainly,
  speaksBeside,
  speaksOf,
  subjectsNamed,
  tradeWordsIn,
  unitBehind,
} from '../../src/english/index.ts';

describe('conditions', () => {
  test.each([
    ['if the role does not include all pods.', 'all pods', 'Does the role include all pods'],
    ["and if it doesn't come with a pager rota", 'a pager rota', 'Does it come with a pager rota'],
    ['If equity is not part of the package', 'equity', 'Is equity part of the package'],
    ['if there is no written bonus', 'written bonus', 'Is there written bonus'],
    ['if they move the desk', null, null],
  ])('%s', (text, what, question) => {
    expect(conditionIn(text).lack).toEqual(what === null ? null : {what, question});
    expect(conditionIn(text).words).not.toMatch(/^if|\.$/i);
  });

  test('are settled by what says all of it, and denies nothing', () => {
    expect(saysPlainly('cross-pod infrastructure', 'infrastructure for the cross-pod role')).toBe(true);
    expect(saysPlainly('no cross-pod infrastructure', 'cross-pod infrastructure')).toBe(false);
    expect(saysPlainly('infrastructure', 'cross-pod infrastructure')).toBe(false);
  });

  test('of the first year say for how long', () => {
    expect(['for the first year only', 'First-year'].map(isForFirstYear)).toEqual([true, true]);
    expect(isForFirstYear('first year reviews')).toBe(false);
  });
});

describe('numbers in words', () => {
  test.each([
    ['never down', 'never', null],
    ['kept seven systems', 'seven', 7],
    ['a hundredfold, and doubled', 'hundredfold', null],
    ['I ran AlphaFold for one team', null, null],
  ])('%s', (text, word, count) => {
    const found = numberInWords(text);
    expect(found === null ? null : text.slice(found.from, found.to)).toBe(word);
    expect(found?.count ?? null).toBe(count);
  });

  test.each([
    ['5|m', 'minute'],
    ['90| s', 'second'],
    ['1|-hour outage', 'hour'],
    ['3| systems', 'system'],
    ['99.9|%', 'percent'],
    ['99|％', 'percent'],
    ['5| per cent', 'percent'],
    ['12| pods', null],
  ])('the unit of %s', (marked, unit) =>
    expect(unitBehind(marked.replace('|', ''), marked.indexOf('|'))).toBe(unit),
  );
});

describe('outages and what guards against them', () => {
  test('speak of a sum that is near', () => {
    const sentence = `I will protect $42M a day${', and so on'.repeat(12)} for $50M.`;
    expect(speaksBeside('guards', sentence, {from: 15, to: 19})).toBe(true);
    expect(speaksBeside('guards', sentence, {from: sentence.length - 5, to: sentence.length - 1})).toBe(
      false,
    );
    expect(speaksOf('outage', 'a failure of the rails')).toBe(true);
  });

  test('and what one wants less of', () => {
    expect(['deployment time', 'infrastructure costs'].map(isBetterLower)).toEqual([true, true]);
    expect(isBetterLower('customer engagement')).toBe(false);
  });
});

test.each([
  ['sign-on bonus', ['signOn']],
  ['on call premium', ['onCall']],
  ['Up-time', ['uptime', 'downMinutes']],
  ['deployment times', ['deploymentTime', 'deploymentChange', 'deploymentsPerWeek']],
  ["today's pay", ['currentPay']],
  ['the equity of others', []],
])('what is ruled out by %s', (words, subjects) => expect(subjectsNamed(words)).toEqual(subjects));

test('words of a trading floor', () => {
  expect([...tradeWordsIn(['Traders wait.', 'Our pods do not.'])]).toEqual(['trading', 'pods']);
  expect([...tradeWordsIn(['A trademark.'])]).toEqual([]);
});

test('bare names', () => {
  expect(['Larkspur internal', 'Larkspur Equiv.', 'Levels'].map(bareCompany)).toEqual([
    'Larkspur',
    'Larkspur',
    'Levels',
  ]);
  expect(bareCity('Greater Leeds Area').trim()).toBe('Leeds');
  expect(['orleans parish', 'kings', 'county'].map(bareCounty)).toEqual(['orleans', 'kings', 'county']);
  expect(['the larkspur holdings l l c', 'two birds and co', 'inc'].map(bareLegalName)).toEqual([
    'larkspur',
    'two birds',
    'inc',
  ]);
});
