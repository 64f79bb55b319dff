import type {Calendar} from '../../calendar/index.ts';
import type {OperationalRecord, SourceReading, Untold} from '../gather.ts';
import {overlap, periodOf} from '../period.ts';
import type {RecordSpec} from '../plan.ts';
import type {Period, RecordFinding} from '../types.ts';
import {type Clause, clauseOutcomes} from './clause.ts';
import {type CostReport, costFindings, costReports} from './costs.ts';
import {uncovered} from './coverage.ts';
import {type SystemReport, systemReports} from './system.ts';
import {
  type DeploymentReport,
  deploymentReports,
  type LoadReport,
  loadReports,
  type PnlReport,
  pnlReport,
} from './tables.ts';
import {paidTwice} from './paid-twice.ts';

/** What a record holds and what it can show, for a person to read before anything is built on it. */
export interface RecordReport {
  /** What is judged; null where the record is empty or nothing of it lies in what was asked for. */
  readonly period: Period | null;
  /** The zone of its days: that of record.yaml, or UTC. */
  readonly zone: string;
  readonly sources: readonly SourceReading[];
  readonly systems: readonly SystemReport[];
  readonly deployments: readonly DeploymentReport[];
  readonly pnl: PnlReport | null;
  readonly loads: readonly LoadReport[];
  readonly costs: readonly CostReport[];
  readonly clauses: readonly Clause[];
  readonly findings: readonly RecordFinding[];
  readonly untold: readonly Untold[];
}

/** What a report is asked for. */
export interface ReportQuestion {
  readonly calendars: readonly Calendar[];
  /** The clause that is asked about: 0.9999. */
  readonly target: number;
  /** What is to be judged of what the record covers; without ends it is all. */
  readonly within: Period;
}

/** How the systems of a record stood that was read by `plan`: the part of its report that facts are measured by. */
export function recordSystems(
  record: OperationalRecord,
  plan: RecordSpec,
  {calendars, within}: Pick<ReportQuestion, 'calendars' | 'within'>,
): Pick<RecordReport, 'period' | 'systems' | 'findings'> {
  const whole = periodOf(record, plan.covers);
  const shared = whole === null ? null : overlap(whole, within);
  const period = shared !== null && shared.from < shared.to ? shared : null;
  const findings: RecordFinding[] = [];
  const systems = period === null ? [] : systemReports(record, plan, period, calendars, findings);
  return {period, systems, findings};
}

/** Reports on a record that was read by `plan`. */
export function recordReport(
  record: OperationalRecord,
  plan: RecordSpec,
  question: ReportQuestion,
): RecordReport {
  const {period, systems, findings: ofSystems} = recordSystems(record, plan, question);
  const findings = [...ofSystems];
  return {
    period,
    zone: plan.zone ?? 'UTC',
    sources: record.sources,
    systems,
    deployments: deploymentReports(record.deployments),
    pnl: pnlReport(record),
    loads: loadReports(record),
    costs: costReports(record.costs),
    clauses: period === null ? [] : clauseOutcomes(plan, period, question, findings),
    findings: first(
      [
        ...record.findings,
        ...uncovered(record, plan),
        ...paidTwice(record),
        ...costFindings(record.costs),
        ...unique(findings),
      ],
      ({rule, severity}) => rule === 'open-interval' && severity === 'warning',
    ),
    untold: record.untold,
  };
}

/** Those that matter most before the others, both in their order. */
function first<T>(all: readonly T[], matters: (one: T) => boolean): readonly T[] {
  return [...all.filter(matters), ...all.filter(one => !matters(one))];
}

/** The same thing said of every system is said once. */
function unique(findings: readonly RecordFinding[]): readonly RecordFinding[] {
  const seen = new Set<string>();
  return findings.filter(finding => {
    const key = JSON.stringify([finding.rule, finding.message, finding.place]);
    return !seen.has(key) && seen.add(key);
  });
}
