import {chiSquareQuantile, exceedance, type PeaksOver} from '../../stats/index.ts';

/** The log likelihood of excesses under a generalised Pareto law; -Infinity where it cannot have made them. */
function likelihood(excesses: readonly number[], scale: number, shape: number): number {
  if (!(scale > 0)) return -Infinity;
  let total = -excesses.length * Math.log(scale);
  for (const x of excesses) {
    const inside = 1 + (shape * x) / scale;
    if (inside <= 0) return -Infinity;
    total -= Math.abs(shape) < 1e-9 ? x / scale : (1 + 1 / shape) * Math.log(inside);
  }
  return total;
}

const [LEAST_SHAPE, MOST_SHAPE, STEP] = [-0.5, 2, 0.1];
const NARROWER = (Math.sqrt(5) - 1) / 2;

/**
 * How likely the excesses are at best if an excess of `reach` has the chance `chance` among those over the threshold: the
 * scale follows from the shape, and the best shape is looked for step by step and then, around it, by golden section.
 */
function profile(excesses: readonly number[], reach: number, chance: number): number {
  const at = (shape: number) =>
    likelihood(
      excesses,
      Math.abs(shape) < 1e-9 ? reach / -Math.log(chance) : (shape * reach) / (chance ** -shape - 1),
      shape,
    );
  let [best, where] = [-Infinity, 0];
  for (let shape = LEAST_SHAPE; shape < MOST_SHAPE; shape += STEP) {
    const value = at(shape);
    if (value > best) [best, where] = [value, shape];
  }
  let [low, high] = [Math.max(LEAST_SHAPE, where - STEP), where + STEP];
  for (let turn = 0; turn < 12; turn++) {
    const [one, other] = [high - NARROWER * (high - low), low + NARROWER * (high - low)];
    const [left, right] = [at(one), at(other)];
    best = Math.max(best, left, right);
    if (left > right) high = other;
    else low = one;
  }
  return best;
}

/** Ends of an interval. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of the value that is passed with probability `chance`, by profile likelihood (Coles 2001, 4.3.3): all
 * values that the excesses do not speak against, 2 (l_max - l) being chi-square with one degree of freedom. Lopsided, as
 * it should be. The share of values over the threshold is taken as known. Infinite above where nothing bounds it.
 */
export function levelEnds(values: readonly number[], peaks: PeaksOver, chance: number, level: number): Ends {
  const excesses = over(values, peaks);
  const among = chance / (peaks.over / peaks.of);
  const deep = deviance(excesses, peaks, level);
  const mid = reachOf(peaks, among);
  const holds = (reach: number) => profile(excesses, reach, among) >= deep;
  return {
    low: peaks.threshold + edge(holds, mid, 0),
    high: peaks.threshold + edge(holds, mid, Infinity),
  };
}

/** The interval of the probability that `value`, above the threshold, is passed; nought below where that fits as well. */
export function chanceEnds(values: readonly number[], peaks: PeaksOver, value: number, level: number): Ends {
  const excesses = over(values, peaks);
  const share = peaks.over / peaks.of;
  const deep = deviance(excesses, peaks, level);
  const reach = value - peaks.threshold;
  // By -log of the chance, which has no upper end: a chance of e^-60 is none.
  const holds = (depth: number) => profile(excesses, reach, Math.exp(-depth)) >= deep;
  const mid = Math.min(60, -Math.log(exceedance(peaks, value) / share));
  const deepest = holds(60) ? Infinity : edge(holds, Math.min(mid, 59), 60);
  return {low: share * Math.exp(-deepest), high: share * Math.exp(-edge(holds, mid, 0))};
}

function over(values: readonly number[], {threshold}: PeaksOver): readonly number[] {
  return values.filter(value => value > threshold).map(value => value - threshold);
}

function deviance(excesses: readonly number[], {tail}: PeaksOver, level: number): number {
  return likelihood(excesses, tail.scale, tail.shape) - chiSquareQuantile(level, 1) / 2;
}

/** The excess that has the chance `among` those over the threshold. */
export function reachOf({tail}: PeaksOver, among: number): number {
  const {scale, shape} = tail;
  return Math.abs(shape) < 1e-9 ? -scale * Math.log(among) : (scale * (among ** -shape - 1)) / shape;
}

/** Where `holds`, true at `inside`, stops being so on the way to `towards`. */
function edge(holds: (at: number) => boolean, inside: number, towards: number): number {
  let good = inside;
  let bad = towards;
  if (towards === Infinity) {
    for (bad = inside * 2; holds(bad); bad *= 2) {
      if (bad > inside * 1e6) return Infinity;
      good = bad;
    }
  }
  for (let turn = 0; turn < 32; turn++) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return (good + bad) / 2;
}
