import {describe, expect, test} from 'vitest';
import {exponentials, fillNormal, fillUniform, stream} from '../../src/stats/index.ts';
import {normalBelow} from '../../src/stats/normal.ts';
import {ERRORS, times} from '../strength.ts';

const COUNT = times(10_000_000);
const drawn = new Float64Array(COUNT);
fillNormal(stream(1, 'ziggurat'), drawn);

describe('normal numbers by a ziggurat', () => {
  test.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ])('have moment %i of the law', (power, moment, variance) => {
    const mean = drawn.reduce((sum, x) => sum + x ** power, 0) / COUNT;
    expect(Math.abs(mean - moment)).toBeLessThan(ERRORS * Math.sqrt(variance / COUNT));
  });

  // The tail begins at 3.654; layers are narrowest near the mode.
  test.each([-4, -3.7, -3.654, -2, -1, -0.2, 0, 0.01, 0.5, 1.5, 3, 3.654, 3.8, 4.5])(
    'lie below %f as often as they should',
    x => {
      const p = normalBelow(x);
      const share = drawn.reduce((count, one) => count + (one < x ? 1 : 0), 0) / COUNT;
      // A rare count strays by more than its deviation says.
      expect(Math.abs(share - p)).toBeLessThan(
        ERRORS * Math.sqrt((p * (1 - p)) / COUNT) + ERRORS ** 2 / COUNT,
      );
    },
  );

  test('do not hang on the one before', () => {
    let sum = 0;
    for (let at = 1; at < COUNT; at++) sum += (drawn[at] as number) * (drawn[at - 1] as number);
    expect(Math.abs(sum / COUNT)).toBeLessThan(ERRORS / Math.sqrt(COUNT));
  });

  test('are the same for one seed and name', () => {
    const [one, other] = [new Float64Array(9), new Float64Array(9)];
    fillNormal(stream(3, 'a'), one);
    fillNormal(stream(3, 'a'), other);
    expect(one).toEqual(other);
    expect([...one].map(x => Number(x.toPrecision(12)))).toMatchInlineSnapshot(`
      [
        -1.33662593703,
        -1.02859250988,
        1.43190304907,
        -0.142490037391,
        -0.614041624585,
        0.17953259367,
        -2.32205531711,
        0.745344597914,
        -2.0692479077,
      ]
    `);
  });
});

test('uniform numbers fill what lies from 0 to below 1', () => {
  const column = new Float64Array(COUNT);
  fillUniform(stream(1, 'uniform'), column);
  const mean = column.reduce((sum, x) => sum + x, 0) / COUNT;
  expect(Math.abs(mean - 0.5)).toBeLessThan(ERRORS * Math.sqrt(1 / 12 / COUNT));
  expect(column.every(x => x >= 0 && x < 1)).toBe(true);
});

test('powers of e are those of Math.exp, to 15 digits', () => {
  const of = Float64Array.from({length: 40_001}, (_, at) => (at - 20_000) / 29);
  const powers = of.slice();
  exponentials(powers);
  for (const [at, power] of powers.entries())
    expect(Math.abs(power / Math.exp(of[at] as number) - 1)).toBeLessThan(2e-15);
  expect(exponential(0)).toBe(1);
  expect(exponential(-1e9)).toBeLessThan(1e-300);
  expect(exponential(1e9)).toBeGreaterThan(1e300);
});

function exponential(of: number): number {
  const column = Float64Array.of(of);
  exponentials(column);
  return column[0] as number;
}
