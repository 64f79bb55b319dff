import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {quantity} from '../../../src/base/index.ts';
import {assumed, tierOf, valueOf} from '../../../src/figure/index.ts';
import {ASSUMPTIONS, assumptionsOf, cornersOf, modelOf} from '../../../src/terms/value/assumptions.ts';

const file = parse(readFileSync('data/assumptions.yaml', 'utf8')) as {
  readonly asOf: string;
  readonly assumptions: Readonly<Record<string, {readonly value: number; readonly why: string}>>;
};

test('every assumption stands in the file, and nothing else does', () => {
  expect(Object.keys(file.assumptions)).toEqual([...ASSUMPTIONS]);
  expect(file.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each(ASSUMPTIONS)('%s is a figure that is assumed, with its reason, between two corners', name => {
  const figure = assumptionsOf()[name];
  expect([figure.figure, tierOf(figure)]).toEqual(['assumed', 'assumed']);
  expect(valueOf(figure)).toBe(file.assumptions[name]?.value);
  expect(figure.figure === 'assumed' && figure.why.startsWith(file.assumptions[name]?.why ?? '?')).toBe(true);
  const [low, high] = cornersOf(name, valueOf(figure));
  expect(low).toBeLessThan(valueOf(figure));
  expect(high).toBeGreaterThan(valueOf(figure));
});

test('what the user states takes the place of ours, with corners at half and double', () => {
  const mine = assumed(quantity(0.1, '1/year'), 'mine');
  const {quit, horizon} = assumptionsOf({quit: mine});
  expect(quit).toBe(mine);
  expect(valueOf(horizon)).toBe(4);
  expect(cornersOf('quit', 0.1)).toEqual([0.05, 0.2]);
  expect(cornersOf('commonFactor', 0.8)).toEqual([0.4, 0.99]);
  expect(cornersOf('shareGrowth', -0.1)).toEqual([-0.2, -0.05]);
});

test('what cannot be is refused', () => {
  const of = (value: number) => modelOf(assumptionsOf({quit: assumed(quantity(value), 'mine')}));
  expect(() => of(1.5)).toThrow('quit of 1.5, expected 0 to 1');
  expect(() => of(Number.NaN)).toThrow(RangeError);
  expect(of(1).quit).toBe(1);
});
