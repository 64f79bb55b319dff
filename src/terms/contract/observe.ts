import type {Observable, Predicate} from './observable.ts';
import type {Column, Period, World} from './world.ts';

/** A number, or one for each path. */
export type Value = number | Column;

/** What an observable comes to in a period of a world. A column that is given back may be the world's own: it is not to be changed. */
export function valueOf(what: Observable, period: Period, world: World): Value {
  if (typeof what === 'number') return what;
  switch (what.is) {
    case 'stated':
      return what.value;
    case 'tenure':
      return period.to;
    case 'count': {
      let count: Value = 0;
      for (let to = what.every; to <= period.to; to += what.every) {
        const held = holds(what.test, {from: to - what.every, to}, world);
        count = joined(count, held, world, (sum, one) => sum + one);
      }
      return count;
    }
    case 'sum':
      return folded(what.of, period, world, 0, (one, other) => one + other);
    case 'product':
      return folded(what.of, period, world, 1, (one, other) => one * other);
    case 'min':
      return folded(what.of, period, world, Infinity, Math.min);
    case 'max':
      return folded(what.of, period, world, -Infinity, Math.max);
    default:
      return world.observe(what, period);
  }
}

/** 1 on the paths where a predicate holds, 0 on the others. What is not known, NaN, holds nowhere. */
export function holds(test: Predicate, period: Period, world: World): Value {
  switch (test.is) {
    case 'atLeast':
    case 'atMost': {
      const [what, bound] = [test.what, test.bound].map(one => valueOf(one, period, world)) as [Value, Value];
      return test.is === 'atLeast'
        ? joined(what, bound, world, (one, other) => (one >= other ? 1 : 0))
        : joined(what, bound, world, (one, other) => (one <= other ? 1 : 0));
    }
    case 'both':
    case 'either': {
      const join = test.is === 'both' ? Math.min : Math.max;
      const start = test.is === 'both' ? 1 : 0;
      return test.of.reduce<Value>((sum, one) => joined(sum, holds(one, period, world), world, join), start);
    }
    case 'not':
      return joined(1, holds(test.test, period, world), world, (one, held) => one - held);
  }
}

function folded(
  of: readonly Observable[],
  period: Period,
  world: World,
  start: number,
  join: (one: number, other: number) => number,
): Value {
  return of.reduce<Value>((sum, one) => joined(sum, valueOf(one, period, world), world, join), start);
}

function joined(one: Value, other: Value, world: World, join: (one: number, other: number) => number): Value {
  if (typeof one === 'number' && typeof other === 'number') return join(one, other);
  const made = new Float64Array(world.paths);
  if (typeof one === 'number')
    for (let at = 0; at < made.length; at++) made[at] = join(one, (other as Column)[at] as number);
  else if (typeof other === 'number')
    for (let at = 0; at < made.length; at++) made[at] = join(one[at] as number, other);
  else for (let at = 0; at < made.length; at++) made[at] = join(one[at] as number, other[at] as number);
  return made;
}
