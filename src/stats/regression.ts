/** A least-squares fit of a short series on a few columns. Rows lie in the order of their times. */
export interface Regression {
  /** When each row is, counted in steps of the series: gaps are steps without a row. */
  readonly times: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  /** The inverse of X'X. */
  readonly inverse: readonly (readonly number[])[];
}

/** Ordinary least squares; null where the columns do not tell each other apart. */
export function fit(
  times: readonly number[],
  rows: readonly (readonly number[])[],
  values: readonly number[],
): Regression | null {
  const width = rows[0]?.length ?? 0;
  const columns = [...Array(width).keys()];
  const product = columns.map(i =>
    columns.map(j => sum(rows, row => (row[i] as number) * (row[j] as number))),
  );
  const inverse = inverseOf(product);
  if (inverse === null) return null;
  const moments = columns.map(i => sum(rows, (row, t) => (row[i] as number) * (values[t] as number)));
  const coefficients = inverse.map(row => dot(row, moments));
  const residuals = Float64Array.from(rows, (row, t) => (values[t] as number) - dot(row, coefficients));
  return {times, rows, coefficients, residuals, inverse};
}

/** What each row's error adds to coefficient `of`: the rows of X(X'X)^-1. */
export function leverage({rows, inverse}: Regression, of: number): Float64Array {
  return Float64Array.from(rows, row => dot(row, inverse[of] as readonly number[]));
}

/**
 * What errors whose covariance falls off as rho^distance become in the residuals: M V M, with M = I - X(X'X)^-1 X', row
 * by row in one array.
 */
export function residualCovariance({times, rows, inverse}: Regression, rho: number): Float64Array {
  const n = rows.length;
  const width = inverse.length;
  const shared = new Float64Array(n * n);
  const likeness = powers(times, rho);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      shared[i * n + j] = at(likeness, Math.abs((times[i] as number) - (times[j] as number)));
  // H = X(X'X)^-1, so that M = I - H X'; taken off once from each side.
  const hat = rows.map(row => inverse.map(column => dot(row, column)));
  const across = new Float64Array(width * n);
  for (let turn = 0; turn < 2; turn++) {
    across.fill(0);
    for (let i = 0; i < n; i++)
      for (let c = 0; c < width; c++) {
        const x = (rows[i] as readonly number[])[c] as number;
        if (x !== 0)
          for (let j = 0; j < n; j++) across[c * n + j] = at(across, c * n + j) + x * at(shared, i * n + j);
      }
    for (let i = 0; i < n; i++)
      for (let c = 0; c < width; c++) {
        const h = (hat[i] as readonly number[])[c] as number;
        for (let j = 0; j < n; j++) shared[i * n + j] = at(shared, i * n + j) - h * at(across, c * n + j);
      }
    // M V becomes its transpose V M, whose left side is then taken off in turn.
    transpose(shared, n);
  }
  return shared;
}

/**
 * The diagonal of `residualCovariance` and what stands beside it, by themselves. V X is a sum that runs through the series
 * forth and one that runs back, so that this takes the rows once and not their square.
 */
export function nearCovariance(
  {times, rows, inverse}: Regression,
  rho: number,
): {readonly own: Float64Array; readonly next: Float64Array} {
  const n = rows.length;
  const fall = (i: number) => rho ** Math.abs((times[i + 1] as number) - (times[i] as number));
  const row = (i: number) => rows[i] as readonly number[];
  // V X, without the row itself first, which both sums would have.
  const spread = rows.map(one => [...one]);
  const [forth, back] = [inverse.map(() => 0), inverse.map(() => 0)];
  for (let i = 1; i < n; i++)
    for (let c = 0; c < forth.length; c++) {
      forth[c] = ((forth[c] as number) + (row(i - 1)[c] as number)) * fall(i - 1);
      add(spread, i, c, forth[c] as number);
    }
  for (let i = n - 2; i >= 0; i--)
    for (let c = 0; c < back.length; c++) {
      back[c] = ((back[c] as number) + (row(i + 1)[c] as number)) * fall(i);
      add(spread, i, c, back[c] as number);
    }
  const hat = rows.map(one => inverse.map(column => dot(one, column)));
  const product = inverse.map((_, a) =>
    inverse.map((__, b) =>
      sum(rows, (one, i) => (one[a] as number) * ((spread[i] as number[])[b] as number)),
    ),
  );
  const covariance = (i: number, j: number, likeness: number) => {
    const [left, right] = [hat[i] as readonly number[], hat[j] as readonly number[]];
    const both = dot(
      left,
      product.map(one => dot(one, right)),
    );
    return likeness - dot(left, spread[j] as number[]) - dot(spread[i] as number[], right) + both;
  };
  return {
    own: Float64Array.from(rows, (_, i) => covariance(i, i, 1)),
    next: Float64Array.from({length: Math.max(0, n - 1)}, (_, i) => covariance(i, i + 1, fall(i))),
  };
}

function add(matrix: readonly number[][], i: number, c: number, more: number): void {
  const of = matrix[i] as number[];
  of[c] = (of[c] as number) + more;
}

/** rho^d for every distance d in the series. */
export function powers(times: readonly number[], rho: number): Float64Array {
  const farthest = (times.at(-1) as number) - (times[0] as number);
  return Float64Array.from({length: farthest + 1}, (_, apart) => rho ** apart);
}

function transpose(square: Float64Array, n: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const one = at(square, i * n + j);
      square[i * n + j] = at(square, j * n + i);
      square[j * n + i] = one;
    }
}

/** By Gauss and Jordan, with the largest pivot of each column; null of a matrix that has none. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let i = 0; i < n; i++) {
    const under = work.slice(i).map(row => Math.abs(row[i] as number));
    const pivot = i + under.indexOf(Math.max(...under));
    [work[i], work[pivot]] = [work[pivot] as number[], work[i] as number[]];
    const row = work[i] as number[];
    const head = row[i] as number;
    if (!(Math.abs(head) > 1e-13 * scale)) return null;
    for (let j = 0; j < 2 * n; j++) row[j] = (row[j] as number) / head;
    for (const [r, other] of work.entries()) {
      const factor = other[i] as number;
      if (r !== i)
        for (let j = 0; j < 2 * n; j++) other[j] = (other[j] as number) - factor * (row[j] as number);
    }
  }
  return work.map(row => row.slice(n));
}

function sum<T>(items: readonly T[], of: (item: T, at: number) => number): number {
  let total = 0;
  for (const [at, item] of items.entries()) total += of(item, at);
  return total;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] as number;
}
