/** Candidates beyond these are not compared: no person has as many names to choose from. */
const MOST = 500;

/**
 * The candidate that `word` is most likely a slip of, or undefined where none is near. A swap of two neighbours counts
 * as one slip; a third of the letters may be wrong, three at most.
 */
export function closestSpelling(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(typed.length / 3))) + 1;
  for (const candidate of candidates.slice(0, MOST)) {
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    const slips = distance(typed, candidate.toLowerCase());
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours between `a` and `b`. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({length: b.length + 1}, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (before[j - 2] as number) + 1);
      }
      row.push(slips);
    }
    [before, above] = [above, row];
  }
  return above[b.length] as number;
}
