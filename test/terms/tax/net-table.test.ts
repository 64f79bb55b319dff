import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {netAt, netTable, TAX_PLACES, taxOf} from '../../../src/terms/index.ts';
import {CASES, nameOf, WAGES} from './households.ts';

describe.each(CASES.map(one => [nameOf(one), one] as const))('the table of %s', (_name, of) => {
  const table = netTable(of.place, of.year, of.status, TAX_PLACES[of.place].currency, 0, 5_000_000);
  const offBy = (wages: number) => Math.abs(netAt(table, wages) - taxOf({...of, wages}).net);

  test('is within one of what is taken, from nothing to five million', () => {
    fc.assert(
      fc.property(WAGES, wages => {
        expect(offBy(wages)).toBeLessThan(1);
      }),
      {numRuns: 2000},
    );
  });

  test('is so on both sides of every knot', () => {
    const near = [...table.wages].flatMap(wages => [wages - 0.01, wages, wages + 0.01]);
    const inside = near.filter(wages => wages >= 0 && wages <= 5_000_000);
    expect(inside.filter(wages => offBy(wages) >= 1)).toEqual([]);
  });

  test('has its knots in order, fewer than a law has numbers', () => {
    expect([...table.wages]).toEqual([...table.wages].toSorted((a, b) => a - b));
    expect(table.wages.length).toBe(table.net.length);
    expect(table.wages.length).toBeLessThan(80);
  });

  test('may begin and end anywhere, and is the same there', () => {
    const part = netTable(of.place, of.year, of.status, table.currency, 90_000.5, 610_000);
    fc.assert(
      fc.property(fc.double({min: 90_000.5, max: 610_000, noNaN: true}), wages => {
        expect(Math.abs(netAt(part, wages) - netAt(table, wages))).toBeLessThan(0.01);
      }),
    );
    expect([part.wages[0], part.wages.at(-1)]).toEqual([90_000.5, 610_000]);
  });
});
