import type {PnlBase} from '../contract/observable.ts';
import type {Column, Period} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import type {Factors} from './factors.ts';

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
export function pnlOf(
  {scope, netting, carry}: PnlBase,
  yearly: number,
  {from, to}: Period,
  factors: Factors,
  model: Model,
): number | Column {
  if (scope === 'protected') return (yearly * (to - from)) / 12;
  const every = to - from;
  const isNetted = netting === 'across' && scope !== 'firm';
  const name = `PnL of ${scope}${isNetted ? ', netted' : ''}, ${yearly} a year by ${every}`;
  const of: Profit = {name, scope, isNetted, every, yearly, factors, model};
  const isCarried = carry === 'forward' || carry === 'highWater';
  return factors.kept(`${name}, ${isCarried ? 'above the mark' : 'alone'} at ${to}`, into => {
    const after = totalAt(of, to);
    const before = isCarried ? markAt(of, from) : totalAt(of, from);
    for (let at = 0; at < into.length; at++)
      into[at] =
        (after === null ? 0 : (after[at] as number)) - (before === null ? 0 : (before[at] as number));
  });
}

interface Profit {
  readonly name: string;
  readonly scope: Exclude<PnlBase['scope'], 'protected'>;
  readonly isNetted: boolean;
  /** Months of a period. */
  readonly every: number;
  readonly yearly: number;
  readonly factors: Factors;
  readonly model: Model;
}

/** All that was earned since the first day; null at month 0. */
function totalAt(of: Profit, month: number): Column | null {
  const {name, scope, isNetted, every, factors} = of;
  if (month <= 0) return null;
  const own = scope === 'firm' ? averageAt(of, month) : ownAt(of, month);
  if (!isNetted) return own;
  const before = Math.max(0, month - every);
  const [ownBefore, average, averageBefore, total] = [
    ownAt(of, before),
    averageAt(of, month),
    averageAt(of, before),
    totalAt(of, before),
  ];
  return factors.kept(`${name}, after others' losses, at ${month}`, into => {
    const value = (column: Column | null, at: number) => (column === null ? 0 : (column[at] as number));
    for (let at = 0; at < into.length; at++) {
      const lost = Math.min(0, value(average, at) - value(averageBefore, at));
      into[at] = value(total, at) + value(own, at) - value(ownBefore, at) + lost;
    }
  });
}

function ownAt({scope, yearly, factors, model: {podSharpe}}: Profit, month: number): Column | null {
  return grown(`PnL of ${scope}, own, ${yearly} a year`, factors.path(`PnL of ${scope}`, true, month), {
    month,
    yearly,
    deviation: Math.abs(yearly) / podSharpe,
    factors,
  });
}

/** The average of very many pods of that size. */
function averageAt(
  {yearly, factors, model: {podSharpe, commonFactor}}: Profit,
  month: number,
): Column | null {
  return grown(`PnL of the average pod, ${yearly} a year`, factors.path('common', false, month), {
    month,
    yearly,
    deviation: (Math.abs(yearly) / podSharpe) * Math.sqrt(commonFactor),
    factors,
  });
}

function grown(
  name: string,
  path: Column | null,
  {
    month,
    yearly,
    deviation,
    factors,
  }: {readonly month: number; readonly yearly: number; readonly deviation: number; readonly factors: Factors},
): Column | null {
  if (path === null) return null;
  const drift = (yearly * month) / 12;
  return factors.kept(`${name} at ${month}`, into => {
    for (let at = 0; at < into.length; at++) into[at] = drift + deviation * (path[at] as number);
  });
}

/** The highest that the total stood at the end of a period, and no lower than where it began. */
function markAt(of: Profit, month: number): Column | null {
  const total = totalAt(of, month);
  if (total === null) return null;
  const before = markAt(of, month - of.every);
  return of.factors.kept(`${of.name}, mark at ${month}`, into => {
    for (let at = 0; at < into.length; at++)
      into[at] = Math.max(total[at] as number, before === null ? 0 : (before[at] as number));
  });
}
