import {
  type Duration,
  type DurationLaw,
  type DurationReport,
  type Fit,
  logDensity,
  survival,
} from './duration.ts';
import {minimise} from './minimise.ts';

type Named<Name extends DurationLaw['name']> = Extract<DurationLaw, {name: Name}>;

/**
 * The laws that durations may follow, fitted by maximum likelihood; one that lasts still enters with its survival and
 * not its density, for leaving it out would drop the longest ones. Null of fewer than three that ended at different
 * lengths: two parameters need more. Throws where a duration is not above 0.
 */
export function fitDurations(durations: readonly Duration[]): DurationReport | null {
  for (const {minutes} of durations)
    if (!(minutes > 0 && minutes < Infinity)) throw new RangeError(`invalid duration: ${minutes} minutes`);
  const ended = durations.filter(({lasting}) => lasting !== true).map(({minutes}) => minutes);
  if (new Set(ended).size < 3) return null;
  const fits = [fitLognormal, fitLomax, fitWeibull, fitExponential].map(fit =>
    judged(fit(durations), durations),
  );
  const longest = durations.map(({minutes}) => minutes).sort((a, b) => b - a);
  const tenth = Math.round(longest.length / 10);
  return {
    n: durations.length,
    lasting: durations.length - ended.length,
    fits: fits.sort((a, b) => a.aic - b.aic),
    hill: longest.length < 20 ? NaN : hillIndex(longest, tenth),
    topTenth: sum(longest.slice(0, tenth)) / sum(longest),
  };
}

/** The lognormal that fits best; in closed form where nothing lasts still. */
export function fitLognormal(durations: readonly Duration[]): Named<'lognormal'> {
  const logs = durations.map(({minutes}) => Math.log(minutes));
  const mu = sum(logs) / logs.length;
  const sigma = Math.sqrt(sum(logs.map(log => (log - mu) ** 2)) / logs.length);
  const first = {name: 'lognormal', mu, sigma} as const;
  if (durations.every(({lasting}) => lasting !== true)) return first;
  return best(durations, [mu, Math.log(sigma)], ([mu = 0, log = 0]) => ({
    ...first,
    mu,
    sigma: Math.exp(log),
  }));
}

function fitLomax(durations: readonly Duration[]): Named<'lomax'> {
  const scale = Math.log(fitExponential(durations).scale);
  return best(durations, [Math.log(2), scale], ([alpha = 0, scale = 0]) => ({
    name: 'lomax',
    alpha: Math.exp(alpha),
    scale: Math.exp(scale),
  }));
}

function fitWeibull(durations: readonly Duration[]): Named<'weibull'> {
  const scale = Math.log(fitExponential(durations).scale);
  return best(durations, [0, scale], ([shape = 0, scale = 0]) => ({
    name: 'weibull',
    shape: Math.exp(shape),
    scale: Math.exp(scale),
  }));
}

/** In closed form: all the time that was seen, over what ended. */
function fitExponential(durations: readonly Duration[]): Named<'exponential'> {
  const ended = durations.filter(({lasting}) => lasting !== true).length;
  return {name: 'exponential', scale: sum(durations.map(({minutes}) => minutes)) / ended};
}

function best<L extends DurationLaw>(
  durations: readonly Duration[],
  start: readonly number[],
  lawAt: (at: readonly number[]) => L,
): L {
  // A Lomax without a heavy tail goes to alpha = Infinity; exp(25) is as good as there.
  const bounded = (at: readonly number[]) => at.every(x => Math.abs(x) < 25);
  return lawAt(minimise(at => (bounded(at) ? -likelihood(lawAt(at), durations) : Infinity), start));
}

function likelihood(law: DurationLaw, durations: readonly Duration[]): number {
  let log = 0;
  for (const {minutes, lasting} of durations)
    log += lasting === true ? Math.log(survival(law, minutes)) : logDensity(law, minutes);
  return Number.isNaN(log) ? -Infinity : log;
}

function judged(law: DurationLaw, durations: readonly Duration[]): Fit {
  const parameters = law.name === 'exponential' ? 1 : 2;
  return {law, aic: 2 * parameters - 2 * likelihood(law, durations), ks: distance(law, durations)};
}

/** Between the law and the sample's own survival, by Kaplan and Meier (1958) where some last still. */
function distance(law: DurationLaw, durations: readonly Duration[]): number {
  const sorted = [...durations].sort((a, b) => a.minutes - b.minutes);
  let left = 1;
  let greatest = 0;
  for (let at = 0; at < sorted.length; ) {
    const {minutes} = sorted[at] as Duration;
    const before = left;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; sorted[at]?.minutes === minutes; at++) if (sorted[at]?.lasting !== true) ended++;
    if (ended === 0) continue;
    left *= 1 - ended / atRisk;
    const expected = survival(law, minutes);
    greatest = Math.max(greatest, Math.abs(expected - before), Math.abs(expected - left));
  }
  return greatest;
}

/** Hill's estimate (1975) of the tail's index from the `top` longest, which must be sorted, longest first. */
export function hillIndex(longestFirst: readonly number[], top: number): number {
  const threshold = Math.log(longestFirst[top] ?? NaN);
  return top / sum(longestFirst.slice(0, top).map(minutes => Math.log(minutes) - threshold));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
