import {isFinding, near} from '../base/index.ts';
import {exchange} from '../calendar/index.ts';
import {finding, type Path, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {dayIn, startOfDay} from '../intake/index.ts';
import type {Baseline} from '../operations/index.ts';
import type {RecordPlan} from '../record/index.ts';
import type {CaseFinding} from './finding.ts';
import {credit} from './impact-credit.ts';
import {IMPACT} from './impact-schema.ts';
import {sections} from './impact-sections.ts';
import {calendarId} from './record-file.ts';

/** What is wrong with impact.yaml between its parts, and with what it says of record.yaml. */
export function impactProblems(yaml: Yaml, record: RecordPlan): CaseFinding[] {
  return [
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
