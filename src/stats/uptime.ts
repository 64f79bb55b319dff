import {gamma, index, negativeBinomial, normal, poisson, type Stream} from './random.ts';
import {type Estimate, LEVEL} from './estimate.ts';
import {gammaQuantile} from './gamma.ts';
import {quantileOf} from './quantile.ts';

/** Downtime of one system within open time, cut into blocks that do not lean on each other. */
export interface Downtime {
  readonly blocks: 'incidents' | 'days';
  /** Open minutes down in each block; blocks without are left out or 0. */
  readonly minutes: readonly number[];
  /** Open minutes of the whole record. */
  readonly open: number;
  /** Open minutes that one more block may take: a whole session, or less where the user knows better. */
  readonly longest: number;
  /** Variance over mean of the blocks' counts by period (`dispersionOf`) where they come in bursts; 1 where left out. */
  readonly dispersion?: number;
}

export interface BootstrapOptions {
  readonly from: Stream;
  readonly draws?: number;
  readonly level?: number;
}

/** Below these counts of blocks with downtime their spread cannot be learned, or not without naming a law. */
const FEW = 3;
const MANY = 20;

/**
 * Downtime by days: what happened within one day stays together, however it hangs together. Throws where a day was down
 * for longer than it was open.
 */
export function downtimeByDay(days: readonly {readonly down: number; readonly open: number}[]): Downtime {
  for (const {down, open} of days)
    if (!(down >= 0 && down <= open)) throw new RangeError(`invalid day: ${down} of ${open} minutes down`);
  return {
    blocks: 'days',
    minutes: days.map(({down}) => down),
    open: days.reduce((sum, {open}) => sum + open, 0),
    longest: days.reduce((most, {open}) => Math.max(most, open), 0),
  };
}

/**
 * The share of open time that the system is up in the long run, from one record of it. Blocks arrive as a Poisson
 * process, or in bursts of a given dispersion, and bring their minutes; never are minutes taken for independent. By how many
 * blocks were down: none: the exact bound of the rate times `longest`, since resampling nothing would give a width of 0; one or two: the
 * gamma interval of Fay and Feuer (1997), with `longest` as its greatest weight; from three: the bootstrap-t of the
 * logarithm (Efron and Tibshirani 1993, 12.5) with a Poisson number of blocks. So few blocks have not shown their tail:
 * up to 19 the greatest downtime is that of a lognormal mean (Krishnamoorthy and Mathew 2003) times the gamma of the
 * count, and from 20 no less than Fay and Feuer's. Under a tail without a variance it holds the truth less often than
 * its level: docs/methods.md has the table.
 */
export function uptimeInterval(downtime: Downtime, options: BootstrapOptions): Estimate {
  const {low, mid, high, ...rest} = downtimeInterval(downtime, options);
  const up = (minutes: number) => Math.max(0, 1 - minutes / downtime.open);
  return {low: up(high), mid: up(mid), high: up(low), ...rest};
}

/** Open minutes down that a period as long as the record brings in the long run; the methods of `uptimeInterval`. */
export function downtimeInterval(downtime: Downtime, options: BootstrapOptions): Estimate {
  const {open, longest, blocks, dispersion = 1} = downtime;
  const {from, draws = 2000, level = LEVEL} = options;
  const minutes = downtime.minutes.filter(down => down > 0);
  const total = sum(minutes);
  if (!(open > 0 && longest > 0 && total <= open))
    throw new RangeError(`invalid downtime: ${total} of ${open} open minutes, ${longest} at once`);
  if (!(dispersion >= 0 && dispersion < Infinity)) throw new RangeError(`invalid dispersion: ${dispersion}`);
  const n = minutes.length;
  // Counts steadier than chance are chance too, and earn no narrower interval.
  const bursts = Math.max(1, dispersion);
  const inBursts = bursts > 1 ? `, counts varying ${bursts.toFixed(1)} times their mean` : '';
  const told = (low: number, high: number, method: string): Estimate => ({
    low: Math.min(low, total),
    mid: total,
    high: Math.min(Math.max(high, total), open),
    level,
    method: `${method}${inBursts}`,
    n,
  });
  if (n < FEW) {
    const [low, high] = gammaBounds(minutes, longest, bursts, level);
    const method =
      n === 0
        ? `exact bound of the rate without ${blocks}, ${longest} minutes each`
        : `gamma bounds of ${n} ${blocks}, ${longest} minutes for one more`;
    return told(low, high, method);
  }
  const [low, high] = studentised(minutes, bursts, {from, draws, level});
  if (n < MANY) {
    const [, tail] = ends(lognormalTotals(minutes, bursts, {from, draws}), level);
    return told(low, tail, `bootstrap-t over ${blocks}, lognormal above, ${draws} draws`);
  }
  const [, atLeast] = gammaBounds(minutes, 0, bursts, level);
  return told(low, Math.max(high, atLeast), `bootstrap-t over ${blocks}, ${draws} draws`);
}

/** Bounds of a weighted sum of Poissons, by the gamma law of its mean and variance; one more of weight `longest` above. */
function gammaBounds(
  minutes: readonly number[],
  longest: number,
  bursts: number,
  level: number,
): [number, number] {
  const total = sum(minutes);
  const squares = varianceOf(total, sum(minutes.map(down => down * down)), minutes.length, bursts);
  const weight = minutes.reduce((most, down) => Math.max(most, down), longest);
  const quantile = (p: number, mean: number, variance: number) =>
    (gammaQuantile(p, mean ** 2 / variance) * variance) / mean;
  const tail = (1 - level) / 2;
  return [
    total > 0 ? quantile(tail, total, squares) : 0,
    quantile(1 - tail, total + weight, squares + bursts * weight ** 2),
  ];
}

function lognormalTotals(
  minutes: readonly number[],
  bursts: number,
  {from, draws}: {readonly from: Stream; readonly draws: number},
): Float64Array {
  const n = minutes.length;
  const logs = minutes.map(Math.log);
  const mean = sum(logs) / n;
  const squares = sum(logs.map(log => (log - mean) ** 2));
  return Float64Array.from({length: draws}, () => {
    const variance = squares / (2 * gamma(from, (n - 1) / 2));
    const mu = mean + normal(from) * Math.sqrt(variance / n);
    return gamma(from, (n + 0.5) / bursts, bursts) * Math.exp(mu + variance / 2);
  }).sort();
}

function studentised(
  minutes: readonly number[],
  bursts: number,
  {from, draws, level}: Required<BootstrapOptions>,
): [number, number] {
  const n = minutes.length;
  const total = sum(minutes);
  const error = Math.sqrt(varianceOf(total, sum(minutes.map(down => down * down)), n, bursts)) / total;
  const scores = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const count = bursts > 1 ? negativeBinomial(from, n, n / (bursts - 1)) : poisson(from, n);
    let again = 0;
    let squares = 0;
    for (let left = count; left > 0; left--) {
      const down = minutes[index(from, n)] ?? 0;
      again += down;
      squares += down * down;
    }
    // No block at all, once in e^3 draws at most where they come by chance, is as low as can be.
    scores[draw] =
      again > 0
        ? (Math.log(again / total) * again) / Math.sqrt(varianceOf(again, squares, count, bursts))
        : -Number.MAX_VALUE;
  }
  const [low, high] = ends(scores.sort(), level);
  return [total * Math.exp(-high * error), total * Math.exp(-low * error)];
}

/** Of a sum of blocks whose number varies `bursts` times its mean: the squares, and the mean's share of the rest. */
function varianceOf(total: number, squares: number, count: number, bursts: number): number {
  return count > 0 ? squares + ((bursts - 1) * total ** 2) / count : 0;
}

function ends(sorted: Float64Array, level: number): [number, number] {
  return [quantileOf(sorted, (1 - level) / 2), quantileOf(sorted, (1 + level) / 2)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
