import {expect, test} from 'vitest';
import {defer, equalParts, forfeit, pay, scale, schedule} from '../../../src/terms/contract/contract.ts';
import {ERRORS} from '../../strength.ts';
import {carried, offer, quiet, valued} from './offers.ts';

const award = forfeit(['quit'], defer(0.4, equalParts(3, 12), pay(70_000)));

test('one award, 40% deferred in three parts, 15% a year who quit, at 5%: $60,581', () => {
  const model = quiet({quit: 0.15, discountRate: 0.05});
  const {mean, standardError} = valued(offer('award', {award}), {seed: 1, model});
  // Paid are three parts, two, one or none, so that the deviation is known too.
  const part = (k: number) => ((70_000 * 0.4) / 3) * Math.exp(-0.05 * k);
  const ends = [0, 1, 2, 3].map(kept => ({
    chance: kept === 3 ? 0.85 ** 3 : 0.15 * 0.85 ** kept,
    paid: 42_000 + [1, 2, 3].slice(0, kept).reduce((sum, k) => sum + part(k), 0),
  }));
  const expected = ends.reduce((sum, {chance, paid}) => sum + chance * paid, 0);
  const variance = ends.reduce((sum, {chance, paid}) => sum + chance * (paid - expected) ** 2, 0);
  expect(Math.round(expected)).toBe(60_581);
  expect(Math.abs(mean - expected)).toBeLessThan(ERRORS * standardError);
  expect(standardError / Math.sqrt(variance / 100_000)).toBeCloseTo(1, 1);
});

/** The year of a line that pays $70,000 on average before it is carried: 3 years, a pod of Sharpe 1. */
function yearly(
  contract: (line: ReturnType<typeof schedule>) => ReturnType<typeof schedule>,
  but = {},
): number {
  const pod = 1_000_000;
  // E max(0, X) of a normal X of mean 1 and deviation 1: the density at 1, and the chance of being above -1.
  const positive = Math.exp(-0.5) / Math.sqrt(2 * Math.PI) + 0.8413447460685429;
  const rate = 70_000 / (pod * positive);
  const line = schedule({every: 12, times: 3}, scale(rate, pay({is: 'max', of: [0, carried]})));
  const of = offer('line', {line: contract(line)}, {pnl: {pod}});
  return valued(of, {seed: 1, model: quiet({discountRate: 0.05, ...but})}).mean / 3;
}

test('a line of $70K a year is worth $61K with losses carried, $59K deferred, $39K with 15% a year who quit', () => {
  const deferred = (line: ReturnType<typeof schedule>) => defer(0.4, equalParts(3, 12), line);
  // A third party's estimates on like assumptions, to the thousand that it gives.
  expect(Math.round(yearly(line => line) / 1000)).toBe(61);
  expect(Math.round(yearly(deferred) / 1000)).toBe(59);
  expect(Math.round(yearly(line => forfeit(['quit'], deferred(line)), {quit: 0.15}) / 1000)).toBe(39);
});
