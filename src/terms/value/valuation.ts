import {quantileOf} from '../../stats/index.ts';
import type {Utility} from '../contract/present.ts';
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
  /** Every pair once, in the order of the offers. */
  readonly beats: readonly Beats[];
}

/** How two offers fare on the same paths. */
export interface Beats {
  readonly a: string;
  readonly b: string;
  /** How often the first pays more than the second; of ties half. */
  readonly probability: number;
  /** By how much the first is worth more for sure, and how far chance in the drawing may have moved that. */
  readonly lead: number;
  readonly standardError: number;
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
  const certain = payoffs.map(column => utility.certain(utility.sum(column) / paths));
  const beats = offers.flatMap((one, at) =>
    offers.slice(at + 1).map((other, more): Beats => {
      const [a, b] = [at, at + 1 + more];
      return {
        a: one.id,
        b: other.id,
        ...pairOf(utility, sideOf(payoffs, certain, a), sideOf(payoffs, certain, b)),
      };
    }),
  );
  const valued = offers.map((offer, of): OfferValue => {
    const here = {certain: certain[of] as number, ...momentsOf(payoffs[of] as Column)};
    const terms = (without[of] ?? []).map((rest, term): TermValue => {
      const name = drawn[of]?.terms[term]?.name ?? '';
      return {
        name,
        certain: here.certain - utility.certain(rest.utility / paths),
        mean: here.mean - rest.sum / paths,
      };
    });
    return {
      id: offer.id,
      ...here,
      ...quantilesOf((payoffs[of] as Column).sort()),
      terms: byTerm ? terms : [],
      unvalued: knownPart(offer).unvalued,
    };
  });
  const order = valued.toSorted((one, other) => other.certain - one.certain).map(({id}) => id);
  return {basis, seed, paths, wealth: model.wealth * among.yearOfPay, offers: valued, order, beats};
}

function quantilesOf(sorted: Column): Pick<OfferValue, 'p10' | 'p50' | 'p90' | 'dots'> {
  const at = (p: number) => quantileOf(sorted, p);
  const dots = Array.from({length: DOTS}, (_, dot) => at((dot + 0.5) / DOTS));
  return {p10: at(0.1), p50: at(0.5), p90: at(0.9), dots};
}

interface Side {
  readonly payoffs: Column;
  readonly certain: number;
}

function sideOf(payoffs: readonly Column[], certain: readonly number[], of: number): Side {
  return {payoffs: payoffs[of] as Column, certain: certain[of] as number};
}

/** Payoffs nearer to each other than this part of them are the same: sums in another order differ in their last digits. */
const SAME = 1e-12;

/** The error of the lead is that of the mean utilities, by how much of a certain sum they stand for (delta method). */
function pairOf(utility: Utility, one: Side, other: Side): Omit<Beats, 'a' | 'b'> {
  const paths = one.payoffs.length;
  const slopes = [one, other].map(({certain}) => utility.slope(certain)) as [number, number];
  const apart = new Float64Array(paths);
  let count = 0;
  for (let at = 0; at < paths; at++) {
    const a = one.payoffs[at] as number;
    const b = other.payoffs[at] as number;
    const isTie = Math.abs(a - b) <= SAME * (Math.abs(a) + Math.abs(b));
    count += isTie ? 0.5 : a > b ? 1 : 0;
    apart[at] = isTie && slopes[0] === slopes[1] ? 0 : utility.of(a) / slopes[0] - utility.of(b) / slopes[1];
  }
  const {standardError} = momentsOf(apart);
  return {probability: count / paths, lead: one.certain - other.certain, standardError};
}

function momentsOf(column: Column): {readonly mean: number; readonly standardError: number} {
  let sum = 0;
  for (let at = 0; at < column.length; at++) sum += column[at] as number;
  const mean = sum / column.length;
  let square = 0;
  for (let at = 0; at < column.length; at++) square += ((column[at] as number) - mean) ** 2;
  return {mean, standardError: Math.sqrt(square / (column.length - 1) / column.length)};
}
