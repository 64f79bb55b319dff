import {textOf} from '../../figure/index.ts';
import type {Period} from '../../record/index.ts';
import {type Dependency, type Meaning, standings} from './exposure.ts';
import {type SessionClock, tradingDays} from './session-clock.ts';

/** How long, in trading days, just these systems were down together, and of just those nothing was known. */
interface Together {
  readonly down: readonly string[];
  readonly unknown: readonly string[];
  readonly days: number;
}

/** A period by what was down together in it: all that a loss of any pod needs, whatever its shares are. */
export interface Days {
  /** Trading days of the period. */
  readonly all: number;
  readonly together: readonly Together[];
}

/** Takes a period apart by what was down together. The calendar must be known to reach it. */
export function daysTogether(
  systems: readonly Pick<Dependency, 'system' | 'timeline'>[],
  clock: SessionClock,
  within: Period,
  meaning: Meaning,
): Days {
  const days = (from: number, to: number) => {
    const found = tradingDays(clock, from, to);
    if (typeof found !== 'number') throw new RangeError(textOf(found.message));
    return found;
  };
  const found = new Map<string, {down: string[]; unknown: string[]; days: number}>();
  const timelines = systems.map(({timeline}) => timeline);
  for (const {from, to, now} of standings(timelines, within, meaning)) {
    const weight = days(from, to);
    if (weight === 0) continue;
    const of = (state: 'down' | 'unknown') =>
      systems.flatMap(({system}, at) => {
        const outage = now[at];
        return outage != null && meaning(outage.state) === state ? [system] : [];
      });
    const [down, unknown] = [of('down'), of('unknown')];
    const key = JSON.stringify([down, unknown]);
    const there = found.get(key) ?? {down, unknown, days: 0};
    there.days += weight;
    found.set(key, there);
  }
  return {all: days(within.from, within.to), together: [...found.values()]};
}

/** A share of a pod that is stopped, for a share of the known time. */
export interface Stop {
  readonly share: number;
  readonly time: number;
}

/**
 * What stops of a pod for those of its systems that `counts` takes, by the share of its known time: while several are down,
 * the largest of their shares. Time in which something of it is unknown and nothing is known to be down is not known time.
 */
export function stopsOf(
  {all, together}: Days,
  shares: ReadonlyMap<string, number>,
  counts: (system: string) => boolean,
): readonly Stop[] {
  let known = all;
  const stops = new Map<number, number>();
  for (const {down, unknown, days} of together) {
    let share = 0;
    for (const system of down) if (counts(system)) share = Math.max(share, shares.get(system) ?? 0);
    if (share > 0) stops.set(share, (stops.get(share) ?? 0) + days);
    else if (unknown.some(system => shares.has(system) && counts(system))) known -= days;
  }
  return known > 0 ? [...stops].map(([share, days]) => ({share, time: days / known})) : [];
}

/**
 * The share of a pod that two sets of systems stop on the mean, each by itself and neither with an eye on the other: they
 * meet as chance has it, and while they do the larger share stands. E max(a, b) = E a + E b - E min(a, b).
 */
export function meanStopped(one: readonly Stop[], other: readonly Stop[]): number {
  const mean = (stops: readonly Stop[]) => stops.reduce((sum, {share, time}) => sum + share * time, 0);
  let both = 0;
  for (const a of one) for (const b of other) both += a.time * b.time * Math.min(a.share, b.share);
  return mean(one) + mean(other) - both;
}
