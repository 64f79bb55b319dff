import {ONE, type Quantity, sameUnit, showQuantity} from '../base/index.ts';

/** `$961,538`, `$108,974 per minute`, `3.75 hours`; a bare fraction between 0 and 1 as a percent. */
export function showResult(result: Quantity): string {
  const share = sameUnit(result.unit, ONE) && Math.abs(result.value) < 1;
  return showQuantity(result, share ? 'share' : 'number');
}

/** `99.985%`: a share to five significant digits, trailing zeros off. */
export function showShare(value: number): string {
  return `${Number((value * 100).toPrecision(5))}%`;
}

/** `3,000 to 5,400`: two significant digits, as a factor is told. */
export function showFactors(low: number, high: number): string {
  const [a, b] = [low, high].map(value => Number(value.toPrecision(2)).toLocaleString('en-US'));
  return a === b ? `${a}` : `${a} to ${b}`;
}
