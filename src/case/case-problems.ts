import {isCurrency, near, sameUnit, showUnit, unit} from '../base/index.ts';
import {type Finding, finding, matcherOf, say} from '../figure/index.ts';
import {comparesWith, isMoney} from '../impact/index.ts';
import {type Path, show, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {FACT, MEASURE} from './fact-schema.ts';
import type {Clock} from './offer.ts';
import {CASE, DISCLOSURE, OWN_CLAIM} from './schema.ts';
import {unitProblem} from './units.ts';

/** What is wrong with case.yaml between its parts, each of which may be right in itself. */
export function problemsBetween(yaml: Yaml, clock: Clock): Finding[] {
  const {deadline: day, company, role, region} = soundParts(CASE, yaml.value);
  return [
    ...deadline(day, yaml, clock),
    ...units(yaml),
    ...measureProblems(yaml),
    ...tellings(yaml),
    ...ruledOut({company, role, region}, yaml),
    ...repeated(yaml),
  ];
}

function deadline(day: string | null | undefined, yaml: Yaml, clock: Clock): Finding[] {
  if (!day || day >= clock.today) return [];
  const span = yaml.valueSpan(['deadline']);
  if (clock.pinned) {
    const message = say`deadline ${day} is before today, ${clock.today}`;
    return [finding('date-order', 'error', message, {span, hint: 'check both dates'})];
  }
  const hint = 'write the new deadline, or pin the day with today';
  return [finding('deadline-passed', 'warning', say`the deadline passed on ${day}`, {span, hint})];
}

function units(yaml: Yaml): Finding[] {
  const places: Path[] = [
    ...factNames(yaml).map(name => ['facts', name, 'unit']),
    ...claimsOf(yaml).map((_, at) => ['claims', at, 'stated', 'unit']),
  ];
  return places.flatMap(path => {
    const text = valueAt(yaml.value, path);
    const problem = typeof text === 'string' && text.trim() !== '' ? unitProblem(text.trim()) : undefined;
    if (problem === undefined) return [];
    const {severity, message, hint} = problem;
    return [finding('unknown-unit', severity, message, {span: yaml.valueSpan(path), hint})];
  });
}

/** Measures whose first day is after their last, that compare with nothing, or that tell sums which mostly are an employer's. */
function measureProblems(yaml: Yaml): Finding[] {
  return factNames(yaml).flatMap(name => {
    const fact = ['facts', name];
    const path = [...fact, 'measure'];
    const {from, to, what, against} = soundParts(MEASURE, valueAt(yaml.value, path));
    const found: Finding[] = [];
    if (from !== undefined && to !== undefined && from > to)
      found.push(
        finding('date-order', 'error', say`to ${to} is before from ${from}`, {
          span: yaml.valueSpan([...path, 'to']),
          hint: 'check both',
        }),
      );
    if (what === undefined) return found;
    if (comparesWith(what) && against == null)
      found.push(
        finding(
          'missing-key',
          'error',
          say`${what} is measured against nothing: there is no default baseline`,
          {
            span: yaml.keySpan(path),
            hint: 'add against: own, control, target or reference, as impact.yaml has it',
          },
        ),
      );
    const told = soundParts(FACT, valueAt(yaml.value, fact)).disclosure;
    if (isMoney(what) && (told === 'private' || told === 'public'))
      found.push(
        finding(
          'money-told',
          'warning',
          say`${name} is a sum of money from the record, and ${told}: it will be told`,
          {
            span: yaml.valueSpan([...fact, 'disclosure']),
            hint: "leave disclosure out unless the money is your own: an employer's is confidential",
          },
        ),
      );
    return found;
  });
}

/** Rules of disclosure that name no fact, change nothing, or would give a secret away. */
function tellings(yaml: Yaml): Finding[] {
  const rules = soundParts(DISCLOSURE, valueAt(yaml.value, ['disclosure'])).facts ?? {};
  const names = factNames(yaml);
  return Object.entries(rules).flatMap(([name, telling]) => {
    const path = ['disclosure', 'facts', name];
    if (!names.includes(name)) return [unknownFact(name, names, yaml, path)];
    const fact = soundParts(FACT, valueAt(yaml.value, ['facts', name]));
    const measured = valueAt(yaml.value, ['facts', name, 'measure']) !== undefined;
    const found: Finding[] = [];
    // What is measured may turn out confidential by its sources.
    if (fact.disclosure !== 'confidential' && !(measured && fact.disclosure === undefined)) {
      const message = say`${name} is ${fact.disclosure ?? 'private'}, so this rule changes nothing`;
      const hint = `mark the fact confidential, or delete the rule`;
      found.push(finding('idle-rule', 'warning', message, {span: yaml.keySpan(path), hint}));
    }
    if (typeof telling === 'object') found.push(...ratio(name, telling.ratio, names, yaml));
    return found;
  });
}

function ratio(name: string, to: string, names: readonly string[], yaml: Yaml): Finding[] {
  const path = ['disclosure', 'facts', name, 'ratio'];
  if (!names.includes(to)) return [unknownFact(to, names, yaml, path)];
  const unsafe = (message: string, hint: string) => [
    finding('unsafe-ratio', 'error', message, {span: yaml.valueSpan(path), hint}),
  ];
  if (to === name)
    return unsafe(`the ratio of ${name} to itself says nothing`, 'name another confidential fact');
  const fact = soundParts(FACT, valueAt(yaml.value, ['facts', name]));
  const other = soundParts(FACT, valueAt(yaml.value, ['facts', to]));
  // A sum of money that is measured is confidential unless the case says otherwise.
  const {what} = soundParts(MEASURE, valueAt(yaml.value, ['facts', to, 'measure']));
  const secrecy = other.disclosure ?? (what !== undefined && isMoney(what) ? 'confidential' : 'private');
  if (secrecy !== 'confidential') {
    return unsafe(
      `${to} is ${secrecy}: whoever knows it works ${name} out from the ratio`,
      'name another confidential fact of the same unit, or tell it by omit or round',
    );
  }
  if (
    fact.unit === undefined ||
    other.unit === undefined ||
    unitProblem(fact.unit) ||
    unitProblem(other.unit)
  )
    return [];
  const [own, its] = [unit(fact.unit), unit(other.unit)];
  if (sameUnit(own, its)) return [];
  return unsafe(
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
function ruledOut(called: {readonly [K in keyof typeof CALLED]?: string | undefined}, yaml: Yaml): Finding[] {
  const subjects = soundParts(DISCLOSURE, valueAt(yaml.value, ['disclosure'])).neverSay ?? [];
  return subjects.flatMap((words, at) => {
    const {speaks} = matcherOf([{words, subjects: []}]);
    const [first] = (['company', 'role', 'region'] as const).filter(key => speaks(called[key] ?? ''));
    if (first === undefined) return [];
    return [
      finding('ruled-out-case', 'error', say`neverSay ${show(words)} is ${CALLED[first]}`, {
        span: yaml.valueSpan(['disclosure', 'neverSay', at]),
        hint: 'name more narrowly what is not to be said, or leave it out',
      }),
    ];
  });
}

function unknownFact(name: string, names: readonly string[], yaml: Yaml, path: Path): Finding {
  const meant = near(name, names);
  const hint =
    meant !== undefined ? say`did you mean ${meant}?` : say`the facts are ${names.join(', ') || 'none yet'}`;
  return finding('unknown-fact', 'error', say`${name} is not a fact of this case`, {
    span: yaml.valueSpan(path),
    hint,
  });
}

/** Ids that two claims share, and names of facts that every object has before anybody gives it one. */
function repeated(yaml: Yaml): Finding[] {
  const seen = new Set<string>();
  const ids = claimsOf(yaml).flatMap((claim, at) => {
    const {id} = soundParts(OWN_CLAIM, claim);
    if (id === undefined) return [];
    const again = seen.has(id);
    seen.add(id);
    const span = yaml.valueSpan(['claims', at, 'id']);
    return again
      ? [
          finding('repeated-id', 'error', say`two claims are called ${id}`, {
            span,
            hint: 'rename one of them',
          }),
        ]
      : [];
  });
  const names = factNames(yaml)
    .filter(name => name in Object.prototype || isCurrency(name))
    .map(name => {
      const message = say`${name} cannot be a name: the word is taken`;
      return finding('bad-name', 'error', message, {
        span: yaml.keySpan(['facts', name]),
        hint: 'choose another name',
      });
    });
  return [...ids, ...names];
}

function factNames(yaml: Yaml): string[] {
  const facts = valueAt(yaml.value, ['facts']);
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? Object.keys(facts) : [];
}

function claimsOf(yaml: Yaml): readonly unknown[] {
  const claims = valueAt(yaml.value, ['claims']);
  return Array.isArray(claims) ? claims : [];
}
