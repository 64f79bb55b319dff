import {describe, expect, test} from 'vitest';
import {
  askIn,
  isEscalating,
  isShareOfAll,
  namesPart,
  partIn,
  partOfTitle,
  requestedIn,
  sharedPnl,
} from '../../src/english/index.ts';

/** What a sentence asks for with its sum in brackets: "ask for a [$20K] premium". */
function asked(marked: string) {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  return askIn(marked.replace(/[[\]]/g, ''), {from, to});
}

describe('what is asked with a sum', () => {
  test.each([
    ['Ask for a [$20K] premium for the pager, with a base of $190K.', true, 'onCall', null],
    ['The rails earn [$20K] a day, and they ask for no thanks.', false, null, null],
    [
      "I'd like [$35K] in sign-on if the stock of 1.5 years is lost; no more.",
      true,
      'signOn',
      'if the stock of 1.5 years is lost',
    ],
    ['Request [$40K] when the migration is done.', true, null, 'when the migration is done'],
    ['My walk-away floor: [$280K].', true, null, null],
  ])('%s', (marked, isAsked, part, condition) =>
    expect(asked(marked)).toEqual({asked: isAsked, part, condition}),
  );

  test.each([
    ['Push for uptime-linked escalators.', 'uptime-linked escalators'],
    ['Also request a relocation package;', 'relocation package'],
    ['Negotiate the signing bonus', 'signing bonus'],
    ['Negotiate accordingly.', 'Negotiate accordingly'],
    ['The bonus is discretionary.', 'The bonus is discretionary'],
  ])('what is requested: %s', (sentence, what) => expect(requestedIn(sentence)).toBe(what));

  test('what climbs', () => {
    expect(isEscalating('uptime-linked kickers')).toBe(true);
    expect(isEscalating('a title')).toBe(false);
  });
});

describe('parts of pay', () => {
  test.each([
    ['an on-call bonus', 'onCall'],
    ['a completion bonus', 'milestone'],
    ['the retention bonus', 'other'],
    ['management-tier bonuses', 'bonus'],
    ['scope-based adoption of designing', null],
    ['P&L participation', 'pnl'],
    ['base salary', 'base'],
  ])('%s', (words, part) => expect(partIn(words)).toBe(part));

  test.each([
    ['Stock Option Grants', 'equity'],
    ['Stock Exchange Latency', null],
    ['Relocation Bonus', null],
    ['Sign-On / Base Salary', 'signOn'],
    ['Knowledge Base Costs', null],
    ['Move the Base', 'base'],
  ])('of a title: %s', (title, part) => expect(partOfTitle(title)).toBe(part));

  test('beside a sum, as against what else is there', () => {
    expect(['completion bonus', 'annual stipend', 'stock'].map(namesPart)).toEqual([true, true, true]);
    expect(['modernization project', 'trading volume'].map(namesPart)).toEqual([false, false]);
  });
});

test('shares of what everybody earns, or of what one pod does', () => {
  const sentence = 'I ask for 2.5% of the PnL of all pods.';
  expect(isShareOfAll(sentence, {from: 10, to: 14}, null)).toBe(true);
  expect(isShareOfAll('I cut costs by 10% across all pods.', {from: 15, to: 18}, null)).toBe(false);
  expect(['P&L of the firm', 'profit of my own book', 'base'].map(sharedPnl)).toEqual(['all', 'one', null]);
});
