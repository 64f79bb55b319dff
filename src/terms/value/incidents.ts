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
import {add, apart, raise} from '../contract/columns.ts';
import type {Column, Period} from '../contract/world.ts';
import type {Factors} from './factors.ts';
import type {Incidents} from './types.ts';

/** What the incidents of some months came to, on each path. */
export interface Outages {
  readonly minutes: Column;
  readonly longest: Column;
}

/** The incidents that the paths of a block meet, by period. */
export type OutagesIn = (period: Period) => Outages;

/**
 * Incidents quarter by quarter: so many as a Poisson or negative binomial law says, at a rate that is stated or drawn once for a
 * path from what a count leaves open; each as long as its law says. Those of a month are those of its quarter that fall into it.
 * Offers of the same systems meet the same.
 */
export function outagesOf(of: Incidents, factors: Factors): OutagesIn {
  const key = `incidents of ${JSON.stringify(of)}`;
  const names = {
    minutes: `${key}, minutes`,
    longest: `${key}, longest`,
    sums: `${key}, minutes of some`,
    greatest: `${key}, longest of some`,
  };
  const counts = countsOf(of, key, factors);
  const fill = lengthsOf(of, key, factors);
  // How many incidents each path has in a quarter, and their minutes one after the other.
  const quarter = (from: number) => {
    const of = counts(from);
    let all = 0;
    for (let path = 0; path < of.length; path++) all += of[path] as number;
    const lengths = new Float64Array(all);
    fill(lengths, of, from);
    return {counts: of, lengths};
  };
  /** Of a month, the same draws, of which those that fall into other months are left out. */
  const drawn = (from: number, isQuarter: boolean): Outages => {
    const begin = from - (from % 3);
    const at = isQuarter ? from : MONTHS + from;
    const longest = factors.kept(names.longest, at, () => {});
    const minutes = factors.kept(names.minutes, at, into => {
      const found = quarter(begin);
      if (!isQuarter) keepMonth(found.lengths, from - begin, factors.stream('months of incidents', begin));
      apart(addUp, found, of.longest, into, longest);
    });
    return {minutes, longest};
  };
  return ({from, to}) => {
    const isQuarters = from % 3 === 0 && to % 3 === 0;
    const step = isQuarters ? 3 : 1;
    if (to - from === step) return drawn(from, isQuarters);
    const parts: Outages[] = [];
    for (let at = from; at < to; at += step) parts.push(drawn(at, isQuarters));
    const joined = (name: string, which: keyof Outages, join: (into: Column, one: Column) => void) =>
      factors.kept(name, MONTHS * from + to, into => {
        into.fill(0);
        for (const part of parts) join(into, part[which]);
      });
    return {minutes: joined(names.sums, 'minutes', add), longest: joined(names.greatest, 'longest', raise)};
  };
}

/** More months than anybody works: a month has its place beside the quarter that begins with it. */
const MONTHS = 4096;

function keepMonth(lengths: Column, month: number, from: Stream): void {
  for (let at = 0; at < lengths.length; at++) if (index(from, 3) !== month) lengths[at] = 0;
}

function addUp(
  {counts, lengths}: {readonly counts: Column; readonly lengths: Column},
  cap: number,
  minutes: Column,
  longest: Column,
): void {
  let next = 0;
  for (let path = 0; path < minutes.length; path++) {
    let sum = 0;
    let most = 0;
    for (let left = counts[path] as number; left > 0; left--) {
      const length = Math.min(lengths[next++] as number, cap);
      sum += length;
      most = Math.max(most, length);
    }
    minutes[path] = sum;
    longest[path] = most;
  }
}

/** Means up to which a count is found by steps from none. */
const STEPS = 20;
/** No count of so small a mean is as great, but for once in 10^30. */
const MOST = 100;

/** Counts by quarter. */
function countsOf(
  {rate, size = Infinity}: Incidents,
  key: string,
  factors: Factors,
): (from: number) => Column {
  const name = `${key}, counts`;
  const quarterly = 'perYear' in rate ? rate.perYear / 4 : null;
  if (quarterly !== null && quarterly <= STEPS && size === Infinity) {
    const guide = guideOf(quarterly);
    return from => {
      const uniform = factors.uniform('counts of incidents', from);
      return factors.kept(name, from, into => apart(fillCounts, into, uniform, guide));
    };
  }
  return from => {
    const uniform = factors.uniform('counts of incidents', from);
    return factors.kept(name, from, into => {
      const more = factors.stream('many incidents', from);
      const rates = 'perYear' in rate ? null : learnedRate(rate, key, factors);
      for (let path = 0; path < into.length; path++) {
        const yearly = quarterly ?? (rates?.[path] as number) / 4;
        const mean = size === Infinity ? yearly : gamma(more, size, yearly / size);
        into[path] =
          mean > STEPS ? poisson(more, mean) : countBelow(uniform[path] as number, cumulative(mean), 0);
      }
    });
  };
}

/** Chances of no more than so many, of a Poisson law. */
function cumulative(mean: number): Column {
  const below = new Float64Array(MOST);
  let [chance, sum] = [Math.exp(-mean), 0];
  for (let count = 0; count < MOST; chance *= mean / ++count) below[count] = sum += chance;
  return below;
}

function countBelow(p: number, below: Column, least: number): number {
  let count = least;
  while (count < MOST && (below[count] as number) <= p) count++;
  return count;
}

/** A table of where to begin to count, by equal parts of the chance (Chen and Asau 1974). */
interface Guide {
  readonly below: Column;
  readonly begin: Uint8Array;
}

const PARTS = 1024;

function guideOf(mean: number): Guide {
  const below = cumulative(mean);
  return {below, begin: Uint8Array.from({length: PARTS}, (_, part) => countBelow(part / PARTS, below, 0))};
}

function fillCounts(into: Column, uniform: Column, {below, begin}: Guide): void {
  for (let path = 0; path < into.length; path++) {
    const p = uniform[path] as number;
    let count = begin[(p * PARTS) | 0] as number;
    while (count < MOST && (below[count] as number) <= p) count++;
    into[path] = count;
  }
}

/** The rate that a path lives with: of a count with Jeffreys' prior. */
function learnedRate({events, time}: EventCount, key: string, factors: Factors): Column {
  return factors.kept(`${key}, rate`, 0, into => {
    const from = factors.stream('rate of incidents', 0);
    for (let at = 0; at < into.length; at++) into[at] = gamma(from, events + 0.5) / time;
  });
}

/** Fills in the lengths of a quarter's incidents. */
function lengthsOf(
  {durations, learnedFrom}: Incidents,
  key: string,
  factors: Factors,
): (lengths: Column, counts: Column, from: number) => void {
  const streamOf = (from: number) => factors.stream('lengths of incidents', from);
  if (!('name' in durations) || durations.name !== 'lognormal')
    return (lengths, _, from) => {
      const stream = streamOf(from);
      for (let at = 0; at < lengths.length; at++) lengths[at] = oneOf(durations, stream);
    };
  const {mu, sigma} = durations;
  return (lengths, counts, from) => {
    apart(fillNormal, streamOf(from), lengths);
    if (learnedFrom === undefined) apart(shift, lengths, mu, sigma);
    else {
      const law = learnedLaw(durations, learnedFrom, key, factors);
      let next = 0;
      for (let path = 0; path < counts.length; path++)
        for (let left = counts[path] as number; left > 0; left--, next++)
          lengths[next] = (law.mu[path] as number) + (law.sigma[path] as number) * (lengths[next] as number);
    }
    apart(exponentials, lengths, 0);
  };
}

function shift(of: Column, mu: number, sigma: number): void {
  for (let at = 0; at < of.length; at++) of[at] = mu + sigma * (of[at] as number);
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
  key: string,
  factors: Factors,
): {readonly mu: Column; readonly sigma: Column} {
  const sigmas = factors.kept(`${key}, sigma`, 0, into => {
    const from = factors.stream('sigma of incidents', 0);
    for (let at = 0; at < into.length; at++)
      into[at] = Math.sqrt((sigma ** 2 * n) / (2 * gamma(from, (n - 1) / 2)));
  });
  const mus = factors.kept(`${key}, mu`, 0, into => {
    const from = factors.stream('mu of incidents', 0);
    for (let at = 0; at < into.length; at++)
      into[at] = mu + (normal(from) * (sigmas[at] as number)) / Math.sqrt(n);
  });
  return {mu: mus, sigma: sigmas};
}
