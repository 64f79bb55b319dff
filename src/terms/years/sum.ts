import {type Currency, ONE, overUnit, timesUnit, type Unit} from '../../base/index.ts';
import {type Input, type Known, valueOf, worked} from '../../figure/index.ts';

/** A figure that a sum is worked out from, by its place among those of an offer. */
interface Leaf {
  readonly at: number;
  readonly figure: Known;
}

/** Some figures multiplied with each other and with a number. */
interface Product {
  readonly number: number;
  readonly of: readonly Leaf[];
}

/**
 * A sum of products of figures, kept so that a formula can be written of it that a person can follow: twelve months of a twelfth
 * of base are `base`, not twelve summands.
 */
export type Sum = readonly Product[];

export const NOTHING: Sum = [];

export function bare(number: number): Sum {
  return number === 0 ? NOTHING : [{number, of: []}];
}

/** A figure as a sum; of nothing, nothing. */
export function leaf(figure: Known, at: number): Sum {
  return valueOf(figure) === 0 ? NOTHING : [{number: 1, of: [{at, figure}]}];
}

export function plus(one: Sum, other: Sum): Sum {
  const made = new Map<string, Product>();
  for (const product of [...one, ...other]) {
    const key = product.of.map(({at}) => at).join();
    const number = (made.get(key)?.number ?? 0) + product.number;
    made.set(key, {number, of: product.of});
  }
  return [...made.values()].filter(({number}) => Math.abs(number) > SMALL);
}

/** Below it a number is what adding left over of nothing. */
const SMALL = 1e-12;

export function times(one: Sum, other: Sum): Sum {
  const products = one.flatMap(a =>
    other.map(b => ({number: a.number * b.number, of: [...a.of, ...b.of].toSorted((x, y) => x.at - y.at)})),
  );
  return products.reduce<Sum>((sum, product) => plus(sum, [product]), NOTHING);
}

export function valueOfSum(sum: Sum): number {
  return sum.reduce(
    (total, {number, of}) => total + of.reduce((value, {figure}) => value * valueOf(figure), number),
    0,
  );
}

/** A sum as a figure of money of a currency; null of nothing. `names` says what a formula calls a figure. */
export function figureOfSum(sum: Sum, currency: Currency, names: (figure: Known) => string): Known | null {
  if (sum.length === 0) return null;
  const inputs = new Map<number, Input>();
  const formula = sum
    .toSorted((one, other) => Math.sign(other.number) - Math.sign(one.number))
    .map((product, place) => {
      const text = written({...product, number: Math.abs(product.number)}, currency, inputs, names);
      const isLess = product.number < 0;
      return place === 0 ? `${isLess ? `0[${currency}] - ` : ''}${text}` : `${isLess ? '-' : '+'} ${text}`;
    })
    .join(' ');
  const [only] = inputs.values();
  if (inputs.size === 1 && only?.name === formula) return only.figure as Known;
  return worked(formula, [...inputs.values()], {style: {as: 'money'}});
}

/** `deferral * bonus * 1[year] / 3`: what is missing to money of the currency is the unit of the number. */
function written(
  {number, of}: Product,
  currency: Currency,
  inputs: Map<number, Input>,
  names: (figure: Known) => string,
): string {
  let unit: Unit = ONE;
  const parts: string[] = [];
  for (const {at, figure} of of) {
    const name = inputs.get(at)?.name ?? unlike(names(figure), inputs);
    inputs.set(at, {name, label: words(name), figure});
    parts.push(name);
    unit = timesUnit(unit, (figure.quantity as {readonly unit: Unit}).unit);
  }
  const missing = unitText(overUnit({[currency]: 1}, unit));
  const [count, divisor] = fraction(number);
  if (count !== 1 || missing !== '' || parts.length === 0) parts.push(`${count}${missing}`);
  return `${parts.join(' * ')}${divisor === 1 ? '' : ` / ${divisor}`}`;
}

/** A number as a count, or as one by a count: 0.333… is 1 by 3. */
function fraction(number: number): readonly [count: number, divisor: number] {
  const rounded = Number(number.toPrecision(12));
  const divisor = Math.round(1 / rounded);
  if (rounded < 1 && divisor <= 1200 && Math.abs(rounded * divisor - 1) < SMALL) return [1, divisor];
  return [rounded, 1];
}

/** As formulas write a unit: `[year]`, `[USD/unit]`; nothing of a bare number. */
function unitText(unit: Unit): string {
  const power = (sign: 1 | -1) =>
    Object.entries(unit).flatMap(([word, count]) =>
      sign * count > 0 ? Array.from({length: Math.abs(count)}, () => word) : [],
    );
  const [above, below] = [power(1), power(-1)];
  if (above.length + below.length === 0) return '';
  if (above.length > 1) throw new Error(`a number cannot have the unit ${above.join(' ')}`);
  return `[${[above[0] ?? '1', ...below].join('/')}]`;
}

/** A second figure of a name has a number behind it. */
function unlike(name: string, inputs: ReadonlyMap<number, Input>): string {
  const taken = new Set([...inputs.values()].map(one => one.name));
  for (let count = 1; ; count++) {
    const other = count === 1 ? name : `${name}${count}`;
    if (!taken.has(other)) return other;
  }
}

/** `signOn` as people write it. */
function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
