import {type Utility, utilityOf} from '../contract/present.ts';
import type {Model} from './assumptions.ts';
import {type Basis, type Drawn, payoffsOf, type Run} from './payoffs.ts';
import type {ValuedOffer} from './types.ts';
import {knownPart} from './unknown.ts';

/** Offers that are compared, and what they are compared by. */
export interface Compared {
  readonly offers: readonly Drawn[];
  readonly basis: Basis;
  /** A year's pay, of which wealth is so many: the base pay of the first offer that has one. */
  readonly yearOfPay: number;
}

/** Paths of a valuation among many. */
export const FEWER_PATHS = 16_384;

/**
 * What some offers are compared by: after tax where each of them can be taxed, else before tax. Where none has base pay, a year's
 * pay is the mean of what the first offer comes to, by the year. Throws of no offers, and where two have one id.
 */
export function compared(offers: readonly ValuedOffer[], run: Pick<Run, 'seed' | 'model'>): Compared {
  const [first] = offers;
  if (first === undefined) throw new RangeError('no offers to value');
  if (new Set(offers.map(({id}) => id)).size < offers.length) throw new RangeError('two offers of one id');
  const basis: Basis = offers.every(({net}) => net !== null) ? 'after tax' : 'before tax';
  const drawn = offers.map((offer): Drawn => ({offer, terms: knownPart(offer).terms, isByTerm: false}));
  const base = offers.find(({basePay}) => basePay !== null && basePay > 0)?.basePay ?? null;
  return {
    offers: drawn,
    basis,
    yearOfPay: base ?? meanYear(drawn.slice(0, 1), {...run, basis, paths: FEWER_PATHS}),
  };
}

function meanYear(drawn: readonly Drawn[], run: Run): number {
  let sum = 0;
  payoffsOf(drawn, run, (_, __, block) => {
    for (let at = 0; at < block.length; at++) sum += block[at] as number;
  });
  return Math.max(1, sum / run.paths / run.model.horizon);
}

/** The utility of payoffs to somebody of that wealth and aversion. */
export function utilityIn({yearOfPay}: Compared, {wealth, riskAversion}: Model): Utility {
  return utilityOf(wealth * yearOfPay, riskAversion);
}

/**
 * The certainty equivalents of offers in a model, and in others that differ from it in risk aversion and wealth alone, which meet
 * the same payoffs: by model, then by offer.
 */
export function certainsOf(
  among: Compared,
  models: readonly [Model, ...Model[]],
  {seed, paths}: Pick<Run, 'seed' | 'paths'>,
): readonly (readonly number[])[] {
  const utilities = models.map(model => utilityIn(among, model));
  const sums = models.map(() => among.offers.map(() => 0));
  payoffsOf(among.offers, {seed, paths, model: models[0], basis: among.basis}, (of, _, block) => {
    for (const [at, utility] of utilities.entries()) {
      const row = sums[at] as number[];
      row[of] = (row[of] as number) + utility.sum(block);
    }
  });
  return utilities.map((utility, at) => (sums[at] as number[]).map(sum => utility.certain(sum / paths)));
}
