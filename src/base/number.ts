const FORMATS = new Map<string, Intl.NumberFormat>();

/** `1,234.5`: grouped by thousands, with so many decimals at most, and at least. */
export function showNumber(value: number, decimals = 3, least = 0): string {
  // A formatter takes as long to make as a hundred figures to print: none is asked for where there is nothing to round
  // but to a whole number.
  const told = decimals === 0 ? Math.sign(value) * Math.round(Math.abs(value)) : value;
  const [, whole, rest = ''] = /^(-?\d+)(\.\d+)?$/.exec(String(told)) ?? [];
  if (least === 0 && whole !== undefined && rest.length <= decimals + 1 && !Object.is(told, -0))
    return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${rest}`;
  const key = `${least} ${decimals}`;
  const format =
    FORMATS.get(key) ??
    new Intl.NumberFormat('en-US', {minimumFractionDigits: least, maximumFractionDigits: decimals});
  FORMATS.set(key, format);
  return format.format(value);
}
