import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Evidence} from '../../src/base/index.ts';
import {source} from '../../src/base/index.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {paymentsOf} from '../../src/terms/contract/payments.ts';
import type {World} from '../../src/terms/contract/world.ts';
import {all, type Offer, type Term} from '../../src/terms/index.ts';
import {FOREVER, worldOf} from './contract/worlds.ts';

const span = source('offer.yaml', 'terms').span(0, 5);
const evidence: Evidence = {tier: 'documented', source: 'a letter'};
const term = (of: Partial<Term>): Term => ({
  component: 'base',
  amount: 120_000,
  currency: 'USD',
  per: 'year',
  guaranteed: null,
  written: null,
  share: null,
  condition: null,
  evidence,
  disclosure: 'private',
  span,
  places: {amount: span, share: null},
  ...of,
});

const offerOf = (terms: readonly Term[]): Offer => ({
  id: 'firm',
  party: 'The firm',
  kind: 'target',
  role: null,
  level: null,
  region: null,
  remote: null,
  start: null,
  made: null,
  expires: null,
  evidence,
  disclosure: 'private',
  scope: [],
  terms,
  span,
});

/** What is paid by the end of each year of service, on the only path. */
function byYear(terms: readonly Term[], years: number, world: World): number[] {
  const sums = Array.from({length: years}, () => 0);
  const contracts = compose(offerOf(terms), '2026-12-01', years).terms.map(({contract}) => contract);
  paymentsOf(all(...contracts), world, (month, [amount = 0]) => {
    const year = Math.max(0, Math.ceil(month / 12) - 1);
    sums[year] = (sums[year] ?? 0) + amount;
  });
  return sums.map(sum => Number(sum.toPrecision(12)));
}

const generous = (share: number) =>
  worldOf(
    [[FOREVER, 'quit']],
    ({is}) => (is === 'price' ? 1 : 1_000_000),
    () => share,
  );

describe('the form of today, as a contract', () => {
  const offer = [
    term({}),
    term({component: 'bonus', amount: 90_000, guaranteed: true}),
    term({component: 'bonus', amount: 30_000, guaranteed: false}),
    term({component: 'signOn', amount: 60_000, per: 'once'}),
    term({component: 'onCall', amount: 500, per: 'month', guaranteed: true}),
    term({component: 'pnl', amount: null, share: {percent: 2.5, of: 'PnL of my pods'}}),
  ];

  test('pays what is owed in any year, a share by its formula, and what the employer likes beside it', () => {
    expect(byYear(offer, 2, generous(0))).toEqual([276_000 + 25_000, 216_000 + 25_000]);
    expect(byYear(offer, 2, generous(1))).toEqual([276_000 + 30_000 + 25_000, 216_000 + 30_000 + 25_000]);
  });

  test('ends with the employment: half a year is half a salary, and no bonus of the year', () =>
    expect(byYear(offer, 2, worldOf([[6.5, 'dismissed']]))).toEqual([60_000 + 60_000 + 3000, 0]));

  test('adds no sum of another currency', () =>
    expect(
      byYear(
        [
          term({}),
          term({component: 'bonus', amount: 1, currency: 'GBP'}),
          term({component: 'signOn', amount: 5000, per: 'once'}),
        ],
        1,
        generous(1),
      ),
    ).toEqual([125_000]));

  test('whatever is promised by the year adds up over the years, and once stays once', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            component: fc.constantFrom(
              'base' as const,
              'bonus' as const,
              'onCall' as const,
              'signOn' as const,
            ),
            amount: fc.integer({min: 0, max: 1e6}),
            per: fc.constantFrom('year' as const, 'quarter' as const, 'month' as const, 'once' as const),
          }),
        ),
        fc.integer({min: 1, max: 5}),
        (terms, years) => {
          const paid = byYear(terms.map(term), years, generous(1)).reduce((sum, one) => sum + one, 0);
          const times = {year: years, quarter: 4 * years, month: 12 * years, once: 1};
          const said = terms.reduce((sum, {amount, per}) => sum + amount * times[per], 0);
          expect(Math.abs(paid - said)).toBeLessThanOrEqual(1e-9 * Math.max(1, said));
        },
      ),
    ));
});
