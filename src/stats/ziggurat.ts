import {type Stream, uniform} from './random.ts';

const LAYERS = 128;
/** Where the tail begins, and the area of each layer (Marsaglia and Tsang 2000). */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;
/** Of the 32 bits of a draw 7 choose the layer and the rest are a signed number, which Doornik (2005) asks to be apart. */
const SCALE = 2 ** 24;

/** Right edges of the layers, as steps of the number; below `SURE` a draw lies under the curve without a look at it. */
const SURE = new Int32Array(LAYERS);
const STEP = new Float64Array(LAYERS);
const HEIGHT = new Float64Array(LAYERS);

{
  let edge = TAIL;
  const bottom = AREA / Math.exp(-0.5 * TAIL * TAIL);
  STEP[0] = bottom / SCALE;
  SURE[0] = Math.floor((TAIL / bottom) * SCALE);
  STEP[LAYERS - 1] = TAIL / SCALE;
  HEIGHT[0] = 1;
  HEIGHT[LAYERS - 1] = Math.exp(-0.5 * TAIL * TAIL);
  for (let layer = LAYERS - 2; layer >= 1; layer--) {
    const next = Math.sqrt(-2 * Math.log(AREA / edge + Math.exp(-0.5 * edge * edge)));
    SURE[layer + 1] = Math.floor((next / edge) * SCALE);
    edge = next;
    HEIGHT[layer] = Math.exp(-0.5 * edge * edge);
    STEP[layer] = edge / SCALE;
  }
  SURE[1] = 0;
}

/** Fills a column with standard normal numbers, by the ziggurat of Marsaglia and Tsang (2000): four times as fast as `normal`. */
export function fillNormal(from: Stream, column: Float64Array): void {
  for (let at = 0; at < column.length; at++) {
    const bits = from.next();
    const layer = bits & (LAYERS - 1);
    const number = bits >> 7;
    const size = number < 0 ? -number : number;
    column[at] =
      size < (SURE[layer] as number) ? number * (STEP[layer] as number) : edgeOf(from, layer, number);
  }
}

/** Beyond what is surely under the curve: the tail, or the wedge at the right of a layer. */
function edgeOf(from: Stream, first: number, drawn: number): number {
  for (let [layer, number] = [first, drawn]; ; ) {
    if (layer === 0) return tail(from, number < 0);
    const x = number * (STEP[layer] as number);
    const [low, high] = [HEIGHT[layer] as number, HEIGHT[layer - 1] as number];
    if (low + uniform(from) * (high - low) < Math.exp(-0.5 * x * x)) return x;
    const bits = from.next();
    layer = bits & (LAYERS - 1);
    number = bits >> 7;
    if (Math.abs(number) < (SURE[layer] as number)) return number * (STEP[layer] as number);
  }
}

/** A number of the tail (Marsaglia 1964). */
function tail(from: Stream, isNegative: boolean): number {
  for (;;) {
    const x = Math.log(1 - uniform(from)) / TAIL;
    const y = Math.log(1 - uniform(from));
    if (-2 * y >= x * x) return isNegative ? x - TAIL : TAIL - x;
  }
}
