import {minus, over, plus, type Quantity, quantity, showQuantity, times} from '../base/index.ts';
import type {Input} from './types.ts';

/** A formula over named inputs: `pods * dailyPnl / day`. */
export type Formula =
  | {readonly kind: 'name'; readonly name: string}
  | {readonly kind: 'number'; readonly value: number}
  | {readonly kind: 'apply'; readonly op: Operator; readonly left: Formula; readonly right: Formula};
export type Operator = '+' | '-' | '*' | '/';

/** A formula that cannot be read, or that asks for what is not there. The message says which, in lower case. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
}

const STRENGTH: Readonly<Record<Operator, number>> = {'+': 1, '-': 1, '*': 2, '/': 2};
const SIGNS: Readonly<Record<Operator, string>> = {'+': '+', '-': '−', '*': '×', '/': '÷'};
const WRITTEN: Readonly<Record<string, Operator>> = {'×': '*', '÷': '/', '−': '-'};
const APPLY = {'+': plus, '-': minus, '*': times, '/': over} as const;
/** Deeper nesting than any formula a person would read. */
const DEEPEST = 64;

/** Reads `+ - * / ( )`, numbers and names, `×`, `÷` and `−` included. Throws a `FormulaError` that names the place. */
export function formula(text: string): Formula {
  const tokens = [...text.matchAll(/\s*(?:([A-Za-z]\w*)|(\d+(?:\.\d+)?)|(\S))/g)];
  let at = 0;
  const peek = () => tokens[at]?.[0].trim() ?? '';
  const operator = (): Operator | undefined => {
    const sign = WRITTEN[peek()] ?? peek();
    return Object.hasOwn(STRENGTH, sign) ? (sign as Operator) : undefined;
  };
  const expected = (what: string) =>
    new FormulaError(
      `expected ${what}, got ${peek() === '' ? 'the end' : `"${peek()}"`} in "${text.slice(0, 80)}"`,
    );

  function operand(depth: number): Formula {
    if (depth > DEEPEST) throw new FormulaError(`more than ${DEEPEST} brackets deep`);
    const [, name, number, sign] = tokens[at] ?? [];
    if (name !== undefined) {
      at++;
      return {kind: 'name', name};
    }
    if (number !== undefined) {
      at++;
      return {kind: 'number', value: Number(number)};
    }
    if (sign !== '(') throw expected('a name, a number or "("');
    at++;
    const inner = expression(0, depth + 1);
    if (peek() !== ')') throw expected('")"');
    at++;
    return inner;
  }

  function expression(weakest: number, depth: number): Formula {
    let left = operand(depth);
    for (let op = operator(); op !== undefined && STRENGTH[op] > weakest; op = operator()) {
      at++;
      left = {kind: 'apply', op, left, right: expression(STRENGTH[op], depth)};
    }
    return left;
  }

  const whole = expression(0, 0);
  if (at < tokens.length) throw expected('an operator');
  return whole;
}

/** Every name in the formula, once, in reading order. */
export function namesIn(of: Formula): readonly string[] {
  if (of.kind === 'number') return [];
  if (of.kind === 'name') return [of.name];
  return [...new Set([...namesIn(of.left), ...namesIn(of.right)])];
}

/**
 * The formula's value. Throws a `FormulaError` where an input is missing or the result is not finite, and a
 * `UnitError` where unlike units are added.
 */
export function evaluate(of: Formula, inputs: readonly Input[]): Quantity {
  const result = valueOf(of, inputs);
  if (!Number.isFinite(result.value)) throw new FormulaError('the result is not a finite number');
  return result;
}

/** The formula in the words of its inputs: `pods × daily PnL per pod × outage ÷ day`. */
export function showFormula(of: Formula, inputs: readonly Input[]): string {
  return write(of, name => found(inputs, name).label);
}

/** The formula with the values put in: `50 pods × USD 500,000 per pod per day × 15 minutes ÷ 390 minutes per day`. */
export function showWorking(of: Formula, inputs: readonly Input[]): string {
  return write(of, name => {
    const input = found(inputs, name);
    return showQuantity(input.quantity, input.share ? 'share' : 'number');
  });
}

function valueOf(of: Formula, inputs: readonly Input[]): Quantity {
  if (of.kind === 'number') return quantity(of.value);
  if (of.kind === 'name') return found(inputs, of.name).quantity;
  return APPLY[of.op](valueOf(of.left, inputs), valueOf(of.right, inputs));
}

function found(inputs: readonly Input[], name: string): Input {
  const input = inputs.find(one => one.name === name);
  if (input === undefined) {
    const known = inputs.map(one => one.name).join(', ');
    throw new FormulaError(`no input is called "${name}"${known === '' ? '' : `: there are ${known}`}`);
  }
  return input;
}

function write(of: Formula, named: (name: string) => string): string {
  if (of.kind === 'number') return String(of.value);
  if (of.kind === 'name') return named(of.name);
  const strength = STRENGTH[of.op];
  const side = (part: Formula, weakest: number) => {
    const text = write(part, named);
    return part.kind === 'apply' && STRENGTH[part.op] < weakest ? `(${text})` : text;
  };
  return `${side(of.left, strength)} ${SIGNS[of.op]} ${side(of.right, of.op === '-' || of.op === '/' ? strength + 1 : strength)}`;
}
