import {dirname, join} from 'node:path';
import type {Source} from '../base/index.ts';
import {type ErrorTradePlan, type ImpactPlan, NO_PLAN, type Place} from '../impact/index.ts';
import {startOfDay} from '../intake/index.ts';
import type {Baseline, ClauseRule} from '../operations/index.ts';
import type {RecordPlan} from '../record/index.ts';
import {check} from './check.ts';
import {capped, LIMITS, readText, readYaml} from '../files/index.ts';
import type {CaseFinding} from './finding.ts';
import {creditOf} from './impact-credit.ts';
import {impactProblems} from './impact-problems.ts';
import {IMPACT, type ImpactFile} from './impact-schema.ts';
import {costsOf, deliveryOf} from './impact-sections.ts';
import {calendarId} from './record-file.ts';

const IMPACT_FILE = 'impact.yaml';

export interface ImpactFileReading {
  /** Null where anything in the file is an error. Where there is no file: what holds without one. */
  readonly plan: ImpactPlan | null;
  readonly findings: readonly CaseFinding[];
  /** Where a value stands in the file; its beginning where there is none. */
  readonly place: Place;
  /** The text, for showing the line that a finding points at; null where there is none. */
  readonly source: Source | null;
}

const nowhere: Place = () => ({file: IMPACT_FILE, from: 0, to: 0, line: 1, column: 1});

/** What holds where there is no impact.yaml, or nobody asks for it. */
export const NO_IMPACT: ImpactFileReading = {plan: NO_PLAN, findings: [], place: nowhere, source: null};

/** Reads the impact.yaml that lies beside a record.yaml. What is wrong with it comes as findings with their place. */
export function readImpactFile(record: RecordPlan): ImpactFileReading {
  const folder = dirname(record.file);
  const text = readText(folder, IMPACT_FILE, LIMITS.yaml);
  if (!text.ok) {
    const none = text.findings.every(({rule}) => rule === 'missing-file');
    return none ? NO_IMPACT : {...NO_IMPACT, plan: null, findings: text.findings};
  }
  const source = text.value;
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {plan: null, findings: syntax, place: nowhere, source};
  const findings = [...syntax, ...check(IMPACT, 'impact', yaml), ...impactProblems(yaml, record)];
  const parsed = IMPACT.safeParse(yaml.value);
  const grave = findings.some(one => one.severity === 'error');
  const plan = parsed.success && !grave ? planOf(parsed.data, join(folder, IMPACT_FILE), record) : null;
  return {plan, findings: capped(findings), place: path => yaml.valueSpan(path), source};
}

function planOf(file: ImpactFile, path: string, {zone}: RecordPlan): ImpactPlan {
  const start = (day: string) => startOfDay(day, zone ?? 'UTC');
  const id = (name: string) => calendarId(name) ?? name;
  const stated = Object.entries(file.dailyPnl ?? {});
  return {
    file: path,
    currency: file.currency ?? null,
    exchange: file.exchange == null ? null : id(file.exchange),
    exchanges: Object.fromEntries(Object.entries(file.exchanges ?? {}).map(([pod, name]) => [pod, id(name)])),
    dailyPnl: Object.fromEntries(
      stated.map(([pod, {amount, currency, source}]) => [pod, {amount: {amount, currency}, source}]),
    ),
    lossGivenOutage: file.lossGivenOutage ?? null,
    weights: file.weights ?? 'uniform',
    baselines: (file.baselines ?? []).map(one => baselineOf(one, start)),
    from: file.from == null ? null : start(file.from),
    credit: file.credit == null ? null : creditOf(file.credit),
    errorTrade: file.errorTrade == null ? null : errorTradeOf(file.errorTrade),
    clauses: (file.clauses ?? []).map(
      ({uptime, longest, source}): ClauseRule =>
        uptime == null ? {longest: longest as number, source} : {uptime, source},
    ),
    delivery: file.delivery == null ? null : deliveryOf(file.delivery, start),
    costs: file.costs == null ? null : costsOf(file.costs, file.delivery),
    capacity: file.capacity ?? null,
  };
}

function errorTradeOf({perYear, source, ...loss}: NonNullable<ImpactFile['errorTrade']>): ErrorTradePlan {
  return {perYear, loss, source};
}

type BaselineFile = NonNullable<ImpactFile['baselines']>[number];

/** A baseline that has what its kind needs: `baselines` has seen to it. */
function baselineOf(
  {kind, from, until, systems, uptime, source}: BaselineFile,
  start: (day: string) => number,
): Baseline {
  switch (kind) {
    case 'own':
      return {kind, from: from == null ? null : start(from), until: start(until as string)};
    case 'control':
      return {kind, systems: systems as string[]};
    case 'target':
    case 'reference':
      return {kind, uptime: uptime as number, source: source as string};
  }
}
