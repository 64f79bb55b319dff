import {type Finding, isFinding} from '../figure/index.ts';
import {exchange} from '../calendar/index.ts';
import {dayIn, startOfDay} from '../intake/index.ts';
import {type Path, soundParts, type Yaml} from '../files/index.ts';
import type {Baseline} from '../operations/index.ts';
import type {RecordSpec} from '../record/index.ts';
import {credit} from './impact-credit.ts';
import {IMPACT, type SoundImpact} from './impact-schema.ts';
import {atKey, atValue, nearHint, placed, type Problems} from './problem.ts';
import {calendarId} from './record-file.ts';

/** What is wrong with impact.yaml between its parts, and with what it says of record.yaml. */
export function impactProblems(yaml: Yaml, record: RecordSpec): Finding[] {
  const file: SoundImpact = soundParts(IMPACT, yaml.value);
  const checks = [
    exchanges,
    pods,
    ranges,
    weights,
    baselines,
    days,
    clauses,
    credit,
    delivery,
    costs,
    capacity,
  ];
  return checks.flatMap(check => placed(check(file, record), yaml));
}

function* exchanges({exchange: usual, exchanges: elsewhere = {}}: SoundImpact): Problems {
  const named: (readonly [Path, string | null | undefined])[] = [
    [['exchange'], usual],
    ...Object.entries(elsewhere).map(([pod, id]) => [['exchanges', pod], id] as const),
  ];
  for (const [path, id] of named) {
    if (id == null || calendarId(id) !== undefined) continue;
    const answer = exchange(id);
    if (isFinding(answer))
      yield atValue(path, 'unknown-word', answer.message, answer.hint ?? 'choose one of them');
  }
}

/** Pods that record.yaml does not know: mostly slips of the pen. */
function* pods({exchanges: elsewhere = {}, dailyPnl = {}}: SoundImpact, {systems}: RecordSpec): Problems {
  const known = [...new Set(systems.flatMap(system => Object.keys(system.pods)))];
  for (const [key, byPod] of Object.entries({exchanges: elsewhere, dailyPnl}))
    for (const pod of Object.keys(byPod).filter(name => !known.includes(name))) {
      const hint = nearHint(pod, known, 'add it under pods: of a system in record.yaml');
      yield atKey([key, pod], 'unknown-word', `${pod} depends on no system of record.yaml`, hint, 'warning');
    }
}

/** Ranges that do not run from the least to the most. */
function* ranges({lossGivenOutage, errorTrade}: SoundImpact): Problems {
  for (const [key, range] of Object.entries({lossGivenOutage, errorTrade: errorTrade?.loss})) {
    if (range == null || (range.low <= range.mode && range.mode <= range.high)) continue;
    const message = `low ${range.low}, mode ${range.mode} and high ${range.high} are not in order`;
    yield atKey([key], 'out-of-range', message, 'low is the least, mode lies between, high is the most');
  }
}

function* weights({weights: own}: SoundImpact): Problems {
  if (typeof own === 'object' && !own.parts.some(part => part > 0))
    yield atValue(
      ['weights', 'parts'],
      'out-of-range',
      'every part of the session weighs 0',
      'give one of them weight',
    );
}

/** A name that is none of those in record.yaml. */
function* unknownName(
  path: Path,
  name: string,
  names: readonly string[],
  what: 'system' | 'source',
): Problems {
  if (names.includes(name)) return;
  const hint = nearHint(name, names, `the ${what}s are ${names.join(', ')}`);
  yield atValue(path, 'unknown-word', `${name} is not a ${what} of record.yaml`, hint);
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

function* baselines({baselines: compared = []}: SoundImpact, {systems}: RecordSpec): Problems {
  const ids = systems.map(({id}) => id);
  for (const [at, one] of compared.entries()) {
    const path = ['baselines', at];
    const {kind, from, until} = one;
    const {needs, may} = NEEDS[kind];
    const known: readonly string[] = ['kind', ...needs, ...may];
    for (const key of needs) {
      const hint = `add ${key}: a baseline of kind ${kind} needs ${needs.join(' and ')}`;
      if (one[key] === null) yield atValue([...path, 'kind'], 'missing-key', `${key} is missing`, hint);
    }
    for (const [key, value] of Object.entries(one)) {
      const message = `${key} says nothing to a baseline of kind ${kind}`;
      if (value !== null && !known.includes(key))
        yield atKey([...path, key], 'unknown-key', message, `it says ${known.join(', ')}`);
    }
    for (const [index, system] of (one.systems ?? []).entries())
      yield* unknownName([...path, 'systems', index], system, ids, 'system');
    if (from !== null && until !== null && from >= until)
      yield atValue(
        [...path, 'until'],
        'date-order',
        `until ${until} is not after from ${from}`,
        'check both',
      );
  }
}

/** Days on which nothing can be judged, and time that would be both before the user and the user's own. */
function* days(file: SoundImpact, {covers, zone}: RecordSpec): Problems {
  const {from, baselines: compared = []} = file;
  const dated = (path: Path, day: string | null | undefined) => (day == null ? [] : [{path, day}]);
  const untils = compared.flatMap(({kind, until}, at) =>
    kind === 'own' ? dated(['baselines', at, 'until'], until) : [],
  );
  const changes = [
    ...dated(['delivery', 'change', 'day'], file.delivery?.change?.day),
    ...dated(['costs', 'day'], file.costs?.day),
  ];
  const wrong = ({path, day}: (typeof untils)[number], message: string, hint: string) =>
    atValue(path, 'date-order', `${path.at(-1) as string} ${day} ${message}`, hint);
  for (const one of untils)
    if (from != null && one.day > from)
      yield wrong(one, `is after from ${from}`, 'the time before ends where your own begins: check both');
  if (covers === null) return;
  const start = ({day}: (typeof untils)[number]) => startOfDay(day, zone ?? 'UTC');
  const shown = (at: number) => dayIn(at, zone ?? 'UTC');
  for (const one of [...dated(['from'], from), ...untils, ...changes])
    if (start(one) >= covers.to)
      yield wrong(
        one,
        `is after the record ends on ${shown(covers.to - 1)}`,
        'check the year, and covers: in record.yaml',
      );
  for (const one of [...untils, ...changes])
    if (start(one) <= covers.from)
      yield wrong(
        one,
        `leaves nothing before it: the record begins on ${shown(covers.from)}`,
        'let covers: in record.yaml begin before it, and give the exports of that time',
      );
}

function* clauses({clauses: all = []}: SoundImpact): Problems {
  const hint = 'write uptime: 0.9999, or longest: 5, and a second entry for the other';
  for (const [at, {uptime, longest}] of all.entries())
    if (uptime === null && longest === null)
      yield atKey(['clauses', at], 'missing-key', 'a clause says neither uptime nor longest', hint);
    else if (uptime !== null && longest !== null)
      yield atKey(['clauses', at], 'unknown-key', 'a clause says both uptime and longest', hint);
}

/** Sources that record.yaml does not have, and services that stand on both sides. */
function* delivery({delivery: asked}: SoundImpact, {sources}: RecordSpec): Problems {
  const names = sources.map(({source}) => source.name);
  for (const [at, name] of (asked?.sources ?? []).entries())
    yield* unknownName(['delivery', 'sources', at], name, names, 'source');
  const {services = [], control = []} = asked?.change ?? {};
  const touched = services.length > 0 ? services : (asked?.services ?? []);
  yield* both(['delivery', 'change', 'control'], control, touched, 'service');
}

/** What is both touched by a change and among what it left alone. */
function* both(
  path: Path,
  control: readonly string[],
  touched: readonly string[],
  what: 'service' | 'scope',
): Problems {
  for (const [at, name] of control.entries()) {
    const message = `${name} is both touched by the change and its control`;
    if (touched.includes(name))
      yield atValue(
        [...path, at],
        'unknown-word',
        message,
        `a control is a ${what} that the change left alone`,
      );
  }
}

/** A day that `costs` lacks or that is settled before it, and scopes that stand on both sides. */
function* costs({costs: asked, delivery: other}: SoundImpact): Problems {
  if (asked == null) return;
  const day = asked.day ?? other?.change?.day;
  const {settled, control, scopes} = asked;
  if (day === undefined) {
    const hint = 'add day: the first day of the change, or a change to delivery';
    yield atKey(['costs'], 'missing-key', 'costs says no day', hint);
  } else if (settled !== null && settled <= day) {
    const hint = 'leave settled out where the change took no time';
    yield atValue(['costs', 'settled'], 'date-order', `settled ${settled} is not after day ${day}`, hint);
  }
  yield* both(['costs', 'control'], control, scopes, 'scope');
}

function* capacity({capacity: claimed}: SoundImpact, {systems}: RecordSpec): Problems {
  const ids = systems.map(({id}) => id);
  if (claimed != null) yield* unknownName(['capacity', 'system'], claimed.system, ids, 'system');
}
