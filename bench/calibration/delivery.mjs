/**
 * The change in deployment time: series of log minutes with a known jump, a trend and errors that remember.
 *
 * @typedef {import('./coverage.mjs').Library} Library
 * @typedef {import('./coverage.mjs').Row} Row
 * @typedef {import('./coverage.mjs').Stream} Stream
 * @typedef {(from: Stream) => (time: number) => number} Errors the error of a step, of those before it
 */

const LENGTHS = [16, 24, 52, 104];
const LIKENESS = [0, 0.3, 0.6];
const JUMP = Math.log(0.3);
const TRUTH = Math.expm1(JUMP);
/** Beyond it lies one in forty of a normal law: what an interval is that trusts its plain error. */
const NORMAL = 1.96;

/**
 * @param {Library} of
 * @returns {readonly Row[]}
 */
export function deliveryRows(of) {
  /** @type {(rho: number) => Errors} */
  const remembering = rho => from => {
    let error = of.normal(from) / Math.sqrt(1 - rho * rho);
    return () => {
      const now = error;
      error = rho * error + of.normal(from);
      return now;
    };
  };
  /** @type {(from: Stream, steps: number, errors: Errors, jump: number, trend?: number) => {time: number, minutes: number, n: number}[]} */
  const series = (from, steps, errors, jump, trend = 0.01) => {
    const error = errors(from);
    return Array.from({length: steps}, (_, at) => {
      const time = at - steps / 2;
      return {time, minutes: Math.exp(3 + trend * time + (time < 0 ? 0 : jump) + 0.3 * error(time)), n: 1};
    });
  };
  /** @type {(steps: readonly {time: number, minutes: number, n: number}[]) => import('../../src/operations/index.ts').Interruption} */
  const interrupted = steps => {
    const found = of.interruption(steps, {declared: true});
    if ('rule' in found) throw new Error(found.rule);
    return found;
  };
  return [
    ...LENGTHS.flatMap(steps =>
      LIKENESS.flatMap(rho => [
        row(`interrupted time series, ${steps} steps, autocorrelation ${rho}`, 'within', from => {
          return interrupted(series(from, steps, remembering(rho), JUMP)).change;
        }),
        row(`the same as if errors were white, ${steps} steps, autocorrelation ${rho}`, 'told', from => {
          const {change, error} = interrupted(series(from, steps, remembering(rho), JUMP));
          const [mid, margin] = [Math.log1p(change.mid), NORMAL * error.plainError];
          return {low: Math.expm1(mid - margin), mid: change.mid, high: Math.expm1(mid + margin)};
        }),
      ]),
    ),
    ...LENGTHS.slice(1).flatMap(steps =>
      LIKENESS.map(rho =>
        row(`difference in differences, ${steps} steps, autocorrelation ${rho}`, 'within', from => {
          const treated = series(from, steps, remembering(rho), JUMP);
          const control = series(from, steps, remembering(rho), 0);
          const found = of.differenceInDifferences(treated, control, {declared: true});
          if ('rule' in found) throw new Error(found.rule);
          return found.change;
        }),
      ),
    ),
    ...Object.entries(strange(of)).map(([name, errors]) =>
      row(
        `interrupted time series, 52 steps, ${name}`,
        name.startsWith('AR(2)') ? 'told' : 'within',
        from => {
          return interrupted(series(from, 52, errors, JUMP, 0)).change;
        },
      ),
    ),
  ];
}

/**
 * @param {string} name
 * @param {Row['promise']} promise
 * @param {(from: Stream) => import('./coverage.mjs').Ends} estimate
 * @returns {Row}
 */
function row(name, promise, estimate) {
  return {
    figure: 'change in deployment time',
    name,
    promise,
    trial: from => ({truth: TRUTH, estimate: estimate(from)}),
  };
}

/**
 * Errors that are not those which the interval is mended by.
 *
 * @param {Library} of
 * @returns {Readonly<Record<string, Errors>>}
 */
function strange(of) {
  return {
    'MA(1), 0.8': from => {
      let last = of.normal(from);
      return () => {
        const next = of.normal(from);
        const error = next + 0.8 * last;
        last = next;
        return error;
      };
    },
    'AR(2), 0.3 and 0.3': from => {
      let [one, two] = [0, 0];
      const next = () => {
        [one, two] = [0.3 * one + 0.3 * two + of.normal(from), one];
        return one;
      };
      for (let turn = 0; turn < 50; turn++) next();
      return next;
    },
    'heavy tails, t with 3 degrees of freedom': from => () =>
      of.normal(from) / Math.sqrt((of.normal(from) ** 2 + of.normal(from) ** 2 + of.normal(from) ** 2) / 3),
    'half the spread after the change': from => time => of.normal(from) * (time < 0 ? 1 : 0.5),
  };
}
