import {describe, expect, test} from 'vitest';
import {
  defer,
  equalParts,
  EXITS,
  forfeit,
  pay,
  scale,
  schedule,
} from '../../../src/terms/contract/contract.ts';
import {breakEven} from '../../../src/terms/value/break-even.ts';
import {cornersOfOffers, isDecided} from '../../../src/terms/value/corners.ts';
import {valueOffers} from '../../../src/terms/value/valuation.ts';
import {carried, flagship, offer, quiet, usual, valued} from './offers.ts';

const paths = 4096;
const options = {seed: 1, model: usual(), paths};
const yearly = (amount: number) => forfeit(EXITS, schedule({every: 12, times: 8}, pay(amount)));
const shares = (amount: number) =>
  forfeit(EXITS, schedule({every: 12, times: 8}, scale({is: 'price', of: 'share'}, pay(amount))));

describe('corners', () => {
  test('move one assumption at a time, and those alone that something hangs on', () => {
    const {corners, order, ranges} = cornersOfOffers(
      [offer('a', {cash: yearly(100)}), offer('b', {shares: shares(90)})],
      options,
    );
    expect(new Set(corners.map(({assumption}) => assumption))).toEqual(
      new Set([
        'horizon',
        'riskAversion',
        'wealth',
        'discountRate',
        'quit',
        'dismissed',
        'cause',
        'podClosed',
        'commonFactor',
        'shareGrowth',
        'shareVolatility',
      ]),
    );
    expect(corners.filter(({assumption}) => assumption === 'quit').map(({from, to}) => [from, to])).toEqual([
      [0.15, 0.075],
      [0.15, 0.3],
    ]);
    expect(order).toEqual(['a', 'b']);
    for (const {low, high} of ranges) expect(low).toBeLessThan(high);
  });

  test('say at which value the order turns', () => {
    const pair = [offer('a', {cash: yearly(100_000)}), offer('b', {shares: shares(99_000)})];
    const {turns, order} = cornersOfOffers(pair, options);
    expect(order).toEqual(['b', 'a']);
    expect(turns.map(({assumption, to, order: there}) => [assumption, to, there])).toContainEqual([
      'shareGrowth',
      -0.05,
      ['a', 'b'],
    ]);
  });

  test('are valued as a valuation with that assumption is', () => {
    const {corners} = cornersOfOffers([flagship], options);
    for (const {assumption, to, certain} of corners)
      expect(
        valued(flagship, {...options, model: usual({[assumption]: to})}).certain / (certain[0] as number),
      ).toBeCloseTo(1, 9);
  });
});

describe('no offer is called better', () => {
  const decided = (a: number, b: ReturnType<typeof shares>) => {
    const pair = [offer('a', {cash: yearly(a)}), offer('b', {shares: b})];
    // Nobody leaves and prices hardly move, so that chance says little.
    const calm = {...options, model: quiet({shareVolatility: 0.01})};
    return isDecided(valueOffers(pair, calm), cornersOfOffers(pair, calm), 'a', 'b');
  };

  test('where a corner disagrees and the assumptions range wider than chance', () =>
    expect(decided(100_000, shares(99_000))).toBe(false));
  test('but where every corner agrees', () => expect(decided(300_000, shares(99_000))).toBe(true));
  test('where both are worth the same', () => expect(decided(100_000, yearly(100_000))).toBe(false));
  test('and chance ranges wider, the order decides', () => {
    const pair = [offer('a', {pay: pay(100)}), offer('b', {pay: pay(99)})];
    const [valuation, corners] = [valueOffers(pair, options), cornersOfOffers(pair, options)];
    const wide = {...valuation, offers: valuation.offers.map(one => ({...one, p10: -1e6, p90: 1e6}))};
    const torn = {...corners, corners: corners.corners.map(one => ({...one, certain: [1, 2]}))};
    expect(isDecided(wide, torn, 'b', 'a')).toBe(true);
    expect(() => isDecided(wide, torn, 'a', 'c')).toThrow(RangeError);
    expect(() => isDecided(wide, torn, 'a', 'a')).toThrow(RangeError);
  });
  test('by a lead that the drawing may have made', () => {
    const pair = [offer('a', {cash: yearly(100_000)}), offer('b', {shares: shares(110_000)})];
    const valuation = valueOffers(pair, options);
    const leading = (lead: number) => {
      const beats = [{a: 'a', b: 'b', probability: 0.5, lead, standardError: 10}];
      return isDecided({...valuation, beats}, {...cornersOfOffers(pair, options), corners: []}, 'a', 'b');
    };
    expect([leading(19), leading(-19), leading(21), leading(-21)]).toEqual([false, false, true, true]);
  });
});

describe('break-even', () => {
  const sharing = (percent: number) =>
    offer(
      'fund',
      {
        base: yearly(200_000),
        share: forfeit(
          EXITS,
          defer(
            0.4,
            equalParts(3, 12),
            schedule(
              {every: 12, times: 8},
              pay({
                is: 'product',
                of: [{is: 'stated', value: percent, at: 3}, 0.01, {is: 'max', of: [0, carried]}],
              }),
            ),
          ),
        ),
      },
      {pnl: {pod: 2_000_000}},
    );
  const rival = offer('rival', {base: yearly(230_000)});
  const of = (more: Partial<Parameters<typeof breakEven>[2]> = {}) =>
    breakEven([rival, sharing(2.5)], ['fund', 'rival'], {
      ...options,
      lever: {offer: 'fund', at: 3},
      range: [0, 20],
      ...more,
    });

  test('the participation must be so much, and at that both are worth the same', () => {
    const percent = of() ?? Number.NaN;
    const {offers} = valueOffers([rival, sharing(percent)], options);
    expect((offers[0]?.certain ?? 0) / (offers[1]?.certain ?? 1)).toBeCloseTo(1, 4);
    expect(valueOffers([rival, sharing(percent + 0.1)], options).order[0]).toBe('fund');
    expect(valueOffers([rival, sharing(percent - 0.1)], options).order[0]).toBe('rival');
  });

  test('the share must grow by so much a year: without risk it can be said beforehand', () => {
    const model = quiet({shareVolatility: 0});
    const year = (amount: number) =>
      schedule({every: 12, times: 1}, scale({is: 'price', of: 'share'}, pay(amount)));
    const growth = breakEven([offer('a', {pay: pay(114, 12)}), offer('b', {shares: year(100)})], ['b', 'a'], {
      seed: 1,
      model,
      paths: 2,
      lever: {assumption: 'shareGrowth'},
      range: [-0.5, 1],
    });
    expect(growth).toBeCloseTo(0.14, 3);
  });

  test('there is none where one is worth more throughout', () => {
    expect(of({range: [0, 0.1]})).toBe(null);
    expect(of({range: [50, 90]})).toBe(null);
  });

  test.each([
    ['a range that is none', {range: [3, 3]}],
    ['a figure that is not stated', {lever: {offer: 'fund', at: 9}}],
    ['an offer that is not there', {lever: {offer: 'nobody', at: 3}}],
  ] as const)('%s is refused', (_, more) => expect(() => of(more)).toThrow(RangeError));
});
