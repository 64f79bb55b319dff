import {count, type Finding, finding, say} from '../../figure/index.ts';
import {
  type Estimate,
  exceedance,
  LEVEL,
  type ParetoTail,
  peaksOver,
  quantileOf,
  shareOf,
} from '../../stats/index.ts';
import type {DailyPeak} from './peaks.ts';
import {chanceEnds, levelEnds, reachOf} from './profile.ts';

/** How near daily peaks come to what can be carried. Shares of capacity: 1 is all of it. */
export interface Headroom {
  readonly days: number;
  /** The highest share of any day, and that of the median day. */
  readonly peak: number;
  readonly usual: number;
  /** Days whose peak reached the capacity. */
  readonly passed: number;
  readonly threshold: number;
  readonly peaks: number;
  readonly tail: ParetoTail | null;
  /** The chance that a day's peak reaches the capacity. */
  readonly exceedance: Estimate | null;
  /** The share that is passed on one day in `every`, on average. */
  readonly returnLevel: (Estimate & {readonly every: number}) | null;
  readonly findings: readonly Finding[];
}

export interface HeadroomQuestion {
  /** The quantile of daily peaks that makes the threshold: a choice, 0.8 by default, told in the answer. */
  readonly quantile?: number;
  /** Days of the return level: 250 for about a year of sessions. */
  readonly every: number;
  readonly level?: number;
}

/** Fewer peaks over the threshold say nothing of a shape. */
const FEWEST_PEAKS = 10;

/**
 * Headroom by peaks over a threshold: daily peaks above it, less it, follow a generalised Pareto law (Pickands 1975),
 * fitted by maximum likelihood with profile-likelihood intervals (Coles 2001, 4.3). Where the capacity lies under the
 * threshold the chance of reaching it is counted, with exact binomial bounds. Days without a capacity are left out.
 */
export function headroomOf(days: readonly DailyPeak[], question: HeadroomQuestion): Headroom {
  const {quantile = 0.8, every, level = LEVEL} = question;
  const shares = days.flatMap(({share}) => (share === null ? [] : [share]));
  const findings: Finding[] = [];
  if (shares.length < days.length) {
    const message = say`${count(days.length - shares.length)} of ${count(days.length)} days have no capacity to hold the load against`;
    const hint = 'map a column to capacity';
    findings.push(finding('no-capacity', 'warning', message, {hint}));
  }
  const sorted = shares.toSorted((a, b) => a - b);
  const threshold = quantileOf(sorted, quantile);
  const passed = shares.filter(share => share >= 1).length;
  const capped = shares.filter(share => share === 1).length;
  if (capped > 1) {
    const message = say`${count(capped)} of ${count(shares.length)} days peak at just their capacity: what is measured cannot show how much more was asked for`;
    const hint = 'measure what is asked for, such as requests, and not what is used';
    findings.push(finding('saturated', 'warning', message, {hint}));
  }
  const peaks = peaksOver(shares, threshold);
  const fitted = peaks !== null && peaks.over >= FEWEST_PEAKS ? peaks : null;
  if (fitted === null) {
    const message = say`${count(peaks?.over ?? 0)} days lie over the threshold, expected ${count(FEWEST_PEAKS)} or more: how high peaks reach is not said`;
    const hint = 'take a longer record';
    findings.push(finding('few-peaks', 'warning', message, {hint}));
  }
  if (fitted !== null && every > shares.length) {
    const message = say`one day in ${count(every)} lies beyond the ${count(shares.length)} days of the record: the figure is the model's`;
    findings.push(finding('beyond-record', 'note', message));
  }
  const method = fitted === null ? '' : `peaks over ${threshold.toPrecision(3)}, profile likelihood`;
  const counted = threshold >= 1 ? shareOf(passed, Math.max(1, shares.length), level) : null;
  const chance = fitted === null || counted !== null ? null : exceedance(fitted, 1);
  const wanted = 1 / every;
  const reachable = fitted !== null && wanted < fitted.over / fitted.of ? fitted : null;
  return {
    days: shares.length,
    peak: sorted.at(-1) ?? Number.NaN,
    usual: quantileOf(sorted, 0.5),
    passed,
    threshold,
    peaks: peaks?.over ?? 0,
    tail: fitted?.tail ?? null,
    exceedance:
      fitted === null || chance === null
        ? counted
        : {...chanceEnds(shares, fitted, 1, level), mid: chance, level, method, n: fitted.over},
    returnLevel:
      reachable === null
        ? null
        : {
            ...levelEnds(shares, reachable, wanted, level),
            mid: threshold + reachOf(reachable, wanted / (reachable.over / reachable.of)),
            level,
            method,
            n: reachable.over,
            every,
          },
    findings,
  };
}
