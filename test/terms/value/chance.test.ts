import {describe, expect, test} from 'vitest';
import type {PnlBase} from '../../../src/terms/contract/observable.ts';
import {EXITS} from '../../../src/terms/contract/contract.ts';
import type {Model} from '../../../src/terms/value/assumptions.ts';
import {factorsOf} from '../../../src/terms/value/factors.ts';
import {outagesOf} from '../../../src/terms/value/incidents.ts';
import {pnlOf} from '../../../src/terms/value/pnl.ts';
import {survivalOf} from '../../../src/terms/value/survival.ts';
import type {Incidents} from '../../../src/terms/value/types.ts';
import {ERRORS, times} from '../../strength.ts';
import {carried, podPnl, quiet, reliability} from './offers.ts';

const PATHS = times(400_000);

function block(rho = 0.5, of = 0) {
  const factors = factorsOf(7, PATHS, rho);
  factors.begin(of);
  return factors;
}

function mean(column: Float64Array): number {
  return column.reduce((sum, one) => sum + one, 0) / column.length;
}

/** By how much two columns differ where they differ most. */
function furthest(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] as number))), 0);
}

function correlation(one: Float64Array, other: Float64Array): number {
  const [a, b] = [mean(one), mean(other)];
  const along = (x: Float64Array, y: Float64Array, p: number, q: number) =>
    x.reduce((sum, value, at) => sum + (value - p) * ((y[at] as number) - q), 0);
  return along(one, other, a, b) / Math.sqrt(along(one, one, a, a) * along(other, other, b, b));
}

const near = (found: number, expected: number, deviation = 1) =>
  expect(Math.abs(found - expected)).toBeLessThan((ERRORS * deviation) / Math.sqrt(PATHS));

describe('factors', () => {
  test('two that are linked correlate by rho, in a year and in no other', () => {
    const factors = block(0.5);
    near(correlation(factors.linked('share', 0), factors.linked('generosity', 0)), 0.5);
    near(correlation(factors.linked('share', 0), factors.linked('generosity', 1)), 0);
    near(correlation(factors.linked('share', 0), factors.common(0)), Math.sqrt(0.5));
  });

  test('a path of quarters and months has the deviation of the time, and parts that do not hang together', () => {
    const factors = block(0.5);
    const at = (month: number) => factors.path('share', month) as Float64Array;
    const step = (from: number, to: number) =>
      at(to).map((one, path) => one - (from === 0 ? 0 : (at(from)[path] as number)));
    for (const [from, to] of [
      [0, 3],
      [3, 6],
      [9, 12],
      [12, 15],
      [1, 2],
      [3, 4],
      [11, 12],
      [4, 14],
    ] as const) {
      const moved = step(from, to);
      const variance = (to - from) / 12;
      near(mean(moved), 0, Math.sqrt(variance));
      near(mean(moved.map(one => one ** 2)), variance, Math.sqrt(2) * variance);
    }
    const apart: readonly (readonly [[number, number], [number, number]])[] = [
      [
        [0, 3],
        [3, 6],
      ],
      [
        [0, 1],
        [1, 2],
      ],
      [
        [2, 3],
        [3, 4],
      ],
      [
        [6, 9],
        [12, 15],
      ],
    ];
    for (const [one, other] of apart) near(correlation(step(...one), step(...other)), 0);
  });

  test('what is asked before, beside and beyond does not move what is drawn', () => {
    const [early, late] = [block(), block()];
    late.path('fund', 95);
    late.uniform('quit', 0);
    late.linked('share', 7);
    expect(late.path('share', 15)).toEqual(early.path('share', 15));
    expect(block(0.5, 1).common(0)).not.toEqual(early.common(0));
  });
});

describe('exits', () => {
  const leaving = (model: Model, years: number, factors = block()) => {
    const survival = survivalOf(model, years, factors);
    survival.draw();
    return survival;
  };

  test.each([
    ['quit', {quit: 0.15}, 0.15],
    ['dismissed', {dismissed: 0.05}, 0.05],
    ['podClosed', {podClosed: 0.2}, 0.2],
    ['cause', {cause: 0.01}, 0.01],
  ] as const)('%s comes by its hazard, month by month', (kind, chances, chance) => {
    const {left, exit} = leaving(quiet(chances), 3);
    for (const month of [1, 6, 12, 13, 24, 36]) {
      const gone = 1 - (1 - chance) ** (month / 12);
      near(mean(left.map(of => (of <= month ? 1 : 0))), gone, Math.sqrt(gone * (1 - gone)));
    }
    expect(left.every((of, at) => of === Infinity || EXITS[exit[at] as number] === kind)).toBe(true);
    expect(left.every(of => of === Infinity || (Number.isInteger(of) && of >= 1 && of <= 36))).toBe(true);
  });

  test('without hazards nobody leaves, and of a sure one everybody does in the first month', () => {
    expect(leaving(quiet(), 5).left.every(of => of === Infinity)).toBe(true);
    expect(leaving(quiet({quit: 1}), 5).left.every(of => of === 1)).toBe(true);
    expect(leaving(quiet({podClosed: 1}), 5).left.every(of => of === 1)).toBe(true);
  });

  test('pods are closed in bad years, and people quit in any', () => {
    const factors = block();
    const luck = (chances: Parameters<typeof quiet>[0]) => {
      const {left} = leaving(quiet(chances), 1, factors);
      return mean(factors.common(0).filter((_, at) => left[at] !== Infinity));
    };
    // Of a normal number below its quantile of p the mean is -density / p; rho of the way is the common factor's.
    expect(luck({podClosed: 0.2})).toBeCloseTo(-Math.sqrt(0.5) * 1.39981, 1);
    expect(luck({quit: 0.2})).toBeCloseTo(0, 1);
  });
});

describe('PnL', () => {
  const model = quiet({commonFactor: 0.5});
  const of = (base: PnlBase, from: number, to: number, factors = block()) =>
    pnlOf(base, 1_000_000, factors, model)({from, to}) as Float64Array;

  test('has the mean and the Sharpe ratio that are assumed, by the year and by the quarter', () => {
    near(mean(of(podPnl, 0, 12)) / 1e6, 1);
    near(mean(of(podPnl, 12, 24).map(one => (one / 1e6 - 1) ** 2)), 1, Math.sqrt(2));
    near(mean(of(podPnl, 3, 6)) / 1e6, 0.25, 0.5);
    near(mean(of(podPnl, 3, 6).map(one => (one / 1e6 - 0.25) ** 2)), 0.25, Math.sqrt(2) * 0.25);
  });

  test('a share of the profit and never of the loss is that of the closed form', () => {
    // E max(0, X) of mean 1 and deviation 1: the density at 1, and the chance of being above -1.
    const expected = 0.24197072451914337 + 0.8413447460685429;
    near(mean(of(podPnl, 0, 12).map(one => Math.max(0, one / 1e6))), expected);
  });

  test('of two periods the second pays above the mark of the first, path by path', () => {
    const factors = block();
    const [first, second] = [of(podPnl, 0, 12, factors), of(podPnl, 12, 24, factors)];
    expect(of(carried, 0, 12, factors)).toEqual(first);
    const above = of({...carried, carry: 'highWater'}, 12, 24, factors);
    // A loss is earned back first; a profit is not lost again.
    const expected = second.map((now, at) => ((first[at] as number) < 0 ? (first[at] as number) + now : now));
    expect(furthest(above, expected)).toBeLessThan(1e-6);
  });

  test('two periods above a mark are worth what an enumeration of both says', () => {
    const steps = 400;
    const xs = Array.from({length: 2 * steps}, (_, at) => 1 + ((at + 0.5) / steps - 1) * 8);
    const weigh = (x: number) => (Math.exp(-((x - 1) ** 2) / 2) / Math.sqrt(2 * Math.PI)) * (8 / steps);
    const weights = xs.map(weigh);
    let expected = 0;
    for (const [i, x] of xs.entries())
      for (const [j, y] of xs.entries()) {
        const paid = Math.max(0, x) + Math.max(0, x + y - Math.max(0, x));
        expected += paid * (weights[i] as number) * (weights[j] as number);
      }
    const factors = block();
    const both = of(carried, 0, 12, factors).map(
      (one, at) => (Math.max(0, one) + Math.max(0, of(carried, 12, 24, factors)[at] as number)) / 1e6,
    );
    near(mean(both), expected, Math.sqrt(mean(both.map(one => (one - expected) ** 2))));
  });

  test('the firm strays less than a pod, others take off what they lose, and what was protected is sure', () => {
    const deviation = (column: Float64Array) => {
      const middle = mean(column);
      return Math.sqrt(mean(column.map(one => (one - middle) ** 2))) / 1e6;
    };
    expect(deviation(of({...podPnl, scope: 'firm'}, 0, 12))).toBeCloseTo(Math.sqrt(0.5), 1);
    const factors = block();
    const [own, netted] = [of(podPnl, 0, 12, factors), of({...podPnl, netting: 'across'}, 0, 12, factors)];
    const firm = of({...podPnl, scope: 'firm'}, 0, 12, factors);
    const expected = own.map((one, at) => one + Math.min(0, firm[at] as number));
    expect(furthest(netted, expected)).toBeLessThan(1e-6);
    expect(pnlOf({...podPnl, scope: 'protected'}, 1_000_000, factors, model)({from: 0, to: 3})).toBe(250_000);
  });
});

describe('incidents', () => {
  const stated = reliability.incidents as Incidents;
  const quarter = (of: Incidents, from = 0) => outagesOf(of, block())({from, to: from + 3});

  test('a quarter is without one as often as the Poisson law says, and as the negative binomial does', () => {
    const none = (of: Incidents) => mean(quarter(of).longest.map(one => (one === 0 ? 1 : 0)));
    near(none(stated), Math.exp(-1.5), Math.sqrt(Math.exp(-1.5)));
    const bursts = (1 + 1.5 / 0.8) ** -0.8;
    near(none({...stated, size: 0.8}), bursts, Math.sqrt(bursts));
    const counted = {...stated, rate: {events: 12, time: 2}};
    // A rate with a gamma posterior of shape 12.5 and time 2: the Poisson mixed with it.
    const unknown = (1 + 0.25 / 2) ** -12.5;
    near(none(counted), unknown, Math.sqrt(unknown));
  });

  test('minutes are as many as the lengths say, and never longer than a session', () => {
    const {minutes, longest} = quarter({...stated, longest: 1e9});
    const [each, square] = [5 * Math.exp(0.5), 25 * Math.exp(2)];
    near(mean(minutes), 1.5 * each, Math.sqrt(1.5 * square));
    expect(longest.every((one, at) => one <= (minutes[at] as number) + 1e-9)).toBe(true);
    expect(quarter({...stated, longest: 3}).longest.every(one => one <= 3)).toBe(true);
  });

  test('a quarter is its months, and a year its quarters', () => {
    const factors = block();
    const of = (from: number, to: number) => outagesOf(stated, factors)({from, to});
    for (const [whole, parts] of [
      [of(3, 6), [of(3, 4), of(4, 5), of(5, 6)]],
      [of(0, 12), [of(0, 3), of(3, 6), of(6, 9), of(9, 12)]],
    ] as const) {
      const all = (which: 'minutes' | 'longest', at: number) => parts.map(part => part[which][at] as number);
      const sums = whole.minutes.map((_, at) => all('minutes', at).reduce((sum, one) => sum + one, 0));
      expect(furthest(sums, whole.minutes)).toBeLessThan(1e-6);
      expect(whole.longest.map((_, at) => Math.max(...all('longest', at)))).toEqual(whole.longest);
    }
  });

  test('lengths seen are drawn again, and a law learned from few strays more', () => {
    expect(new Set(quarter({...stated, durations: [4, 9]}).longest)).toEqual(new Set([0, 4, 9]));
    const spread = (of: Incidents) => mean(quarter(of).longest.map(one => (one > 60 ? 1 : 0)));
    expect(spread({...stated, learnedFrom: 3})).toBeGreaterThan(2 * spread(stated));
  });

  test('offers of the same systems meet the same incidents', () =>
    expect(quarter(stated, 6)).toEqual(quarter({...stated}, 6)));
});
