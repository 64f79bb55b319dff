/**
 * Where the rising function `cdf` reaches `p`, above `low`: by halving, to the last digit a number has. `high` is a
 * first guess that is doubled until it lies above. Slow and sure: a few hundred calls at worst.
 */
export function whereReaches(cdf: (x: number) => number, p: number, low: number, high: number): number {
  let [below, above] = [low, high];
  while (cdf(above) < p && above < Number.MAX_VALUE / 4) [below, above] = [above, 2 * above];
  for (let turn = 0; turn < 2000 && above - below > 2e-16 * above; turn++) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) break;
    if (cdf(middle) < p) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** A probability, or a bug of who calls. */
export function probability(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability: ${p}`);
  return p;
}

/**
 * The value below which a share `p` of `sorted` lies, by linear interpolation between neighbours (Hyndman and Fan 1996,
 * type 7). NaN of nothing.
 */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const place = probability(p) * (sorted.length - 1);
  const at = Math.floor(place);
  const here = sorted[at] ?? NaN;
  const next = sorted[at + 1];
  return next === undefined || place === at ? here : here + (place - at) * (next - here);
}
