/**
 * The sums that a tax law is made of. A law is written once over them and read in three ways: as plain numbers (`NUMBERS`,
 * for a simulation), as figures that know what they were worked out from (`figureSums`), and as lines, each up to the next
 * wage at which the law takes another turn (`netTable`).
 */
export interface Sums<N> {
  readonly plus: (a: N, b: N) => N;
  readonly less: (a: N, b: N) => N;
  readonly times: (a: N, b: N) => N;
  readonly over: (a: N, b: N) => N;
  readonly smaller: (a: N, b: N) => N;
  readonly larger: (a: N, b: N) => N;
  /** Whether `a` is more than `b`; of equal ones it is not, as laws say "exceeds". */
  readonly isAbove: (a: N, b: N) => boolean;
  /** To the nearest cent. */
  readonly cents: (of: N) => N;
  /** Up to the next whole pound or dollar. */
  readonly wholeUp: (of: N) => N;
  /** The sum under the name that formulas call it by, and in words: `taxable`, "federal taxable income". */
  readonly called: (name: string, label: string, of: N) => N;
}

export const NUMBERS: Sums<number> = {
  plus: (a, b) => a + b,
  less: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  smaller: (a, b) => (a > b ? b : a),
  larger: (a, b) => (a > b ? a : b),
  isAbove: (a, b) => a > b,
  cents: of => Math.round(of * 100) / 100,
  wholeUp: Math.ceil,
  called: (_name, _label, of) => of,
};

/** From an income on, this rate of what lies above it. */
export interface Bracket<N> {
  readonly from: N;
  readonly rate: N;
}

/** What brackets take of an income: each its rate of what lies within it. Below the first of them nothing. */
export function bracketed<N>(
  income: N,
  brackets: readonly Bracket<N>[],
  {plus, times, smaller, larger, less, isAbove}: Sums<N>,
): N {
  let sum: N | null = null;
  for (const [at, {from, rate}] of brackets.entries()) {
    if (sum !== null && !isAbove(income, from)) break;
    const next = brackets[at + 1];
    const end = larger(income, from);
    const part = times(rate, less(next === undefined ? end : smaller(end, next.from), from));
    sum = sum === null ? part : plus(sum, part);
  }
  if (sum === null) throw new Error('a law of no brackets');
  return sum;
}

/** How far `of` is above `from`, and nothing where it is not. */
export function excess<N>(of: N, from: N, {less, larger}: Sums<N>): N {
  return less(larger(of, from), from);
}

/** `of` less `by`, which takes no more than there is. */
export function lessAtMost<N>(of: N, by: N, {less, smaller}: Sums<N>): N {
  return less(of, smaller(by, of));
}
