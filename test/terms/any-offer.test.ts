import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readOffer} from '../../src/case/offer.ts';
import {idleKeys, TERM} from '../../src/case/term-schema.ts';
import {textOf, valueOf} from '../../src/figure/index.ts';
import {leavingOf} from '../../src/terms/leaving/leaving.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {offerReading} from '../../src/terms/report/offer.ts';
import {times} from '../strength.ts';

const TODAY = '2026-12-01';
const sum = fc.oneof(
  fc.integer({min: 0, max: 900_000}),
  fc.constantFrom('$185K', '200K to 220K', '£90K', '1e400', 'a lot', '-5', '2x', 0, 1e300, '210.000'),
);
const day = fc.constantFrom(
  '2026-12-01',
  '2027-03-15',
  '2024-02-29',
  '2027-02-30',
  '1999-01-01',
  '2090-12-31',
);
const length = fc.constantFrom(
  '60 days',
  '9 months',
  '1 year',
  'a year',
  '4 years',
  '0 days',
  'soon',
  '1000 years',
);
const percent = fc.oneof(fc.integer({min: 0, max: 100}), fc.constantFrom(33.3, 110, -1, 0.22));
const years = fc.oneof(fc.integer({min: 0, max: 6}), fc.array(fc.integer({min: 1, max: 5}), {maxLength: 3}));
const exits = fc.array(fc.constantFrom('quit', 'dismissed', 'cause', 'podClosed', 'bored'), {maxLength: 3});
const vesting = fc.oneof(
  fc.constant([33, 33, 22, 12]),
  fc.constant([50, 60]),
  fc.array(percent, {minLength: 1, maxLength: 4}),
  fc.record(
    {over: length, every: fc.constantFrom('month', 'quarter', 'year'), cliff: length, from: day},
    {requiredKeys: []},
  ),
  fc.array(fc.record({on: day, units: fc.integer({min: 1, max: 900}), percent}, {requiredKeys: ['on']}), {
    minLength: 1,
    maxLength: 3,
  }),
);
const KEYS: Readonly<Partial<Record<keyof (typeof TERM)['shape'], fc.Arbitrary<unknown>>>> = {
  amount: sum,
  per: fc.constantFrom('year', 'quarter', 'month', 'week', 'day', 'hour', 'once'),
  currency: fc.constantFrom('USD', 'GBP', 'XYZ'),
  times: fc.integer({min: 0, max: 60}),
  rota: fc.constantFrom('1 in 5 weeks', '2 in 1', 'often'),
  guaranteed: fc.oneof(fc.boolean(), sum),
  guaranteedYears: years,
  years,
  upTo: sum,
  written: fc.boolean(),
  share: fc.record(
    {
      percent,
      of: fc.constantFrom('base', 'any bonus', 'PnL of my pods', 'eligible pay'),
      scope: fc.constantFrom('pod', 'firm', 'protected'),
      carry: fc.constantFrom('none', 'forward', 'highWater'),
      comesTo: sum,
    },
    {requiredKeys: ['percent', 'of']},
  ),
  escalator: fc.record({percent, every: fc.constantFrom('quarter', 'year')}),
  when: fc.array(
    fc.record(
      {
        what: fc.constantFrom('uptime', 'longestIncident', 'deploymentTime', 'cost', 'tenure'),
        atLeast: fc.constantFrom('99.99%', '5 minutes', '12 months', '400K', 7),
        atMost: fc.constantFrom('99.99%', '5 minutes', '12 months', '400K', 7),
      },
      {requiredKeys: ['what']},
    ),
    {maxLength: 2},
  ),
  measuredBy: fc.constant('their monitor'),
  metric: fc.constant('all of it done'),
  by: day,
  startBy: day,
  paid: day,
  needs: fc.constantFrom('employed', 'notUnderNotice'),
  vesting,
  into: fc.constantFrom('cash', 'fund'),
  above: sum,
  units: fc.integer({min: 0, max: 1_000_000}),
  price: sum,
  strike: sum,
  preferred: sum,
  fullyDiluted: fc.integer({min: 0, max: 40_000_000}),
  lostOn: exits,
  repay: fc.record({full: length, until: length, on: exits, gross: fc.boolean()}, {requiredKeys: ['full']}),
  length,
  own: percent,
  receipts: fc.boolean(),
  days: fc.integer({min: 0, max: 60}),
  condition: fc.constantFrom('as the letter has it', '“quoted”', '100% 24/7'),
};
/** A term with a few keys, which mostly are such as its component takes. */
const term = fc
  .tuple(
    fc.constantFrom(...TERM.shape.component.options),
    fc
      .shuffledSubarray(Object.keys(KEYS) as (keyof typeof KEYS)[], {maxLength: 12})
      .chain(keys => fc.record(Object.fromEntries(keys.map(key => [key, KEYS[key] ?? fc.constant(null)])))),
    fc.boolean(),
    fc.constantFrom('year', 'quarter', 'once'),
  )
  .map(([component, all, isSloppy, per]) => {
    const typed: Record<string, unknown> = {component, amount: 50_000, per, ...all};
    if (!isSloppy) for (const key of idleKeys(typed, component)) delete typed[key];
    return typed;
  });

const offers = fc.record(
  {
    party: fc.constant('A firm'),
    kind: fc.constantFrom('target', 'competing', 'current'),
    currency: fc.constantFrom('USD', 'GBP'),
    evidence: fc.constant({tier: 'stated', source: 'a call'}),
    start: day,
    terms: fc.array(term, {maxLength: 3}),
  },
  {requiredKeys: ['party', 'kind', 'currency', 'evidence', 'terms']},
);

test('any offer is refused with places, or is read, composed, priced and said whole', () => {
  fc.assert(
    fc.property(offers, typed => {
      const text = JSON.stringify(typed, null, 1);
      const {offer, findings} = readOffer(source('offers/x.yaml', text), 'x', {today: TODAY, pinned: true});
      for (const {severity, span} of findings) if (severity === 'error') expect(span).toBeDefined();
      if (offer === null) {
        expect(findings.some(({severity}) => severity === 'error')).toBe(true);
        return;
      }
      const read = offerReading(compose(offer, TODAY, 5), TODAY, 5, one => one, null);
      for (const {guaranteed, target, zero, claimed} of read.years)
        for (const one of [guaranteed, target, zero, claimed])
          expect(Number.isFinite(valueOf(one))).toBe(true);
      for (const {clause, unsaid} of read.terms) {
        expect(textOf(clause)).not.toMatch(/undefined|NaN|null/);
        expect(unsaid.join('')).not.toContain('undefined');
      }
      for (const {text: asked} of read.questions) expect(textOf(asked)).toMatch(/\?$/);
      for (const {from, total} of leavingOf(offer, TODAY).byNotice) {
        expect(from >= TODAY).toBe(true);
        expect(valueOf(total)).toBeGreaterThanOrEqual(0);
      }
    }),
    {numRuns: times(20_000)},
  );
}, 120_000);

test('a guarantee is never more than is meant, and what is meant never more than is claimed', () => {
  fc.assert(
    fc.property(offers, typed => {
      const {offer} = readOffer(source('x.yaml', JSON.stringify(typed, null, 1)), 'x', {
        today: TODAY,
        pinned: true,
      });
      if (offer === null) return;
      const read = offerReading(compose(offer, TODAY, 5), TODAY, 5, one => one, null);
      for (const {guaranteed, zero, claimed} of read.years) {
        expect(valueOf(guaranteed)).toBeLessThanOrEqual(valueOf(zero) * (1 + 1e-9) + 1e-6);
        expect(valueOf(zero)).toBeLessThanOrEqual(valueOf(claimed) * (1 + 1e-9) + 1e-6);
      }
    }),
    {numRuns: times(5000)},
  );
}, 120_000);
