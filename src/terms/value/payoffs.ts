import type {Contract} from '../contract/contract.ts';
import {paymentsOf} from '../contract/payments.ts';
import type {Column, World} from '../contract/world.ts';
import type {NetTable} from '../tax/net-table.ts';
import type {Model} from './assumptions.ts';
import {drawnWorld} from './drawn-world.ts';
import {factorsOf} from './factors.ts';
import {netOf} from './net.ts';
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
  const factors = factorsOf(seed, Math.min(BLOCK, paths), model.commonFactor);
  const until = Math.floor(12 * model.horizon);
  const months = Math.max(
    1,
    ...offers.flatMap(({terms}) => terms.map(({contract}) => lastMonth(contract, 0, until))),
  );
  const years = Math.ceil(months / 12);
  const survival = survivalOf(model, years);
  const ledgers = offers.map(({terms, isByTerm, offer: {net}}) =>
    ledgerOf(terms, isByTerm, years, basis === 'after tax' ? net : null, model.discountRate),
  );
  for (let from = 0, block = 0; from < paths; from += BLOCK, block++) {
    factors.begin(block, Math.min(BLOCK, paths - from));
    const survived = survival(factors);
    for (const [of, {offer}] of offers.entries()) {
      const ledger = ledgers[of] as Ledger;
      ledger.enter(drawnWorld(offer, model, factors, survived));
      ledger.close((without, payoffs) => sink(of, without, payoffs, from));
    }
  }
}

interface Ledger {
  /** Enters all payments of a world. */
  enter(world: World): void;
  close(sink: (without: number | null, payoffs: Column) => void): void;
}

/** One account for each term: by year where a year is taxed, else one for all years. */
function ledgerOf(
  terms: readonly ValuedTerm[],
  isByTerm: boolean,
  years: number,
  net: NetTable | null,
  rate: number,
): Ledger {
  const count = net === null ? 1 : years + 1;
  const accounts = (isByTerm ? terms : [null]).map(() => accountOf(net !== null, count));
  const all = accounts.length === 1 ? (accounts[0] as Account) : accountOf(net !== null, count);
  const payoffs = new Float64Array(BLOCK);
  let paths = 0;
  const yearOf = (month: number) => (net === null ? 0 : Math.max(0, Math.ceil(month / 12) - 1));
  const closed = (account: Account, without: Account | null): Column => {
    const into = payoffs.subarray(0, paths).fill(0);
    for (let year = 0; year < count; year++) {
      const [wages, value] = [account.wages[year], account.values[year] as Column];
      const [lessWages, lessValue] = [without?.wages[year], without?.values[year]];
      for (let at = 0; at < paths; at++) {
        const worth = (value[at] as number) - (lessValue === undefined ? 0 : (lessValue[at] as number));
        if (net === null || wages === undefined) {
          into[at] = (into[at] as number) + worth;
          continue;
        }
        const paid = (wages[at] as number) - (lessWages === undefined ? 0 : (lessWages[at] as number));
        into[at] = (into[at] as number) + (paid > CENT ? (worth * netOf(net, paid)) / paid : worth);
      }
    }
    return into;
  };
  return {
    enter(world) {
      paths = world.paths;
      for (const account of [...accounts, all]) clear(account);
      for (const [place, {contract}] of terms.entries()) {
        const account = accounts[isByTerm ? place : 0] as Account;
        paymentsOf(contract, world, (month, amounts) => {
          const discount = Math.exp((-rate * month) / 12);
          const [wages, value] = [account.wages[yearOf(month)], account.values[yearOf(month)] as Column];
          for (let at = 0; at < paths; at++)
            value[at] = (value[at] as number) + discount * (amounts[at] as number);
          if (wages === undefined) return;
          for (let at = 0; at < paths; at++) wages[at] = (wages[at] as number) + (amounts[at] as number);
        });
      }
      if (accounts.length === 1) return;
      for (const account of accounts) addTo(all, account);
    },
    close(sink) {
      sink(null, closed(all, null));
      if (!isByTerm) return;
      for (const [place, account] of accounts.entries()) sink(place, closed(all, account));
    },
  };
}

/** Sums by year: of wages where they are taxed, and of their discounted values. */
interface Account {
  readonly wages: readonly Column[];
  readonly values: readonly Column[];
}

function accountOf(isTaxed: boolean, count: number): Account {
  const columns = () => Array.from({length: count}, () => new Float64Array(BLOCK));
  return {wages: isTaxed ? columns() : [], values: columns()};
}

function clear({wages, values}: Account): void {
  for (const column of [...wages, ...values]) column.fill(0);
}

function addTo(sum: Account, one: Account): void {
  for (const which of ['wages', 'values'] as const)
    for (const [year, into] of sum[which].entries()) {
      const more = one[which][year] as Column;
      for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + (more[at] as number);
    }
}

/** Wages below this are none: what is left of sums that cancel. */
const CENT = 0.01;

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
