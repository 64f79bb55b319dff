import {describe, expect, test} from 'vitest';
import {textOf} from '../../../src/figure/index.ts';
import {adding, briefOf, offer, told} from './desk.ts';

describe('an ask that is met', () => {
  const asks = (offers: Parameters<typeof briefOf>[0]) =>
    briefOf(offers).asks.map(({component, say}) => [component, say === null ? null : textOf(say.text)]);

  test('has nothing to say', () => {
    expect(asks({offers: [adding(offer('firm: 195+60g'), 'onCall', 20)]})).toEqual([
      ['base', null],
      ['bonus', 'I am asking for a guaranteed first-year bonus of $85,000.'],
      ['onCall', null],
      ['milestone', 'I am asking for a completion bonus of $40,000.'],
    ]);
  });

  test('is asked for in no lever', () => {
    const offers = [
      adding(adding(offer('firm: 195+85g'), 'onCall', 20), 'milestone', 40),
      offer('foxglove: 190+80g'),
    ];
    const competing = told({offers}, 'competing');
    expect(competing.ask).toBeNull();
    expect(competing.script).toEqual([]);
    expect(told({offers}, 'on-call').all).not.toContain('on top of base pay');
    const project = told({offers}, 'modernisation');
    expect(project.ask).toBeNull();
    expect(project.all).not.toContain('I am asking');
  });

  test('and what one would come down to is not said beside what one opens with', () => {
    const strategy = 'Anchor at $195K base. Request a $185K base salary.';
    expect(briefOf({strategy, offers: [offer('firm: 170')]}).asks.map(({say}) => say === null)).toEqual([
      false,
      true,
    ]);
  });

  test('leaves the first that is open to be asked', () => {
    const strategy =
      'Anchor at $195K base. Request an on-call premium of $20K a year. Request an on-call premium of $30K a year.';
    const offers = [adding(offer('firm: 180'), 'onCall', 20)];
    expect(told({levers: ['onCall'], strategy, offers}, 'on-call').all).toContain(
      'I am asking for an on-call premium of $30,000 a year',
    );
  });

  test('is not asked for quiet quarters as if it were one more', () => {
    const offers = [adding(offer('firm: 180'), 'onCall', 20)];
    expect(told({levers: ['onCall'], offers}, 'on-call').all).toMatch(
      /I am asking for \$5,000 for each quarter/,
    );
  });
});

describe('a rival’s offer', () => {
  const script = (firm: string, ...rivals: readonly string[]) =>
    told({levers: ['competing'], offers: [offer(firm), ...rivals.map(one => offer(one))]}, 'competing');

  test('is told only as far as it is above the table', () => {
    expect(script('firm: 190+60g', 'foxglove: 190+80g').script[0]).toBe(
      'I hold a written offer from Foxglove: a guaranteed bonus of $80,000.',
    );
    expect(script('firm: 170+90g', 'foxglove: 190+80g').script[0]).toBe(
      'I hold a written offer from Foxglove: $190,000 base.',
    );
  });

  test('that has nothing above it is not named at all', () => {
    const lever = script('firm: 190+80g', 'foxglove: 190+80g');
    expect(lever.all).not.toMatch(/Foxglove|in process/);
    expect(lever.rebuttals[0]?.[1]).toBe(
      'I have quoted no figure of another firm, and what I ask for stands on its own.',
    );
  });

  test('of which nothing is said leaves word of that to the reader', () => {
    expect(script('firm: 190+80g', 'foxglove: 190+80g').strengthen).toEqual([
      'an offer above what the firm has on the table: no part of those you hold is, so they stay unsaid',
    ]);
    expect(script('firm: 195+85g', 'foxglove: 190+80g').rebuttals).toEqual([]);
  });

  test('does not hide another that has', () => {
    const {all} = script('firm: 190+80g', 'foxglove: 185', 'teasel: 192');
    expect(all).toContain('I hold a written offer from Teasel: $192,000 base.');
    expect(all).not.toContain('Foxglove');
  });

  test('is told where the table states none', () => {
    expect(script('firm: 190', 'foxglove: 185+80g').script[0]).toBe(
      'I hold a written offer from Foxglove: a guaranteed bonus of $80,000.',
    );
  });

  test('is told where the table is a secret, which decides nothing', () => {
    const offers = [offer('firm: 200', {disclosure: 'confidential'}), offer('foxglove: 190')];
    expect(told({levers: ['competing'], offers}, 'competing').script[0]).toBe(
      'I hold a written offer from Foxglove: $190,000 base.',
    );
  });

  test('in another currency cannot be held against the table, and is told', () => {
    const rival = offer('foxglove: 150');
    const offers = [
      offer('firm: 190'),
      {...rival, terms: rival.terms.map(term => ({...term, currency: 'GBP' as const}))},
    ];
    expect(told({levers: ['competing'], offers}, 'competing').all).toContain('from Foxglove: £150,000 base.');
  });
});

describe('a lever without words of ours', () => {
  const lever = (words: string, desk: Parameters<typeof told>[0] = {}) =>
    told({...desk, levers: [words]}, 'other');

  test.each([
    '**Korean Market Upside**: "Seoul grows by 40% a year."',
    '**[City/Town] Presence**: "I would move to [City/Town] for $[X]."',
    '**$500M Market**: "The market is large."',
    '**Large Market**: "I would bring you a $6T market."',
  ])('that asks for nothing says nothing: %s', words => {
    const {ask, script, rebuttals} = lever(words);
    expect([ask, script, rebuttals]).toEqual([null, [], []]);
  });

  test('that names a sum asks what it would take', () => {
    const {ask, script, rebuttals} = lever('**What Is Left Behind**: "I ask for a $35K sign-on bonus."');
    expect(ask).toBe('$35,000 in sign-on bonus');
    expect(script).toEqual(['I am asking for $35,000 in sign-on bonus. What would it take to get there?']);
    expect(rebuttals).toHaveLength(3);
  });

  test('asks for no sum whose words do not say what for', () => {
    expect(lever('**Market Rate**: "I ask for $300K in New York."').ask).toBe(null);
  });

  test('never asks for less than the plan does', () => {
    expect(lever('**Market Rate**: "I ask for $190K base salary."').ask).toBe('$195,000 base salary');
  });

  test('does not ask for a sum that the offer has', () => {
    const offers = [adding(offer('firm: 180'), 'signOn', 35)];
    expect(lever('**What Is Left Behind**: "I ask for a $35K sign-on bonus."', {offers}).script).toEqual([]);
  });

  test('that names a part of pay asks for it as the plan does', () => {
    expect(lever('**Bonus Upside in Korea**: "It should grow."').script).toEqual([
      'I am asking for a guaranteed first-year bonus of $85,000. What would it take to get there?',
    ]);
    expect(
      lever('**Bonus Upside in Korea**: "It should grow."', {offers: [offer('firm: 180+90g')]}).script,
    ).toEqual([]);
  });

  test('that names one of which the plan asks nothing asks what room there is', () => {
    const {ask, script} = lever('**Sign-On Bridge**: "It is usual."');
    expect(ask).toBe('room in the sign-on bonus');
    expect(script).toEqual(['What room is there in the sign-on bonus?']);
  });

  test('never prints its title as an ask', () => {
    for (const {ask, title} of briefOf().levers)
      expect(ask === null ? '' : textOf(ask)).not.toBe(textOf(title));
  });
});
