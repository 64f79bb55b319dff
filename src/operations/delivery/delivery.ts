import {type Finding, finding} from '../../figure/index.ts';
import type {Deployment, Interval, Period, Result, State} from '../../record/index.ts';
import {LEVEL} from '../../stats/index.ts';
import {type ChangeFailure, changeFailureOf} from './failure.ts';
import {type Frequency, frequencyOf} from './frequency.ts';
import {type LeadTime, leadTimeOf, runTimeOf} from './lead-time.ts';
import {type Restore, restoreOf} from './restore.ts';

/** What is asked of a record about delivery. */
export interface DeliveryQuestion {
  /** Deployments that end in it, outages that begin in it. */
  readonly period: Period;
  /** Whose days and weeks are counted. UTC by default. */
  readonly zone?: string;
  /** Which commit the sources tell of a deployment; the last by default, which makes lead times lower bounds. */
  readonly commits?: 'first' | 'last';
  /** Whether the sources name the incident that a deployment caused wherever there is one. No by default. */
  readonly causesRecorded?: boolean;
  /** What counts as an outage; down alone by default. */
  readonly states?: readonly State[];
  readonly level?: number;
}

/** The four DORA figures of some deployments and incidents, with what has to be said of them. */
export interface Delivery {
  readonly period: Period;
  readonly frequency: Frequency;
  readonly leadTime: LeadTime | null;
  readonly runTime: LeadTime | null;
  readonly changeFailure: ChangeFailure;
  readonly restore: Restore | null;
  /** Deployments that are in no figure because they did not go out, by their result. */
  readonly apart: Readonly<Partial<Record<Result, number>>>;
  readonly findings: readonly Finding[];
}

/**
 * Deployment frequency, lead time, change-failure rate and time to restore by the DORA definitions, in minutes. The
 * deployments are taken as they come: who asks about one service or environment hands over its own.
 */
export function deliveryOf(
  deployments: readonly Deployment[],
  intervals: readonly Interval[],
  question: DeliveryQuestion,
): Delivery {
  const {period, zone = 'UTC', commits = 'last', causesRecorded = false} = question;
  const {states = ['down'], level = LEVEL} = question;
  const findings: Finding[] = [];
  const within = distinct(deployments).filter(({finishedAt, startedAt}) => {
    const at = finishedAt ?? startedAt;
    return at >= period.from && at < period.to;
  });
  const out = within.filter(wentOut);
  if (out.length === 0)
    findings.push(finding('nothing-to-count', 'warning', 'no deployment that went out ends in the period'));
  const apart: Partial<Record<Result, number>> = {};
  for (const one of within) if (!wentOut(one)) apart[one.result] = (apart[one.result] ?? 0) + 1;
  return {
    period,
    frequency: frequencyOf(out, period, zone),
    leadTime: leadTimeOf(out, commits, level, findings),
    runTime: runTimeOf(out, level, findings),
    changeFailure: changeFailureOf(within, intervals, causesRecorded, level, findings),
    restore: restoreOf(intervals, period, states, level, findings),
    apart,
    findings,
  };
}

/** A deployment that hurt somebody was out, whatever its tool says of it. */
function wentOut({result, caused}: Deployment): boolean {
  return result === 'success' || caused !== null;
}

/** A tool may have a row for every repository that a deployment carries; they share its id and its start. */
function distinct(deployments: readonly Deployment[]): readonly Deployment[] {
  const rows = new Map<unknown, Deployment>();
  for (const one of deployments) {
    const {id} = one.evidence;
    const key = id === null ? one : JSON.stringify([one.source, id, one.startedAt]);
    const before = rows.get(key);
    rows.set(key, before === undefined ? one : joined(before, one));
  }
  return [...rows.values()];
}

/** The first commit of all that it carries, and the cause that any of its rows declares. */
function joined(one: Deployment, other: Deployment): Deployment {
  const commits = [one.committedAt, other.committedAt].filter(at => at !== null);
  return {
    ...one,
    committedAt: commits.length === 0 ? null : Math.min(...commits),
    caused: one.caused ?? other.caused,
  };
}
