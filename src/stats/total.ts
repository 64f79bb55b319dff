import {gamma, normal, type Stream} from './random.ts';

/** What happened at once, as one event: what it cost and how long it lasted, both above 0, in any unit. */
export interface Blow {
  readonly cost: number;
  readonly length: number;
}

export interface TotalOptions {
  readonly from: Stream;
  readonly draws: number;
  /** Variance over mean of the counts of blows by period; 1 where they come by chance. */
  readonly bursts: number;
  /** What one more blow may cost; no less than the dearest is taken. */
  readonly longest: number;
  /** Whether nothing else holds the total in check, so that blows which have not come yet must be thought of. */
  readonly alone: boolean;
  /** No mean length is thought of beyond this one, where `alone`. */
  readonly mostLength: number;
}

/** From so many blows on their own sizes say how far the total may go. */
const MANY = 40;

/**
 * Draws, least first, of what blows come to in the long run of a period like theirs: a confidence distribution, whose
 * quantiles are the ends of intervals. It is that of the mid-p gamma intervals of Fay and Kim (2017): half of its draws are
 * a gamma number of the total's mean and variance, half one of a total with one more blow. Few blows have not shown the
 * longest, so that against a figure without chance the upper half is of a lognormal mean length up to 39 blows.
 */
export function totalDraws(blows: readonly Blow[], options: TotalOptions): Float64Array {
  const {from, draws, bursts, longest, alone} = options;
  const costs = blows.map(({cost}) => cost);
  const total = sum(costs);
  const squares = squaresOf(costs, bursts);
  const most = Math.max(longest, ...costs);
  const found = Float64Array.from({length: draws}, (_, draw) => {
    if (draw % 2 === 1) return gammaOf(from, total + most, squares + bursts * most ** 2);
    return total > 0 ? gammaOf(from, total, squares) : 0;
  }).sort();
  if (!alone || blows.length < 2 || blows.length >= MANY) return found;
  const tail = lognormalDraws(blows, options);
  return found.map((one, draw) => (draw < draws / 2 ? one : (tail[draw] as number)));
}

/**
 * The same, were the lengths of blows lognormal: the generalised pivot of their mean (Krishnamoorthy and Mathew 2003) times
 * a gamma number for the money that goes while they last, whose weights are known. The mean of the logarithms is by that
 * money, so that it is the lengths of dear blows which count.
 */
function lognormalDraws(
  blows: readonly Blow[],
  {from, draws, bursts, mostLength}: TotalOptions,
): Float64Array {
  const logs = blows.map(({length}) => Math.log(length));
  const weights = blows.map(({cost, length}) => cost / length);
  const weight = sum(weights);
  // As many blows of one weight would be as sure.
  const count = weight ** 2 / sum(weights.map(one => one ** 2));
  const center = sum(logs.map((log, at) => (log * (weights[at] as number)) / weight));
  const plain = sum(logs) / logs.length;
  const squares = sum(logs.map(log => (log - plain) ** 2));
  return Float64Array.from({length: draws}, () => {
    const variance = squares / (2 * gamma(from, (logs.length - 1) / 2));
    const mu = center + normal(from) * Math.sqrt(variance / count);
    const going = (gamma(from, (count + 0.5) / bursts, bursts) * weight) / count;
    return going * Math.min(mostLength, Math.exp(mu + variance / 2));
  }).sort();
}

function gammaOf(from: Stream, mean: number, variance: number): number {
  return gamma(from, mean ** 2 / variance, variance / mean);
}

/** The variance of a sum of costs whose number varies `bursts` times its mean. */
function squaresOf(costs: readonly number[], bursts: number): number {
  if (costs.length === 0) return 0;
  return sum(costs.map(cost => cost ** 2)) + ((bursts - 1) * sum(costs) ** 2) / costs.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
