import {uniformFloat64} from 'pure-rand/distribution/uniformFloat64';
import {xoroshiro128plusFromState} from 'pure-rand/generator/xoroshiro128plus';

/**
 * A seeded source of random bits. Each draw moves it on: it is the one value here that changes, so a stream is made
 * where it is used up and is never kept.
 */
export interface Stream {
  /** The next 32 bits, as a signed integer. */
  next(): number;
  clone(): Stream;
  getState(): readonly number[];
}

/**
 * The stream of a seed and a name: xoroshiro128+, whose 128 bits of state are hashed from both. Streams of different
 * names are independent for all purposes here: two of them begin fewer than
 * 2^64 draws apart once in 2^63.
 * Throws where the seed is not a safe integer.
 */
export function stream(seed: number, name: string): Stream {
  return xoroshiro128plusFromState(stateOf(seed, name));
}

/** The streams of a seed and a name that are numbered: the name is hashed once, for whoever makes thousands of them. */
export function numberedStreams(seed: number, name: string): (of: number) => Stream {
  const state = stateOf(seed, name);
  return of => xoroshiro128plusFromState(state.map(word => mixed(Math.imul(word, 31) ^ of)));
}

/** A stream hashed from the bits of another, which it leaves where it is. */
export function beside(of: Stream): Stream {
  return xoroshiro128plusFromState(of.getState().map(mixed));
}

function stateOf(seed: number, name: string): number[] {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`invalid seed: ${seed}, expected a whole number`);
  const high = Math.floor(seed / 2 ** 32);
  return [1, 2, 3, 4].map(word => {
    let hash = mixed(Math.imul(word, 0x9e3779b9));
    for (const part of [seed | 0, high | 0]) hash = mixed(Math.imul(hash, 31) ^ part);
    for (let at = 0; at < name.length; at++) hash = mixed(Math.imul(hash, 31) ^ name.charCodeAt(at));
    return hash;
  });
}

/** The finaliser of MurmurHash3 (Appleby 2011): every bit of the word moves every other. */
function mixed(word: number): number {
  let hash = (word + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A number from 0 to below 1, of 53 random bits. */
export function uniform(from: Stream): number {
  return uniformFloat64(from);
}

/** A whole number from 0 to below `count`. */
export function index(from: Stream, count: number): number {
  return Math.floor(uniformFloat64(from) * count);
}

/** A standard normal number, by Marsaglia's polar method (1964). */
export function normal(from: Stream): number {
  for (;;) {
    const x = 2 * uniformFloat64(from) - 1;
    const y = 2 * uniformFloat64(from) - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A number whose logarithm is normal with mean `mu` and standard deviation `sigma`. */
export function lognormal(from: Stream, mu: number, sigma: number): number {
  return Math.exp(mu + sigma * normal(from));
}

/** An exponential number of mean 1. */
export function exponential(from: Stream): number {
  return -Math.log1p(-uniformFloat64(from));
}

/** A gamma number of mean `shape` x `scale`: Marsaglia and Tsang (2000), with their power of a uniform below shape 1. */
export function gamma(from: Stream, shape: number, scale = 1): number {
  positive('shape', shape);
  if (shape < 1) return gamma(from, shape + 1, scale) * (1 - uniformFloat64(from)) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(from);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - uniformFloat64(from);
    const square = x * x;
    // The squeeze says yes early and never otherwise than the logarithms would.
    if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v)))
      return d * v * scale;
  }
}

/** A beta number, from two gamma numbers. */
export function beta(from: Stream, a: number, b: number): number {
  const x = gamma(from, a);
  const y = gamma(from, b);
  // Shapes near 0 put everything at the ends, and both gammas below the smallest number.
  if (x + y === 0) return uniformFloat64(from) < a / (a + b) ? 1 : 0;
  return x / (x + y);
}

/** Least, most likely and greatest value of something judged rather than measured. */
export interface Pert {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A PERT number: a beta between low and high with mean (low + 4 mode + high) / 6 (Malcolm et al. 1959). */
export function pert(from: Stream, {low, mode, high}: Pert): number {
  if (!(low <= mode && mode <= high)) throw new RangeError(`invalid range: ${low}, ${mode}, ${high}`);
  const width = high - low;
  if (width === 0) return low;
  return low + width * beta(from, 1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
}

/** A Poisson count, by multiplying uniforms (Knuth), in parts of mean 500 at most: time grows with the mean. */
export function poisson(from: Stream, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`invalid mean: ${mean}`);
  let count = 0;
  for (let left = mean; left > 0; left -= 500) {
    const end = Math.exp(-Math.min(left, 500));
    for (let product = uniformFloat64(from); product > end; product *= uniformFloat64(from)) count++;
  }
  return count;
}

/** A count of variance mean + mean^2 / `size`: a Poisson whose own mean is gamma. */
export function negativeBinomial(from: Stream, mean: number, size: number): number {
  positive('size', size);
  return poisson(from, gamma(from, size, mean / size));
}

/** An excess of a generalised Pareto law, `shape` 0 being the exponential; Lomax is shape 1/a, scale s/a. */
export function generalisedPareto(from: Stream, scale: number, shape: number): number {
  const e = exponential(from);
  return shape === 0 ? scale * e : (scale * Math.expm1(shape * e)) / shape;
}

function positive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`invalid ${name}: ${value}`);
}
