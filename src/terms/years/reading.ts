import type {Known} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import type {Contract} from '../contract/contract.ts';
import type {Fraction, Observable, Observed, Predicate} from '../contract/observable.ts';
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

/** What a contract is read by, on one path: what was observed, what an employer chose. */
export interface Lens {
  /** How far of the way from the least to the most an employer goes, of whose choice `target` is the share that is meant. */
  readonly share: (target: number) => number;
  /** What something comes to in a period; nothing where it is not known. */
  readonly observe: (what: Observed, period: Period) => Sum;
  /** Whether a test on something that hangs on more than time holds. */
  readonly passes: (test: BoundTest, period: Period, value: (of: Observable) => number) => boolean;
}

export type BoundTest = Extract<Predicate, {readonly what: Observable}>;

/** The lens of a reading. */
export function lensOf(reading: Reading, {figures, pnl}: Composed): Lens {
  const isFree = reading === 'target' || reading === 'claimed';
  return {
    share: target => (reading === 'target' ? target : reading === 'claimed' ? (target > 0 ? target : 1) : 0),
    observe(what, {from, to}) {
      if (what.is === 'price') return bare(what.of === 'share' && reading === 'guaranteed' ? 0 : 1);
      const named = what.is === 'pnl' && isFree ? pnl[what.scope] : undefined;
      if (what.is !== 'pnl' || named === undefined) return NOTHING;
      const at = figures.length + Object.keys(pnl).indexOf(what.scope);
      return times(leaf(named, at), bare((to - from) / 12));
    },
    // Of what nobody knows before, what is meant passes.
    passes: () => isFree,
  };
}

/**
 * All that a contract pays through a lens, each payment with the figures that it is worked out from. `onDeferred` hears of each
 * what of it is paid later.
 */
export function traced(
  contract: Contract,
  {figures}: Composed,
  lens: Lens,
  sink: TracedSink,
  onDeferred?: TracedSink,
): void {
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
        const share = lens.share(of.target);
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
      case 'count': {
        let count = 0;
        for (let to = of.every; to <= period.to; to += of.every)
          if (passes(of.test, {from: to - of.every, to})) count++;
        return bare(count);
      }
      case 'tenure':
        return bare(period.to);
      default:
        return lens.observe(of, period);
    }
  }

  /** A test on time alone is decided by it. */
  function passes(test: Predicate, period: Period): boolean {
    switch (test.is) {
      case 'both':
        return test.of.every(one => passes(one, period));
      case 'either':
        return test.of.some(one => passes(one, period));
      case 'not':
        return !passes(test.test, period);
      default: {
        const value = (of: Observable) => valueOfSum(sumOf(of, period));
        if (!isOfTime(test.what)) return lens.passes(test, period, value);
        return isWithin(test, value(test.what), value(test.bound));
      }
    }
  }
}

/** Whether a value passes a test. */
export function isWithin({is}: BoundTest, value: number, bound: number): boolean {
  return is === 'atLeast' ? value >= bound : value <= bound;
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
