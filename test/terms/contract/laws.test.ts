import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  all,
  bestOf,
  type Contract,
  defer,
  discretion,
  equalParts,
  type Exit,
  EXITS,
  forfeit,
  none,
  pay,
  repay,
  scale,
  schedule,
  when,
} from '../../../src/terms/contract/contract.ts';
import {paymentsOf} from '../../../src/terms/contract/payments.ts';
import {certaintyEquivalent, presentValues} from '../../../src/terms/contract/present.ts';
import type {World} from '../../../src/terms/contract/world.ts';
import {contracts, FOREVER, observables, worldOf, worlds} from './worlds.ts';

const RATE = 0.05;
const worth = (contract: Contract, world: World): readonly number[] => [
  ...presentValues(contract, world, RATE),
];

/** To the digits that the order of additions leaves alone. */
function same(one: readonly number[], other: readonly number[]): void {
  expect(one.length).toBe(other.length);
  for (const [at, value] of one.entries()) {
    const size = Math.max(1, ...one.map(Math.abs), ...other.map(Math.abs));
    expect(Math.abs(value - (other[at] ?? Number.NaN)) / size).toBeLessThan(1e-9);
  }
}

/** The payments of the only path: `12: 5000`. */
function paid(contract: Contract, world: World): readonly string[] {
  const made = new Map<number, number>();
  paymentsOf(contract, world, (month, [amount = 0]) => void made.set(month, (made.get(month) ?? 0) + amount));
  return [...made]
    .filter(([, amount]) => amount !== 0)
    .toSorted(([one], [other]) => one - other)
    .map(([month, amount]) => `${month}: ${Number(amount.toFixed(2))}`);
}

const staying = worldOf([[FOREVER, 'quit']]);
const leaving = (month: number, exit: Exit = 'quit') => worldOf([[month, exit]]);

describe('the laws of contracts', () => {
  test('`all` is commutative and associative, and none is nothing beside it', () =>
    fc.assert(
      fc.property(contracts, contracts, contracts, worlds, (a, b, c, world) => {
        same(worth(all(a, b), world), worth(all(b, a), world));
        same(worth(all(all(a, b), c), world), worth(all(a, all(b, c)), world));
        same(worth(all(a, none), world), worth(a, world));
      }),
    ));

  test('scaling composes', () =>
    fc.assert(
      fc.property(observables, observables, contracts, worlds, (a, b, contract, world) =>
        same(
          worth(scale(a, scale(b, contract)), world),
          worth(scale({is: 'product', of: [a, b]}, contract), world),
        ),
      ),
    ));

  test('value is linear in scale, and adds up over `all`', () =>
    fc.assert(
      fc.property(fc.integer({min: -9, max: 9}), contracts, contracts, worlds, (by, a, b, world) => {
        same(
          worth(scale(by, a), world),
          worth(a, world).map(value => by * value),
        );
        const [one, other] = [worth(a, world), worth(b, world)];
        same(
          worth(all(a, b), world),
          one.map((value, at) => value + (other[at] ?? 0)),
        );
      }),
    ));

  test('forfeiture never raises value, and repayment of what was received neither', () =>
    fc.assert(
      fc.property(contracts, worlds, fc.subarray([...EXITS]), (contract, world, on) => {
        const kept = worth(contract, world);
        const lost = worth(forfeit(on, contract), world);
        for (const [at, value] of lost.entries()) expect(value).toBeLessThanOrEqual((kept[at] ?? 0) + 1e-6);
        const received = scale(1, pay(5000, 3));
        const given = worth(repay(on, {full: 12, until: 24}, received), world);
        for (const [at, value] of given.entries())
          expect(value).toBeLessThanOrEqual((worth(received, world)[at] ?? 0) + 1e-9);
      }),
    ));

  test('forfeiting twice is forfeiting once, on all the exits', () =>
    fc.assert(
      fc.property(
        contracts,
        worlds,
        fc.subarray([...EXITS]),
        fc.subarray([...EXITS]),
        (contract, world, one, other) =>
          same(
            worth(forfeit(one, forfeit(other, contract)), world),
            worth(forfeit([...one, ...other], contract), world),
          ),
      ),
    ));

  test('cash deferred without exits or discounting is worth the amount', () =>
    fc.assert(
      fc.property(contracts, fc.double({min: 0, max: 1, noNaN: true}), (contract, share) => {
        const world = worldOf([[FOREVER, 'quit']]);
        const parts = equalParts(3, 12);
        same(
          [...presentValues(defer(share, parts, contract), world, 0)],
          [...presentValues(contract, world, 0)],
        );
      }),
    ));

  test('a test and its contrary share out what both would pay', () =>
    fc.assert(
      fc.property(contracts, observables, worlds, (contract, what, world) =>
        same(worth(when({is: 'atLeast', what, bound: 0}, contract, contract), world), worth(contract, world)),
      ),
    ));

  test('my choice is worth no less than any alternative, an employer stays between the two', () =>
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 1e6}),
        fc.integer({min: 0, max: 1e6}),
        worlds,
        (one, other, world) => {
          const [least, most] = [Math.min(one, other), Math.max(one, other)];
          const mine = presentValues(bestOf(pay(one), pay(other)), world, 0);
          expect([...mine]).toEqual([...mine].map(() => most));
          const theirs = presentValues(discretion(pay(least), pay(most)), world, 0);
          for (const value of theirs) {
            expect(value).toBeGreaterThanOrEqual(least - 1e-6);
            expect(value).toBeLessThanOrEqual(most + 1e-6);
          }
        },
      ),
    ));

  test('a path among others is worth what it is worth alone, to the last digit', () =>
    fc.assert(
      fc.property(contracts, worlds, (contract, world) => {
        const together = worth(contract, world);
        const alone = together.map((_, path) => worth(contract, onePath(world, path))[0]);
        expect(together).toEqual(alone);
      }),
    ));

  test('a contract is plain data: written down and read again it pays the same', () =>
    fc.assert(
      fc.property(contracts, worlds, (contract, world) => {
        expect(worth(JSON.parse(JSON.stringify(contract)) as Contract, world)).toEqual(
          worth(contract, world),
        );
      }),
    ));

  test('what is certain is worth no less than what is risky', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 1e6}), {minLength: 1}),
        fc.integer({min: 10_000, max: 1e7}),
        fc.constantFrom(0, 0.5, 1, 2, 4),
        (payoffs, wealth, aversion) => {
          const mean = payoffs.reduce((sum, one) => sum + one, 0) / payoffs.length;
          expect(certaintyEquivalent(Float64Array.from(payoffs), wealth, aversion)).toBeLessThanOrEqual(
            mean * (1 + 1e-9) + 1e-6,
          );
        },
      ),
    ));
});

describe('what a contract pays', () => {
  test('a schedule pays at the end of each period', () =>
    expect(paid(schedule({every: 3, times: 3}, pay(100)), staying)).toEqual(['3: 100', '6: 100', '9: 100']));

  test('deferral in thirds', () =>
    expect(paid(defer(0.4, equalParts(3, 12), pay(90_000, 12)), staying)).toEqual([
      '12: 54000',
      '24: 12000',
      '36: 12000',
      '48: 12000',
    ]));

  test('what is forfeited on notice is lost from that day, and kept when dismissed', () => {
    const award = forfeit(['quit'], defer(1, equalParts(3, 12), pay(30_000)));
    expect(paid(award, leaving(24))).toEqual(['12: 10000']);
    expect(paid(award, leaving(24, 'dismissed'))).toEqual(['12: 10000', '24: 10000', '36: 10000']);
  });

  test('a sign-on is repaid in full for a year and pro rata for another', () => {
    const signOn = repay(['quit', 'cause'], {full: 12, until: 24}, pay(60_000));
    expect(paid(signOn, leaving(12))).toEqual(['0: 60000', '12: -60000']);
    expect(paid(signOn, leaving(18))).toEqual(['0: 60000', '18: -30000']);
    expect(paid(signOn, leaving(24))).toEqual(['0: 60000']);
    expect(paid(signOn, leaving(6, 'dismissed'))).toEqual(['0: 60000']);
  });

  test('a bonus for each quarter whose uptime passes, and a step up for all that passed before', () => {
    const passes = {is: 'atLeast', what: {is: 'uptime'}, bound: 0.9999} as const;
    const up = [0.9999, 0.998, 1];
    const world = worldOf([[FOREVER, 'quit']], (_, __, {to}) => up[to / 3 - 1] ?? 0);
    expect(paid(schedule({every: 3, times: 3}, when(passes, pay(5000))), world)).toEqual([
      '3: 5000',
      '9: 5000',
    ]);
    const step = {is: 'product', of: [1000, {is: 'count', every: 3, test: passes}]} as const;
    expect(paid(schedule({every: 3, times: 3}, pay(step)), world)).toEqual(['3: 1000', '6: 1000', '9: 2000']);
  });

  test('a share of a profit and never of a loss, and options that nobody has to exercise', () => {
    const pod = {is: 'pnl', scope: 'pod', netting: null, costs: null, carry: null} as const;
    const year = [2_000_000, -500_000];
    const world = worldOf([[FOREVER, 'quit']], (what, _, {to}) =>
      what.is === 'price' ? to / 6 : (year[to / 12 - 1] ?? 0),
    );
    const share = scale(0.025, pay({is: 'max', of: [0, pod]}));
    expect(paid(schedule({every: 12, times: 2}, share), world)).toEqual(['12: 50000']);
    const grown = {is: 'product', of: [7, {is: 'price', of: 'share'}]} as const;
    const exercise = bestOf(none, all(pay(-10), pay(grown)));
    expect(paid(schedule({every: 6, times: 2}, exercise), world)).toEqual(['12: 4']);
  });

  test('one award, 40% deferred in three parts, 15% a year who quit, at 5%: $60,581', () => {
    const award = forfeit(['quit'], defer(0.4, equalParts(3, 12), pay(70_000)));
    const ends = [12, 24, 36, FOREVER].map(month => [month, 'quit'] as const);
    const odds = [0.15, 0.85 * 0.15, 0.85 ** 2 * 0.15, 0.85 ** 3];
    const values = presentValues(award, worldOf(ends), RATE);
    const expected = values.reduce((sum, value, at) => sum + value * (odds[at] ?? 0), 0);
    const formula =
      70_000 * (0.6 + (0.4 / 3) * [1, 2, 3].reduce((sum, k) => sum + (0.85 * Math.exp(-RATE)) ** k, 0));
    expect(expected).toBeCloseTo(formula, 6);
    expect(Math.round(expected)).toBe(60_581);
  });

  test.each([
    ['vesting of 110%', () => defer(0.5, [{after: 12, part: 1.1}], none)],
    ['a share above the whole', () => defer(1.5, equalParts(3, 12), none)],
    ['a period of no months', () => schedule({every: 0, times: 3}, none)],
    ['a month that is none', () => pay(5, 1.5)],
    ['a taper upside down', () => repay(['quit'], {full: 24, until: 12}, none)],
  ])('%s is refused', (_, made) => expect(made).toThrow(RangeError));
});

function onePath(world: World, path: number): World {
  const only = (column: number | Float64Array) =>
    typeof column === 'number' ? column : column.slice(path, path + 1);
  return {
    paths: 1,
    left: world.left.slice(path, path + 1),
    exit: world.exit.slice(path, path + 1),
    observe: (what, period) => only(world.observe(what, period)),
    generosity: period => only(world.generosity(period)),
  };
}
