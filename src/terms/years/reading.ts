import type {Known} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import type {Contract} from '../contract/contract.ts';
import type {Fraction, Observable, Predicate} from '../contract/observable.ts';
import type {Period} from '../contract/world.ts';
import {bare, leaf, NOTHING, plus, type Sum, times, valueOfSum} from './sum.ts';

/**
 * How an offer is read without chance, by somebody who stays: what is owed whatever happens (`guaranteed`: shares may be worth
 * nothing), what is meant (`target`), what comes where all that varies is nothing (`zero`: shares keep their price), and what is
 * claimed beside it.
 */
export type Reading = 'guaranteed' | 'target' | 'zero' | 'claimed';
export const READINGS = ['guaranteed', 'target', 'zero', 'claimed'] as const satisfies readonly Reading[];

/** What is paid in a period: the month by whose end it is earned or vests, and how much. */
export type TracedSink = (month: number, sum: Sum) => void;

/**
 * All that a contract pays by a reading, each payment with the figures that it is worked out from. `onDeferred` hears of each what
 * of it is paid later.
 */
export function traced(
  contract: Contract,
  composed: Composed,
  reading: Reading,
  sink: TracedSink,
  onDeferred?: TracedSink,
): void {
  const {figures, pnl} = composed;
  visit(contract, {from: 0, to: 0}, sink);

  function visit(of: Contract, period: Period, to: TracedSink): void {
    switch (of.is) {
      case 'none':
        return;
      // Pay counts when it is earned: when it is paid out decides what it is worth, not in which year it stands.
      case 'pay':
        return to(period.to, sumOf(of.amount, period));
      case 'all':
        for (const one of of.of) visit(one, period, to);
        return;
      case 'scale': {
        const by = sumOf(of.by, period);
        return visit(of.of, period, (month, sum) => to(month, times(sum, by)));
      }
      case 'if':
        return visit(passes(of.test, period) ? of.yes : of.no, period, to);
      case 'schedule':
        for (let time = 0, from = period.to + of.from; time < of.times; time++, from += of.every)
          visit(of.of, {from, to: from + of.every}, to);
        return;
      case 'defer':
        return visit(of.of, period, deferring(of, to));
      case 'forfeit':
      case 'repay':
        return visit(of.of, period, to);
      case 'choose': {
        if (of.by === 'me') {
          const best = of.of.map(one => [total(one, period), one] as const).toSorted(([a], [b]) => b - a)[0];
          return best === undefined ? undefined : visit(best[1], period, to);
        }
        const share =
          reading === 'target' ? of.target : reading !== 'claimed' ? 0 : of.target > 0 ? of.target : 1;
        if (share < 1) visit(of.least, period, (month, sum) => to(month, times(sum, bare(1 - share))));
        if (share > 0) visit(of.most, period, (month, sum) => to(month, times(sum, bare(share))));
        return;
      }
    }
  }

  function deferring({share, above, vesting}: Contract & {readonly is: 'defer'}, to: TracedSink): TracedSink {
    return (month, sum) => {
      const kept = above === null ? NOTHING : least(sum, fraction(above));
      const later = times(plus(sum, times(bare(-1), kept)), fraction(share));
      const now = plus(sum, times(bare(-1), later));
      if (now.length > 0) to(month, now);
      if (later.length > 0) onDeferred?.(month, later);
      for (const {after, part} of vesting) to(month + after, times(later, fraction(part)));
    };
  }

  function total(of: Contract, period: Period): number {
    let sum = 0;
    visit(of, period, (_, one) => {
      sum += valueOfSum(one);
    });
    return sum;
  }

  function fraction(of: Fraction): Sum {
    return typeof of === 'number' ? bare(of) : leaf(figures[of.at] as Known, of.at);
  }

  function sumOf(of: Observable, period: Period): Sum {
    if (typeof of === 'number') return bare(of);
    switch (of.is) {
      case 'stated':
        return fraction(of);
      case 'sum':
        return of.of.reduce<Sum>((sum, one) => plus(sum, sumOf(one, period)), NOTHING);
      case 'product':
        return of.of.reduce<Sum>((sum, one) => times(sum, sumOf(one, period)), bare(1));
      case 'min':
        return of.of.map(one => sumOf(one, period)).reduce(least);
      case 'max':
        return of.of.map(one => sumOf(one, period)).reduce(most);
      case 'pnl': {
        const named = pnl[of.scope];
        if (named === undefined || reading === 'guaranteed' || reading === 'zero') return NOTHING;
        return times(
          leaf(named, figures.length + Object.keys(pnl).indexOf(of.scope)),
          bare((period.to - period.from) / 12),
        );
      }
      case 'count': {
        let count = 0;
        for (let to = of.every; to <= period.to; to += of.every)
          if (passes(of.test, {from: to - of.every, to})) count++;
        return bare(count);
      }
      case 'tenure':
        return bare(period.to);
      case 'price':
        return bare(of.of === 'share' && reading === 'guaranteed' ? 0 : 1);
      default:
        return NOTHING;
    }
  }

  /** A test on time is decided by it; of what nobody knows before, what is meant passes. */
  function passes(test: Predicate, period: Period): boolean {
    switch (test.is) {
      case 'both':
        return test.of.every(one => passes(one, period));
      case 'either':
        return test.of.some(one => passes(one, period));
      case 'not':
        return !passes(test.test, period);
      default: {
        if (!isOfTime(test.what)) return reading === 'target' || reading === 'claimed';
        const [what, bound] = [valueOfSum(sumOf(test.what, period)), valueOfSum(sumOf(test.bound, period))];
        return test.is === 'atLeast' ? what >= bound : what <= bound;
      }
    }
  }
}

function isOfTime(what: Observable): boolean {
  return typeof what === 'number' || what.is === 'tenure' || what.is === 'stated';
}

function least(one: Sum, other: Sum): Sum {
  return valueOfSum(one) <= valueOfSum(other) ? one : other;
}

function most(one: Sum, other: Sum): Sum {
  return valueOfSum(one) >= valueOfSum(other) ? one : other;
}
