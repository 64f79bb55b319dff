import {join} from 'node:path';
import {type Finding, finding, isFinding, say, type Words} from '../figure/index.ts';
import {closestSpelling, type Span, strictest} from '../base/index.ts';
import {type Calendar, exchange} from '../calendar/index.ts';
import type {Fact} from '../claims/index.ts';
import {
  isUnmeasured,
  measure,
  MEASURE_KINDS,
  type MeasureQuestion,
  type Priced,
  pricedRecord,
} from '../impact/index.ts';
import {dayAfter, startOfDay} from '../intake/index.ts';
import {
  type OperationalRecord,
  planFor,
  type ReadingWatch,
  type RecordSpec,
  readRecord,
  tablesOf,
} from '../record/index.ts';
import {straying} from '../files/index.ts';
import type {Situation} from '../strategy/index.ts';
import type {MeasuredFact} from './case-file.ts';
import {type ImpactFileReading, NO_IMPACT, readImpactFile} from './impact-file.ts';
import type {LoadedCase} from './load.ts';
import {factFrom, QUIET, RECORD_PATH} from './measured-fact.ts';
import {readRecordFile} from './record-file.ts';

export interface MeasureWatch extends ReadingWatch {
  /**
   * How many files and servers will be read, before the first of them is, and by which patterns record.yaml names the
   * files: those that are not there yet too.
   */
  readonly places?: (plan: RecordSpec, patterns: readonly string[]) => void;
}

/** `measureFacts` of a case that has such facts. */
export async function measured(
  {folder, situation, measures}: Pick<LoadedCase, 'folder' | 'measures'> & {readonly situation: Situation},
  watch: MeasureWatch,
): Promise<Pick<LoadedCase, 'situation' | 'findings'>> {
  const astray = straying(folder, RECORD_PATH);
  if (astray !== null)
    return {situation: null, findings: [finding('leads-out', 'error', astray.message, {hint: astray.hint})]};
  const {plan: whole, findings: ofFile, patterns} = readRecordFile(join(folder, RECORD_PATH));
  const findings = ofFile.map(atRecord);
  if (whole === null) return {situation: null, findings};
  const assumed = assumptionsFor(measures, whole);
  findings.push(...assumed.findings);
  if (assumed.plan === null) return {situation: null, findings};
  const plan = needed(whole, measures);
  watch.places?.(plan, patterns);
  const record = await readRecord(plan, watch);
  const priced = pricedRecord(record, plan, {plan: assumed.plan, place: assumed.place}, situation.seed);
  const facts = measures.flatMap((fact): Fact[] => {
    const answer = answerTo(fact, record, plan, situation.seed, whole, priced);
    if ('name' in answer) return [answer];
    findings.push(answer);
    return [];
  });
  const all = [...situation.facts, ...facts].toSorted((a, b) => a.span.from - b.span.from);
  return {situation: {...situation, facts: all}, findings};
}

/** What impact.yaml assumes, where any measure asks for it. */
function assumptionsFor(
  measures: readonly MeasuredFact[],
  whole: RecordSpec,
): Pick<ImpactFileReading, 'plan' | 'place' | 'findings'> {
  if (!measures.some(({asks}) => MEASURE_KINDS[asks.what].assumes)) return NO_IMPACT;
  const {plan, place, findings} = readImpactFile(whole);
  return {plan, place: path => inRecord(place(path)), findings: findings.map(atRecord)};
}

/** The plan with those sources alone that a measure may need: of deployments the named ones, where all measures name theirs. */
function needed(whole: RecordSpec, measures: readonly MeasuredFact[]): RecordSpec {
  const kinds = measures.map(({asks}) => MEASURE_KINDS[asks.what]);
  const plan = planFor(
    whole,
    kinds.flatMap(({tables}) => tables),
  );
  const ofDeployments = measures.filter(({asks}) => MEASURE_KINDS[asks.what].of === 'deployments');
  if (ofDeployments.some(({asks}) => asks.sources == null)) return plan;
  const named = new Set(ofDeployments.flatMap(({asks}) => asks.sources ?? []));
  const sources = plan.sources.filter(
    planned => named.has(planned.source.name) || tablesOf(planned).some(one => one !== 'deployments'),
  );
  return {...plan, sources};
}

/** Findings of record.yaml name it from its own folder; from the case's it lies deeper. */
function atRecord(one: Finding): Finding {
  return one.span === undefined ? one : {...one, span: inRecord(one.span)};
}

function inRecord(span: Span): Span {
  return {...span, file: `record/${span.file}`};
}

function answerTo(
  fact: MeasuredFact,
  record: OperationalRecord,
  plan: RecordSpec,
  seed: number,
  whole: RecordSpec,
  priced: Priced,
): Fact | Finding {
  const question = questionOf(fact, whole, seed);
  if ('rule' in question) return question;
  const bad = badRows(fact, record, plan);
  if (bad > 0)
    return unmeasured(
      fact,
      `${bad} ${bad === 1 ? 'row' : 'rows'} that it rests on cannot be read`,
      'parley record tells which: mend them first',
    );
  const answer = measure(record, plan, question, priced);
  if (isUnmeasured(answer)) return unmeasured(fact, answer.because, `it needs ${answer.needs}`);
  const heard = plan.sources.filter(({source}) => answer.sources.includes(source.name));
  return factFrom(fact, answer, strictest(heard.map(({source}) => source.disclosure)));
}

/** How many rows cannot be read of the sources that a fact rests on: a torn line of PnL says nothing of uptime. */
function badRows({asks}: MeasuredFact, record: OperationalRecord, plan: RecordSpec): number {
  const {tables} = MEASURE_KINDS[asks.what];
  const needed = plan.sources.filter(planned => tablesOf(planned).some(one => tables.includes(one)));
  const names = new Set(needed.map(({source}) => source.name));
  return record.sources.reduce((sum, {name, bad}) => sum + (names.has(name) ? bad : 0), 0);
}

function questionOf(fact: MeasuredFact, plan: RecordSpec, seed: number): MeasureQuestion | Finding {
  const {asks} = fact;
  const calendar = calendarOf(fact, plan);
  if ('rule' in calendar) return calendar;
  const sources = plan.sources.map(({source}) => source.name);
  const stranger = asks.sources?.find(name => !sources.includes(name));
  if (stranger !== undefined) {
    const meant = closestSpelling(stranger, sources);
    const hint = meant === undefined ? say`write one of ${sources.join(', ')}` : say`did you mean ${meant}?`;
    return unmeasured(fact, `record.yaml has no source ${stranger}`, hint);
  }
  const zone = plan.zone ?? calendar.zone;
  return {
    what: asks.what,
    from: asks.from,
    to: asks.to,
    period: {from: startOfDay(asks.from, zone), to: startOfDay(dayAfter(asks.to), zone)},
    calendar,
    systems: asks.systems ?? [],
    together: asks.together ?? 'all',
    longerThan: asks.longerThan == null ? QUIET : minutesOf(asks.longerThan),
    sources: asks.sources ?? [],
    services: asks.services ?? [],
    at: asks.at ?? 'median',
    against: asks.against ?? null,
    seed,
  };
}

function calendarOf(fact: MeasuredFact, plan: RecordSpec): Calendar | Finding {
  const calendar = exchange(fact.asks.calendar ?? plan.calendars[0] ?? '24x7');
  return isFinding(calendar) ? unmeasured(fact, calendar.message, calendar.hint) : calendar;
}

const MINUTES = {s: 1 / 60, m: 1, h: 60} as const;

/** `90s`, `5m` and `1h` in minutes: the schema lets nothing else through. */
function minutesOf(length: string): number {
  const [, number = '', letter = 'm'] = /^([\d.]+)\s?([smh])$/.exec(length) ?? [];
  return Number(number) * MINUTES[letter as keyof typeof MINUTES];
}

function unmeasured({name, span}: MeasuredFact, because: Words, hint: Words | undefined): Finding {
  return finding('not-measured', 'warning', say`${name} is not measured: ${because}`, {span, hint});
}
