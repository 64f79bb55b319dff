import {add, compare, lessThanOne, lower, multiply, raise, type Value} from './columns.ts';
import type {Observable, Predicate} from './observable.ts';
import type {Scratch} from './scratch.ts';
import type {Column, Period, World} from './world.ts';

/** A world, and the columns to work in. */
export interface Run {
  readonly world: World;
  readonly scratch: Scratch;
}

/**
 * What an observable comes to in a period of a world. A column that is given back may be the world's own, and is not to be
 * changed; it is good until the scratch is released.
 */
export function valueOf(what: Observable, period: Period, run: Run): Value {
  if (typeof what === 'number') return what;
  switch (what.is) {
    case 'stated':
      return what.value;
    case 'tenure':
      return period.to;
    case 'count':
      return countOf(what.every, what.test, period, run);
    case 'sum':
    case 'product':
    case 'min':
    case 'max':
      return folded(what.is, what.of, one => valueOf(one, period, run), run);
    default:
      return run.world.observe(what, period);
  }
}

/** 1 on the paths where a predicate holds, 0 on the others. What is not known, NaN, holds nowhere. */
export function holds(test: Predicate, period: Period, run: Run): Value {
  switch (test.is) {
    case 'atLeast':
    case 'atMost': {
      const what = valueOf(test.what, period, run);
      const bound = valueOf(test.bound, period, run);
      const most = test.is === 'atLeast' ? what : bound;
      const least = test.is === 'atLeast' ? bound : what;
      if (typeof most === 'number' && typeof least === 'number') return most >= least ? 1 : 0;
      const made = run.scratch.take();
      compare(made, most, least);
      return made;
    }
    case 'both':
    case 'either':
      return folded(test.is === 'both' ? 'min' : 'max', test.of, one => holds(one, period, run), run, [0, 1]);
    case 'not': {
      const held = holds(test.test, period, run);
      if (typeof held === 'number') return 1 - held;
      const made = run.scratch.take();
      lessThanOne(made, held);
      return made;
    }
  }
}

type Fold = 'sum' | 'product' | 'min' | 'max';

const NUMBERS: Readonly<Record<Fold, (one: number, other: number) => number>> = {
  sum: (one, other) => one + other,
  product: (one, other) => one * other,
  min: Math.min,
  max: Math.max,
};
const COLUMNS: Readonly<Record<Fold, (into: Column, other: Value) => void>> = {
  sum: add,
  product: (into, other) => multiply(into, into, other),
  min: lower,
  max: raise,
};

/** Of nothing a sum is 0 and a product 1; a least or greatest is the `most` or least that there is. */
function folded<T>(
  by: Fold,
  of: readonly T[],
  value: (one: T) => Value,
  {scratch}: Run,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): Value {
  const start = {sum: 0, product: 1, min: most, max: least}[by];
  let sum: Value = start;
  for (const one of of) {
    const next = value(one);
    if (typeof sum !== 'number') COLUMNS[by](sum, next);
    else if (typeof next === 'number') sum = NUMBERS[by](sum, next);
    else {
      // In either order it is the same, and with a number in the second place there is the shorter loop.
      const before = sum;
      sum = scratch.take();
      sum.set(next);
      if (before !== start) COLUMNS[by](sum, before);
    }
  }
  return sum;
}

/** Goes on from what was counted up to an earlier period, of which a schedule asks one after the other. */
function countOf(every: number, test: Predicate, period: Period, run: Run): Value {
  const {scratch} = run;
  const last = period.to - (period.to % every);
  let count = scratch.counts.get(test);
  if (count === undefined || count.every !== every || count.to > last) {
    count = {every, to: 0, held: 0};
    scratch.counts.set(test, count);
  }
  for (; count.to < last; count.to += every) {
    const mark = scratch.mark();
    const held = holds(test, {from: count.to, to: count.to + every}, run);
    if (typeof count.held === 'number') {
      if (typeof held === 'number') count.held += held;
      else count.held = held.map(one => one + (count.held as number));
    } else add(count.held, held);
    scratch.release(mark);
  }
  // What is counted later is added to the same column.
  if (typeof count.held === 'number') return count.held;
  const made = scratch.take();
  made.set(count.held);
  return made;
}
