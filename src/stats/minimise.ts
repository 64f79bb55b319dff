/**
 * Where `of` is least, from `start` on: the simplex of Nelder and Mead (1965), for two or three unknowns. Infinity is a
 * way to say "not here". What comes back is the best point seen.
 */
export function minimise(of: (at: readonly number[]) => number, start: readonly number[]): readonly number[] {
  const corner = (at: readonly number[]) => ({at, value: of(at)});
  let corners = [
    corner(start),
    ...start.map((_, axis) => corner(start.map((x, i) => (i === axis ? x + 0.3 : x)))),
  ];
  const between = (from: readonly number[], to: readonly number[], share: number) =>
    corner(from.map((x, i) => x + share * ((to[i] ?? 0) - x)));
  for (let turn = 0; turn < 2000; turn++) {
    corners.sort((a, b) => a.value - b.value);
    const best = corners[0] as Corner;
    const worst = corners.at(-1) as Corner;
    const second = corners.at(-2) as Corner;
    if (worst.value - best.value <= 1e-12 * (1 + Math.abs(best.value)) && near(best, worst)) break;
    const others = corners.slice(0, -1);
    const middle = start.map((_, i) => others.reduce((sum, {at}) => sum + (at[i] ?? 0), 0) / others.length);
    const mirrored = between(worst.at, middle, 2);
    if (mirrored.value < best.value) {
      const further = between(worst.at, middle, 3);
      corners = [...others, further.value < mirrored.value ? further : mirrored];
    } else if (mirrored.value < second.value) corners = [...others, mirrored];
    else {
      const inside = between(mirrored.value < worst.value ? mirrored.at : worst.at, middle, 0.5);
      corners =
        inside.value < Math.min(worst.value, mirrored.value)
          ? [...others, inside]
          : [best, ...corners.slice(1).map(({at}) => between(best.at, at, 0.5))];
    }
  }
  return corners.reduce((a, b) => (b.value < a.value ? b : a)).at;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

function near(one: Corner, other: Corner): boolean {
  return one.at.every((x, i) => Math.abs(x - (other.at[i] ?? 0)) <= 1e-8 * (1 + Math.abs(x)));
}
