// How often intervals of a change in deployment time hold the truth: series of log minutes with a known jump, a trend
// and AR(1) errors. A JSON line a figure; `node bench/calibration-delivery.mjs` after a build.
import {normal, stream} from '../dist/lib/base/index.js';
import {differenceInDifferences, interruption, isDeliveryFinding} from '../dist/lib/impact/index.js';

const RUNS = 1000;
const LIKENESS = [0, 0.3, 0.6];
const JUMP = Math.log(0.3);

/**
 * @param {string} name of the stream
 * @param {number} seed
 * @param {number} n steps, half of them before the change
 * @param {number} rho autocorrelation of the errors
 * @param {number} jump
 */
function series(name, seed, n, rho, jump) {
  const chance = stream(seed, name);
  let error = normal(chance) / Math.sqrt(1 - rho * rho);
  return Array.from({length: n}, (_, at) => {
    const time = at - n / 2;
    const log = 3 + 0.01 * time + (time < 0 ? 0 : jump) + 0.3 * error;
    error = rho * error + normal(chance);
    return {time, minutes: Math.exp(log), n: 1};
  });
}

const METHODS = [
  {
    method: 'interrupted time series',
    lengths: [16, 24, 52, 104],
    /** @param {number} seed @param {number} n @param {number} rho */
    found: (seed, n, rho) => interruption(series('treated', seed, n, rho, JUMP), {declared: true}),
  },
  {
    method: 'difference in differences',
    lengths: [24, 52, 104],
    /** @param {number} seed @param {number} n @param {number} rho */
    found: (seed, n, rho) =>
      differenceInDifferences(series('treated', seed, n, rho, JUMP), series('control', seed, n, rho, 0), {
        declared: true,
      }),
  },
];

for (const {method, lengths, found} of METHODS)
  for (const n of lengths)
    for (const rho of LIKENESS) {
      let held = 0;
      let plain = 0;
      let width = 0;
      for (let seed = 0; seed < RUNS; seed++) {
        const answer = found(seed, n, rho);
        if (isDeliveryFinding(answer)) throw new Error(answer.message);
        const {low, mid, high} = answer.change;
        if (Math.log1p(low) <= JUMP && JUMP <= Math.log1p(high)) held++;
        if ('error' in answer && Math.abs(Math.log1p(mid) - JUMP) <= 1.96 * answer.error.plainError) plain++;
        width += (Math.log1p(high) - Math.log1p(low)) / RUNS;
      }
      const figure = {
        name: `${method}: 95% interval of the change`,
        steps: n,
        autocorrelation: rho,
        series: RUNS,
      };
      const covers = {covers: held / RUNS, width: Number(width.toFixed(3))};
      const unmended = method.startsWith('interrupted') ? {unmended: plain / RUNS} : {};
      process.stdout.write(`${JSON.stringify({...figure, ...covers, ...unmended})}\n`);
    }

/** Errors that are not those which the interval is mended by, each from the last normal draws. */
const STRANGE = {
  'MA(1), 0.8': (/** @type {() => number} */ draw) => {
    let last = draw();
    return () => {
      const next = draw();
      const error = next + 0.8 * last;
      last = next;
      return error;
    };
  },
  'AR(2), 0.3 and 0.3': (/** @type {() => number} */ draw) => {
    let [one, two] = [0, 0];
    const next = () => {
      [one, two] = [0.3 * one + 0.3 * two + draw(), one];
      return one;
    };
    for (let turn = 0; turn < 50; turn++) next();
    return next;
  },
  'heavy tails, t with 3 degrees of freedom': (/** @type {() => number} */ draw) => () =>
    draw() / Math.sqrt((draw() ** 2 + draw() ** 2 + draw() ** 2) / 3),
  'half the spread after the change': (/** @type {() => number} */ draw) => (/** @type {number} */ time) =>
    draw() * (time < 0 ? 1 : 0.5),
};

for (const [errors, make] of Object.entries(STRANGE)) {
  const n = 52;
  let held = 0;
  for (let seed = 0; seed < RUNS; seed++) {
    const chance = stream(seed, errors);
    const error = make(() => normal(chance));
    const steps = Array.from({length: n}, (_, at) => {
      const time = at - n / 2;
      return {time, minutes: Math.exp(3 + (time < 0 ? 0 : JUMP) + 0.3 * error(time)), n: 1};
    });
    const answer = interruption(steps, {declared: true});
    if (isDeliveryFinding(answer)) throw new Error(answer.message);
    if (Math.log1p(answer.change.low) <= JUMP && JUMP <= Math.log1p(answer.change.high)) held++;
  }
  const name = 'interrupted time series: 95% interval of the change';
  process.stdout.write(`${JSON.stringify({name, steps: n, errors, series: RUNS, covers: held / RUNS})}\n`);
}
