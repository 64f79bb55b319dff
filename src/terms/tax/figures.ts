import {type Currency, factPlace, quantity} from '../../base/index.ts';
import {type Input, type Known, read, valueOf, worked} from '../../figure/index.ts';
import {type TaxCase, type TaxLaw, taxLaw, STATUSES} from './facts.ts';
import {NUMBERS, type Sums} from './sums.ts';

/** A sum on its way to a figure: its value, and the formula that gives it so far. */
export interface Sum {
  readonly value: number;
  readonly formula: string;
  readonly binds: Binding;
  readonly inputs: readonly Input[];
}

/** How tightly a formula holds together: a sum falls apart within a product, a name nowhere. */
type Binding = 'sum' | 'product' | 'name';

/** Sums that become figures: whatever is `called` by a name is one, worked out from those before it. */
export const figureSums: Sums<Sum> = {
  plus: (a, b) => joined(NUMBERS.plus(a.value, b.value), `${a.formula} + ${within(b, 'sum')}`, 'sum', a, b),
  less: (a, b) => joined(NUMBERS.less(a.value, b.value), `${a.formula} - ${within(b, 'sum')}`, 'sum', a, b),
  times: (a, b) => multiplied(NUMBERS.times(a.value, b.value), '*', a, b),
  over: (a, b) => multiplied(NUMBERS.over(a.value, b.value), '/', a, b),
  smaller: (a, b) => (a.value > b.value ? b : a),
  larger: (a, b) => (a.value > b.value ? a : b),
  isAbove: (a, b) => a.value > b.value,
  cents: of => rounded(NUMBERS.cents(of.value), 'cents', of),
  wholeUp: of => rounded(NUMBERS.wholeUp(of.value), 'ceil', of),
  called: (name, label, of) => namedSum(name, label, figureOf(of)),
};

/** A figure as the sum that formulas call by `name`. */
export function namedSum(name: string, label: string, figure: Known): Sum {
  return {value: valueOf(figure), formula: name, binds: 'name', inputs: [{name, label, figure}]};
}

/** The figure of a sum: the one that it names, or the one that its formula gives. */
export function figureOf({formula, inputs}: Sum): Known {
  const only = inputs.find(({name}) => name === formula)?.figure;
  if (only !== undefined && only.figure !== 'sealed') return only;
  return worked(formula, inputs, {style: {as: 'money'}});
}

/** What of a law is no money: rates, and the two numbers of a fraction. */
const BARE: ReadonlySet<unknown> = new Set(['rate', 'reduction', 'of']);

/** The laws of a place in a year, each number a published figure where it stands in data/tax.json. */
export function lawInFigures(of: TaxCase, currency: Currency): TaxLaw<Sum> {
  return taxLaw(of, (value, path, source) => {
    const isBare = BARE.has(path.at(-1));
    const style =
      path.at(-1) === 'rate' ? ({as: 'share'} as const) : ({as: isBare ? 'full' : 'money'} as const);
    const unit = quantity(value, isBare ? '1' : currency);
    const figure = read(unit, factPlace('tax.json', path), {tier: 'published', source}, {style});
    const words = wordsOf(path);
    return namedSum(camel(words), words.join(' '), figure);
  });
}

/** `brackets 3 rate` of `laws.federal.2026.single.brackets.2.rate`: as people count them. */
function wordsOf(path: readonly (string | number)[]): readonly string[] {
  return path
    .slice(3)
    .filter(key => !STATUSES.some(one => one === key))
    .flatMap(key => (typeof key === 'number' ? [String(key + 1)] : key.split(/(?=[A-Z])/)))
    .map(word => word.toLowerCase());
}

function camel([first = '', ...more]: readonly string[]): string {
  return [first, ...more.map(word => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function multiplied(value: number, sign: string, a: Sum, b: Sum): Sum {
  return joined(value, `${within(a)} ${sign} ${within(b, 'product')}`, 'product', a, b);
}

/** What is round and has a name of its own stays what it is: the most of a year, $31.20. */
function rounded(value: number, by: string, of: Sum): Sum {
  return of.binds === 'name' && value === of.value ? of : joined(value, `${by}(${of.formula})`, 'name', of);
}

/** A formula as a part of another: in brackets where it would fall apart there. */
function within({formula, binds}: Sum, loose?: Binding): string {
  return binds === 'sum' || binds === loose ? `(${formula})` : formula;
}

function joined(value: number, formula: string, binds: Binding, a: Sum, b?: Sum): Sum {
  const inputs = [...a.inputs];
  for (const input of b?.inputs ?? []) {
    const known = inputs.find(({name}) => name === input.name);
    if (known === undefined) inputs.push(input);
    else if (known.figure !== input.figure) throw new Error(`two figures are called ${input.name}`);
  }
  return {value, formula, binds, inputs};
}
