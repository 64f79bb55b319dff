import type {EpochMs} from '../../calendar/index.ts';
import type {Deployment, Period} from '../../record/index.ts';
import type {Finding} from '../../figure/index.ts';
import {type Estimate, LEVEL, quantileEstimate} from '../../stats/index.ts';
import {type Interruption, interruption} from './interruption.ts';
import {steps, type Timed} from './weeks.ts';

/** What is asked about a change of the pipeline. */
export interface ChangeQuestion {
  /** What is compared: from here until the change, and from the change until there. */
  readonly period: Period;
  readonly change: EpochMs;
  /** Whether the date is that of something that was done, and not read off the figures. */
  readonly declared: boolean;
  /** Days to a step of the series; a week by default. */
  readonly days?: number;
  readonly level?: number;
}

/** How long things took before and after a change, in minutes, and what of it the change can be said to have done. */
export interface Medians {
  /** Medians of everything on either side: what happened, with whatever else happened. */
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** By the median of each step. */
  readonly median: Interruption | Finding;
}

export interface BeforeAfter extends Medians {
  /** By the 90th percentile of each step. */
  readonly p90: Interruption | Finding;
}

/** Compares before and after, plainly and as an interrupted time series of weekly medians. */
export function mediansOf(timed: readonly Timed[], question: ChangeQuestion): Medians {
  const {period, change, level = LEVEL} = question;
  const minutes = (from: EpochMs, to: EpochMs) =>
    timed.filter(({at, minutes: one}) => one > 0 && at >= from && at < to).map(one => one.minutes);
  return {
    before: quantileEstimate(minutes(period.from, change), 0.5, level),
    after: quantileEstimate(minutes(change, period.to), 0.5, level),
    median: seriesOf(timed, 0.5, question),
  };
}

/** The same beside an interrupted time series of weekly 90th percentiles. */
export function beforeAfter(timed: readonly Timed[], question: ChangeQuestion): BeforeAfter {
  return {...mediansOf(timed, question), p90: seriesOf(timed, 0.9, question)};
}

function seriesOf(timed: readonly Timed[], q: number, question: ChangeQuestion) {
  const {period, change, declared, days = 7, level = LEVEL} = question;
  return interruption(steps(timed, {period, change, days, q}), {declared, level});
}

const MINUTE = 60_000;

/**
 * How long each deployment that succeeded took, at its end: from commit to end (`lead`), or from start to end (`run`).
 * Those that do not tell are left out.
 */
export function timedOf(deployments: readonly Deployment[], what: 'lead' | 'run'): readonly Timed[] {
  return deployments.flatMap(({committedAt, startedAt, finishedAt, result}) => {
    const from = what === 'lead' ? committedAt : startedAt;
    const to = what === 'lead' ? (finishedAt ?? startedAt) : finishedAt;
    return result !== 'success' || from === null || to === null
      ? []
      : [{at: to, minutes: (to - from) / MINUTE}];
  });
}
