/** A stretch of a text. */
export type Place = readonly [from: number, to: number];

/** The text with `by` in the place of stretches that are in order and apart. */
export function replaced(text: string, places: readonly Place[], by: string): string {
  let out = '';
  let at = 0;
  for (const [from, to] of places) {
    out += text.slice(at, from) + by;
    at = to;
  }
  return out + text.slice(at);
}

/** Stretches that overlap as one, in order. */
export function merged(places: readonly Place[]): readonly Place[] {
  const found: Place[] = [];
  for (const [from, to] of [...places].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && from < last[1]) found[found.length - 1] = [last[0], Math.max(last[1], to)];
    else found.push([from, to]);
  }
  return found;
}
