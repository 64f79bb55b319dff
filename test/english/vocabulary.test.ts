import {describe, expect, test} from 'vitest';
import {tokensOf, wordAt} from '../../src/english/tokens.ts';
import {Vocabulary} from '../../src/english/vocabulary.ts';

const words = (text: string) => {
  const tokens = tokensOf(text);
  return Array.from({length: tokens.count}, (_, at) => wordAt(tokens, at)).join('·');
};

describe('tokens', () => {
  test.each([
    ['Accept-at floor: £90K / $112K (SF)', 'Accept·at·floor·:·£90K·/·$112K·(·SF·)'],
    ['Osprey’s sign-on, I’d say: $[185-200]K', 'Osprey·’s·sign·on·,·I’d·say·:·$[185-200]K'],
    ['São Paulo at R$5,000–R$6,000 for L5/E5', 'São·Paulo·at·R$5,000–R$6,000·for·L5·/·E5'],
    ["“24/7” — Databricks' U.S. office", "“·24·/·7·”·—·Databricks·'·U.S·.·office"],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected));
});

describe('a vocabulary', () => {
  const acts = new Vocabulary<string>([
    ['accept', 'accept at (floor)|(do) not accept (anything) below/under|accept #'],
    ['open', "open/start at/with|i'd like|^ push for|target~"],
  ]);
  const told = (text: string) => {
    const tokens = tokensOf(text);
    return acts
      .all(tokens)
      .map(({sense, from, to}) => `${sense}: ${text.slice(tokens.starts[from], tokens.ends[to - 1])}`);
  };

  test('the longest phrase wins, in any capitals, across hyphens', () =>
    expect(told('Accept-at floor: $90K. Do not accept anything below $80K.')).toEqual([
      'accept: Accept-at floor',
      'accept: Do not accept anything below',
    ]));
  test('stems, amounts and openings of a sentence', () =>
    expect(told('Targeting $90K, accept $80K, then push for more. "Push for it."')).toEqual([
      'open: Targeting',
      'accept: accept $80K',
      'open: Push for',
    ]));
  test('a curled apostrophe is one', () => expect(told('I’d like it')).toEqual(['open: I’d like']));
});
