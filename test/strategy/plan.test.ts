import {describe, expect, test} from 'vitest';
import {loadCase} from '../../src/case/index.ts';
import {shippedRates} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {type Figure, jsonOf, textOf, valueOf} from '../../src/figure/index.ts';
import {makePlan, type Plan, type Situation} from '../../src/strategy/index.ts';
import type {Offer, Term} from '../../src/terms/index.ts';

const DATA = {conventions: shippedConventions(), rates: shippedRates()};
const {situation} = loadCase('examples/millennium-devops', {today: '2026-11-22'});
if (situation === null) throw new Error('the example does not load');
const flagship: Situation = situation;
const SPAN = {file: 'offers/firm.yaml', from: 0, to: 1, line: 1, column: 1};
const EVIDENCE = {tier: 'documented', source: 'a letter'} as const;

/** `185+100g 2%w pods`: base and bonus in thousands, g guaranteed, n not, a share in writing, cross-pod scope. */
function offer(notation: string): Offer {
  const [, base, bonus, mark, share, written, scope] =
    /^(\d+)\+(\d+)([gn]?)(?: ([\d.]+)%(w?))?(?: (pods|one pod))?$/.exec(notation) ?? [];
  const term = (component: Term['component'], amount: number | null, more: Partial<Term> = {}): Term => ({
    component,
    amount,
    currency: 'USD',
    per: 'year',
    guaranteed: null,
    written: null,
    share: null,
    condition: null,
    evidence: EVIDENCE,
    disclosure: 'private',
    span: SPAN,
    places: {amount: SPAN, share: SPAN},
    ...more,
  });
  return {
    id: 'firm',
    party: 'Millennium Management',
    kind: 'target',
    role: null,
    level: null,
    remote: null,
    start: null,
    region: null,
    made: null,
    expires: null,
    evidence: EVIDENCE,
    disclosure: 'private',
    scope: scope === undefined ? [] : [{text: 'cross-pod infrastructure', included: scope === 'pods'}],
    terms: [
      term('base', Number(base) * 1000),
      term('bonus', Number(bonus) * 1000, {guaranteed: mark === 'g' ? true : mark === 'n' ? false : null}),
      ...(share === undefined
        ? []
        : [
            term('pnl', null, {
              share: {percent: Number(share), of: 'the PnL of all pods'},
              written: written === 'w' ? true : null,
            }),
          ]),
    ],
    span: SPAN,
  };
}

const planFor = (notation: string) => makePlan({...flagship, offers: [offer(notation)]}, DATA);

/** The plan as `--json` tells it: texts and plain numbers. */
const told = (of: unknown) => jsonOf(of).json as never;

/** The flagship's guide without what it requests beside its anchor, so that an offer can meet all that is asked. */
const ANCHORED: Situation = {
  ...flagship,
  readings: flagship.readings.map(({guide, ...reading}) => ({
    ...reading,
    guide: guide?.strategy == null ? guide : {...guide, strategy: {...guide.strategy, asks: []}},
  })),
};
const because = ({stance}: Plan) => stance.because.map(textOf);

describe('the stance on an offer of the firm', () => {
  test.each([
    ['180+95', 'counter'],
    ['215+135g 2%w pods', 'accept'],
    ['300+200g 5%w pods', 'accept'],
    ['190+110g 2%w pods', 'counter'],
    ['190+110g 2%w', 'ask first'],
    ['190+110g 2% pods', 'ask first'],
    ['190+110 2%w pods', 'ask first'],
    ['190+110g 1.5%w pods', 'counter'],
  ])('%s: %s', (notation, action) =>
    expect(makePlan({...ANCHORED, offers: [offer(notation)]}, DATA).stance.action).toBe(action),
  );

  test.each(['174+200g 5%w pods', '200+89g 2%w pods', '200+120n 2%w pods', '190+110g 2%w one pod'])(
    '%s is below the guide’s walk-away, which is the guide’s opinion and no verdict',
    notation => {
      const plan = planFor(notation);
      expect(plan.stance.action).toBe('counter');
      expect(because(plan)[0]).toMatch(/^(?:below the guide’s walk-away|the guide would walk away)/);
    },
  );

  test('nothing is accepted while an ask is open', () => {
    const plan = planFor('300+200g 5%w pods');
    expect(plan.stance.action).toBe('counter');
    expect(because(plan).at(-1)).toMatch(/^\d asks are still open/);
  });

  test('without an offer there is none yet', () => {
    const plan = makePlan({...flagship, offers: []}, DATA);
    expect(plan.stance.action).toBe('no offer yet');
  });

  test('a rule that cannot be judged comes with the question to ask', () => {
    const unknown = planFor('190+110g')
      .rules.flatMap(rule => rule.results)
      .filter(one => one.outcome === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    for (const {question} of unknown) expect(question === null ? 'none' : textOf(question)).toMatch(/\?$/);
  });
});

describe('where the flagship offers stand', () => {
  const plan = makePlan(flagship, DATA);
  const standing = (party: string, component: string) =>
    told(
      plan.offers
        .find(one => one.party.startsWith(party))
        ?.standings.find(one => one.component === component),
    );

  test('the first offer is a tenth into both bands', () => {
    expect(standing('Millennium', 'base')).toMatchObject({shown: '$180K', place: 'within', share: 0.1});
    expect(standing('Millennium', 'bonus')).toMatchObject({shown: '$95K', place: 'within', share: 0.1});
  });

  test('what an offer does not state is not counted as nothing', () => {
    expect(standing('Millennium', 'pnl')).toMatchObject({
      shown: 'not stated',
      place: 'unknown',
      amount: null,
    });
    expect(standing('Millennium', 'total')).toMatchObject({
      place: 'unknown',
      shown: '$275K without participation',
    });
  });

  test('only the offer on paper may be spoken of', () => {
    const speakable = plan.offers.filter(one => one.speakable).map(one => one.party);
    expect(speakable).toEqual(['Millennium Management', 'Citadel']);
  });

  test('the asks come in the order of the guide, the anchor first', () => {
    const sum = (amount: Figure | null) => (amount === null ? null : valueOf(amount));
    expect(plan.asks.map(ask => [ask.component, sum(ask.amount), ask.floor && textOf(ask.floor)])).toEqual([
      ['base', 215_000, 'accept at $190K'],
      ['bonus', 135_000, 'accept at $110K, guaranteed'],
      ['pnl', 90_000, 'accept at 2%, in writing, of a base that the letter names'],
      ['onCall', 30_000, null],
      ['milestone', 50_000, null],
      ['escalator', null, null],
    ]);
  });

  test('no share of everything is asked for as such', () => {
    expect(told(plan.asks.find(ask => ask.component === 'pnl')?.text)).toBe(
      'participation that pays $50K to $90K a year, as a share of a base named in the letter',
    );
  });
});

describe('what only looks like meeting a rule', () => {
  const base = offer('215+135g 2%w pods');
  const stanceAfter = (change: (terms: readonly Term[]) => readonly Term[], more: Partial<Offer> = {}) =>
    makePlan({...ANCHORED, offers: [{...base, ...more, terms: change(base.terms)}]}, DATA).stance.action;
  const alter = (component: Term['component'], more: Partial<Term>) => (terms: readonly Term[]) =>
    terms.map(term => (term.component === component ? {...term, ...more} : term));
  const bonuses =
    (...parts: readonly (readonly [number, boolean | null])[]) =>
    (terms: readonly Term[]) => [
      ...terms.filter(term => term.component !== 'bonus'),
      ...parts.map(([amount, guaranteed]): Term => ({...(terms[1] as Term), amount, guaranteed})),
    ];

  test('itself is accepted', () => expect(stanceAfter(terms => terms)).toBe('accept'));

  test.each<[string, ReturnType<typeof alter>, string]>([
    ['a bonus of which a tenth is guaranteed', bonuses([10_000, true], [125_000, false]), 'counter'],
    ['a bonus of which only the whole is guaranteed', bonuses([70_000, true], [70_000, true]), 'accept'],
    ['a bonus of which a part may be guaranteed', bonuses([70_000, true], [70_000, null]), 'ask first'],
    ['a share of something else', alter('pnl', {share: {percent: 2, of: 'the coffee fund'}}), 'ask first'],
    ['a share that nobody will write down', alter('pnl', {written: false}), 'counter'],
    ['a bonus worth more in euros', alter('bonus', {currency: 'EUR'}), 'counter'],
    ['a base by the month', alter('base', {amount: 220_000 / 12, per: 'month'}), 'accept'],
  ])('%s: %s', (_, change, action) => expect(stanceAfter(change)).toBe(action));

  test.each([
    ['single-pod infrastructure scope', 'ask first'],
    ['no cross-pod infrastructure scope', 'ask first'],
    ['infrastructure', 'ask first'],
    ['scope over the cross-pod infrastructure', 'accept'],
  ])('a scope of "%s": %s', (text, action) => {
    expect(stanceAfter(terms => terms, {scope: [{text, included: true}]})).toBe(action);
  });

  test('an offer that has run out is asked about', () => {
    expect(stanceAfter(terms => terms, {expires: '2026-11-01'})).toBe('ask first');
  });

  test('a one-off is no yearly pay', () => {
    const signOn: Term = {...(base.terms[0] as Term), component: 'signOn', amount: 20_000, per: 'once'};
    const plan = makePlan({...flagship, offers: [{...base, terms: [...base.terms, signOn]}]}, DATA);
    const total = plan.offers[0]?.standings.find(one => one.component === 'total')?.amount;
    expect(total == null ? null : valueOf(total)).toBe(350_000);
  });
});

describe('another region', () => {
  const pounds = (notation: string): Offer => {
    const found = offer(notation);
    return {...found, terms: found.terms.map(term => ({...term, currency: 'GBP' as const}))};
  };

  test('in London rules in dollars are held at a dated rate, and asks are in pounds', () => {
    const plan = makePlan({...flagship, region: 'London', offers: [pounds('150+85g 2%w pods')]}, DATA);
    expect(plan.region).toBe('London (GBP/USD)');
    expect(plan.stance.action).toBe('counter');
    expect(told(plan.rules[0]?.results[0]?.shown)).toMatch(
      /short, at 0\.7451 GBP for one USD on 2026-04-13, 7 months old$/,
    );
    expect(told(plan.asks[0])).toMatchObject({
      text: '£160,000 base',
      why: expect.stringContaining('$215,000 in the guide, at 0.7451'),
    });
  });

  test('an offer for Miami is not placed in the bands of New York', () => {
    const plan = makePlan({...flagship, offers: [{...offer('190+110'), region: 'Miami'}]}, DATA);
    expect(told(plan.offers[0]?.standings[0])).toMatchObject({place: 'unknown', band: null});
  });
});
