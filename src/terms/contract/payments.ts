import {type Contract, EXITS, type Exit, type Taper} from './contract.ts';
import {numberOf} from './observable.ts';
import {holds, type Value, valueOf} from './observe.ts';
import type {Column, Period, World} from './world.ts';

/** Where payments go: the month, and how much on each path. The column is lent: it is good until the call returns. */
export type Sink = (month: number, amounts: Column) => void;

/**
 * All that a contract pays in a world, payment by payment. The one interpreter of contracts: a simulation, a year table and a
 * back-test differ in their worlds alone, so that what a path is worth is what its record would have paid, to the last digit.
 */
export function paymentsOf(contract: Contract, world: World, sink: Sink): void {
  paid(contract, {from: 0, to: 0}, world, sink);
}

function paid(contract: Contract, period: Period, world: World, sink: Sink): void {
  switch (contract.is) {
    case 'none':
      return;
    case 'pay':
      return sink(period.to + contract.after, column(valueOf(contract.amount, period, world), world));
    case 'all':
      for (const one of contract.of) paid(one, period, world, sink);
      return;
    case 'scale':
      return paid(contract.of, period, world, scaledBy(valueOf(contract.by, period, world), world, sink));
    case 'if': {
      const held = holds(contract.test, period, world);
      if (held !== 0) paid(contract.yes, period, world, scaledBy(held, world, sink));
      if (held !== 1) paid(contract.no, period, world, scaledBy(lessThanOne(held, world), world, sink));
      return;
    }
    case 'schedule': {
      const {every, times, of} = contract;
      let from = period.to + contract.from;
      const {until = Infinity} = world;
      for (let time = 0; time < times && from + every <= until; time++, from += every)
        paid(of, {from, to: from + every}, world, sink);
      return;
    }
    case 'defer':
      return paid(contract.of, period, world, deferring(contract, world, sink));
    case 'forfeit':
      return paid(contract.of, period, world, forfeiting(kindsOf(contract.on), world, sink));
    case 'repay':
      return paid(contract.of, period, world, repaying(kindsOf(contract.on), contract.taper, world, sink));
    case 'choose':
      return contract.by === 'me'
        ? best(contract.of, period, world, sink)
        : between(contract, period, world, sink);
  }
}

function scaledBy(by: Value, world: World, sink: Sink): Sink {
  if (by === 1) return sink;
  return (month, amounts) => {
    const made = new Float64Array(world.paths);
    if (typeof by === 'number')
      for (let at = 0; at < made.length; at++) made[at] = by * (amounts[at] as number);
    else for (let at = 0; at < made.length; at++) made[at] = (by[at] as number) * (amounts[at] as number);
    sink(month, made);
  };
}

function deferring(
  {share, above, vesting, into}: Contract & {readonly is: 'defer'},
  world: World,
  sink: Sink,
): Sink {
  const [deferred, kept] = [numberOf(share), above === null ? null : numberOf(above)];
  return (month, amounts) => {
    const later = amounts.map(one => deferred * (kept === null ? one : Math.max(0, one - kept)));
    if (kept !== null || deferred < 1)
      sink(
        month,
        amounts.map((one, at) => one - (later[at] as number)),
      );
    for (const {after, part} of vesting) {
      const period = {from: month, to: month + after};
      const grown = into === 'cash' ? 1 : world.observe({is: 'price', of: 'fund'}, period);
      scaledBy(numberOf(part), world, scaledBy(grown, world, sink))(month + after, later);
    }
  };
}

/** Lost is what is owed to me: what I owe, a repayment, is not forgiven by leaving. */
function forfeiting(lost: readonly boolean[], world: World, sink: Sink): Sink {
  return (month, amounts) => {
    const made = new Float64Array(world.paths);
    for (let at = 0; at < made.length; at++) {
      const amount = amounts[at] as number;
      const isGone = (world.left[at] as number) <= month && lost[world.exit[at] as number];
      made[at] = isGone && amount > 0 ? 0 : amount;
    }
    sink(month, made);
  };
}

function repaying(back: readonly boolean[], {full, until}: Taper, world: World, sink: Sink): Sink {
  return (month, amounts) => {
    sink(month, amounts);
    for (let since = 1; since <= until; since++) {
      const share = since <= full ? 1 : (until - since) / (until - full);
      const made = new Float64Array(world.paths);
      let isDue = false;
      for (let at = 0; at < made.length; at++) {
        const left = (world.left[at] as number) - month;
        if (!(left > since - 1 && left <= since && back[world.exit[at] as number])) continue;
        made[at] = -share * (amounts[at] as number);
        isDue = true;
      }
      if (isDue && share > 0) sink(month + since, made);
    }
  };
}

/** On each path the one that pays most in all, undiscounted: for a choice of which everything is known when it is made. */
function best(of: readonly Contract[], period: Period, world: World, sink: Sink): void {
  const sums = of.map(one => totalOf(one, period, world));
  for (const [place, one] of of.entries()) {
    const isBest = new Float64Array(world.paths);
    let isTaken = false;
    for (let at = 0; at < isBest.length; at++) {
      const most = sums.findIndex(sum => sums.every(other => (sum[at] as number) >= (other[at] as number)));
      if (most !== place) continue;
      isBest[at] = 1;
      isTaken = true;
    }
    if (isTaken) paid(one, period, world, scaledBy(isBest, world, sink));
  }
}

function totalOf(contract: Contract, period: Period, world: World): Column {
  const total = new Float64Array(world.paths);
  paid(contract, period, world, (_, amounts) => {
    for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (amounts[at] as number);
  });
  return total;
}

/** Of what may be paid beyond the least, so much as the employer is generous: 1 is what was meant, and the most is the limit. */
function between(
  {least, most, target}: {least: Contract; most: Contract; target: number},
  period: Period,
  world: World,
  sink: Sink,
): void {
  const generosity = world.generosity(period);
  const of = (one: number) => Math.min(1, Math.max(0, one * target));
  const share = typeof generosity === 'number' ? of(generosity) : generosity.map(of);
  paid(least, period, world, scaledBy(lessThanOne(share, world), world, sink));
  paid(most, period, world, scaledBy(share, world, sink));
}

function lessThanOne(share: Value, world: World): Value {
  if (typeof share === 'number') return 1 - share;
  const made = new Float64Array(world.paths);
  for (let at = 0; at < made.length; at++) made[at] = 1 - (share[at] as number);
  return made;
}

function column(value: Value, world: World): Column {
  return typeof value === 'number' ? new Float64Array(world.paths).fill(value) : value;
}

function kindsOf(on: readonly Exit[]): readonly boolean[] {
  return EXITS.map(one => on.includes(one));
}
