import {type AssumptionName, type Model, POSSIBLE} from './assumptions.ts';
import {certainsOf, compared, FEWER_PATHS} from './certain.ts';
import type {ValuedOffer} from './types.ts';

/** What may move: a number that the terms of an offer state, by its place among their figures, or an assumption. */
export type Lever = {readonly offer: string; readonly at: number} | {readonly assumption: AssumptionName};

export interface BreakEvenOptions {
  readonly seed: number;
  readonly model: Model;
  readonly lever: Lever;
  /** Between which the value is looked for. */
  readonly range: readonly [low: number, high: number];
  readonly paths?: number;
}

/** Halvings of the range: what is left is below the noise of the paths. */
const HALVINGS = 14;

/**
 * The value of a lever at which two of some offers are worth the same to whoever bears the risk: "the participation must be 3.1%".
 * By halving, on the same paths at each step. Null where one of them is worth more at both ends of the range. Throws of a range
 * that is none, and where the offers or the lever are not there.
 */
export function breakEven(
  offers: readonly ValuedOffer[],
  [a, b]: readonly [a: string, b: string],
  {seed, model, lever, range: [low, high], paths = FEWER_PATHS}: BreakEvenOptions,
): number | null {
  if (!(low < high)) throw new RangeError(`a range from ${low} to ${high}`);
  const pair = [a, b].map(id => offers.find(offer => offer.id === id));
  if (pair.includes(undefined)) throw new RangeError(`${a} and ${b} are not both among the offers`);
  // Tax and wealth are those of all offers, as where they are valued.
  const {basis, yearOfPay} = compared(offers, {seed, model});
  const certain = (of: readonly ValuedOffer[], at: Model) => {
    const among = compared(of, {seed, model});
    return certainsOf({...among, basis, yearOfPay}, [at], {seed, paths})[0] as readonly number[];
  };
  const ahead = leadOf(pair as readonly ValuedOffer[], {lever, model, certain});
  let [below, above] = [low, high];
  let [atBelow, atAbove] = [ahead(low), ahead(high)];
  if (atBelow === 0) return low;
  if (atAbove === 0) return high;
  if (atBelow > 0 === atAbove > 0) return null;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (below + above) / 2;
    const here = ahead(middle);
    if (here === 0) return middle;
    if (here > 0 === atBelow > 0) [below, atBelow] = [middle, here];
    else [above, atAbove] = [middle, here];
  }
  return below + ((above - below) * atBelow) / (atBelow - atAbove);
}

interface Lead {
  readonly lever: Lever;
  readonly model: Model;
  readonly certain: (of: readonly ValuedOffer[], model: Model) => readonly number[];
}

/** By how much the first of two offers is worth more than the second, at a value of the lever. */
function leadOf(pair: readonly ValuedOffer[], {lever, model, certain}: Lead): (value: number) => number {
  const lead = ([one = 0, other = 0]: readonly number[]) => one - other;
  if ('assumption' in lever) {
    const {assumption} = lever;
    const [least, most] = POSSIBLE[assumption];
    return value => lead(certain(pair, {...model, [assumption]: Math.min(most, Math.max(least, value))}));
  }
  const place = pair.findIndex(({id}) => id === lever.offer);
  const moved = pair[place];
  if (moved === undefined || !states(moved.terms, lever.at))
    throw new RangeError(`${lever.offer} states no figure ${lever.at}`);
  // The other offer is worth what it is.
  const still = certain(pair, model);
  return value => {
    const terms = restated(moved.terms, lever.at, value);
    const [now = 0] = certain([{...moved, terms}], model);
    return lead(still.with(place, now));
  };
}

/** Terms are plain data: whatever stands in them as that stated figure is set to another value. */
function restated<T>(of: T, at: number, value: number): T {
  if (Array.isArray(of)) return of.map((one: unknown) => restated(one, at, value)) as T;
  if (typeof of !== 'object' || of === null) return of;
  if (isStated(of, at)) return {...of, value};
  return Object.fromEntries(
    Object.entries(of).map(([key, one]) => [key, restated(one as unknown, at, value)]),
  ) as T;
}

function states(of: unknown, at: number): boolean {
  if (typeof of !== 'object' || of === null) return false;
  return isStated(of, at) || Object.values(of).some(one => states(one, at));
}

function isStated(of: object, at: number): boolean {
  return 'is' in of && of.is === 'stated' && 'at' in of && of.at === at;
}
