import {
  drawDuration,
  type DurationLaw,
  type EventCount,
  exponentials,
  fillNormal,
  gamma,
  index,
  normal,
  poisson,
  type Stream,
} from '../../stats/index.ts';
import type {Column} from '../contract/world.ts';
import type {Factors} from './factors.ts';
import type {Incidents} from './types.ts';

/** What the incidents of some months came to, on each path. */
export interface Outages {
  readonly minutes: Column;
  readonly longest: Column;
}

/** The incidents of one system or of all, as every path of a block meets them; `key` names them, so that offers share them. */
interface System {
  readonly of: Incidents;
  readonly key: string;
  readonly factors: Factors;
}

/**
 * Incidents quarter by quarter: so many as a Poisson or negative binomial law says, at a rate that is stated or drawn once for a
 * path from what a count leaves open; each as long as its law says. Those of a month are those of its quarter that fall into it.
 */
export function outagesOf(of: Incidents, key: string, factors: Factors, from: number, to: number): Outages {
  const system = {of, key, factors};
  const isQuarters = from % 3 === 0 && to % 3 === 0;
  const step = isQuarters ? 3 : 1;
  if (to - from === step) return drawn(system, from, isQuarters);
  const parts: Outages[] = [];
  for (let at = from; at < to; at += step) parts.push(drawn(system, at, isQuarters));
  const name = `${key}, ${from} to ${to}`;
  const joined = (which: keyof Outages, join: (one: number, other: number) => number) =>
    factors.kept(`${name}, ${which}`, into => {
      into.fill(0);
      for (const part of parts)
        for (let at = 0; at < into.length; at++)
          into[at] = join(into[at] as number, part[which][at] as number);
    });
  return {minutes: joined('minutes', (one, other) => one + other), longest: joined('longest', Math.max)};
}

/** Those of a quarter, or of one month of it: the same draws, of which those that fall into other months are left out. */
function drawn(system: System, from: number, isQuarter: boolean): Outages {
  const {key, factors} = system;
  const begin = from - (from % 3);
  const name = `${key}, ${isQuarter ? 'quarter' : 'month'} from ${from}`;
  const longest = factors.kept(`${name}, longest`, () => {});
  const minutes = factors.kept(`${name}, minutes`, into => {
    const {counts, lengths} = quarterOf(system, begin);
    if (!isQuarter)
      keepMonth(lengths, from - begin, factors.stream(`months of incidents, quarter from ${begin}`));
    let next = 0;
    for (let path = 0; path < into.length; path++) {
      let [sum, most] = [0, 0];
      for (let left = counts[path] as number; left > 0; left--) {
        const length = lengths[next++] as number;
        sum += length;
        most = Math.max(most, length);
      }
      into[path] = sum;
      longest[path] = most;
    }
  });
  return {minutes, longest};
}

function keepMonth(lengths: Column, month: number, from: Stream): void {
  for (let at = 0; at < lengths.length; at++) if (index(from, 3) !== month) lengths[at] = 0;
}

/** How many incidents each path has in a quarter, and their minutes one after the other. */
function quarterOf(system: System, from: number): {readonly counts: Column; readonly lengths: Column} {
  const {of, factors} = system;
  const counts = countsOf(system, from);
  let all = 0;
  for (let path = 0; path < counts.length; path++) all += counts[path] as number;
  const lengths = new Float64Array(all);
  fillLengths(of, counts, lengths, system, factors.stream(`lengths of incidents, quarter from ${from}`));
  for (let at = 0; at < all; at++) lengths[at] = Math.min(lengths[at] as number, of.longest);
  return {counts, lengths};
}

/** Means up to which a count is found by steps from none. */
const STEPS = 20;

function countsOf(system: System, from: number): Column {
  const {of, key, factors} = system;
  const {rate, size = Infinity} = of;
  const uniform = factors.uniform(`counts of incidents, quarter from ${from}`);
  const more = factors.stream(`many incidents, quarter from ${from}`);
  const rates = 'perYear' in rate ? null : learnedRate(rate, system);
  const stated = 'perYear' in rate ? rate.perYear / 4 : 0;
  return factors.kept(`${key}, counts of a quarter from ${from}`, into => {
    for (let path = 0; path < into.length; path++) {
      const yearly = rates === null ? stated : (rates[path] as number) / 4;
      const mean = size === Infinity ? yearly : gamma(more, size, yearly / size);
      into[path] = mean > STEPS ? poisson(more, mean) : poissonQuantile(uniform[path] as number, mean);
    }
  });
}

/** The rate that a path lives with: of a count with Jeffreys' prior. */
function learnedRate({events, time}: EventCount, {key, factors}: System): Column {
  return factors.kept(`${key}, rate`, into => {
    const from = factors.stream('rate of incidents');
    for (let at = 0; at < into.length; at++) into[at] = gamma(from, events + 0.5) / time;
  });
}

function poissonQuantile(p: number, mean: number): number {
  let count = 0;
  let chance = Math.exp(-mean);
  for (let below = chance; below <= p && count < 10 * STEPS; below += chance) chance *= mean / ++count;
  return count;
}

function fillLengths(
  {durations, learnedFrom}: Incidents,
  counts: Column,
  lengths: Column,
  system: System,
  from: Stream,
): void {
  if (!('name' in durations) || durations.name !== 'lognormal') {
    for (let at = 0; at < lengths.length; at++) lengths[at] = oneOf(durations, from);
    return;
  }
  fillNormal(from, lengths);
  if (learnedFrom === undefined) {
    const {mu, sigma} = durations;
    for (let at = 0; at < lengths.length; at++) lengths[at] = mu + sigma * (lengths[at] as number);
  } else {
    const {mu, sigma} = learnedLaw(durations, learnedFrom, system);
    let next = 0;
    for (let path = 0; path < counts.length; path++)
      for (let left = counts[path] as number; left > 0; left--, next++)
        lengths[next] = (mu[path] as number) + (sigma[path] as number) * (lengths[next] as number);
  }
  exponentials(lengths);
}

function oneOf(durations: DurationLaw | readonly number[], from: Stream): number {
  return 'name' in durations
    ? drawDuration(from, durations)
    : (durations[index(from, durations.length)] ?? 0);
}

/** A lognormal law as n durations leave it open, drawn once for a path (Krishnamoorthy and Mathew 2003). */
function learnedLaw(
  {mu, sigma}: Extract<DurationLaw, {name: 'lognormal'}>,
  n: number,
  {key, factors}: System,
): {readonly mu: Column; readonly sigma: Column} {
  const sigmas = factors.kept(`${key}, sigma`, into => {
    const from = factors.stream('sigma of incidents');
    for (let at = 0; at < into.length; at++)
      into[at] = Math.sqrt((sigma ** 2 * n) / (2 * gamma(from, (n - 1) / 2)));
  });
  const mus = factors.kept(`${key}, mu`, into => {
    const from = factors.stream('mu of incidents');
    for (let at = 0; at < into.length; at++)
      into[at] = mu + (normal(from) * (sigmas[at] as number)) / Math.sqrt(n);
  });
  return {mu: mus, sigma: sigmas};
}
