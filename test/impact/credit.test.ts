import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CoalitionValue, type Shares, shapley} from '../../src/impact/credit.ts';
import {MOST_CONTRIBUTORS} from '../../src/impact/index.ts';

const values = ({credits}: Shares) => credits.map(({value}) => value);

/** A worth for each coalition of up to six, as a table by its members: the empty one brings nothing. */
const games = fc.integer({min: 1, max: 6}).chain(n =>
  fc.record({
    names: fc.constant([...'abcdef'].slice(0, n)),
    table: fc.array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 2 ** n, maxLength: 2 ** n}),
  }),
);
const worthOf =
  (names: readonly string[], table: readonly number[]): CoalitionValue =>
  coalition => {
    const set = names.reduce((sum, name, i) => sum + (coalition.includes(name) ? 1 << i : 0), 0);
    return set === 0 ? 0 : (table[set] as number);
  };

describe('credit by Shapley', () => {
  test('shares out gloves: one left hand, two right hands', () => {
    // The textbook case: a pair is worth 1; the left hand gets 4/6, each right hand 1/6.
    const gloves: CoalitionValue = of => (of.includes('left') && of.some(one => one !== 'left') ? 1 : 0);
    const told = shapley(['left', 'right', 'other'], gloves);
    expect(values(told).map(value => Number((6 * value).toFixed(9)))).toEqual([4, 1, 1]);
    expect(told.credits[0]).toMatchObject({firstIn: 0, lastIn: 1});
    expect(told.least).toBe('neither');
  });

  test('is what the mean over all orders comes to', () => {
    fc.assert(
      fc.property(games, ({names, table}) => {
        const worth = worthOf(names, table);
        const orders = (of: readonly string[]): string[][] =>
          of.length === 0
            ? [[]]
            : of.flatMap(one => orders(of.filter(other => other !== one)).map(rest => [one, ...rest]));
        const all = orders(names);
        for (const {contributor, value} of shapley(names, worth).credits) {
          const added = all.map(order => {
            const before = order.slice(0, order.indexOf(contributor));
            return worth([...before, contributor]) - worth(before);
          });
          expect(value).toBeCloseTo(added.reduce((sum, one) => sum + one, 0) / all.length, 6);
        }
      }),
      {numRuns: 30},
    );
  });

  test('gives out all there is (efficiency)', () => {
    fc.assert(
      fc.property(games, ({names, table}) => {
        const told = shapley(names, worthOf(names, table));
        expect(values(told).reduce((sum, one) => sum + one, 0)).toBeCloseTo(told.total, 6);
        expect(told.total).toBeCloseTo(table.at(-1) as number, 9);
      }),
    );
  });

  test('gives the same to those who do the same (symmetry)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: -9, max: 9, noNaN: true}), {minLength: 7, maxLength: 7}), by => {
        // What counts is only how many there are.
        const told = values(shapley([...'abcdef'], of => (of.length === 0 ? 0 : (by[of.length] as number))));
        for (const value of told) expect(value).toBeCloseTo(told[0] as number, 6);
      }),
    );
  });

  test('gives one who adds nothing nothing (dummy)', () => {
    fc.assert(
      fc.property(games, ({names, table}) => {
        const worth = worthOf(names, table);
        const told = shapley([...names, 'bystander'], of => worth(of.filter(one => one !== 'bystander')));
        expect(told.credits.at(-1)).toMatchObject({firstIn: 0, lastIn: 0});
        expect(told.credits.at(-1)?.value).toBeCloseTo(0, 9);
      }),
    );
  });

  test('of two worths together is the sum of both (additivity)', () => {
    fc.assert(
      fc.property(games, fc.double({min: -5, max: 5, noNaN: true}), ({names, table}, factor) => {
        const one = worthOf(names, table);
        const other: CoalitionValue = of => factor * of.length ** 2;
        const both = values(shapley(names, of => one(of) + other(of)));
        const [first, second] = [values(shapley(names, one)), values(shapley(names, other))];
        for (const [i, value] of both.entries())
          expect(value).toBeCloseTo((first[i] as number) + (second[i] as number), 6);
      }),
    );
  });

  test('lies between first in and last in where help is worth less the more there is of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0, max: 10, noNaN: true}), {minLength: 2, maxLength: 7}),
        weights => {
          const names = weights.map((_, i) => `n${i}`);
          const sum = (of: readonly string[]) =>
            of.reduce((total, name) => total + (weights[names.indexOf(name)] as number), 0);
          const told = shapley(names, of => Math.sqrt(sum(of)));
          expect(['lastIn', 'both']).toContain(told.least);
          for (const {value, firstIn, lastIn} of told.credits) {
            expect(value).toBeGreaterThanOrEqual(lastIn - 1e-9);
            expect(value).toBeLessThanOrEqual(firstIn + 1e-9);
          }
          expect(['firstIn', 'both']).toContain(shapley(names, of => sum(of) ** 2).least);
        },
      ),
    );
  });

  test('need not lie between them where help is worth now more and now less', () => {
    // Two together do great things, three get in each other's way.
    const by = [0, 0, 9, 0];
    const told = shapley(['a', 'b', 'c'], of => by[of.length] as number);
    expect(told.least).toBe('neither');
    expect(told.credits[0]).toMatchObject({firstIn: 0, lastIn: -9});
    expect(values(told)).toEqual([0, 0, 0]);
    const lopsided = shapley(['a', 'b', 'c'], of => (of.length === 2 && of.includes('a') ? 9 : 0));
    expect(lopsided.credits[0]?.value).toBeGreaterThan(0);
    expect(lopsided.credits[0]).toMatchObject({firstIn: 0, lastIn: 0});
  });

  test('asks for the worth of each coalition once, and takes eight contributors at most', () => {
    let asked = 0;
    shapley([...'abcdefgh'], () => ++asked);
    expect(asked).toBe(2 ** MOST_CONTRIBUTORS);
    expect(() => shapley([...'abcdefghi'], () => 0)).toThrow('invalid number of contributors: 9');
    expect(() => shapley(['a', 'a'], () => 0)).toThrow('one is named twice');
    expect(() => shapley(['a'], () => Number.NaN)).toThrow('invalid worth of a coalition: NaN');
  });
});
