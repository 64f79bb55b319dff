import {quantileOf} from '../../stats/index.ts';
import type {Column} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import {compared, utilityIn} from './certain.ts';
import {type Basis, type Drawn, payoffsOf} from './payoffs.ts';
import type {Unvalued, ValuedOffer} from './types.ts';
import {knownPart} from './unknown.ts';

/** What some offers are worth, side by side, in their common currency today. */
export interface Valuation {
  /** After tax where each of the offers can be taxed, else before tax. */
  readonly basis: Basis;
  readonly seed: number;
  readonly paths: number;
  /** The wealth that risk is borne with. */
  readonly wealth: number;
  /** In the order in which they were given. */
  readonly offers: readonly OfferValue[];
  /** Ids, the best first, by `certain`. */
  readonly order: readonly string[];
  /** How often the first of each pair pays more than the second; of ties half. Every pair once, in the order of the offers. */
  readonly beats: readonly {readonly a: string; readonly b: string; readonly probability: number}[];
}

export interface OfferValue {
  readonly id: string;
  readonly mean: number;
  readonly standardError: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The certain sum that is worth as much to somebody of that wealth and risk aversion. */
  readonly certain: number;
  /** Payoffs of equal chance, least first: the middles of so many equal parts of all paths. */
  readonly dots: readonly number[];
  /** What `certain` and `mean` lose without a term, in the order of the offer; empty where not asked for. */
  readonly terms: readonly TermValue[];
  readonly unvalued: readonly Unvalued[];
}

export interface TermValue {
  readonly name: string;
  readonly certain: number;
  readonly mean: number;
}

export interface ValueOptions {
  readonly seed: number;
  readonly model: Model;
  /** 100,000 unless told; 16,384 do where many offers are compared. */
  readonly paths?: number;
  /** Whether each term is valued by its removal. */
  readonly byTerm?: boolean;
}

/** Paths of a valuation. */
export const PATHS = 100_000;

const DOTS = 50;

/**
 * Values offers by simulation: all of them on the same paths, so that what tells them apart is not noise. The same seed gives the
 * same numbers, whatever else is asked. Wealth is the assumption's years of the base pay of the first offer that has one; where
 * none has, of the mean of the first offer's payoffs by the year. Throws of no offers, and where two have one id.
 */
export function valueOffers(offers: readonly ValuedOffer[], options: ValueOptions): Valuation {
  const {seed, model, paths = PATHS, byTerm = false} = options;
  if (!(Number.isSafeInteger(paths) && paths > 1)) throw new RangeError(`${paths} is no number of paths`);
  const among = compared(offers, {seed, model});
  const {basis} = among;
  const drawn = among.offers.map((one): Drawn => ({...one, isByTerm: byTerm}));
  const utility = utilityIn(among, model);
  const payoffs = offers.map(() => new Float64Array(paths));
  const without = drawn.map(({terms}) => terms.map(() => ({utility: 0, sum: 0})));
  payoffsOf(drawn, {seed, paths, model, basis}, (of, term, block, from) => {
    if (term === null) return (payoffs[of] as Column).set(block, from);
    const tally = without[of]?.[term];
    if (tally === undefined) return;
    tally.utility += utility.sum(block);
    for (let at = 0; at < block.length; at++) tally.sum += block[at] as number;
  });
  const beats = offers.flatMap(({id: a}, at) =>
    offers.slice(at + 1).map(({id: b}, more) => ({
      a,
      b,
      probability: beaten(payoffs[at] as Column, payoffs[at + 1 + more] as Column),
    })),
  );
  const valued = offers.map((offer, of): OfferValue => {
    const column = payoffs[of] as Column;
    const certain = utility.certain(utility.sum(column) / paths);
    const {mean, standardError} = momentsOf(column);
    const terms = (byTerm ? (drawn[of]?.terms ?? []) : []).map(({name}, term): TermValue => {
      const {utility: rest = 0, sum = 0} = without[of]?.[term] ?? {};
      return {name, certain: certain - utility.certain(rest / paths), mean: mean - sum / paths};
    });
    column.sort();
    const at = (p: number) => quantileOf(column, p);
    return {
      id: offer.id,
      mean,
      standardError,
      p10: at(0.1),
      p50: at(0.5),
      p90: at(0.9),
      certain,
      dots: Array.from({length: DOTS}, (_, dot) => at((dot + 0.5) / DOTS)),
      terms,
      unvalued: knownPart(offer).unvalued,
    };
  });
  const order = valued.toSorted((one, other) => other.certain - one.certain).map(({id}) => id);
  return {basis, seed, paths, wealth: model.wealth * among.yearOfPay, offers: valued, order, beats};
}

/** Payoffs nearer to each other than this part of them are the same: sums in another order differ in their last digits. */
const SAME = 1e-12;

function beaten(one: Column, other: Column): number {
  let count = 0;
  for (let at = 0; at < one.length; at++) {
    const a = one[at] as number;
    const b = other[at] as number;
    const isTie = Math.abs(a - b) <= SAME * (Math.abs(a) + Math.abs(b));
    count += isTie ? 0.5 : a > b ? 1 : 0;
  }
  return count / one.length;
}

function momentsOf(column: Column): {readonly mean: number; readonly standardError: number} {
  let sum = 0;
  for (let at = 0; at < column.length; at++) sum += column[at] as number;
  const mean = sum / column.length;
  let square = 0;
  for (let at = 0; at < column.length; at++) square += ((column[at] as number) - mean) ** 2;
  return {mean, standardError: Math.sqrt(square / (column.length - 1) / column.length)};
}
