import {isCurrency, sameUnit, showUnit, unit} from '../base/index.ts';
import {type Finding, matcherOf} from '../figure/index.ts';
import {comparesWith, isMoney} from '../impact/index.ts';
import {type Path, showValue, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {type AssumptionName, possible} from '../terms/index.ts';
import {FACT, MEASURE} from './fact-schema.ts';
import type {CaseDay} from './offer.ts';
import {atKey, atValue, nearHint, placed, type Problem, type Problems} from './problem.ts';
import {CASE, DISCLOSURE, OWN_CLAIM} from './schema.ts';
import {unitProblem} from './units.ts';

/** What is wrong with case.yaml between its parts, each of which may be right in itself. */
export function problemsBetween(yaml: Yaml, clock: CaseDay): Finding[] {
  const checks = [deadline, units, measures, tellings, ruledOut, repeated, assumptions];
  return checks.flatMap(check => placed(check(yaml, clock), yaml));
}

function* deadline(yaml: Yaml, {today, pinned}: CaseDay): Problems {
  const {deadline: day} = soundParts(CASE, yaml.value);
  if (!day || day >= today) return;
  if (pinned) {
    yield atValue(
      ['deadline'],
      'date-order',
      `deadline ${day} is before today, ${today}`,
      'check both dates',
    );
  } else {
    const hint = 'write the new deadline, or pin the day with today';
    yield atValue(['deadline'], 'deadline-passed', `the deadline passed on ${day}`, hint, 'warning');
  }
}

function* assumptions(yaml: Yaml): Problems {
  const {assumptions: typed} = soundParts(CASE, yaml.value);
  for (const [name, value] of Object.entries(typed ?? {})) {
    const [least, most] = possible(name as AssumptionName);
    if (value !== undefined && !(value >= least && value <= most))
      yield atValue(
        ['assumptions', name],
        'out-of-range',
        `${name} is ${showValue(value)}, expected ${least} to ${most}`,
        'a share is written as 0.15',
      );
  }
}

function* units(yaml: Yaml): Problems {
  const places: Path[] = [
    ...factNames(yaml).map(name => ['facts', name, 'unit']),
    ...claimsOf(yaml).map((_, at) => ['claims', at, 'stated', 'unit']),
  ];
  for (const path of places) {
    const text = valueAt(yaml.value, path);
    const problem = typeof text === 'string' && text.trim() !== '' ? unitProblem(text.trim()) : undefined;
    if (problem !== undefined)
      yield atValue(path, 'unknown-unit', problem.message, problem.hint, problem.severity);
  }
}

/** Measures whose first day is after their last, that compare with nothing, or that tell sums which mostly are an employer's. */
function* measures(yaml: Yaml): Problems {
  for (const name of factNames(yaml)) {
    const fact = ['facts', name];
    const path = [...fact, 'measure'];
    const {from, to, what, against} = soundParts(MEASURE, valueAt(yaml.value, path));
    if (from !== undefined && to !== undefined && from > to)
      yield atValue([...path, 'to'], 'date-order', `to ${to} is before from ${from}`, 'check both');
    if (what === undefined) continue;
    if (comparesWith(what) && against == null) {
      const message = `${what} is measured against nothing: there is no default baseline`;
      const hint = 'add against: own, control, target or reference, as impact.yaml has it';
      yield atKey(path, 'missing-key', message, hint);
    }
    const told = soundParts(FACT, valueAt(yaml.value, fact)).disclosure;
    if (isMoney(what) && (told === 'private' || told === 'public')) {
      const message = `${name} is a sum of money from the record, and ${told}: it will be told`;
      const hint = "leave disclosure out unless the money is your own: an employer's is confidential";
      yield atValue([...fact, 'disclosure'], 'money-told', message, hint, 'warning');
    }
  }
}

/** Rules of disclosure that name no fact, change nothing, or would give a secret away. */
function* tellings(yaml: Yaml): Problems {
  const rules = soundParts(DISCLOSURE, valueAt(yaml.value, ['disclosure'])).facts ?? {};
  const names = factNames(yaml);
  for (const [name, telling] of Object.entries(rules)) {
    const path = ['disclosure', 'facts', name];
    if (!names.includes(name)) {
      yield unknownFact(name, names, path);
      continue;
    }
    const {disclosure} = soundParts(FACT, valueAt(yaml.value, ['facts', name]));
    const measured = valueAt(yaml.value, ['facts', name, 'measure']) !== undefined;
    // What is measured may turn out confidential by its sources.
    if (disclosure !== 'confidential' && !(measured && disclosure == null)) {
      const message = `${name} is ${disclosure ?? 'private'}, so this rule changes nothing`;
      yield atKey(path, 'idle-rule', message, 'mark the fact confidential, or delete the rule', 'warning');
    }
    if (typeof telling === 'object') yield* ratio(name, telling.ratio, names, yaml);
  }
}

function* ratio(name: string, to: string, names: readonly string[], yaml: Yaml): Problems {
  const path = ['disclosure', 'facts', name, 'ratio'];
  const unsafe = (message: string, hint: string) => atValue(path, 'unsafe-ratio', message, hint);
  const fact = soundParts(FACT, valueAt(yaml.value, ['facts', name]));
  const other = soundParts(FACT, valueAt(yaml.value, ['facts', to]));
  // A sum of money that is measured is confidential unless the case says otherwise.
  const {what} = soundParts(MEASURE, valueAt(yaml.value, ['facts', to, 'measure']));
  const secrecy = other.disclosure ?? (what !== undefined && isMoney(what) ? 'confidential' : 'private');
  const [own, its] = [fact.unit, other.unit].map(text =>
    text === undefined || unitProblem(text) ? undefined : unit(text),
  );
  if (!names.includes(to)) yield unknownFact(to, names, path);
  else if (to === name)
    yield unsafe(`the ratio of ${name} to itself says nothing`, 'name another confidential fact');
  else if (secrecy !== 'confidential')
    yield unsafe(
      `${to} is ${secrecy}: whoever knows it works ${name} out from the ratio`,
      'name another confidential fact of the same unit, or tell it by omit or round',
    );
  else if (own !== undefined && its !== undefined && !sameUnit(own, its))
    yield unsafe(
      `${name} is in ${showUnit(own) || 'bare numbers'}, ${to} in ${showUnit(its) || 'bare numbers'}: their ratio means nothing`,
      'name another confidential fact of the same unit',
    );
}

/** What every page calls the firm, the role and the region by. */
const CALLED = {
  company: "part of the firm's own name, which stands at the head of every page",
  role: 'part of the role that you negotiate for, which every page names',
  region: 'part of the region whose bands count, which every page names',
} as const;

/** Subjects never to be said without which nothing could be said of the case at all. */
function* ruledOut(yaml: Yaml): Problems {
  const called = soundParts(CASE, yaml.value);
  const subjects = soundParts(DISCLOSURE, valueAt(yaml.value, ['disclosure'])).neverSay ?? [];
  for (const [at, words] of subjects.entries()) {
    const {speaks} = matcherOf([{words, subjects: []}]);
    const first = (['company', 'role', 'region'] as const).find(key => speaks(called[key] ?? ''));
    if (first === undefined) continue;
    const hint = 'name more narrowly what is not to be said, or leave it out';
    yield atValue(
      ['disclosure', 'neverSay', at],
      'ruled-out-case',
      `neverSay ${showValue(words)} is ${CALLED[first]}`,
      hint,
    );
  }
}

function unknownFact(name: string, names: readonly string[], path: Path): Problem {
  const hint = nearHint(name, names, `the facts are ${names.join(', ') || 'none yet'}`);
  return atValue(path, 'unknown-fact', `${name} is not a fact of this case`, hint);
}

/** Ids that two claims share, and names of facts that every object has before anybody gives it one. */
function* repeated(yaml: Yaml): Problems {
  const ids = claimsOf(yaml).map(claim => soundParts(OWN_CLAIM, claim).id);
  for (const [at, id] of ids.entries())
    if (id !== undefined && ids.indexOf(id) < at)
      yield atValue(['claims', at, 'id'], 'repeated-id', `two claims are called ${id}`, 'rename one of them');
  for (const name of factNames(yaml).filter(one => one in Object.prototype || isCurrency(one))) {
    const message = `${name} cannot be a name: the word is taken`;
    yield atKey(['facts', name], 'bad-name', message, 'choose another name');
  }
}

function factNames(yaml: Yaml): string[] {
  const facts = valueAt(yaml.value, ['facts']);
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? Object.keys(facts) : [];
}

function claimsOf(yaml: Yaml): readonly unknown[] {
  const claims = valueAt(yaml.value, ['claims']);
  return Array.isArray(claims) ? claims : [];
}
