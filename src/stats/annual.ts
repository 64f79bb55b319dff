import {showCount} from '../base/index.ts';
import {
  gamma,
  index,
  lognormal,
  negativeBinomial,
  normal,
  type Pert,
  pert,
  poisson,
  type Stream,
  stream,
  uniform,
} from './random.ts';
import {type Estimate, LEVEL} from './estimate.ts';
import {type DurationLaw, drawDuration} from './duration.ts';
import {normalQuantile} from './normal.ts';
import {quantileOf} from './quantile.ts';
import type {EventCount} from './rate.ts';

/** One system that can fail, and what each of its open minutes down is worth to the pods that hang on it. */
export interface LossSource {
  readonly system: string;
  /** Incidents that were counted, in years of open time: the rate is drawn anew for each year from what they leave. */
  readonly incidents: EventCount;
  /** Of the negative binomial of whole years (four times that of quarters); Infinity or left out for the Poisson. */
  readonly size?: number;
  /** Open minutes of an incident: a law, or lengths seen, to be drawn again. */
  readonly durations: DurationLaw | readonly number[];
  /**
   * Of how many durations a lognormal law was learned: its mu and sigma are then drawn anew for each year, as those
   * durations leave them open. Left out, or of another law, the parameters are taken as they are. Two at least.
   */
  readonly learnedFrom?: number;
  /** No incident costs more open minutes than these: a session, or what is left of a year. */
  readonly longest: number;
  /** Money of one open minute down, by pod: daily PnL x exposure x weight of the minute, loss given outage not yet in. */
  readonly perMinute: readonly number[];
  /** What share of `perMinute` an incident hits: one of these is drawn for each, before its length. All of it unless told. */
  readonly hits?: readonly number[];
  /** Loss given outage, one draw a year: one number is in doubt, so all incidents of a year share it. */
  readonly given: Pert;
}

/** A rare loss that no minute measures, such as a flood of wrong orders: its own chance a year, and its own size. */
interface TailBranch {
  readonly name: string;
  readonly chance: number;
  readonly loss: Pert;
}

export interface AnnualOptions {
  readonly seed: number;
  readonly years?: number;
  readonly level?: number;
  readonly branches?: readonly TailBranch[];
}

/** Years as they may come. Money is in the unit of `perMinute`. */
export interface AnnualLoss {
  /** The loss of every year, least first. */
  readonly years: Float64Array;
  /** The mean, between the ends of its own standard error: how sure the simulation is, and not how sure the inputs are. */
  readonly mean: Estimate;
  readonly standardError: number;
  /** A year among the middle 95 of 100: `mid` is the median year. */
  readonly year: Estimate;
  /** Mean loss a year by pod, in the order of `perMinute`; branches belong to none. */
  readonly byPod: readonly number[];
  /** Mean loss a year by system. */
  readonly bySystem: readonly {readonly system: string; readonly loss: number}[];
  readonly byBranch: readonly {readonly name: string; readonly loss: number}[];
}

/** 10,000: the standard error of a mean is then a hundredth of a year's own deviation. */
export const YEARS = 10_000;

/**
 * Losses of simulated years: incidents of each system come as Poisson or negative binomial counts at a rate drawn from
 * its gamma posterior, each brings its minutes and hits all its pods together. As they move together their money is summed
 * beforehand: time grows with the incidents, and pods cost nothing. What an outage costs of what is at risk is one number
 * in doubt, drawn once for a year: systems of one range have the same. Every system draws from a stream of its own name, so
 * that one more system leaves the others as they were. Throws where pods differ in number, and where two systems have one
 * name.
 */
export function annualLoss(sources: readonly LossSource[], options: AnnualOptions): AnnualLoss {
  const {seed, years: count = YEARS, level = LEVEL, branches = []} = options;
  const pods = sources[0]?.perMinute.length ?? 0;
  if (sources.some(({perMinute}) => perMinute.length !== pods))
    throw new RangeError('invalid sources: pods differ in number');
  if (new Set(sources.map(({system}) => system)).size < sources.length)
    throw new RangeError('invalid sources: two of one name');
  if (!(Number.isSafeInteger(count) && count > 1)) throw new RangeError(`invalid years: ${count}`);
  const years = new Float64Array(count);
  const byPod = new Float64Array(pods);
  const bySystem = sources.map(source => {
    const {system, perMinute} = source;
    const money = perMinute.reduce((sum, each) => sum + each, 0);
    const minutes = addIncidents(years, source, money, seed) / count;
    for (const [pod, each] of perMinute.entries()) byPod[pod] = (byPod[pod] ?? 0) + minutes * each;
    return {system, loss: minutes * money};
  });
  const byBranch = branches.map(({name, chance, loss}) => {
    const from = stream(seed, `branch ${name}`);
    let total = 0;
    for (let year = 0; year < count; year++) {
      if (uniform(from) >= chance) continue;
      const drawn = pert(from, loss);
      years[year] = (years[year] ?? 0) + drawn;
      total += drawn;
    }
    return {name, loss: total / count};
  });
  return {...summary(years.sort(), level), byPod: [...byPod], bySystem, byBranch};
}

/** Adds a source's losses to each year; returns its minutes in all, each times its loss given outage. */
function addIncidents(years: Float64Array, source: LossSource, money: number, seed: number): number {
  const {system, incidents, size = Infinity, longest, given, hits} = source;
  const from = stream(seed, `system ${system}`);
  // Begun anew for every system, so that those of one range draw the same for the same year.
  const ofGiven = stream(seed, 'loss given outage');
  let total = 0;
  for (let year = 0; year < years.length; year++) {
    const rate = gamma(from, incidents.events + 0.5) / incidents.time;
    const draw = durationsOfYear(source, from);
    let minutes = 0;
    for (
      let left = size === Infinity ? poisson(from, rate) : negativeBinomial(from, rate, size);
      left > 0;
      left--
    ) {
      const hit = hits === undefined ? 1 : (hits[index(from, hits.length)] ?? 1);
      minutes += hit * Math.min(draw(), longest);
    }
    const weighted = minutes * pert(ofGiven, given);
    years[year] = (years[year] ?? 0) + weighted * money;
    total += weighted;
  }
  return total;
}

/**
 * Draws of the durations of one year; a lognormal law that was learned from n of them is first drawn itself
 * (Krishnamoorthy and Mathew 2003).
 */
function durationsOfYear({durations, learnedFrom: n}: LossSource, from: Stream): () => number {
  if (!('name' in durations)) return () => durations[index(from, durations.length)] ?? 0;
  if (durations.name !== 'lognormal' || n === undefined) return () => drawDuration(from, durations);
  const sigma = Math.sqrt((durations.sigma ** 2 * n) / (2 * gamma(from, (n - 1) / 2)));
  const mu = durations.mu + (normal(from) * sigma) / Math.sqrt(n);
  return () => lognormal(from, mu, sigma);
}

function summary(years: Float64Array, level: number): Omit<AnnualLoss, 'byPod' | 'bySystem' | 'byBranch'> {
  const n = years.length;
  const mean = years.reduce((sum, loss) => sum + loss, 0) / n;
  const standardError = Math.sqrt(years.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / (n - 1) / n);
  const margin = normalQuantile((1 + level) / 2) * standardError;
  return {
    years,
    standardError,
    mean: {
      low: mean - margin,
      mid: mean,
      high: mean + margin,
      level,
      method: `standard error of ${showCount(n)} simulated years`,
      n,
    },
    year: {
      low: quantileOf(years, (1 - level) / 2),
      mid: quantileOf(years, 0.5),
      high: quantileOf(years, (1 + level) / 2),
      level,
      method: `quantiles of ${showCount(n)} simulated years`,
      n,
    },
  };
}

/** A point of the loss-exceedance curve: a year loses more than `loss` with this chance. */
export interface Exceedance {
  readonly loss: number;
  readonly chance: number;
  /** Of the simulation, by the binomial. */
  readonly standardError: number;
}

/** P(loss of a year > x) at `points` losses from none to the greatest simulated. */
export function lossExceedance({years}: AnnualLoss, points = 101): readonly Exceedance[] {
  const most = years.at(-1) ?? 0;
  return Array.from({length: points}, (_, at) => chanceAbove(years, (most * at) / (points - 1)));
}

/** The chance that a year loses more than `loss`. `years` must be sorted. */
export function chanceAbove(years: Float64Array, loss: number): Exceedance {
  let low = 0;
  let high = years.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((years[middle] ?? Infinity) > loss) high = middle;
    else low = middle + 1;
  }
  const chance = (years.length - low) / years.length;
  return {loss, chance, standardError: Math.sqrt((chance * (1 - chance)) / years.length)};
}
