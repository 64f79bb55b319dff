import {expect, test} from 'vitest';
import {eachPart, held} from '../strength.ts';

test.each([
  [1000, [0.92, 0.98], {fewest: 876, most: 997}],
  [300, [0.92, 0.98], {fewest: 251, most: 300}],
  [4000, [0.95, 0.95], {fewest: 3731, most: 3862}],
] as const)('of %i trials at %j so many may hold', (trials, [least, most], counts) => {
  expect(held(trials, least, most)).toEqual(counts);
});

test('a part of all notations has each sign and each grouping', () => {
  const all = ['$', '€', '£'].flatMap(sign => ['plain', 'by comma'].map(shape => ({parts: [sign, shape]})));
  const parts = eachPart(all).flatMap(one => one.parts);
  expect(new Set(parts)).toEqual(new Set(all.flatMap(one => one.parts)));
});
