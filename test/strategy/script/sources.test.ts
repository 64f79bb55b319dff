import {describe, expect, test} from 'vitest';
import {
  figuresOf,
  isKnown,
  isSecret,
  matcherOf,
  type Prose,
  type SealRules,
  seal,
  textOf,
} from '../../../src/figure/index.ts';
import {isProse} from '../../../src/figure/prose.ts';
import type {Brief} from '../../../src/strategy/index.ts';
import {ruledOut} from '../../../src/strategy/sealing.ts';
import {briefOf, offer, share, stated} from './desk.ts';

const FACTS = [
  share('uptime', 0.9998, 'uptime', {interval: {low: 0.999, high: 0.9999, level: 0.95}}),
  share('quiet', 0.75, 'quietQuarters'),
  share('secret', 0.876543, 'lost', {disclosure: 'confidential'}),
  stated('pods', 17, 'pods', {disclosure: 'confidential'}),
  stated('garden', 0.5, undefined),
];
const OFFERS = [
  offer('firm: 183+61g', {disclosure: 'confidential'}),
  offer('foxglove: 191+81g'),
  offer('teasel: 193', {disclosure: 'confidential'}),
];
const BRIEFS: readonly (readonly [string, Brief])[] = [
  [
    'without a secret',
    briefOf({facts: FACTS.slice(0, 2), offers: [offer('firm: 180+60g'), offer('foxglove: 190+80g')]}),
  ],
  ['with secrets', briefOf({facts: FACTS, offers: OFFERS, neverSay: ['current pay', '$77K']})],
  ['of nothing', briefOf({offers: []})],
];

/** Every text of a report. */
function textsIn(value: unknown): readonly Prose[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isProse(value)) return [value];
  return Object.values(value).flatMap(textsIn);
}

/** All that a script says aloud. */
function spokenIn({asks, levers}: Brief): readonly Prose[] {
  return [
    ...asks.flatMap(({say}) => (say === null ? [] : [say.text])),
    ...levers.flatMap(({ask, script, rebuttals}) => [
      ...(ask === null ? [] : [ask]),
      ...script.map(one => one.text),
      ...rebuttals.flatMap(({they, you}) => [they, you.text]),
    ]),
  ];
}

describe.each(BRIEFS)('a brief %s', (_, brief) => {
  test('has no digit in words of ours', () => {
    const words = textsIn(brief).flatMap(({prose}) => prose.filter(part => typeof part === 'string'));
    expect(words.filter(word => /\p{N}/u.test(word.replaceAll('24/7', '')))).toEqual([]);
  });

  test('speaks no confidential figure', () => {
    const figures = spokenIn(brief).flatMap(figuresOf);
    expect(figures.length).toBeGreaterThan(3);
    expect(figures.filter(isSecret)).toEqual([]);
  });

  test('speaks nothing that stands on a guess or on a word', () => {
    const weak = spokenIn(brief)
      .flatMap(figuresOf)
      .filter(figure => isKnown(figure) && ['stated', 'assumed'].includes(figure.evidence.tier));
    expect(weak).toEqual([]);
  });

  test('has every sentence stand or fall with what it speaks of', () => {
    const says = [
      ...brief.asks.flatMap(({say}) => say ?? []),
      ...brief.levers.flatMap(({script, rebuttals}) => [...script, ...rebuttals.map(({you}) => you)]),
    ];
    expect(says.filter(({text}) => text.head !== true)).toEqual([]);
  });
});

test('no secret is told in any text of a script, by its figure or by its digits', () => {
  const brief = briefOf({facts: FACTS, offers: OFFERS});
  expect(spokenIn(brief).map(textOf).join('\n')).not.toMatch(/87\.65|183,000|61,000|193|\b17\b|Teasel/);
});

describe('a brief that is sealed', () => {
  const rules = (edition: SealRules['edition'], ...words: readonly string[]): SealRules => ({
    edition,
    ruledOut: matcherOf(words.map(ruledOut)),
    secrets: [],
    guarded: new Map(),
  });
  const brief = briefOf({
    facts: FACTS,
    offers: [offer('firm: 180+60g'), offer('foxglove: 190+80g')],
    neverSay: ['Foxglove', 'NYSE'],
  });
  const lever = ({levers}: Brief, kind: string) => levers.find(one => one.kind === kind);

  test('loses the sentences on what is ruled out, and keeps the rest', () => {
    const left = seal(brief, rules('call', 'Foxglove'));
    const told = lever(left, 'competing')?.script.map(({text}) => textOf(text));
    expect(told).toEqual([
      'I am asking Larkspur Capital for $195,000 base salary and a guaranteed first-year bonus of $85,000.',
    ]);
    expect(left.notToSay.map(({text}) => textOf(text)).join()).not.toContain('Foxglove');
  });

  test('loses an objection with its answer', () => {
    const left = seal(brief, rules('call', 'NYSE', 'base it is a share of', 'busiest session'));
    for (const {rebuttals} of left.levers)
      for (const {they, you} of rebuttals) expect([they, you]).not.toContain(null);
    expect(JSON.stringify(left.levers)).not.toContain('NYSE');
    const without = seal(brief, rules('call', 'a baseline'));
    const answers = lever(without, 'uptime')?.rebuttals.map(({they}) => textOf(they));
    expect(answers).not.toContain('You cannot show that your uptime made that money.');
    expect(lever(without, 'uptime')?.rebuttals.every(({you}) => you !== null)).toBe(true);
  });

  test('loses a lever whose subject is ruled out', () => {
    expect(lever(seal(brief, rules('call', 'uptime')), 'uptime')).toBeUndefined();
    expect(lever(seal(brief, rules('call', 'on-call')), 'on-call')).toBeUndefined();
  });

  test('has for others neither what is withheld nor what would help', () => {
    const shared = seal(brief, rules('share'));
    expect(shared.notToSay).toEqual([]);
    expect(shared.strengthen).toEqual([]);
    expect(shared.levers.flatMap(({withheld, strengthen}) => [...withheld, ...strengthen])).toEqual([]);
    const desk = seal(brief, rules('desk'));
    expect(desk.strengthen.length).toBeGreaterThan(0);
    expect(desk.notToSay.map(({text}) => textOf(text))).toContain('Foxglove');
  });
});
