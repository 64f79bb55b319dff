import type {Currency} from '../../base/index.ts';
import type {DurationLaw} from '../../stats/index.ts';

/**
 * What a figure looks like: values for one of the charts, small enough to be kept with a plan. Days are `YYYY-MM-DD` and
 * nothing is finer than a day. No source is named.
 */
export type PictureValues = TimelinePicture | ExceedancePicture | WeeksPicture | ChangePicture;

/** What systems went through, day by day. */
export interface TimelinePicture {
  readonly kind: 'timeline';
  readonly from: string;
  readonly to: string;
  /** In which hours: "XNYS sessions", "around the clock". */
  readonly hours: string;
  /** Days on which it is open at all. */
  readonly sessions: number;
  /** Open minutes of the longest of them. */
  readonly longest: number;
  /** From which day on it is the reader's own work; null where all of it is, or nobody says. */
  readonly since: string | null;
  readonly systems: readonly TimelineRow[];
}

export interface TimelineRow {
  readonly name: string;
  /** Outages that touch open minutes, those that reach over a night counted once. */
  readonly outages: number;
  /** Open minutes of the longest of them. */
  readonly longest: number;
  /** The days on which it was not up all the time. */
  readonly days: readonly TimelineDay[];
}

/** Open minutes of one day. */
export interface TimelineDay {
  readonly day: string;
  readonly down: number;
  readonly degraded: number;
  readonly unknown: number;
}

/** P(loss of a year > x). */
export interface ExceedancePicture {
  readonly kind: 'exceedance';
  /** What losses are counted in; null: shares of a year's PnL at risk, which carry no money. */
  readonly currency: Currency | null;
  readonly mean: number;
  /** The chance of a year without an outage that costs anything. */
  readonly none: number;
  /** The greatest loss last. */
  readonly curve: readonly CurvePoint[];
  /** The same years with the lengths of outages from a law that was fitted to them: few outages leave the tail open. */
  readonly laws: readonly {readonly law: DurationLaw['name']; readonly curve: readonly CurvePoint[]}[];
  /** What one year in so many loses or more. */
  readonly oneIn: readonly {readonly years: number; readonly loss: number}[];
  /** What it was learned from: outages in so many years of open time. */
  readonly outages: number;
  readonly counted: number;
}

export interface CurvePoint {
  readonly loss: number;
  readonly chance: number;
}

/** How long deployments took, and which point of their times it is. */
interface DeploymentTimes {
  /** From start to end, or from commit to end. */
  readonly what: 'run' | 'lead';
  readonly at: 'median' | 'p90';
}

/** Seven days from `day` on. */
export interface WeekPoint {
  readonly day: string;
  readonly minutes: number;
}

/** A stretch of days and what deployments took in all of it. */
export interface FittedLevel {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly n: number;
}

/** How long deployments took, week by week: one side of a comparison. */
export interface WeeksPicture extends DeploymentTimes, FittedLevel {
  readonly kind: 'weeks';
  readonly weeks: readonly WeekPoint[];
}

/** How long they took before and after something was done on a day. */
export interface ChangePicture extends DeploymentTimes {
  readonly kind: 'change';
  /** The first day after it; null where two stretches are compared and nothing is said of the time between them. */
  readonly day: string | null;
  readonly weeks: readonly WeekPoint[];
  /** The same of those that it did not touch; empty where there is no such control. */
  readonly control: readonly WeekPoint[];
  readonly before: FittedLevel | null;
  readonly after: FittedLevel | null;
  /** What the change did: over its control where it has one, else the jump of the series. Null where neither is known. */
  readonly shift: Shift | null;
  /** The lines of the interrupted series; null where there are too few weeks for them. */
  readonly fitted: FittedLines | null;
}

export interface FittedLines {
  readonly before: Slope;
  readonly after: Slope;
  /** How it would have gone on: the line of before, after the change. */
  readonly otherwise: Slope;
}

/** A change as a share, between the ends of its interval: -0.2 is a fifth less. */
export interface Shift {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly level: number;
  readonly over: 'the control' | 'the weeks before';
}

/** A line that is straight where minutes are logarithms. */
export interface Slope {
  readonly from: {readonly day: string; readonly minutes: number};
  readonly to: {readonly day: string; readonly minutes: number};
}
