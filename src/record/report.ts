import {groupBy} from '../base/index.ts';
import {type Calendar, isFinding} from '../calendar/index.ts';
import {type Allowance, allowanceOf, canShow, lastQuarter} from './join/clause.ts';
import {cut, type Stretch, type Timeline} from './join/timeline.ts';
import {type Basis, type SystemRecord, systemRecord, type Taking} from './join/system.ts';
import {type Uptime, uptimeOf} from './join/uptime.ts';
import type {OperationalRecord, SourceReading, Untold} from './gather.ts';
import {type Month, monthsOf, overlap, periodOf} from './period.ts';
import type {PlannedSource, RecordPlan} from './plan.ts';
import {shownTime} from './tools/row.ts';
import type {Deployment, Period, RecordFinding, State} from './types.ts';

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
  readonly clauses: readonly Clause[];
  readonly findings: readonly RecordFinding[];
  readonly untold: readonly Untold[];
}

export interface SystemReport extends SystemRecord {
  /** By calendar, in the order of the plan, and by basis. */
  readonly uptimes: readonly (Uptime & {readonly basis: Basis})[];
  /** Month by month of the record's zone, in the first calendar, on the basis that counts; the first and the last may be cut short. */
  readonly months: readonly (Uptime & {readonly month: string})[];
  /** The longest stretches of which nothing is known. */
  readonly gaps: readonly Stretch[];
}

export interface DeploymentReport {
  readonly service: string;
  readonly environment: string;
  readonly results: Readonly<Partial<Record<Deployment['result'], number>>>;
  readonly from: number;
  readonly to: number;
}

export interface PnlReport {
  readonly pods: number;
  readonly days: number;
  readonly currencies: readonly string[];
  readonly from: string;
  readonly to: string;
}

export interface LoadReport {
  readonly system: string;
  readonly rows: number;
  readonly peak: number;
  /** The largest load over the capacity of its moment; null where no capacity is given. */
  readonly peakShare: number | null;
}

/** What a clause allows, beside how finely the record can tell. */
export interface Clause extends Allowance {
  /** Seconds between two probes, by source; those that cannot show the clause are marked. */
  readonly probes: readonly {readonly source: string; readonly step: number; readonly shows: boolean}[];
}

export interface ReportQuestion {
  readonly calendars: readonly Calendar[];
  /** The clause that is asked about: 0.9999. */
  readonly target: number;
  /** What is to be judged of what the record covers; without ends it is all. */
  readonly within: Period;
}

/** Reports on a record that was read by `plan`. */
export function recordReport(
  record: OperationalRecord,
  plan: RecordPlan,
  question: ReportQuestion,
): RecordReport {
  const whole = periodOf(record, plan.covers);
  const shared = whole === null ? null : overlap(whole, question.within);
  const period = shared !== null && shared.from < shared.to ? shared : null;
  const findings: RecordFinding[] = [];
  const systems = period === null ? [] : systemReports(record, plan, period, question, findings);
  return {
    period,
    zone: plan.zone ?? 'UTC',
    sources: record.sources,
    systems,
    deployments: deploymentReports(record.deployments),
    pnl: pnlReport(record),
    loads: loadReports(record),
    clauses: period === null ? [] : clausesOf(record, plan, period, question, findings),
    findings: [...record.findings, ...uncovered(record, plan), ...paidTwice(record), ...unique(findings)],
    untold: record.untold,
  };
}

function systemReports(
  record: OperationalRecord,
  plan: RecordPlan,
  period: Period,
  {calendars}: ReportQuestion,
  findings: RecordFinding[],
): readonly SystemReport[] {
  const takings = takingsOf(record, plan, period);
  const months = monthsOf(period, plan.zone ?? 'UTC');
  const bySystem = groupBy(record.intervals, ({system}) => system);
  const names = plan.systems.length > 0 ? plan.systems.map(({id}) => id) : [...bySystem.keys()].toSorted();
  return names.map(system => {
    const counts = plan.systems.find(({id}) => id === system)?.counts ?? null;
    const joined = systemRecord(system, bySystem.get(system) ?? [], takings, period, counts);
    const uptimes = calendars.flatMap(calendar =>
      (Object.entries(joined.timelines) as [Basis, Timeline][]).flatMap(([basis, timeline]) => {
        const uptime = uptimeOf(timeline, calendar);
        if (!isFinding(uptime)) return [{...uptime, basis}];
        findings.push({...uptime, rule: 'record-file'});
        return [];
      }),
    );
    findings.push(...disagreementFindings(joined, counts !== null));
    const {counted} = joined.timelines;
    const byMonth = calendars.slice(0, 1).flatMap(calendar => monthly(counted, months, calendar));
    return {...joined, uptimes, months: byMonth, gaps: gapsOf(counted, calendars)};
  });
}

function takingsOf(record: OperationalRecord, plan: RecordPlan, period: Period): ReadonlyMap<string, Taking> {
  const spokenOf = groupBy(record.intervals, ({source}) => source);
  return new Map(
    plan.sources.map(planned => {
      const {name, system} = planned.source;
      const systems = new Set(spokenOf.get(name)?.map(one => one.system));
      const reading = record.sources.find(one => one.name === name);
      const files = 'files' in planned && 'times' in planned ? planned : null;
      const taking: Taking = {
        watches: (reading?.watches ?? false) || files === null,
        speaksOf: one => one === system || systems.has(one) || (files?.systems.includes(one) ?? false),
        covers: overlap(coveredBy(planned, reading, plan.covers), period),
        lasts: planned.covers?.to ?? Infinity,
        times: files?.times ?? 'impact',
        onsetLag: files?.onsetLag ?? null,
      };
      return [name, taking];
    }),
  );
}

/**
 * What a source speaks of: what record.yaml says of it, else of the record as far back as its tool keeps anything; where
 * it says neither, from its first row to its last, for rows of other sources say nothing of this one's silence.
 */
function coveredBy(
  {covers}: PlannedSource,
  reading: SourceReading | undefined,
  claimed: Period | null,
): Period {
  if (covers !== null) return covers;
  const {from, to, reach} = reading ?? {from: null, to: null, reach: null};
  if (claimed !== null) return {from: Math.max(claimed.from, reach?.from ?? -Infinity), to: claimed.to};
  return {from: from ?? Infinity, to: to ?? Infinity};
}

/** Sources of tickets whose silence says less than it seems, where nobody says what they cover. */
function uncovered(record: OperationalRecord, plan: RecordPlan): readonly RecordFinding[] {
  const unsaid = record.sources.filter(
    ({name, watches, rows}) =>
      !watches &&
      rows.interval > 0 &&
      plan.sources.some(one => one.source.name === name && one.covers === null),
  );
  return unsaid.flatMap(({name, reach}): RecordFinding[] => {
    const common = {severity: 'warning', source: name} as const;
    if (plan.covers === null) {
      const message = `what ${name} covers is not said: up is counted between its first ticket and its last alone`;
      const hint = 'say covers: {from: …, to: …} for the record or the source';
      return [{...common, rule: 'record-file', message, hint}];
    }
    if (reach === null || reach.from <= plan.covers.from) return [];
    const {reason, hint} = reach;
    const message = `${name} begins ${shownTime(reach.from)}, and what was before is unknown: ${reason}`;
    return [{...common, rule: 'gap', message, hint}];
  });
}

function monthly(
  timeline: Timeline,
  months: readonly Month[],
  calendar: Calendar,
): readonly (Uptime & {readonly month: string})[] {
  return months.flatMap(({month, ...within}) => {
    const uptime = uptimeOf(cut(timeline, within), calendar);
    // A month of which only its last night belongs to the period says nothing of these sessions.
    return isFinding(uptime) || uptime.open === 0 ? [] : [{...uptime, month}];
  });
}

/** Two sources that disagree by less than this are taken to agree: clocks and steps differ. */
const AGREED_MINUTES = 1;

/** A warning until record.yaml says which of the two counts; then it has been looked at. */
function disagreementFindings(
  {system, disagreement}: SystemRecord,
  settled: boolean,
): readonly RecordFinding[] {
  if (disagreement === null) return [];
  const {probesOnly, ticketsOnly} = disagreement;
  if (probesOnly < AGREED_MINUTES && ticketsOnly < AGREED_MINUTES) return [];
  const message = `${system}: probes alone say down for ${Math.round(probesOnly)} min, tickets alone for ${Math.round(ticketsOnly)} min`;
  if (settled) return [{rule: 'contradiction', severity: 'note', message}];
  const hint = 'say under its counts: which of the two the record goes by';
  return [{rule: 'contradiction', severity: 'warning', message, hint}];
}

const MOST_GAPS = 5;

/** Stretches of which nothing is known and in which at least one of the calendars is open, the longest first. */
function gapsOf(timeline: Timeline, calendars: readonly Calendar[]): readonly Stretch[] {
  const unknown = timeline.stretches.filter(({state}) => state === ('unknown' satisfies State));
  const matter = unknown.filter(stretch =>
    calendars.some(calendar => {
      const uptime = uptimeOf({period: stretch, stretches: [stretch]}, calendar);
      return !isFinding(uptime) && uptime.open > 0;
    }),
  );
  return matter.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_GAPS);
}

function deploymentReports(deployments: readonly Deployment[]): readonly DeploymentReport[] {
  const groups = groupBy(deployments, ({service, environment}) => JSON.stringify([service, environment]));
  return [...groups.values()].map(rows => {
    const [{service, environment}] = rows as [Deployment, ...Deployment[]];
    const results: Partial<Record<Deployment['result'], number>> = {};
    for (const {result} of rows) results[result] = (results[result] ?? 0) + 1;
    const from = rows.reduce((least, {startedAt}) => Math.min(least, startedAt), Infinity);
    const to = rows.reduce((most, {startedAt}) => Math.max(most, startedAt), -Infinity);
    return {service, environment, results, from, to};
  });
}

function pnlReport({pnl}: OperationalRecord): PnlReport | null {
  const days = [...new Set(pnl.map(({date}) => date))].toSorted();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return null;
  const pods = new Set(pnl.map(({pod}) => pod)).size;
  return {
    pods,
    days: days.length,
    currencies: [...new Set(pnl.map(({amount}) => amount.currency))],
    from,
    to,
  };
}

/** Pods that have several amounts for one day or minute: parts of one sum, or one sum read twice. */
function paidTwice({pnl}: OperationalRecord): readonly RecordFinding[] {
  const books = new Map<string, Set<string | number>>();
  const again = pnl.filter(({pod, date, at, amount: {currency}}) => {
    const book = `${currency} ${pod}`;
    const times = books.get(book) ?? new Set();
    if (times.has(at ?? date)) return true;
    books.set(book, times.add(at ?? date));
    return false;
  });
  const [first] = again;
  if (first === undefined) return [];
  const {pod, date, source} = first;
  const rows = again.length === 1 ? '1 row' : `${again.length} rows`;
  const message = `${rows} of PnL after another of the same pod and time, the first of ${pod} on ${date}: they are added up`;
  const hint = 'where they are not parts of one sum, take one of the two out';
  return [{rule: 'duplicate-id', severity: 'warning', message, hint, source}];
}

function loadReports({loads}: OperationalRecord): readonly LoadReport[] {
  return [...groupBy(loads, ({system}) => system)].map(([system, rows]) => {
    let peak = -Infinity;
    let peakShare: number | null = null;
    for (const {load, capacity} of rows) {
      peak = Math.max(peak, load);
      if (capacity !== null && capacity > 0) peakShare = Math.max(peakShare ?? 0, load / capacity);
    }
    return {system, rows: rows.length, peak, peakShare};
  });
}

/** The clause in the last quarter that ends within the period, by calendar; in the one that it ends in where none does. */
function clausesOf(
  record: OperationalRecord,
  plan: RecordPlan,
  period: Period,
  {calendars, target}: ReportQuestion,
  findings: RecordFinding[],
): readonly Clause[] {
  const steps = stepsOf(record, plan);
  const quarter = lastQuarter(period, plan.zone ?? 'UTC');
  return calendars.flatMap(calendar => {
    const allowance = allowanceOf(calendar, quarter, target);
    if (isFinding(allowance)) {
      findings.push({...allowance, rule: 'record-file'});
      return [];
    }
    const probes = steps.map(one => ({...one, shows: canShow(one.step, allowance.allowed)}));
    return [{...allowance, probes}];
  });
}

/** How far apart the looks of each watching source are, in seconds, where record.yaml or the tool says so. */
function stepsOf(record: OperationalRecord, plan: RecordPlan): readonly {source: string; step: number}[] {
  return plan.sources.flatMap(planned => {
    const {name} = planned.source;
    if (planned.kind === 'probes') return [{source: name, step: planned.every}];
    if (planned.kind === 'prometheus') return [{source: name, step: planned.step}];
    if (planned.kind === 'upptime') return [{source: name, step: UPPTIME_STEP}];
    return [];
  });
}

/** Seconds. Upptime runs as a scheduled workflow, and GitHub starts none oftener than every five minutes (its docs). */
const UPPTIME_STEP = 300;

/** The same thing said of every system is said once. */
function unique(findings: readonly RecordFinding[]): readonly RecordFinding[] {
  const seen = new Set<string>();
  return findings.filter(finding => {
    const key = JSON.stringify([finding.rule, finding.message, finding.place]);
    return !seen.has(key) && seen.add(key);
  });
}
