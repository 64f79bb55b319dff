import {isFinding} from '../figure/index.ts';
import {type Calendar, openMinutes} from '../calendar/index.ts';
import {
  type Allowance,
  allowanceOf,
  canShow,
  type Quarter,
  quartersOf,
  type RecordSpec,
  type RecordReport,
  type Timeline,
} from '../record/index.ts';
import type {EvaluationWindow} from './window.ts';
import type {ClauseRule, OperationsAssumptions} from './plan.ts';

/** One uptime clause in the quarters of one exchange: what it allows, who can show it, where it and others part. */
export interface ClauseReport {
  /** In the last whole quarter of the record. */
  readonly allowance: Allowance;
  readonly source: string;
  readonly probes: readonly {readonly source: string; readonly step: number; readonly shows: boolean}[];
  /** Clauses on the longest outage that judge otherwise. */
  readonly conflicts: readonly ClauseConflict[];
  /** By quarter and system, whether the record keeps it. */
  readonly kept: readonly ClauseQuarter[];
}

/** Two clauses that one outage keeps and breaks. */
export interface ClauseConflict {
  /** Minutes that the other clause allows a single outage. */
  readonly longest: number;
  readonly source: string;
  /** A whole number of minutes that breaks the one and keeps the other; null where only several outages can. */
  readonly outage: number | null;
  /** Which of the two such an outage breaks. */
  readonly breaks: 'uptime' | 'longest';
}

interface ClauseQuarter {
  readonly system: string;
  readonly quarter: string;
  readonly down: number;
  readonly longest: number;
  /** Open minutes of which nothing is known: what they hide may break it. */
  readonly unknown: number;
  readonly allowed: number;
  readonly kept: boolean;
}

type UptimeRule = Extract<ClauseRule, {readonly uptime: number}>;

/** The clauses of impact.yaml and of contract targets, exchange by exchange. */
export function clauseReports(
  report: RecordReport,
  {period, timelines}: EvaluationWindow,
  plan: OperationsAssumptions,
  recordPlan: RecordSpec,
  calendars: readonly Calendar[],
): readonly ClauseReport[] {
  const uptimes: UptimeRule[] = plan.clauses.filter(one => 'uptime' in one);
  const targets = plan.baselines.flatMap(one => (one.kind === 'target' ? [one] : []));
  for (const {uptime, source} of targets)
    if (!uptimes.some(one => one.uptime === uptime)) uptimes.push({uptime, source});
  const longest = plan.clauses.filter(one => 'longest' in one);
  const controls = new Set(plan.baselines.flatMap(one => (one.kind === 'control' ? one.systems : [])));
  const systems = recordPlan.systems.flatMap(({id}) => {
    const timeline = timelines.get(id);
    return timeline === undefined || controls.has(id) ? [] : [{system: id, timeline}];
  });
  const steps = report.clauses[0]?.probes ?? [];
  return calendars.flatMap(calendar => {
    const quarters = quartersOf(period, calendar.zone);
    return uptimes.flatMap(({uptime, source}) => {
      const whole = quarters.filter(one => one.whole);
      const allowance = allowanceOf(calendar, (whole.at(-1) ?? quarters.at(-1))?.quarter ?? '', uptime);
      if (isFinding(allowance)) return [];
      return [
        {
          allowance,
          source,
          probes: steps.map(one => ({...one, shows: canShow(one.step, allowance.allowed)})),
          conflicts: longest.map(one => conflictOf(allowance.allowed, one)),
          kept: systems.flatMap(({system, timeline}) =>
            whole.flatMap(one => quarterKept(system, timeline, calendar, one, uptime)),
          ),
        },
      ];
    });
  });
}

/** An outage that one clause forgives and the other does not. `allowed` is what the uptime leaves of a quarter, in minutes. */
export function conflictOf(
  allowed: number,
  {longest, source}: Extract<ClauseRule, {readonly longest: number}>,
): ClauseConflict {
  const breaks = allowed < longest ? 'uptime' : 'longest';
  const [low, high] = [Math.min(allowed, longest), Math.max(allowed, longest)];
  const outage = Math.floor(low) + 1;
  return {longest, source, outage: outage <= high ? outage : null, breaks};
}

function quarterKept(
  system: string,
  timeline: Timeline,
  calendar: Calendar,
  {quarter, from, to}: Quarter,
  uptime: number,
): readonly ClauseQuarter[] {
  const allowance = allowanceOf(calendar, quarter, uptime);
  if (isFinding(allowance)) return [];
  let [down, longest, unknown] = [0, 0, 0];
  for (const stretch of timeline.stretches) {
    const start = Math.max(stretch.from, from);
    const end = Math.min(stretch.to, to);
    if (!(start < end) || (stretch.state !== 'down' && stretch.state !== 'unknown')) continue;
    const minutes = openMinutes(calendar, start, end);
    if (isFinding(minutes)) return [];
    if (stretch.state === 'unknown') unknown += minutes;
    else {
      down += minutes;
      longest = Math.max(longest, minutes);
    }
  }
  const {allowed} = allowance;
  return [{system, quarter, down, longest, unknown, allowed, kept: down <= allowed}];
}
