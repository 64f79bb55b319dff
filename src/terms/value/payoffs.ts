import type {Contract} from '../contract/contract.ts';
import type {Column} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import {drawnWorld, monthsOf} from './drawn-world.ts';
import {factorsOf} from './factors.ts';
import {ledgerOf} from './ledger.ts';
import {survivalOf} from './survival.ts';
import type {ValuedOffer, ValuedTerm} from './types.ts';

/** What is paid before tax, or what is left after it. */
export type Basis = 'before tax' | 'after tax';

export interface Run {
  readonly seed: number;
  readonly paths: number;
  readonly model: Model;
  readonly basis: Basis;
}

/** Paths that are drawn side by side: their columns stay in the processor's cache, and memory does not grow with paths. */
const BLOCK = 1024;

/** An offer of which nothing is unknown, and whether it is also to be paid out without each of its terms. */
export interface Drawn {
  readonly offer: ValuedOffer;
  readonly terms: readonly ValuedTerm[];
  readonly isByTerm: boolean;
}

/**
 * Where payoffs go, block by block: those of offer `of`, from path `from` on, of all its terms or `without` one of them. The
 * column is lent: it is good until the call returns.
 */
export type PayoffSink = (of: number, without: number | null, payoffs: Column, from: number) => void;

/**
 * What each path pays in all, discounted to the first day. Wages of a year of service are taxed together, as if it were a tax
 * year, and each payment bears its part; what is repaid lessens the wages of its year, and beyond them nothing is got back.
 */
export function payoffsOf(
  offers: readonly Drawn[],
  {seed, paths, model, basis}: Run,
  sink: PayoffSink,
): void {
  const until = monthsOf(model);
  const months = offers.flatMap(({terms}) => terms.map(({contract}) => lastMonth(contract, 0, until)));
  const years = Math.ceil(Math.max(1, ...months) / 12);
  const factors = factorsOf(seed, BLOCK, model.commonFactor);
  const survival = survivalOf(model, years, factors);
  const met = offers.map(({offer, terms, isByTerm}) => {
    const net = basis === 'after tax' ? offer.net : null;
    const options = {paths: BLOCK, years, discountRate: model.discountRate, isByTerm, net};
    return {ledger: ledgerOf(terms, options), world: drawnWorld(offer, model, factors, survival)};
  });
  // Of the last block as many paths are told as are wanted: more of them are the same ones, and some.
  for (let from = 0, block = 0; from < paths; from += BLOCK, block++) {
    const told = (payoffs: Column) => (paths - from < BLOCK ? payoffs.subarray(0, paths - from) : payoffs);
    factors.begin(block);
    survival.draw();
    for (const [of, {ledger, world}] of met.entries()) {
      ledger.enter(world);
      sink(of, null, told(ledger.payoffs(null)), from);
      const {isByTerm, terms} = offers[of] as Drawn;
      if (isByTerm) for (const term of terms.keys()) sink(of, term, told(ledger.payoffs(term)), from);
    }
  }
}

/** The last month in which a contract may pay, begun in month `to`: it says how long survival is to be drawn. */
function lastMonth(contract: Contract, to: number, until: number): number {
  switch (contract.is) {
    case 'none':
      return 0;
    case 'pay':
      return to + contract.after;
    case 'all':
      return Math.max(0, ...contract.of.map(one => lastMonth(one, to, until)));
    case 'schedule': {
      const {from, every, times, of} = contract;
      const count = Math.min(times, Math.floor((until - to - from) / every));
      return count < 1 ? 0 : lastMonth(of, to + from + count * every, until);
    }
    case 'defer':
      return lastMonth(contract.of, to, until) + Math.max(0, ...contract.vesting.map(({after}) => after));
    case 'repay':
      return lastMonth(contract.of, to, until) + contract.taper.until;
    case 'scale':
    case 'forfeit':
      return lastMonth(contract.of, to, until);
    case 'if':
      return Math.max(...[contract.yes, contract.no].map(one => lastMonth(one, to, until)));
    case 'choose':
      return Math.max(
        0,
        ...(contract.by === 'me' ? contract.of : [contract.least, contract.most]).map(one =>
          lastMonth(one, to, until),
        ),
      );
  }
}
