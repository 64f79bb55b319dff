import {add, addTimes, forfeitFrom, lessThanOne, lower, multiply, raise, type Value} from './columns.ts';
import {type Contract, EXITS, type Exit, type Taper} from './contract.ts';
import {numberOf} from './observable.ts';
import {holds, type Run, valueOf} from './observe.ts';
import {type Scratch, scratchOf} from './scratch.ts';
import type {Column, Period, World} from './world.ts';

/** Where payments go: the month, and how much on each path. The column is lent: it is good until the call returns. */
export type Sink = (month: number, amounts: Column) => void;

/** Within: where all paths are paid the same, a number stands for them. */
type Take = (month: number, amounts: Value) => void;

/**
 * All that a contract pays in a world, payment by payment. The one interpreter of contracts: a simulation, a year table and a
 * back-test differ in their worlds alone, so that what a path is worth is what its record would have paid, to the last digit.
 * Who runs many contracts over many worlds of as many paths lends the columns to work in.
 */
export function paymentsOf(
  contract: Contract,
  world: World,
  sink: Sink,
  scratch: Scratch = scratchOf(world.paths),
): void {
  const mark = scratch.mark();
  scratch.counts.clear();
  paid(contract, {from: 0, to: 0}, {world, scratch}, (month, amounts) => {
    if (typeof amounts !== 'number') return sink(month, amounts);
    const taken = scratch.mark();
    sink(month, scratch.take().fill(amounts));
    scratch.release(taken);
  });
  scratch.release(mark);
}

function paid(contract: Contract, period: Period, run: Run, take: Take): void {
  const mark = run.scratch.mark();
  pays(contract, period, run, take);
  run.scratch.release(mark);
}

function pays(contract: Contract, period: Period, run: Run, take: Take): void {
  switch (contract.is) {
    case 'none':
      return;
    case 'pay':
      return take(period.to + contract.after, valueOf(contract.amount, period, run));
    case 'all':
      for (const one of contract.of) paid(one, period, run, take);
      return;
    case 'scale':
      return paid(contract.of, period, run, scaledBy(valueOf(contract.by, period, run), run, take));
    case 'if': {
      const held = holds(contract.test, period, run);
      if (held !== 0) paid(contract.yes, period, run, scaledBy(held, run, take));
      if (held !== 1 && contract.no.is !== 'none')
        paid(contract.no, period, run, scaledBy(rest(held, run), run, take));
      return;
    }
    case 'schedule': {
      const {every, times, of} = contract;
      let from = period.to + contract.from;
      const {until = Infinity} = run.world;
      for (let time = 0; time < times && from + every <= until; time++, from += every)
        paid(of, {from, to: from + every}, run, take);
      return;
    }
    case 'defer':
      return paid(contract.of, period, run, deferring(contract, run, take));
    case 'forfeit':
      return paid(contract.of, period, run, forfeiting(kindsOf(contract.on), run, take));
    case 'repay':
      return paid(contract.of, period, run, repaying(kindsOf(contract.on), contract.taper, run, take));
    case 'choose':
      return contract.by === 'me'
        ? best(contract.of, period, run, take)
        : between(contract, period, run, take);
  }
}

function scaledBy(by: Value, {scratch}: Run, take: Take): Take {
  if (by === 1) return take;
  return (month, amounts) => {
    if (typeof amounts === 'number' && typeof by === 'number') return take(month, by * amounts);
    const mark = scratch.mark();
    const made = scratch.take();
    if (typeof amounts === 'number') multiply(made, by as Column, amounts);
    else multiply(made, amounts, by);
    take(month, made);
    scratch.release(mark);
  };
}

function deferring(
  {share, above, vesting, into}: Contract & {readonly is: 'defer'},
  run: Run,
  take: Take,
): Take {
  const deferred = numberOf(share);
  return (month, amounts) => {
    const mark = run.scratch.mark();
    const over = above === null ? amounts : excess(amounts, numberOf(above), run);
    if (above !== null) take(month, without(amounts, deferred, over, run));
    else if (deferred < 1) scaledBy(1 - deferred, run, take)(month, amounts);
    for (const {after, part} of vesting) {
      const period = {from: month, to: month + after};
      const grown = into === 'cash' ? 1 : run.world.observe({is: 'price', of: 'fund'}, period);
      scaledBy(deferred * numberOf(part), run, scaledBy(grown, run, take))(month + after, over);
    }
    run.scratch.release(mark);
  };
}

/** What of amounts lies above a sum. */
function excess(amounts: Value, above: number, {scratch}: Run): Value {
  if (typeof amounts === 'number') return Math.max(0, amounts - above);
  const made = scratch.take().fill(-above);
  add(made, amounts);
  raise(made, 0);
  return made;
}

/** Amounts less a share of something. */
function without(amounts: Value, share: number, of: Value, {scratch}: Run): Value {
  if (typeof amounts === 'number' && typeof of === 'number') return amounts - share * of;
  const made = scratch.take().fill(0);
  add(made, amounts);
  if (typeof of === 'number') add(made, -share * of);
  else addTimes(made, -share, of);
  return made;
}

/** Lost is what is owed to me: what I owe, a repayment, is not forgiven by leaving. */
function forfeiting(lost: readonly boolean[], {world, scratch}: Run, take: Take): Take {
  const {left, exit} = world;
  const end = new Int32Array(scratch.paths);
  for (let at = 0; at < end.length; at++)
    end[at] = lost[exit[at] as number] ? Math.min(Math.ceil(left[at] as number), NEVER) : NEVER;
  return (month, amounts) => {
    const mark = scratch.mark();
    const made = scratch.take();
    forfeitFrom(made, amounts, end, month);
    take(month, made);
    scratch.release(mark);
  };
}

/** A month that nothing is paid in. */
const NEVER = 2 ** 30;

function repaying(back: readonly boolean[], {full, until}: Taper, {world, scratch}: Run, take: Take): Take {
  const {left, exit} = world;
  return (month, amounts) => {
    take(month, amounts);
    const mark = scratch.mark();
    const made = scratch.take();
    for (let since = 1; since <= until; since++) {
      const share = since <= full ? 1 : (until - since) / (until - full);
      let isDue = false;
      for (let at = 0; at < made.length; at++) {
        const after = (left[at] as number) - month;
        made[at] = 0;
        if (!(after > since - 1 && after <= since && back[exit[at] as number])) continue;
        made[at] = -share * (typeof amounts === 'number' ? amounts : (amounts[at] as number));
        isDue = true;
      }
      if (isDue && share > 0) take(month + since, made);
    }
    scratch.release(mark);
  };
}

/** On each path the one that pays most in all, undiscounted: for a choice of which everything is known when it is made. */
function best(of: readonly Contract[], period: Period, run: Run, take: Take): void {
  const sums = of.map(one => totalOf(one, period, run));
  for (const [place, one] of of.entries()) {
    const isBest = run.scratch.take().fill(0);
    let isTaken = false;
    for (let at = 0; at < isBest.length; at++) {
      const most = sums.findIndex(sum => sums.every(other => (sum[at] as number) >= (other[at] as number)));
      if (most !== place) continue;
      isBest[at] = 1;
      isTaken = true;
    }
    if (isTaken) paid(one, period, run, scaledBy(isBest, run, take));
  }
}

function totalOf(contract: Contract, period: Period, run: Run): Column {
  const total = run.scratch.take().fill(0);
  paid(contract, period, run, (_, amounts) => add(total, amounts));
  return total;
}

/** Of what may be paid beyond the least, so much as the employer is generous: 1 is what was meant, and the most is the limit. */
function between(
  {least, most, target}: {least: Contract; most: Contract; target: number},
  period: Period,
  run: Run,
  take: Take,
): void {
  const generosity = run.world.generosity(period);
  let share: Value;
  if (typeof generosity === 'number') share = Math.min(1, Math.max(0, generosity * target));
  else {
    share = run.scratch.take();
    multiply(share, generosity, target);
    raise(share, 0);
    lower(share, 1);
  }
  if (least.is !== 'none') paid(least, period, run, scaledBy(rest(share, run), run, take));
  paid(most, period, run, scaledBy(share, run, take));
}

/** What is left of one. */
function rest(share: Value, {scratch}: Run): Value {
  if (typeof share === 'number') return 1 - share;
  const made = scratch.take();
  lessThanOne(made, share);
  return made;
}

function kindsOf(on: readonly Exit[]): readonly boolean[] {
  return EXITS.map(one => on.includes(one));
}
