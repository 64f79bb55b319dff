import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity, UnitError} from '../../src/base/index.ts';
import {
  evaluate,
  FormulaError,
  formula,
  type Input,
  namesIn,
  timesNamed,
  write,
} from '../../src/figure/index.ts';
import {figure, named} from './figures.ts';

const OUTAGE = named({
  pods: figure(50, 'pod'),
  pnl: figure(500_000, 'USD/pod/day'),
  outage: figure(15, 'minute'),
  day: figure(390, 'minute/day'),
  lost: figure(-18_730_000, 'USD'),
  kept: {figure: 'sealed', tier: 'stated'},
});
const at = (text: string, inputs: readonly Input[] = OUTAGE) => evaluate(formula(text), inputs).value;
const written = (text: string) =>
  write(
    formula(text),
    name => name,
    shown => shown,
  ).join('');

describe('a formula', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 2 / 2', 2],
    ['8 − 2 − 1', 5],
    ['6 × 4 ÷ 3', 8],
    ['0.5 * (4 - (1 + 1))', 1],
    ['2e3', 2000],
    ['round(1234.5)', 1230],
    ['round(pods * 1234.5, 2)', 62_000],
    ['round (0, 3)', 0],
    ['magnitude(18730000)', 10_000_000],
    ['magnitude(1000)', 1000],
    ['magnitude(0.25)', 0.1],
    ['magnitude(lost)', -10_000_000],
    ['magnitude(0)', 0],
    ['cents(2 / 3)', 0.67],
    ['cents(0.125 * 3)', 0.38],
    ['ceil(12569.5)', 12_570],
    ['ceil(pods)', 50],
  ])('%s is %d', (text, value) => expect(at(text)).toBe(value));

  test('carries units through', () => {
    const {value, unit} = evaluate(formula('pods * pnl * outage / day'), OUTAGE);
    expect(value).toBeCloseTo(961_538.46, 2);
    expect(unit).toEqual({USD: 1});
  });

  test('gives a constant the unit that it is written with', () =>
    expect(evaluate(formula('outage / 60[minute/hour]'), OUTAGE)).toEqual(quantity(0.25, 'hour')));

  test('keeps the unit of what is rounded', () =>
    expect(evaluate(formula('magnitude(pods)'), OUTAGE)).toEqual(quantity(10, 'pod')));

  test('takes the low end of a range', () => {
    const range = {
      ...figure(0, 'USD'),
      quantity: {low: 175_000, high: 225_000, unit: {USD: 1}},
    };
    expect(at('range * 2', named({range}))).toBe(350_000);
  });

  test('refuses to add unlike units', () => expect(() => at('pods + outage')).toThrow(UnitError));

  test.each([
    ['', 'expected a name, a number or "(", got the end'],
    ['pods *', 'got the end'],
    ['(pods', 'expected ")"'],
    ['pods pods', 'expected an operator, got "pods"'],
    ['pods ** 2', 'got "*"'],
    ['pods; drop', 'got ";"'],
    ['constructor', 'no input is called "constructor": there are pods, pnl'],
    ['constructor(1)', 'expected an operator, got "("'],
    ['round()', 'got ")"'],
    ['round(1, 0)', 'round leaves 1 to 15 digits'],
    ['round(1, 101)', 'round leaves 1 to 15 digits'],
    ['round(1, pods)', 'round leaves 1 to 15 digits'],
    ['round(1, 2, 3)', 'round takes a number'],
    ['magnitude(1, 2)', 'magnitude takes one number'],
    ['1 / 0', 'not a finite number'],
    ['1e999', 'not a finite number'],
    ['12[month//year]', 'got "["'],
    ['kept * 2', 'the input "kept" is kept back'],
    ['1+'.repeat(4096) + '1', 'too long'],
    ['('.repeat(20_000), 'too long'],
    ['('.repeat(400) + '1' + ')'.repeat(400), 'too deep'],
    ['round('.repeat(200) + '1' + ')'.repeat(200), 'too deep'],
  ])('"%.40s" is refused: %s', (text, message) => {
    expect(() => at(text)).toThrow(FormulaError);
    expect(() => at(text)).toThrow(message);
  });

  test('as long as may be is read, worked out and written', () => {
    const long = Array.from({length: 500}, () => 'pods').join('+');
    expect(at(long)).toBe(25_000);
    expect(written(long)).toHaveLength(500 * 4 + 499 * 3);
    expect(namesIn(formula(long))).toEqual(['pods']);
    expect(timesNamed(formula(long), 'pods')).toBe(500);
  });

  test('any text is read or refused, never a crash or a hang', () => {
    const words = 'pods day 3 0.5 2[pod] + - * / ( ) × £ , round( magnitude( [ ]'.split(' ');
    const scraps = fc.array(fc.constantFrom(...words, ' '), {maxLength: 200}).map(list => list.join(''));
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string()), text => {
        try {
          expect(Number.isFinite(at(text))).toBe(true);
        } catch (error) {
          expect(error instanceof FormulaError || error instanceof UnitError).toBe(true);
        }
      }),
    );
  });

  test('names come once, in reading order', () =>
    expect(namesIn(formula('b * round(a + b)'))).toEqual(['b', 'a']));
});

describe('a formula is written', () => {
  test.each([
    ['pods*pnl/day', 'pods × pnl ÷ day'],
    ['(a + b) * c', '(a + b) × c'],
    ['(a * b) + c', 'a × b + c'],
    ['a - (b - c)', 'a − (b − c)'],
    ['a / (b * c)', 'a ÷ (b × c)'],
    ['round(a*b, 3)', '(a × b) rounded to 3 digits'],
    ['round(a)', 'a rounded'],
    ['magnitude(pods)', 'the order of magnitude of pods'],
    ['grant / 4[year]', 'grant ÷ 4 years'],
  ])('%s as %s', (text, shown) => expect(written(text)).toBe(shown));

  test('so that reading it again gives the same', () => {
    const {tree} = fc.letrec<{tree: string}>(tie => ({
      tree: fc.oneof(
        {maxDepth: 5},
        fc.constantFrom('a', 'b', '3', '0.5'),
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([left, op, right]) => `(${left} ${op} ${right})`),
      ),
    }));
    const inputs = named({a: figure(7), b: figure(11)});
    fc.assert(
      fc.property(tree, text => {
        const value = (of: string) => {
          try {
            return at(of, inputs);
          } catch {
            return null;
          }
        };
        const [before, after] = [value(text), value(written(text))];
        if (before !== null && after !== null && Math.abs(before) > 1e-6)
          expect(after / before).toBeCloseTo(1, 6);
      }),
    );
  });
});
