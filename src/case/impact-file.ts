import {dirname, join} from 'node:path';
import type {Source} from '../base/index.ts';
import {type CreditPlan, type Assumptions, NO_PLAN, type PlaceOf} from '../impact/index.ts';
import {startOfDay} from '../intake/index.ts';
import type {Finding} from '../figure/index.ts';
import type {Baseline, ClauseRule} from '../operations/index.ts';
import type {RecordSpec} from '../record/index.ts';
import {check} from './check.ts';
import {capped, LIMITS, readInside, readYaml} from '../files/index.ts';
import {impactProblems} from './impact-problems.ts';
import {IMPACT, type ImpactFile} from './impact-schema.ts';
import {calendarId} from './record-file.ts';

const IMPACT_FILE = 'impact.yaml';

export interface ImpactFileReading {
  /** Null where anything in the file is an error. Where there is no file: what holds without one. */
  readonly plan: Assumptions | null;
  readonly findings: readonly Finding[];
  /** Where a value stands in the file; its beginning where there is none. */
  readonly place: PlaceOf;
  /** The text, for showing the line that a finding points at; null where there is none. */
  readonly source: Source | null;
}

const nowhere: PlaceOf = () => ({file: IMPACT_FILE, from: 0, to: 0, line: 1, column: 1});

/** What holds where there is no impact.yaml, or nobody asks for it. */
export const NO_IMPACT: ImpactFileReading = {plan: NO_PLAN, findings: [], place: nowhere, source: null};

/** Reads the impact.yaml that lies beside a record.yaml. What is wrong with it comes as findings with their place. */
export function readImpactFile(record: RecordSpec): ImpactFileReading {
  const folder = dirname(record.file);
  const text = readInside(folder, IMPACT_FILE, LIMITS.yaml);
  if (!text.ok) {
    const none = text.findings.every(({rule}) => rule === 'missing-file');
    return none ? NO_IMPACT : {...NO_IMPACT, plan: null, findings: text.findings};
  }
  const source = text.value;
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {plan: null, findings: syntax, place: nowhere, source};
  const findings = [...syntax, ...check(IMPACT, yaml), ...impactProblems(yaml, record)];
  const parsed = IMPACT.safeParse(yaml.value);
  const grave = findings.some(one => one.severity === 'error');
  const plan = parsed.success && !grave ? planOf(parsed.data, join(folder, IMPACT_FILE), record) : null;
  return {plan, findings: capped(findings), place: path => yaml.valueSpan(path), source};
}

/** The plan of a file that nothing is wrong with: `impactProblems` has seen that what each part needs is there. */
function planOf(read: ImpactFile, path: string, {zone}: RecordSpec): Assumptions {
  const start = (day: string) => startOfDay(day, zone ?? 'UTC');
  const id = (name: string) => calendarId(name) ?? name;
  const {format: _, ...file} = read;
  const {exchange, from, credit, delivery, costs} = file;
  const change = delivery?.change ?? null;
  return {
    ...file,
    file: path,
    exchange: exchange === null ? null : id(exchange),
    exchanges: Object.fromEntries(Object.entries(file.exchanges).map(([pod, name]) => [pod, id(name)])),
    baselines: file.baselines.map(one => baselineOf(one, start)),
    from: from === null ? null : start(from),
    credit: credit && creditOf(credit),
    clauses: file.clauses.map(
      ({uptime, longest, source}): ClauseRule =>
        uptime === null ? {longest: longest as number, source} : {uptime, source},
    ),
    delivery: delivery && {...delivery, change: change && {...change, at: start(change.day)}},
    // Without a day of its own it is about the change of delivery, on the same paper.
    costs: costs && {
      ...costs,
      day: costs.day ?? change?.day ?? '',
      source: costs.source ?? (costs.day === null && change !== null ? change.source : null),
    },
  };
}

function creditOf({share, source, contributors}: NonNullable<ImpactFile['credit']>): CreditPlan {
  return contributors === null ? {share: share as number, source: source as string} : {contributors};
}

/** A baseline with what its kind needs. */
function baselineOf(
  {kind, from, until, systems, uptime, source}: ImpactFile['baselines'][number],
  start: (day: string) => number,
): Baseline {
  switch (kind) {
    case 'own':
      return {kind, from: from === null ? null : start(from), until: start(until as string)};
    case 'control':
      return {kind, systems: systems as string[]};
    case 'target':
    case 'reference':
      return {kind, uptime: uptime as number, source: source as string};
  }
}
