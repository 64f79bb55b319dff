import {dirname, join} from 'node:path';
import {near, type Source} from '../base/index.ts';
import {exchange, isFinding} from '../calendar/index.ts';
import type {Baseline, ClauseRule} from '../operations/index.ts';
import {type ErrorTradePlan, type ImpactPlan, NO_PLAN} from '../impact/index.ts';
import {dayIn, type RecordPlan, startOfDay} from '../record/index.ts';
import {check} from './check.ts';
import {
  capped,
  finding,
  LIMITS,
  type Path,
  readText,
  readYaml,
  soundParts,
  valueAt,
  type Yaml,
} from '../files/index.ts';
import type {CaseFinding} from './finding.ts';
import {credit, creditOf} from './impact-credit.ts';
import {IMPACT, type ImpactFile} from './impact-schema.ts';
import {costsOf, deliveryOf, sections} from './impact-sections.ts';
import {calendarId} from './record-file.ts';

export const IMPACT_FILE = 'impact.yaml';

export interface ImpactFileReading {
  /** Null where anything in the file is an error. Where there is no file: what holds without one. */
  readonly plan: ImpactPlan | null;
  readonly findings: readonly CaseFinding[];
  /** The text, for showing the line that a finding points at; null where there is none. */
  readonly source: Source | null;
}

/** Reads the impact.yaml that lies beside a record.yaml. What is wrong with it comes as findings with their place. */
export function readImpactFile(record: RecordPlan): ImpactFileReading {
  const folder = dirname(record.file);
  const text = readText(folder, IMPACT_FILE, LIMITS.yaml);
  if (!text.ok) {
    const none = text.findings.every(({rule}) => rule === 'missing-file');
    return none
      ? {plan: NO_PLAN, findings: [], source: null}
      : {plan: null, findings: text.findings, source: null};
  }
  const source = text.value;
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null) return {plan: null, findings: syntax, source};
  const findings = [
    ...syntax,
    ...check(IMPACT, 'impact', yaml),
    ...exchanges(yaml),
    ...pods(yaml, record),
    ...ranges(yaml),
    ...weights(yaml),
    ...baselines(yaml, record),
    ...days(yaml, record),
    ...clauses(yaml),
    ...credit(partOf(yaml), yaml, record),
    ...sections(partOf(yaml), yaml, record),
  ];
  const parsed = IMPACT.safeParse(yaml.value);
  const grave = findings.some(one => one.severity === 'error');
  const plan = parsed.success && !grave ? planOf(parsed.data, join(folder, IMPACT_FILE), record) : null;
  return {plan, findings: capped(findings), source};
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

function exchanges(yaml: Yaml): CaseFinding[] {
  const paths: Path[] = [
    ['exchange'],
    ...Object.keys(partOf(yaml).exchanges ?? {}).map(pod => ['exchanges', pod]),
  ];
  return paths.flatMap(path => {
    const id = valueAt(yaml.value, path);
    if (typeof id !== 'string' || id.trim() === '' || calendarId(id.trim()) !== undefined) return [];
    const answer = exchange(id.trim());
    if (!isFinding(answer)) return [];
    const hint = answer.hint ?? 'choose one of them';
    return [finding('unknown-word', answer.message, {span: yaml.valueSpan(path), hint})];
  });
}

/** Pods that record.yaml does not know: mostly slips of the pen. */
function pods(yaml: Yaml, {systems}: RecordPlan): CaseFinding[] {
  const known = [...new Set(systems.flatMap(system => Object.keys(system.pods)))];
  const {exchanges: elsewhere, dailyPnl} = partOf(yaml);
  const named = [
    ...Object.keys(elsewhere ?? {}).map(pod => ['exchanges', pod]),
    ...Object.keys(dailyPnl ?? {}).map(pod => ['dailyPnl', pod]),
  ];
  return named.flatMap(path => {
    const pod = path[1] as string;
    if (known.includes(pod)) return [];
    const meant = near(pod, known);
    const hint =
      meant === undefined ? 'add it under pods: of a system in record.yaml' : `did you mean ${meant}?`;
    const message = `${pod} depends on no system of record.yaml`;
    return [finding('unknown-word', message, {span: yaml.keySpan(path), hint, severity: 'warning'})];
  });
}

/** Ranges that do not run from the least to the most. */
function ranges(yaml: Yaml): CaseFinding[] {
  const {lossGivenOutage, errorTrade} = partOf(yaml);
  return Object.entries({lossGivenOutage, errorTrade}).flatMap(([key, range]) => {
    if (range == null || (range.low <= range.mode && range.mode <= range.high)) return [];
    const message = `low ${range.low}, mode ${range.mode} and high ${range.high} are not in order`;
    const hint = 'low is the least, mode lies between, high is the most';
    return [finding('out-of-range', message, {span: yaml.keySpan([key]), hint})];
  });
}

function weights(yaml: Yaml): CaseFinding[] {
  const own = partOf(yaml).weights;
  if (own == null || typeof own === 'string' || own.parts.some(part => part > 0)) return [];
  const span = yaml.valueSpan(['weights', 'parts']);
  return [
    finding('out-of-range', 'every part of the session weighs 0', {span, hint: 'give one of them weight'}),
  ];
}

const NEEDS = {
  own: {needs: ['until'], may: ['from']},
  control: {needs: ['systems'], may: []},
  target: {needs: ['uptime', 'source'], may: []},
  reference: {needs: ['uptime', 'source'], may: []},
} as const satisfies Record<
  Baseline['kind'],
  {readonly needs: readonly string[]; readonly may: readonly string[]}
>;

function baselines(yaml: Yaml, {systems}: RecordPlan): CaseFinding[] {
  const ids = systems.map(({id}) => id);
  return (partOf(yaml).baselines ?? []).flatMap((one, at) => {
    const path = ['baselines', at];
    const {needs, may} = NEEDS[one.kind];
    const said = Object.entries(one).flatMap(([key, value]) => (value == null ? [] : [key]));
    const known: readonly string[] = ['kind', ...needs, ...may];
    const missing = needs.filter(key => !said.includes(key));
    return [
      ...missing.map(key =>
        finding('missing-key', `${key} is missing`, {
          span: yaml.valueSpan([...path, 'kind']),
          hint: `add ${key}: a baseline of kind ${one.kind} needs ${needs.join(' and ')}`,
        }),
      ),
      ...said
        .filter(key => !known.includes(key))
        .map(key =>
          finding('unknown-key', `${key} says nothing to a baseline of kind ${one.kind}`, {
            span: yaml.keySpan([...path, key]),
            hint: `it says ${known.join(', ')}`,
          }),
        ),
      ...(one.systems ?? []).flatMap((system, index) => {
        if (ids.includes(system)) return [];
        const meant = near(system, ids);
        const hint = meant === undefined ? `the systems are ${ids.join(', ')}` : `did you mean ${meant}?`;
        const span = yaml.valueSpan([...path, 'systems', index]);
        return [finding('unknown-word', `${system} is not a system of record.yaml`, {span, hint})];
      }),
      ...(one.from != null && one.until != null && one.from >= one.until
        ? [
            finding('date-order', `until ${one.until} is not after from ${one.from}`, {
              span: yaml.valueSpan([...path, 'until']),
              hint: 'check both',
            }),
          ]
        : []),
    ];
  });
}

/** Days on which nothing can be judged, and time that would be both before the user and the user's own. */
function days(yaml: Yaml, {covers, zone}: RecordPlan): CaseFinding[] {
  const {from, baselines: compared, delivery, costs} = partOf(yaml);
  const untils = (compared ?? []).flatMap(({kind, until}, at) =>
    kind === 'own' && until != null ? [{day: until, path: ['baselines', at, 'until'] as Path}] : [],
  );
  const said = (day: string, path: Path, message: string, hint: string) =>
    finding('date-order', `${path.at(-1) as string} ${day} ${message}`, {span: yaml.valueSpan(path), hint});
  const both = untils.flatMap(({day, path}) =>
    from != null && day > from
      ? [said(day, path, `is after from ${from}`, 'the time before ends where your own begins: check both')]
      : [],
  );
  if (covers === null) return both;
  const start = (day: string) => startOfDay(day, zone ?? 'UTC');
  const shown = (at: number) => dayIn(at, zone ?? 'UTC');
  const changes = [
    {day: delivery?.change?.day, path: ['delivery', 'change', 'day']},
    {day: costs?.day, path: ['costs', 'day']},
  ];
  const asked = [{day: from, path: ['from']}, ...untils, ...changes].flatMap(({day, path}) =>
    day == null ? [] : [{day, path}],
  );
  const late = asked.filter(({day}) => start(day) >= covers.to);
  const early = [...untils, ...changes].flatMap(({day, path}) =>
    day != null && start(day) <= covers.from ? [{day, path}] : [],
  );
  return [
    ...both,
    ...late.map(({day, path}) =>
      said(
        day,
        path,
        `is after the record ends on ${shown(covers.to - 1)}`,
        'check the year, and covers: in record.yaml',
      ),
    ),
    ...early.map(({day, path}) =>
      said(
        day,
        path,
        `leaves nothing before it: the record begins on ${shown(covers.from)}`,
        'let covers: in record.yaml begin before it, and give the exports of that time',
      ),
    ),
  ];
}

function clauses(yaml: Yaml): CaseFinding[] {
  return (partOf(yaml).clauses ?? []).flatMap(({uptime, longest}, at): CaseFinding[] => {
    const span = yaml.keySpan(['clauses', at]);
    const hint = 'write uptime: 0.9999, or longest: 5, and a second entry for the other';
    if (uptime == null && longest == null)
      return [finding('missing-key', 'a clause says neither uptime nor longest', {span, hint})];
    if (uptime != null && longest != null)
      return [finding('unknown-key', 'a clause says both uptime and longest', {span, hint})];
    return [];
  });
}

/** What of the file is right in itself, whatever is wrong with the rest. */
function partOf(yaml: Yaml) {
  return soundParts(IMPACT, yaml.value);
}
