import {add, addTimes, lower, raise} from '../contract/columns.ts';
import type {PnlBase} from '../contract/observable.ts';
import type {Column, Period} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import {COMMON, type Factors} from './factors.ts';

/** A PnL by period: one number where it is sure. */
export type PnlIn = (period: Period) => number | Column;

/**
 * The PnL that a term calls its base, in a period, of so much expected a year.
 *
 * Scopes: `book`, `pod` and `strategy` are each normal with the Sharpe ratio of a pod, and share the common factor; of the
 * `firm` so many pods are the average that the common factor alone is left; what was `protected` is counted at mean days, and
 * so is certain. Netting `within` is the scope's own PnL; `across` takes off what the average pod lost in those months.
 * Costs: the expected PnL is after those that the letter takes off, and all of it is taken for them. A carry of `forward` or
 * `highWater` gives what is above the highest end of a period so far, and below zero how much is to be earned back first.
 * Where the letter does not say, nothing is netted and nothing carried.
 */
export function pnlOf(base: PnlBase, yearly: number, factors: Factors, model: Model): PnlIn {
  const {scope, netting, carry} = base;
  if (scope === 'protected') return ({from, to}) => (yearly * (to - from)) / 12;
  const isNetted = netting === 'across' && scope !== 'firm';
  const isCarried = carry === 'forward' || carry === 'highWater';
  const byLength = new Map<number, (period: Period) => Column>();
  return period => {
    const every = period.to - period.from;
    let found = byLength.get(every);
    if (found === undefined) {
      const total = isNetted
        ? netted({scope, every, yearly, factors, model})
        : totalOf({scope, yearly, factors, model});
      found = earned(
        `${scope}, ${netting}, ${carry}, ${yearly} by ${every}`,
        total,
        isCarried,
        every,
        factors,
      );
      byLength.set(every, found);
    }
    return found(period);
  };
}

/** All that was earned from the first day to the end of a month; null at month 0. */
type Total = (month: number) => Column | null;

function earned(
  name: string,
  total: Total,
  isCarried: boolean,
  every: number,
  factors: Factors,
): (period: Period) => Column {
  const [earnedName, markName] = [`PnL of ${name}`, `mark of ${name}`];
  /** The highest that the total stood at the end of a period, and no lower than where it began. */
  const mark: Total = month => {
    const here = total(month);
    if (here === null) return null;
    return factors.kept(markName, month, into => {
      const before = mark(month - every);
      into.set(here);
      if (before !== null) addTimes(into, -1, before);
      raise(into, 0);
      if (before !== null) add(into, before);
    });
  };
  return ({from, to}) =>
    factors.kept(earnedName, to, into => {
      const after = total(to);
      if (after === null) into.fill(0);
      else into.set(after);
      const before = isCarried ? mark(from) : total(from);
      if (before !== null) addTimes(into, -1, before);
    });
}

interface Profit {
  readonly scope: Exclude<PnlBase['scope'], 'protected'>;
  readonly yearly: number;
  readonly factors: Factors;
  readonly model: Model;
}

/** Of the firm, or of very many pods of that size, the average is left with the common factor alone. */
function totalOf({scope, yearly, factors, model: {podSharpe, commonFactor}}: Profit): Total {
  const isAverage = scope === 'firm';
  const pathName = isAverage ? COMMON : `PnL of ${scope}`;
  const name = `total PnL of ${scope}, ${yearly} a year`;
  const deviation = (Math.abs(yearly) / podSharpe) * (isAverage ? Math.sqrt(commonFactor) : 1);
  return month => {
    const path = factors.path(pathName, month);
    if (path === null) return null;
    return factors.kept(name, month, into => {
      into.fill((yearly * month) / 12);
      addTimes(into, deviation, path);
    });
  };
}

/** In each period what the average pod lost is taken off. */
function netted({every, ...profit}: Profit & {readonly every: number}): Total {
  const {scope, yearly, factors} = profit;
  const [own, average] = [totalOf(profit), totalOf({...profit, scope: 'firm'})];
  const name = `total PnL of ${scope}, ${yearly} a year, netted by ${every}`;
  const total: Total = month => {
    const [after, here] = [own(month), average(month)];
    if (after === null || here === null) return null;
    const start = Math.max(0, month - every);
    const [before, there, sum] = [own(start), average(start), total(start)];
    return factors.kept(name, month, into => {
      into.set(here);
      if (there !== null) addTimes(into, -1, there);
      lower(into, 0);
      add(into, after);
      if (before !== null) addTimes(into, -1, before);
      if (sum !== null) add(into, sum);
    });
  };
  return total;
}
