import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity, UnitError} from '../../src/base/index.ts';
import {evaluate, FormulaError, formula, type Input, namesIn, solveFor} from '../../src/claims/index.ts';

function input(name: string, value: number, unit: string): Input {
  return {
    name,
    label: name,
    quantity: quantity(value, unit),
    share: unit === 'percent',
    evidence: {tier: 'stated', source: 'a test'},
    disclosure: 'public',
  };
}

const OUTAGE = [
  input('pods', 50, 'pod'),
  input('pnl', 500_000, 'USD/pod/day'),
  input('outage', 15, 'minute'),
  input('day', 390, 'minute/day'),
];
const at = (text: string, inputs: readonly Input[] = []) => evaluate(formula(text), inputs).value;

describe('a formula', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 2 / 2', 2],
    ['8 − 2 − 1', 5],
    ['6 × 4 ÷ 3', 8],
    ['0.5 * (4 - (1 + 1))', 1],
  ])('%s is %d', (text, value) => expect(at(text)).toBe(value));

  test('carries units through', () => {
    const {value, unit} = evaluate(formula('pods * pnl * outage / day'), OUTAGE);
    expect(value).toBeCloseTo(961_538.46, 2);
    expect(unit).toEqual({USD: 1});
  });

  test('refuses to add unlike units', () => expect(() => at('pods + outage', OUTAGE)).toThrow(UnitError));

  test.each([
    ['', 'expected a name, a number or "(", got the end'],
    ['pods *', 'got the end'],
    ['(pods', 'expected ")"'],
    ['pods pods', 'expected an operator, got "pods"'],
    ['pods ** 2', 'got "*"'],
    ['pods; drop', 'got ";"'],
    ['constructor', 'no input is called "constructor"'],
    ['1 / 0', 'not a finite number'],
  ])('"%s" is refused: %s', (text, message) => {
    expect(() => at(text, OUTAGE)).toThrow(FormulaError);
    expect(() => at(text, OUTAGE)).toThrow(message);
  });

  test('any text is read or refused, never a crash or a hang', () => {
    const scraps = fc.array(
      fc.constantFrom('pods', 'day', '3', '0.5', '+', '-', '*', '/', '(', ')', ' ', '×', '£'),
      {maxLength: 200},
    );
    fc.assert(
      fc.property(
        fc.oneof(
          scraps.map(list => list.join('')),
          fc.string(),
        ),
        text => {
          try {
            expect(Number.isFinite(at(text, OUTAGE))).toBe(true);
          } catch (error) {
            expect(error instanceof FormulaError || error instanceof UnitError).toBe(true);
          }
        },
      ),
    );
    expect(() => formula('('.repeat(100_000))).toThrow(FormulaError);
  });

  test('names come once, in reading order', () => expect(namesIn(formula('b * a + b'))).toEqual(['b', 'a']));

  test('solving for an input gives the figure back', () => {
    const inputs = fc.record({
      pods: fc.integer({min: 1, max: 500}),
      target: fc.double({min: 1, max: 1e9, noNaN: true}),
    });
    fc.assert(
      fc.property(inputs, fc.constantFrom('pods', 'outage', 'day'), ({pods, target}, name) => {
        const read = formula('pods * pnl * outage / day');
        const all = OUTAGE.map(one => (one.name === 'pods' ? input('pods', pods, 'pod') : one));
        const solved = solveFor(read, all, name, target);
        const put = all.map(one =>
          one.name === name ? {...one, quantity: {...one.quantity, value: solved ?? Number.NaN}} : one,
        );
        expect(evaluate(read, put).value / target).toBeCloseTo(1, 6);
      }),
    );
  });
});
