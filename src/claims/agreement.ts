import type {Quantity} from '../base/index.ts';
import {sameUnit} from '../base/index.ts';
import {evaluate, type Formula} from './formula.ts';
import type {Input} from './types.ts';

/**
 * How far a result may stand from a stated figure and still be called the same: people round ("approximately $5.2M"
 * for 5,256,000). Two percent is our choice; every working is shown, so that a reader may choose another.
 */
export const TOLERANCE = 0.02;

export function agrees(stated: Quantity, result: Quantity): boolean {
  return sameUnit(stated.unit, result.unit) && near(stated.value, result.value);
}

export function near(stated: number, result: number): boolean {
  return Math.abs(result - stated) <= TOLERANCE * Math.abs(stated);
}

/**
 * The value of the input `name` at which the formula gives `target`, the other inputs as they are. Undefined where
 * the formula is neither a line in that input nor in its inverse, which no claim of the ledger is.
 */
export function solveFor(
  of: Formula,
  inputs: readonly Input[],
  name: string,
  target: number,
): number | undefined {
  const at = (value: number) =>
    evaluate(
      of,
      inputs.map(input => (input.name === name ? {...input, quantity: {...input.quantity, value}} : input)),
    ).value;
  const straight = onLine(x => at(x), target);
  if (straight !== undefined) return straight;
  const inverse = onLine(x => at(1 / x), target);
  return inverse === undefined ? undefined : 1 / inverse;
}

/** Where the line through f(1) and f(2) meets `target`; undefined where f(3) and f(7) do not lie on it. */
function onLine(f: (x: number) => number, target: number): number | undefined {
  const [one, two] = [f(1), f(2)];
  const slope = two - one;
  const onIt = (x: number) => Math.abs(f(x) - (one + slope * (x - 1))) <= 1e-9 * Math.max(1, Math.abs(f(x)));
  if (slope === 0 || !onIt(3) || !onIt(7)) return undefined;
  return 1 + (target - one) / slope;
}
