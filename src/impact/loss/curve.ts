import {readFact} from '../../base/index.ts';

/**
 * How a day's PnL spreads over its session: pieces of even weight between knots. `at[k]` is a share of the session's
 * open time, `sum[k]` the weight until then; both run from 0 to 1, so that the weights of a session sum to 1.
 */
export interface Curve {
  readonly id: string;
  readonly name: string;
  /** Where the weights are from. */
  readonly source: string;
  readonly at: readonly number[];
  readonly sum: readonly number[];
}

/** A part of a session and what it weighs beside the others, in any unit. */
export interface CurvePart {
  readonly length: number;
  readonly weight: number;
}

/** Every open minute of a session weighs the same. */
export const UNIFORM: Curve = {
  id: 'uniform',
  name: 'every minute of a session alike',
  source: 'assumed: no shape was asked for',
  at: [0, 1],
  sum: [0, 1],
};

/** A curve of parts in their order. Throws where a length or a weight is negative, or where all are 0. */
export function curveOf(about: Pick<Curve, 'id' | 'name' | 'source'>, parts: readonly CurvePart[]): Curve {
  const whole = (of: keyof CurvePart) => parts.reduce((sum, part) => sum + part[of], 0);
  const [length, weight] = [whole('length'), whole('weight')];
  if (!(length > 0 && weight > 0) || parts.some(part => part.length < 0 || part.weight < 0))
    throw new RangeError(`${about.id}: parts of a session must be longer than 0 and weigh something`);
  const at = [0];
  const sum = [0];
  for (const part of parts) {
    at.push((at.at(-1) as number) + part.length / length);
    sum.push((sum.at(-1) as number) + part.weight / weight);
  }
  // What dust the additions leave must not make a session weigh more or less than 1.
  at[at.length - 1] = 1;
  sum[sum.length - 1] = 1;
  return {...about, at, sum};
}

interface ShippedCurve {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly exchanges: readonly string[];
  readonly parts: readonly {readonly minutes: number; readonly volume: number}[];
}

/** The shape that ships for an exchange; undefined where none was found in print. */
export function shippedCurve(exchange: string): Curve | undefined {
  const {curves} = readFact('volume.json') as {readonly curves: readonly ShippedCurve[]};
  const found = curves.find(one => one.exchanges.includes(exchange));
  return (
    found &&
    curveOf(
      {id: found.id, name: found.name, source: found.source},
      found.parts.map(({minutes, volume}) => ({length: minutes, weight: volume})),
    )
  );
}

/** The weight of the first `share` of a session's open time, both from 0 to 1. */
export function weightUntil({at, sum}: Curve, share: number): number {
  if (share >= 1) return 1;
  let after = 1;
  while ((at[after] as number) <= share) after++;
  const [from, to] = [at[after - 1] as number, at[after] as number];
  const [low, high] = [sum[after - 1] as number, sum[after] as number];
  return low + ((share - from) / (to - from)) * (high - low);
}

/** How much more than an even minute the heaviest and the lightest minute weigh: 1 and 1 of the uniform curve. */
export function slopes({at, sum}: Curve): {readonly least: number; readonly most: number} {
  const all = at.slice(1).flatMap((to, k) => {
    const width = to - (at[k] as number);
    return width > 0 ? [((sum[k + 1] as number) - (sum[k] as number)) / width] : [];
  });
  return {least: Math.min(...all), most: Math.max(...all)};
}
