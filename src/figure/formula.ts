import {
  minus,
  ONE,
  over,
  plus,
  type Quantity,
  quantity,
  sameUnit,
  showQuantity,
  times,
} from '../base/index.ts';
import {type Input, isKnown} from './figure.ts';

/** A formula over named inputs: `pods * dailyPnl / day`, `round(anchor * rate, 3)`, `12[month/year] * monthly`. */
export type Formula =
  | {readonly kind: 'name'; readonly name: string}
  | {readonly kind: 'number'; readonly value: number; readonly unit: string}
  | {readonly kind: 'apply'; readonly op: Operator; readonly left: Formula; readonly right: Formula}
  | {readonly kind: 'call'; readonly name: FunctionName; readonly parts: readonly Formula[]};
type Operator = '+' | '-' | '*' | '/';

/** A formula that cannot be read, or that asks for what is not there. The message says which, in lower case. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
}

const STRENGTH: Readonly<Record<Operator, number>> = {'+': 1, '-': 1, '*': 2, '/': 2};
const SIGNS: Readonly<Record<Operator, string>> = {'+': '+', '-': '−', '*': '×', '/': '÷'};
const WRITTEN: Readonly<Record<string, Operator>> = {'×': '*', '÷': '/', '−': '-'};
const APPLY = {'+': plus, '-': minus, '*': times, '/': over} as const;
/** Deeper nesting, and more words and signs, than any formula a person would read: a stack holds them. */
const DEEPEST = 64;
const LONGEST = 1000;

/** What a formula may call beside the four operators; the unit of the result is that of the first part. */
const FUNCTIONS = {
  /** `round(x, 3)`: to three significant digits. */
  round: ([of, digits, ...more]: readonly Quantity[]) => {
    const count = digits?.value ?? 3;
    if (more.length > 0) throw new FormulaError('round takes a number and how many digits of it stay');
    if (!(Number.isInteger(count) && count >= 1 && count <= 15) || (digits !== undefined && !isBare(digits)))
      throw new FormulaError('round leaves 1 to 15 digits');
    return mapped(of, x => Number(x.toPrecision(count)));
  },
  /** `magnitude(x)`: the power of ten at or below it, with its sign; of nothing, nothing. */
  magnitude: ofOne('magnitude', x => (x === 0 ? 0 : Math.sign(x) * 10 ** powerOf(x))),
  /** `cents(x)`: to the nearest hundredth, as a tax is paid. */
  cents: ofOne('cents', x => Math.round(x * 100) / 100),
  /** `ceil(x)`: up to the next whole one. */
  ceil: ofOne('ceil', Math.ceil),
} as const;
type FunctionName = keyof typeof FUNCTIONS;

function ofOne(name: string, by: (value: number) => number) {
  return ([of, ...more]: readonly Quantity[]): Quantity => {
    if (more.length > 0) throw new FormulaError(`${name} takes one number`);
    return mapped(of, by);
  };
}

function mapped(of: Quantity | undefined, by: (value: number) => number): Quantity {
  return of === undefined ? quantity(Number.NaN) : {...of, value: by(of.value)};
}

/** The power of ten at or below a number's size: 7 of 18,730,000. */
export function powerOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)) + 1e-9);
}

/** Reads `+ - * / ( )`, numbers and names, `×`, `÷` and `−` included, and calls. Throws a `FormulaError` that names the place. */
export function formula(text: string): Formula {
  const tokens = [
    ...text.matchAll(/\s*(?:([A-Za-z]\w*)|(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:\[(\w+(?:\/\w+)*)\])?|(\S))/g),
  ];
  if (tokens.length > LONGEST) throw new FormulaError(`too long: more than ${LONGEST} words and signs`);
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
  const skip = (sign: string) => {
    if (peek() !== sign) throw expected(`"${sign}"`);
    at++;
  };

  function operand(depth: number): Formula {
    if (depth > DEEPEST) throw new FormulaError(`too deep: more than ${DEEPEST} brackets in one another`);
    const [, name, number, unit = '1', sign] = tokens[at] ?? [];
    if (name !== undefined) {
      at++;
      return peek() === '(' && Object.hasOwn(FUNCTIONS, name)
        ? {kind: 'call', name: name as FunctionName, parts: parts(depth)}
        : {kind: 'name', name};
    }
    if (number !== undefined) {
      at++;
      return {kind: 'number', value: Number(number), unit};
    }
    if (sign !== '(') throw expected('a name, a number or "("');
    at++;
    const inner = expression(0, depth + 1);
    skip(')');
    return inner;
  }

  function parts(depth: number): readonly Formula[] {
    const found: Formula[] = [];
    do {
      at++;
      found.push(expression(0, depth + 1));
    } while (peek() === ',');
    skip(')');
    return found;
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
  const found = new Set<string>();
  visit(of, one => found.add(one));
  return [...found];
}

/** How often the formula names an input. */
export function timesNamed(of: Formula, name: string): number {
  let count = 0;
  visit(of, one => {
    if (one === name) count++;
  });
  return count;
}

function visit(of: Formula, each: (name: string) => void): void {
  if (of.kind === 'name') each(of.name);
  else if (of.kind === 'call') for (const part of of.parts) visit(part, each);
  else if (of.kind === 'apply') {
    visit(of.left, each);
    visit(of.right, each);
  }
}

/** Which end of inputs that are ranges counts. */
type End = 'low' | 'high';

/**
 * The formula's value, of ranges at their low ends unless told. Throws a `FormulaError` where an input is missing or sealed
 * or the result is not finite, and a `UnitError` where unlike units are added.
 */
export function evaluate(of: Formula, inputs: readonly Input[], end: End = 'low'): Quantity {
  const result = valueOf(of, inputs, end);
  if (!Number.isFinite(result.value)) throw new FormulaError('the result is not a finite number');
  return result;
}

function valueOf(of: Formula, inputs: readonly Input[], end: End): Quantity {
  switch (of.kind) {
    case 'number':
      return quantity(of.value, of.unit);
    case 'name':
      return quantityOf(inputNamed(inputs, of.name), end);
    case 'call':
      return FUNCTIONS[of.name](of.parts.map(part => valueOf(part, inputs, end)));
    case 'apply':
      return APPLY[of.op](valueOf(of.left, inputs, end), valueOf(of.right, inputs, end));
  }
}

function quantityOf({name, figure}: Input, end: End): Quantity {
  if (!isKnown(figure)) throw new FormulaError(`the input "${name}" is kept back`);
  const {quantity: of} = figure;
  return 'value' in of ? of : {value: of[end], unit: of.unit};
}

/** The input that a formula calls by `name`. Throws a `FormulaError` that names those there are. */
export function inputNamed(inputs: readonly Input[], name: string): Input {
  const input = inputs.find(one => one.name === name);
  if (input !== undefined) return input;
  const known = inputs.map(one => one.name).join(', ');
  throw new FormulaError(`no input is called "${name}"${known === '' ? '' : `: there are ${known}`}`);
}

/** A call in words: `(a ÷ b) rounded to 3 digits`. */
const WORDS = {
  round: <T>([of = [], digits]: readonly Pieces<T>[], bare: boolean): Pieces<T> => [
    ...bracketed(of, bare),
    ' rounded',
    ...(digits === undefined ? [] : [' to ', ...digits, ' digits']),
  ],
  magnitude: <T>([of = []]: readonly Pieces<T>[], bare: boolean): Pieces<T> => [
    'the order of magnitude of ',
    ...bracketed(of, bare),
  ],
  cents: <T>([of = []]: readonly Pieces<T>[], bare: boolean): Pieces<T> => [
    ...bracketed(of, bare),
    ' to the cent',
  ],
  ceil: <T>([of = []]: readonly Pieces<T>[], bare: boolean): Pieces<T> => [
    ...bracketed(of, bare),
    ' up to the next whole one',
  ],
} as const;

type Pieces<T> = readonly (string | T)[];

function bracketed<T>(of: Pieces<T>, bare: boolean): Pieces<T> {
  return bare ? ['(', ...of, ')'] : of;
}

/**
 * The formula with `show` in the place of each name and `constant` in that of each number, brackets only where they matter:
 * `pods × daily PnL ÷ day`. What is put in may be text or anything else: the pieces come in reading order.
 */
export function write<T>(
  of: Formula,
  show: (name: string) => T,
  constant: (text: string) => T,
): readonly (string | T)[] {
  const inner = (part: Formula) => write(part, show, constant);
  if (of.kind === 'number') return [constant(showQuantity(quantity(of.value, of.unit)))];
  if (of.kind === 'name') return [show(of.name)];
  if (of.kind === 'call') return WORDS[of.name](of.parts.map(inner), of.parts[0]?.kind === 'apply');
  const strength = STRENGTH[of.op];
  const side = (part: Formula, weakest: number) =>
    part.kind === 'apply' && STRENGTH[part.op] < weakest ? ['(', ...inner(part), ')'] : inner(part);
  return [
    ...side(of.left, strength),
    ` ${SIGNS[of.op]} `,
    ...side(of.right, of.op === '-' || of.op === '/' ? strength + 1 : strength),
  ];
}

/** Whether `of` is a bare number. */
function isBare(of: Quantity): boolean {
  return sameUnit(of.unit, ONE);
}
