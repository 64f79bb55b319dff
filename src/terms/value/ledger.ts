import {add, addTimes} from '../contract/columns.ts';
import {paymentsOf} from '../contract/payments.ts';
import {type Scratch, scratchOf} from '../contract/scratch.ts';
import type {Column, World} from '../contract/world.ts';
import type {NetTable} from '../tax/net-table.ts';
import {netOf} from './net.ts';
import type {ValuedTerm} from './types.ts';

/** The payments of an offer in a block of paths, discounted to the first day. */
export interface Ledger {
  /** Enters all payments of a world, in the place of those before. */
  enter(world: World): void;
  /** What each path pays in all, or without one of the terms. The column is lent: it is good until the next is asked for. */
  payoffs(without: number | null): Column;
}

export interface LedgerOptions {
  readonly paths: number;
  /** Years of service in which something may be paid. */
  readonly years: number;
  /** Of continuous compounding, a year. */
  readonly discountRate: number;
  /** Whether there is an account for each term, so that payoffs without it can be asked for. */
  readonly isByTerm: boolean;
  /** Null where nothing is taxed. */
  readonly net: NetTable | null;
}

/** Sums by year of service: of wages where they are taxed, and of their discounted values; all in one year where they are not. */
interface Account {
  readonly wages: readonly Column[];
  readonly values: readonly Column[];
}

/** A year's wages below this are none: what is left of sums that cancel. */
const CENT = 0.01;

export function ledgerOf(terms: readonly ValuedTerm[], options: LedgerOptions): Ledger {
  const {paths, years, discountRate, isByTerm, net} = options;
  const count = net === null ? 1 : years + 1;
  const columns = (of: number) => Array.from({length: of}, () => new Float64Array(paths));
  const account = (): Account => ({wages: net === null ? [] : columns(count), values: columns(count)});
  const all = account();
  const byTerm = isByTerm ? terms.map(account) : [];
  const scratch = scratchOf(paths);
  const total = new Float64Array(paths);
  return {
    enter(world) {
      for (const {wages, values} of [all, ...byTerm]) for (const one of [...wages, ...values]) one.fill(0);
      for (const [place, {contract}] of terms.entries())
        enter(contract, world, {into: [all, ...byTerm.slice(place, place + 1)], net, discountRate, scratch});
    },
    payoffs(without) {
      const less = without === null ? undefined : byTerm[without];
      total.fill(0);
      for (const [year, value] of all.values.entries())
        if (net === null) addUntaxed(total, value, less?.values[year]);
        else
          addTaxed(total, net, [value, all.wages[year] as Column], [less?.values[year], less?.wages[year]]);
      return total;
    },
  };
}

interface Entry {
  readonly into: readonly Account[];
  readonly net: NetTable | null;
  readonly discountRate: number;
  readonly scratch: Scratch;
}

function enter(
  contract: ValuedTerm['contract'],
  world: World,
  {into, net, discountRate, scratch}: Entry,
): void {
  paymentsOf(
    contract,
    world,
    (month, amounts) => {
      const year = net === null ? 0 : Math.max(0, Math.ceil(month / 12) - 1);
      const discount = Math.exp((-discountRate * month) / 12);
      for (const {wages, values} of into) {
        addTimes(values[year] as Column, discount, amounts);
        const paid = wages[year];
        if (paid !== undefined) add(paid, amounts);
      }
    },
    scratch,
  );
}

function addUntaxed(total: Column, value: Column, less: Column | undefined): void {
  add(total, value);
  if (less !== undefined) addTimes(total, -1, less);
}

/** Each payment of a year bears its part of the tax. Of less than no wages nothing is taxed, and nothing given back. */
function addTaxed(
  total: Column,
  net: NetTable,
  [values, wages]: readonly [Column, Column],
  [lessValues, lessWages]: readonly [Column | undefined, Column | undefined],
): void {
  for (let at = 0; at < total.length; at++) {
    const value = (values[at] as number) - (lessValues === undefined ? 0 : (lessValues[at] as number));
    const paid = (wages[at] as number) - (lessWages === undefined ? 0 : (lessWages[at] as number));
    total[at] = (total[at] as number) + (paid > CENT ? (value * netOf(net, paid)) / paid : value);
  }
}
