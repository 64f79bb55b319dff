import {
  drawDuration,
  type DurationLaw,
  type EventCount,
  fillNormal,
  gamma,
  index,
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

/** Counts above which the Poisson is drawn by its parts: of a lower mean it is found by steps from none. */
const STEPS = 20;

/**
 * Incidents quarter by quarter: so many as a Poisson or negative binomial law says, at a rate that is stated or drawn once for a
 * path from what a count leaves open; each as long as its law says. Those of a month are those of its quarter that fall into it.
 */
export function outagesOf(of: Incidents, key: string, factors: Factors, from: number, to: number): Outages {
  const isQuarters = from % 3 === 0 && to % 3 === 0;
  const parts: Outages[] = [];
  for (let at = from; at < to; at += isQuarters ? 3 : 1) parts.push(drawn(of, key, factors, at, isQuarters));
  const name = `${key}, ${from} to ${to}`;
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return {
    minutes: factors.kept(`${name}, minutes`, into => joined(parts, 'minutes', into)),
    longest: factors.kept(`${name}, longest`, into => joined(parts, 'longest', into)),
  };
}

function joined(parts: readonly Outages[], which: keyof Outages, into: Column): void {
  into.fill(0);
  for (const part of parts)
    for (let at = 0; at < into.length; at++) {
      const [sum, one] = [into[at] as number, part[which][at] as number];
      into[at] = which === 'minutes' ? sum + one : Math.max(sum, one);
    }
}

/** Those of a quarter, or of one month of it: the same draws, of which those that fall into other months are left out. */
function drawn(of: Incidents, key: string, factors: Factors, from: number, isQuarter: boolean): Outages {
  const begin = from - (from % 3);
  const name = `${key}, ${isQuarter ? 'quarter' : 'month'} from ${from}`;
  const longest = factors.kept(`${name}, longest`, into => into.fill(0));
  const minutes = factors.kept(`${name}, minutes`, into => {
    into.fill(0);
    const months = isQuarter ? null : factors.stream(`months of incidents, quarter from ${begin}`);
    draw(of, key, factors, begin, (path, length) => {
      if (months !== null && index(months, 3) !== from - begin) return;
      into[path] = (into[path] as number) + length;
      if (length > (longest[path] as number)) longest[path] = length;
    });
  });
  return {minutes, longest};
}

function draw(
  of: Incidents,
  key: string,
  factors: Factors,
  from: number,
  take: (path: number, length: number) => void,
): void {
  const {rate, size = Infinity, longest} = of;
  const counts = factors.uniform(`counts of incidents, quarter from ${from}`);
  const more = factors.stream(`many incidents, quarter from ${from}`);
  const lengths = lengthsOf(of.durations, factors.stream(`lengths of incidents, quarter from ${from}`));
  const rates = 'perYear' in rate ? null : learned(rate, key, factors);
  for (let path = 0; path < factors.paths; path++) {
    const yearly = rates === null ? (rate as {readonly perYear: number}).perYear : (rates[path] as number);
    const mean = size === Infinity ? yearly / 4 : gamma(more, size, yearly / 4 / size);
    const count = mean > STEPS ? poisson(more, mean) : countBelow(counts[path] as number, mean);
    for (let one = 0; one < count; one++) take(path, Math.min(lengths(), longest));
  }
}

/** The rate that a path lives with: of a count with Jeffreys' prior. */
function learned({events, time}: EventCount, key: string, factors: Factors): Column {
  return factors.kept(`${key}, rate`, into => {
    const from = factors.stream('rate of incidents');
    for (let at = 0; at < into.length; at++) into[at] = gamma(from, events + 0.5) / time;
  });
}

/** The quantile of a Poisson law of a small mean. */
function countBelow(p: number, mean: number): number {
  let count = 0;
  let chance = Math.exp(-mean);
  for (let below = chance; below <= p && count < 10 * STEPS; below += chance) chance *= mean / ++count;
  return count;
}

/** Normal numbers are drawn some at a time: one by one they cost more. */
const BATCH = 256;

function lengthsOf(durations: DurationLaw | readonly number[], from: Stream): () => number {
  if (!('name' in durations)) return () => durations[index(from, durations.length)] ?? 0;
  if (durations.name !== 'lognormal') return () => drawDuration(from, durations);
  const {mu, sigma} = durations;
  const batch = new Float64Array(BATCH);
  let at = BATCH;
  return () => {
    if (at === BATCH) {
      fillNormal(from, batch);
      at = 0;
    }
    return Math.exp(mu + sigma * (batch[at++] as number));
  };
}
