import {showNumber} from './number.ts';
import {showMoney} from './money.ts';
import {currencyOf, ONE, overUnit, sameUnit, showUnit, timesUnit, type Unit, unit} from './unit.ts';

/** A number with its unit. Shares are fractions (0.025), never percents. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

/** `quantity(2000, 'USD/pod/minute')`. */
export function quantity(value: number, of: Unit | string = ONE): Quantity {
  return {value, unit: typeof of === 'string' ? unit(of) : of};
}

export class UnitError extends Error {
  override readonly name = 'UnitError';
}

export function times(a: Quantity, b: Quantity): Quantity {
  return {value: a.value * b.value, unit: timesUnit(a.unit, b.unit)};
}

export function over(a: Quantity, b: Quantity): Quantity {
  return {value: a.value / b.value, unit: overUnit(a.unit, b.unit)};
}

/** Throws a `UnitError` where the units differ: pods are not minutes. */
export function plus(a: Quantity, b: Quantity): Quantity {
  return {value: a.value + b.value, unit: agreed(a, b, 'add')};
}

/** Throws a `UnitError` where the units differ. */
export function minus(a: Quantity, b: Quantity): Quantity {
  return {value: a.value - b.value, unit: agreed(a, b, 'subtract')};
}

/** `$170,000 per minute`, `50 pods`, `15 minutes`, `99.997%` for a bare number of the kind `share`. */
export function showQuantity(of: Quantity, as: 'number' | 'share' = 'number'): string {
  const currency = currencyOf(of.unit);
  if (currency !== undefined) {
    const rest = showUnit(overUnit(of.unit, {[currency]: 1}));
    return [showMoney({amount: of.value, currency}), rest].filter(part => part !== '').join(' ');
  }
  if (as === 'share' && sameUnit(of.unit, ONE)) return `${trim(of.value * 100)}%`;
  const name = showUnit(of.unit);
  return name === ''
    ? trim(of.value)
    : `${trim(of.value)} ${of.value === 1 ? name.replace(/s\b/, '') : name}`;
}

/** Every digit before the point, and up to six significant ones: enough for 99.9849%. Grouped by thousands. */
function trim(value: number): string {
  const size = Math.abs(value);
  // Below a tenth six decimals say less: rounded twice, the last digit would be another.
  const told = size >= 1e6 ? Math.round(value) : size < 0.1 ? value : Number(value.toPrecision(6));
  return showNumber(told, 6);
}

function agreed(a: Quantity, b: Quantity, verb: string): Unit {
  if (sameUnit(a.unit, b.unit)) return a.unit;
  throw new UnitError(
    `cannot ${verb} ${showUnit(a.unit) || 'a bare number'} and ${showUnit(b.unit) || 'a bare number'}`,
  );
}
