import {beside, type Stream, uniform} from './random.ts';

/** Layers of equal area under the normal density (Marsaglia and Tsang 2000): 256 of them, the lowest with the tail beyond `TAIL`. */
const LAYERS = 256;
const TAIL = 3.654152885361009;
const AREA = 0.00492867323399;
/** Of 32 random bits as a signed number. */
const HALF = 2 ** 31;

/** By layer: below which bits a point lies in it for sure, what a bit is worth, and the density at its edge. */
const SURE = new Float64Array(LAYERS);
const WIDTH = new Float64Array(LAYERS);
const DENSITY = new Float64Array(LAYERS);

{
  const density = (x: number) => Math.exp(-(x * x) / 2);
  let edge = TAIL;
  const base = AREA / density(TAIL);
  SURE[0] = Math.floor((TAIL / base) * HALF);
  WIDTH[0] = base / HALF;
  WIDTH[LAYERS - 1] = TAIL / HALF;
  DENSITY[0] = 1;
  DENSITY[LAYERS - 1] = density(TAIL);
  for (let layer = LAYERS - 2; layer > 0; layer--) {
    const inner = Math.sqrt(-2 * Math.log(AREA / edge + density(edge)));
    SURE[layer + 1] = Math.floor((inner / edge) * HALF);
    WIDTH[layer] = inner / HALF;
    DENSITY[layer] = density(inner);
    edge = inner;
  }
}

/**
 * Fills a column with standard normal numbers, from a stream that is used up by it. It is stepped here, xoroshiro128+ as it is
 * elsewhere, with its 128 bits in four registers: that takes half of the time. The place in a layer is of the low word, and the
 * layer of the high ones: of the same bits the two would hang together (Doornik 2005).
 */
export function fillNormal(from: Stream, into: Float64Array): void {
  const state = from.getState();
  let s01 = state[0] as number;
  let s00 = state[1] as number;
  let s11 = state[2] as number;
  let s10 = state[3] as number;
  const rare = beside(from);
  for (let at = 0; at < into.length; at++) {
    const bits = (s00 + s10) | 0;
    const layer = (s01 + s11) >>> 24;
    const a0 = s10 ^ s00;
    const a1 = s11 ^ s01;
    const low = s00;
    s00 = (low << 24) ^ (s01 >>> 8) ^ a0 ^ (a0 << 16);
    s01 = (s01 << 24) ^ (low >>> 8) ^ a1 ^ ((a1 << 16) | (a0 >>> 16));
    s10 = (a1 << 5) ^ (a0 >>> 27);
    s11 = (a0 << 5) ^ (a1 >>> 27);
    if (Math.abs(bits) < (SURE[layer] as number)) into[at] = bits * (WIDTH[layer] as number);
    else into[at] = outside(rare, bits, layer);
  }
}

/** A point that may lie outside of its layer: in the tail, under the curve beside it, or to be drawn anew. */
function outside(from: Stream, first: number, firstLayer: number): number {
  let [bits, layer] = [first, firstLayer];
  for (;;) {
    const x = bits * (WIDTH[layer] as number);
    if (Math.abs(bits) < (SURE[layer] as number)) return x;
    if (layer === 0) return bits > 0 ? tail(from) : -tail(from);
    const [low, high] = [DENSITY[layer] as number, DENSITY[layer - 1] as number];
    if (low + uniform(from) * (high - low) < Math.exp(-(x * x) / 2)) return x;
    bits = from.next();
    layer = from.next() & 255;
  }
}

/** A normal number given that it is above `TAIL` (Marsaglia 1964). */
function tail(from: Stream): number {
  for (;;) {
    const beyond = -Math.log1p(-uniform(from)) / TAIL;
    const y = -Math.log1p(-uniform(from));
    if (2 * y > beyond * beyond) return TAIL + beyond;
  }
}

/** Fills a column with numbers from 0 to below 1, of 32 random bits each. */
export function fillUniform(from: Stream, into: Float64Array): void {
  for (let at = 0; at < into.length; at++) into[at] = (from.next() >>> 0) / 2 ** 32;
}
