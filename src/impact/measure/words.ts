/** Minutes to three digits: `9.25`. */
export function inMinutes(minutes: number): string {
  return String(Number(minutes.toPrecision(3)));
}

/** A share with two digits of the smaller of what it has and what it lacks: `99.982%`, `2.5%`, `93%`. */
export function inPercent(share: number): string {
  const least = Math.min(share, 1 - share);
  const decimals = least > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(100 * least)))) : 0;
  return `${Number((100 * share).toFixed(decimals))}%`;
}

/** A share that may be below nought: `−1.1%`. */
export function signedPercent(share: number): string {
  return `${share < 0 ? '−' : ''}${inPercent(Math.abs(share))}`;
}
