import {describe, expect, test} from 'vitest';
import {type Guide, guideJson, readGuide, slotsWithin} from '../../src/guide/index.ts';
import {LAYOUTS, madeUp} from './made-up.ts';

/** The slots of a strategy that says `words`, each as `text: asks low-high currency choice|choice`. */
function slots(words: string): string[] {
  const {guide} = readGuide('g.md', madeUp({strategy: `> **Negotiate Up Strategy:** ${words}`, levers: ''}));
  return (guide?.strategy?.slots ?? []).map(({text, asks, choices, currency, low, high}) =>
    [`${text}:`, asks, low === null ? '' : `${low}-${high}`, currency ?? '', choices.join('|')]
      .filter(part => part !== '')
      .join(' '),
  );
}

test.each([
  ['Ask for $[X] base.', ['$[X]: money USD']],
  [
    'Ask for $[190K] base and $[20K-30K] more.',
    ['$[190K]: money 190000-190000 USD', '$[20K-30K]: money 20000-30000 USD'],
  ],
  ['Ask for $[150-172]K base.', ['$[150-172]K: money 150000-172000 USD']],
  ['They pay $[Y+60K] elsewhere.', ['$[Y+60K]: money USD']],
  ['Ask for SGD [X] base, then £[target].', ['SGD [X]: money SGD', '£[target]: money GBP']],
  ['Ask for $[40K-90K over 4 years] in grants.', ['$[40K-90K over 4 years]: money 40000-90000 USD']],
  [
    'I have offers from [Foxglove/Teasel] at $[X].',
    ['[Foxglove/Teasel]: company Foxglove|Teasel', '$[X]: money USD'],
  ],
  [
    'Offers: [Foxglove at $260K TC / Teasel at $255K TC].',
    ['[Foxglove at $260K TC / Teasel at $255K TC]: company Foxglove at $260K TC|Teasel at $255K TC'],
  ],
  ['I was at [previous company] for [X years].', ['[previous company]: company', '[X years]: years']],
  ['I have [X] years of it.', ['[X]: years']],
  ['This is an L[3/4] role, or [Senior/Staff].', ['L[3/4]: level 3|4', '[Senior/Staff]: level Senior|Staff']],
  ['I know [Adyen/Checkout.com].', ['[Adyen/Checkout.com]: text Adyen|Checkout.com']],
  ['I know [Terraform/Spark].', ['[Terraform/Spark]: text Terraform|Spark']],
  ['I lifted it by [X]%.', ['[X]%: text']],
])('%s', (words, found) => {
  expect(slots(words)).toEqual(found);
});

test.each([
  'Pay is high [1], and [2, 3] agree.',
  'Pay is high [Source: the Gazette, 2025].',
  'Pay is high [the Gazette](https://gazette.example/pay).',
  'Pay is high [gazette.com, 2025].',
])('no slot: %s', words => {
  expect(slots(words)).toEqual([]);
});

test('a checkbox is no slot, an X to fill in is one', () => {
  const {guide} = readGuide(
    'g.md',
    madeUp({narrative: '#### Steps\n\n- [ ] Ask.\n- [x] Wait.\n- Say [X] first.'}),
  );
  expect(guide?.slots.map(({text}) => text)).toEqual(['[X]']);
});

describe('where slots stand', () => {
  const {guide, findings} = readGuide('g.md', LAYOUTS['one-pager'] as string);
  const read = guide as Guide;
  test('each is with its lever or with the strategy, and all are on the guide in reading order', () => {
    expect(read.levers.map(lever => lever.slots.map(({text}) => text))).toEqual([['$[20K-30K]'], []]);
    expect(read.strategy?.slots).toHaveLength(1);
    expect(read.slots).toEqual([...(read.levers[0]?.slots ?? []), ...(read.strategy?.slots ?? [])]);
  });
  test('the span is of the bracket and what is joined to it', () => {
    for (const {text, span} of read.slots)
      expect((LAYOUTS['one-pager'] as string).slice(span.from, span.to)).toBe(text);
  });
  test('those of a sentence are told apart', () => {
    const sentence = read.levers[0]?.passage.sentences[0];
    expect(sentence === undefined ? [] : slotsWithin(read.slots, sentence.span)).toHaveLength(1);
    expect(slotsWithin(read.slots, {from: 0, to: 10})).toEqual([]);
  });
  test('they are in the JSON', () => {
    const json = guideJson({guide, findings}, 'g.md');
    expect(json.slots[0]).toMatchObject({
      text: '$[20K-30K]',
      asks: 'money',
      currency: 'USD',
      low: 20_000,
      high: 30_000,
    });
  });
});
